#include "mentions/reading.h"

#include <algorithm>

#include "quotes/speeches.h"
#include "tags/tag_set.h"
#include "text/ascii.h"

namespace quotary {

namespace {

// The number of the range that holds each token.
void number_ranges(const auto& ranges, std::size_t tokens, std::vector<std::uint32_t>& of_token) {
  of_token.resize(tokens);
  std::uint32_t number = 0;
  for (const auto& each : ranges) {
    std::fill(of_token.begin() + each.tokens.first, of_token.begin() + each.tokens.last, number++);
  }
}

}  // namespace

Reading::Reading(const Lexicon& words, const ClassWords& names)
    : lexicon(&words), class_words(&names), naming_marks_(words), name_tags_(words) {
  constexpr std::string_view kTimes[] = {"TimeWord", "Month"};
  time_classes = words.class_set(kTimes);
  constexpr std::string_view kAgents[] = {"ReferAgent"};
  agent_classes = words.class_set(kAgents);
  constexpr std::string_view kMedia[] = {"MediaOutlet", "SocialMedia", "MediumNoun",
                                         "OccasionNoun"};
  medium_classes = words.class_set(kMedia);
  constexpr std::string_view kNameArticles[] = {"ReferNameArticle"};
  name_articles_ = words.class_set(kNameArticles);
}

void Reading::fill(const Document& doc, const Tagger& tagger, const Marks& marks,
                   const std::vector<Block>& found_blocks) {
  document = &doc;
  blocks = &found_blocks;
  tokens = doc.tokens();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  lexicon->look_up(tokens, doc.text(), entries, tag_classes_);
  tags.resize(count);
  tagger.tag(doc, {0, count}, tag_classes_, tags);
  fill_positions();
  name_tags_.mend(*this);
  fill_exclusions(found_blocks);
  fill_stretches(marks.stretches);
  read_chunks(tokens, doc.sentences(), tags, chunks);
  number_chunks();
}

std::string_view Reading::stem(std::uint32_t at) const {
  constexpr std::size_t kLetters = 5;
  const std::string_view word = document->text(tokens[at]);
  const std::string_view letters = word.substr(0, kLetters);
  return std::all_of(letters.begin(), letters.end(), is_ascii_letter) ? letters : word;
}

WordEntry Reading::entry_of_part(std::uint32_t at, std::size_t first, std::size_t last) const {
  Token part = tokens[at];
  part.word = word_id(document->text(part).substr(first, last - first));
  part.span = {part.span.begin + static_cast<std::uint32_t>(first),
               part.span.begin + static_cast<std::uint32_t>(last)};
  return lexicon->look_up(part, document->text());
}

std::size_t Reading::article_before_hyphen(std::uint32_t at) const {
  const std::string_view word = document->text(tokens[at]);
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == word.size()) return 0;
  const ClassSet& article = lexicon->classes(entry_of_part(at, 0, hyphen).set);
  return article.meets(name_articles_) ? hyphen + 1 : 0;
}

bool Reading::stands_as_name(std::uint32_t at) const {
  const Tag next = tag(at + 1);
  if (is_finite_verb(next) || next == Tag::vbn) return true;
  const Tag behind = next == Tag::punct ? tag(at + 2) : Tag::none;
  if (behind == Tag::num || behind == Tag::wh) return true;
  return has_capital_by_itself(at) && (!is_time(at) || is_verb(tag(at - 1)));
}

std::uint32_t Reading::end_before_time(Range words) const {
  constexpr TagSet kWhen = tag_set({Tag::adv, Tag::adj});
  std::uint32_t end = words.last;
  while (end > words.first + 2 && is_time(end - 1)) --end;
  if (end == words.last || !is_in(tags[end - 1], kWhen)) return words.last;
  while (end > words.first + 1 && is_in(tags[end - 1], kWhen)) --end;
  return is_in(tags[end - 1], kNouns) ? end : words.last;
}

void Reading::fill_positions() {
  number_ranges(document->sentences(), tokens.size(), sentence);
  number_ranges(document->paragraphs(), tokens.size(), paragraph);
}

void Reading::fill_exclusions(const std::vector<Block>& found) {
  excluded.assign(tokens.size(), 0);
  const auto exclude = [&](Range range, Span span) {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (span.contains(tokens[at].span.begin)) excluded[at] = 1;
    }
  };
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    const Block& block = found[i];
    const Paragraph& where = document->paragraphs()[i];
    const bool whole = block.kind == BlockKind::credit || block.kind == BlockKind::notice ||
                       block.kind == BlockKind::post_date || block.kind == BlockKind::section ||
                       block.kind == BlockKind::byline;
    if (whole) exclude(where.tokens, where.span);
    if (!block.dateline.empty()) exclude(where.tokens, block.dateline);
    if (!block.credit.empty()) exclude(where.tokens, block.credit);
    if (!block.ignored.empty()) exclude(where.tokens, block.ignored);
  }
  sentences.resize(document->sentences().size());
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    sentences[i] = included_part(document->sentences()[i].tokens);
  }
}

// All of it where nothing of it is included.
Range Reading::included_part(Range whole) const {
  Range part = whole;
  while (!part.empty() && excluded[part.first] != 0) ++part.first;
  while (!part.empty() && excluded[part.last - 1] != 0) --part.last;
  return part.empty() ? whole : part;
}

void Reading::fill_stretches(const std::vector<QuotedStretch>& found) {
  stretches = &found;
  stretch.assign(tokens.size(), kNone);
  stretch_tokens.assign(found.size(), {});
  continued_by.assign(found.size(), kNone);
  quoted_names.clear();
  std::uint32_t singles = 0;
  std::uint32_t doubles = 0;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    if (!stands_alone(found, i)) continue;
    const std::uint32_t first = document->token_at(found[i].outer.begin);
    std::uint32_t last = first;
    while (last < tokens.size() && tokens[last].span.begin < found[i].outer.end) ++last;
    if (const auto use = naming_marks_.use_of(*this, i, {first, last}); use) {
      quoted_names.push_back({{first, last}, *use});
      if (*use == QuoteUse::nickname) {
        std::fill(tags.begin() + first, tags.begin() + last + 1, Tag::propn);  // and the surname
      }
      continue;
    }
    stretch_tokens[i] = {first, last};
    std::fill(stretch.begin() + first, stretch.begin() + last, i);
    if (found[i].continues != kNone) continued_by[found[i].continues] = i;
    (found[i].single ? singles : doubles) += 1;
  }
  single_marks = singles > doubles;
}

void Reading::number_chunks() {
  // Eight at a time, and beyond the end of a chunk what the next one writes over.
  constexpr std::uint32_t kAtOnce = 8;
  chunk_at.resize(tokens.size() + kAtOnce);
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < chunks.size(); ++i) {
    for (std::uint32_t to = at; to < chunks[i].tokens.last; to += kAtOnce) {
      std::fill_n(chunk_at.begin() + to, kAtOnce, i);
    }
    at = chunks[i].tokens.last;
  }
  chunk_at.resize(tokens.size());
  std::fill(chunk_at.begin() + at, chunk_at.end(), static_cast<std::uint32_t>(chunks.size()));
}

}  // namespace quotary
