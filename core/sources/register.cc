#include "sources/register.h"

#include <algorithm>

namespace quotary {

namespace {

constexpr std::size_t kRivals = 8;  // bearers of one word that are compared, latest first

bool is_initial(const Reading& r, std::uint32_t at) {
  return (r.tokens[at].shape & shape::abbreviation) != 0;
}

}  // namespace

void Register::fill(const Reading& r) {
  namings_.clear();
  figures_.clear();
  by_word_.clear();
  for (std::uint32_t i = 0; i < r.chunks.size(); ++i) {
    const Chunk& chunk = r.chunks[i];
    const bool named = chunk.kind == ChunkKind::name ||
                       (chunk.kind == ChunkKind::possessive && r.tag(chunk.head) == Tag::propn) ||
                       (chunk.kind == ChunkKind::noun && r.tag(chunk.tokens.first) == Tag::propn);
    if (!named || r.excluded[chunk.tokens.first] != 0) continue;
    const NamePhrase phrase = read_name(r, chunk.tokens, *classes_);
    if (!phrase.name.empty()) add(r, i, phrase);
  }
}

void Register::index(std::uint32_t figure, std::uint32_t word) {
  auto& bearers = by_word_[word];
  if (bearers.empty() || bearers.back() != figure) bearers.push_back(figure);
}

std::uint32_t Register::find(const std::vector<std::uint32_t>& words,
                             const NamePhrase& phrase) const {
  const auto bearers = by_word_.find(words.back());
  std::uint32_t best = kNone;
  bool bears = false;  // `best` has the word for a surname
  if (bearers != by_word_.end()) {
    std::size_t seen = 0;
    for (auto at = bearers->second.rbegin(); at != bearers->second.rend() && seen < kRivals;
         ++at, ++seen) {
      const Figure& figure = figures_[*at];
      const bool same_last = figure.words.back() == words.back();
      if (phrase.gender != Gender::unknown && figure.gender != Gender::unknown &&
          phrase.gender != figure.gender) {
        continue;
      }
      if (words.size() == 1) {
        // A surname goes to the bearer whom the text is most about, the last of equals; a first
        // name or a part of a name if nobody has it.
        if (same_last) {
          const bool better = !bears || figure.count > figures_[best].count;
          if (better) best = *at;
          bears = true;
          continue;
        }
        if (bears) continue;
        const bool first = figure.words.front() == words.back();
        if (best == kNone && (first || figure.type == SourceType::organisation)) best = *at;
        continue;
      }
      if (!same_last) continue;
      if (figure.words.size() == 1) return *at;
      const bool same_first = figure.words.front() == words.front();
      if (same_first) return *at;
    }
  }
  return best;
}

void Register::learn(const Reading& r, Figure& figure, const NamePhrase& phrase, Range tokens) {
  const std::uint32_t told = phrase.gender == Gender::unknown                 ? 0
                             : phrase.name.size() < 2 || !phrase.role.empty() ? 2
                                                                              : 1;
  if (told > figure.told_gender) {
    figure.told_gender = told;
    figure.gender = phrase.gender;
  }
  if (figure.type == SourceType::unknown) figure.type = phrase.type;
  // Of two forms alike, the one that is not written in capitals, as labels are. "ISIS" is.
  constexpr std::uint32_t kLongAcronym = 5;
  const auto in_capitals = [&](Range name) {
    return std::all_of(
        r.tokens.begin() + name.first, r.tokens.begin() + name.last, [&](const Token& token) {
          return (token.shape & shape::all_caps) != 0 && token.span.size() > kLongAcronym;
        });
  };
  const bool better =
      tokens.size() > figure.words.size() ||
      (tokens.size() == figure.words.size() && in_capitals(figure.longest) && !in_capitals(tokens));
  if (!better) return;
  figure.longest = tokens;
  figure.longest_naming = static_cast<std::uint32_t>(namings_.size());
  figure.words.clear();
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    figure.words.push_back(r.word(at));
  }
}

void Register::add(const Reading& r, std::uint32_t chunk, const NamePhrase& phrase) {
  words_.clear();
  Range tokens = phrase.name;
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    words_.push_back(r.word(at));
  }
  // "Jr." is no surname.
  if (words_.size() > 1 && classes_of(r, tokens.last - 1).meets(classes_->suffix)) {
    words_.pop_back();
    --tokens.last;
  }
  std::uint32_t number = find(words_, phrase);
  if (number == kNone) {
    number = static_cast<std::uint32_t>(figures_.size());
    figures_.emplace_back();
  }
  Figure& figure = figures_[number];
  learn(r, figure, phrase, tokens);
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    if (!is_initial(r, at)) index(number, r.word(at));
  }
  Naming naming;
  naming.chunk = chunk;
  naming.tokens = phrase.name;
  naming.role = phrase.role;
  naming.affiliation = phrase.affiliation;
  naming.figure = number;
  naming.quoted = r.stretch[phrase.name.first] != kNone;
  std::uint32_t after = r.chunks[chunk].tokens.last;
  const bool owns =
      r.chunks[chunk].kind == ChunkKind::possessive && after < r.tokens.size() && r.in_chunk(after);
  if (owns) after = r.chunks[r.chunk_at[after]].tokens.last;  // "Cole's plan failed"
  if (r.tag(after) == Tag::prep && after + 1 < r.tokens.size() && r.in_chunk(after + 1)) {
    after = r.chunks[r.chunk_at[after + 1]].tokens.last;  // "Cole on Friday said"
  }
  const Tag tag = r.tag(after);
  const std::uint32_t first = r.chunks[chunk].tokens.first;
  naming.governed = first > 0 && r.tag(first - 1) == Tag::prep;
  const bool finite = tag == Tag::vbd || tag == Tag::vbz || tag == Tag::vbp || is_auxiliary(tag);
  naming.subject = !naming.governed && finite && !owns;
  naming.owner = !naming.governed && finite && owns;
  figure.count += naming.quoted ? 0 : 1;
  figure.namings.push_back(static_cast<std::uint32_t>(namings_.size()));
  namings_.push_back(naming);
}

std::uint32_t Register::naming_after(std::uint32_t at) const {
  const auto found = std::partition_point(namings_.begin(), namings_.end(),
                                          [&](const Naming& n) { return n.tokens.last <= at; });
  return static_cast<std::uint32_t>(found - namings_.begin());
}

std::uint32_t Register::bearer_of(std::uint32_t word) const {
  const auto known = by_word_.find(word);
  if (known == by_word_.end()) return kNone;
  constexpr std::size_t kFiguresBack = 16;
  const std::vector<std::uint32_t>& numbers = known->second;
  const std::size_t low = numbers.size() > kFiguresBack ? numbers.size() - kFiguresBack : 0;
  for (std::size_t i = numbers.size(); i > low; --i) {
    const Figure& figure = figures_[numbers[i - 1]];
    const bool somebody = figure.type == SourceType::person || figure.type == SourceType::unknown;
    if (somebody && figure.words.back() == word) return figure.longest_naming;
  }
  return kNone;
}

}  // namespace quotary
