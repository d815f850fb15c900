#include "rules/lexicon_builder.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "quotary/document.h"
#include "rules/fold_word.h"
#include "text/characters.h"

namespace quotary {
namespace {

constexpr std::size_t kFirstWords = std::size_t{1} << 15U;
constexpr std::size_t kFirstEdges = std::size_t{1} << 14U;
constexpr std::size_t kMaxSets = 0xFFFF;
constexpr std::size_t kMaxWordBytes = 255;
constexpr std::size_t kMaxEntryBytes = 4096;

std::string too_many_classes() {
  return "a pack has at most " + std::to_string(kMaxClasses) +
         " classes, frames and the literals of its rules included; merge some";
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

template <typename Add>
void split(std::string_view text, char separator, Add add) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty()) add(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The case that a token must have at least to be this word: an index of CasedSets.
unsigned required_case(std::string_view word) {
  if (!is_upper(reinterpret_cast<const unsigned char*>(word.data()))) return 0;
  const bool only_capitals =
      word.size() > 1 && std::all_of(word.begin(), word.end(), is_ascii_upper);
  return only_capitals ? 2 : 1;
}

std::uint64_t hash_of(const ClassSet& set) {
  std::uint64_t hash = 0;
  for (const std::uint64_t bits : set.bits()) hash = (hash ^ bits) * 0x9E3779B97F4A7C15ULL;
  return hash;
}

}  // namespace

std::string_view split_entry(std::string_view entry, EntryForms& out) {
  out = {};
  const std::size_t bar = entry.find('|');
  if (bar != std::string_view::npos) {
    out.frames = trimmed(entry.substr(bar + 1));
    if (out.frames.empty()) return "nothing stands after `|`; name a frame or leave it out";
    entry = entry.substr(0, bar);
  }
  // A colon ends the lemma only when white space follows: "12:30" is a word.
  const std::size_t colon = entry.find(": ");
  out.lemma = trimmed(entry.substr(0, colon));
  if (out.lemma.empty()) return "an entry needs a word";
  if (colon == std::string_view::npos) {
    return out.lemma.back() == ':' && out.lemma.size() > 1
               ? "no forms stand after `:`; write them or leave the colon out"
               : "";
  }
  out.forms = trimmed(entry.substr(colon + 1));
  if (out.forms.empty()) return "no forms stand after `:`; write them or leave the colon out";
  out.separator = out.forms.find(',') != std::string_view::npos ? ',' : ' ';
  if (out.separator == ' ' && out.lemma.find(' ') != std::string_view::npos) {
    return "separate forms of several words by commas: \"point out: points out, pointed out\"";
  }
  return {};
}

void split_phrase(std::string_view phrase, std::vector<std::string_view>& words) {
  words.clear();
  if (phrase.find_first_of(" '\xE2,;:!?") == std::string_view::npos) {
    words.push_back(phrase);
    return;
  }
  split(phrase, ' ', [&](std::string_view word) {
    std::string_view clitic;
    for (const std::string_view ending : {std::string_view("'s"), std::string_view("’s")}) {
      if (word.size() > ending.size() && word.ends_with(ending)) {
        clitic = word.substr(word.size() - ending.size());
      }
    }
    word.remove_suffix(clitic.size());
    std::string_view mark;
    if (word.size() > 1 && std::string_view(",;:!?").find(word.back()) != std::string_view::npos) {
      mark = word.substr(word.size() - 1);
      word.remove_suffix(1);
    }
    words.push_back(word);
    if (!mark.empty()) words.push_back(mark);
    if (!clitic.empty()) words.push_back(clitic);
  });
}

LexiconBuilder::LexiconBuilder() {
  lexicon_.words_.resize(kFirstWords);
  lexicon_.edges_.resize(kFirstEdges);
  lexicon_.nodes_.resize(1);
  add_set({});
}

LexiconBuilder::LexiconBuilder(const Lexicon& base) : lexicon_(base) {
  if (lexicon_.words_.empty()) *this = LexiconBuilder();
  for (std::size_t i = 0; i < lexicon_.sets_.size(); ++i) {
    by_hash_[hash_of(lexicon_.sets_[i])].push_back(static_cast<SetId>(i));
  }
  for (const Lexicon::Edge& edge : lexicon_.edges_) edge_count_ += edge.node != kNone ? 1 : 0;
}

ClassId LexiconBuilder::add_class(std::string_view name) {
  if (const ClassId known = lexicon_.class_id(name); known != kNoClass) return known;
  if (lexicon_.class_names_.size() == kMaxClasses) return kNoClass;
  lexicon_.class_names_.emplace_back(name);
  return static_cast<ClassId>(lexicon_.class_names_.size() - 1);
}

SetId LexiconBuilder::add_set(const ClassSet& set) {
  std::vector<SetId>& same_hash = by_hash_[hash_of(set)];
  for (const SetId id : same_hash) {
    if (lexicon_.sets_[id] == set) return id;
  }
  if (set.empty()) return same_hash.emplace_back(SetId{0});
  if (lexicon_.sets_.size() == kMaxSets) return 0;
  lexicon_.sets_.push_back(set);
  return same_hash.emplace_back(static_cast<SetId>(lexicon_.sets_.size() - 1));
}

SetId LexiconBuilder::united(SetId a, SetId b) {
  if (a == b || b == 0) return a;
  if (a == 0) return b;
  const std::uint32_t key = (static_cast<std::uint32_t>(a) << 16U) | b;
  if (const auto known = united_.find(key); known != united_.end()) return known->second;
  const SetId result = add_set(lexicon_.sets_[a] | lexicon_.sets_[b]);
  united_.emplace(key, result);
  return result;
}

void LexiconBuilder::extend(CasedSets& sets, unsigned from_case, SetId set) {
  for (unsigned i = from_case; i < 3; ++i) sets.by_case[i] = united(sets.by_case[i], set);
}

Lexicon::Word* LexiconBuilder::add_word(std::string_view folded) {
  // Three eighths stay empty at least, so that most words are found where they are looked for
  // first.
  if ((lexicon_.word_count_ + 1) * 8 > lexicon_.words_.size() * 5) grow_words();
  std::vector<Lexicon::Word>& words = lexicon_.words_;
  const std::uint32_t hash = word_id(folded);
  Lexicon::Word& word = words[Lexicon::probe(hash, words.size() - 1, [&](std::size_t at) {
    const Lexicon::Word& slot = words[at];
    return slot.length == 0 || (slot.hash == hash && lexicon_.text_of(slot) == folded);
  })];
  if (word.length != 0) return &word;
  if (lexicon_.word_count_ == Lexicon::kMaxWords) return nullptr;
  word.hash = hash;
  word.text = static_cast<std::uint32_t>(lexicon_.letters_.size());
  word.number = static_cast<std::uint32_t>(lexicon_.word_count_++);
  word.length = static_cast<std::uint8_t>(folded.size());
  std::memcpy(&word.beginning, folded.data(), std::min(folded.size(), sizeof word.beginning));
  lexicon_.letters_.append(folded);
  return &word;
}

void LexiconBuilder::grow_words() {
  std::vector<Lexicon::Word> grown(lexicon_.words_.size() * 2);
  for (const Lexicon::Word& word : lexicon_.words_) {
    if (word.length == 0) continue;
    grown[Lexicon::probe(word.hash, grown.size() - 1,
                         [&](std::size_t at) { return grown[at].length == 0; })] = word;
  }
  lexicon_.words_ = std::move(grown);
}

std::uint32_t LexiconBuilder::add_step(std::uint32_t node, std::uint32_t word) {
  if (const std::uint32_t known = lexicon_.step(node, word); known != kNone) return known;
  const auto target = static_cast<std::uint32_t>(lexicon_.nodes_.size());
  lexicon_.nodes_.emplace_back();
  if (++edge_count_ * 2 > lexicon_.edges_.size()) grow_edges();
  const std::size_t mask = lexicon_.edges_.size() - 1;
  std::size_t at = Lexicon::edge_hash(node, word) & mask;
  while (lexicon_.edges_[at].node != kNone) at = (at + 1) & mask;
  lexicon_.edges_[at] = {node, word, target};
  return target;
}

void LexiconBuilder::grow_edges() {
  std::vector<Lexicon::Edge> old = std::move(lexicon_.edges_);
  lexicon_.edges_.assign(old.size() * 2, {});
  const std::size_t mask = lexicon_.edges_.size() - 1;
  for (const Lexicon::Edge& edge : old) {
    if (edge.node == kNone) continue;
    std::size_t at = Lexicon::edge_hash(edge.node, edge.word) & mask;
    while (lexicon_.edges_[at].node != kNone) at = (at + 1) & mask;
    lexicon_.edges_[at] = edge;
  }
}

bool LexiconBuilder::add_form(std::string_view form, SetId set) {
  split_phrase(form, words_of_form_);
  for (const std::string_view word : words_of_form_) {
    // Folding makes no word more than three times as long.
    if (word.size() > kMaxWordBytes / 3) return false;
  }
  if (words_of_form_.empty()) return true;
  if (words_of_form_.size() > 1) return add_phrase(form, set);
  Lexicon::Word* const word = add_word(fold_word(form));
  if (word == nullptr) return false;
  extend(word->sets, required_case(form), set);
  return true;
}

bool LexiconBuilder::add_phrase(std::string_view form, SetId set) {
  std::uint32_t node = 0;
  std::uint32_t first = kNone;
  for (std::size_t i = 0; i < words_of_form_.size(); ++i) {
    Lexicon::Word* const word = add_word(fold_word(words_of_form_[i]));
    if (word == nullptr) return false;
    if (i == 0) {
      first = word->number;
      word->starts_phrase = true;
    } else if (i == 1) {
      const std::uint32_t bit = Lexicon::pair_bit(first, word->number);
      lexicon_.pairs_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    node = add_step(node, word->number);
  }
  CasedSets& sets = lexicon_.nodes_[node];
  if (sets.by_case[1] == 0) ++lexicon_.phrase_count_;
  extend(sets, std::min(required_case(form), 1U), set);
  return true;
}

Result<Done> LexiconBuilder::add_file(const JsonTree& tree) {
  const std::uint32_t list = tree.member(0, "lexicons");
  if (list == kNone) return add_lexicon(tree, 0);
  for (JsonChildren each(tree, list); !each.done(); each.advance()) {
    if (Result<Done> added = add_lexicon(tree, each.index()); !added) return added;
  }
  return Done{};
}

Result<Done> LexiconBuilder::add_lexicon(const JsonTree& tree, std::uint32_t object) {
  const std::uint32_t name = tree.member(object, "class");
  if (name == kNone || tree[name].kind != JsonKind::string || tree[name].text.empty()) {
    return Error{ErrorCode::missing_field,
                 "a lexicon needs a class: {\"class\": \"SpeechVerb\", \"entries\": [...]}",
                 tree.place(object)};
  }
  const std::uint32_t entries = tree.member(object, "entries");
  if (entries == kNone || tree[entries].kind != JsonKind::array) {
    return Error{ErrorCode::missing_field,
                 "lexicon `" + std::string(tree[name].text) + "` needs a list of entries",
                 tree.place(object)};
  }
  const ClassId lexicon_class = add_class(tree[name].text);
  if (lexicon_class == kNoClass) {
    return Error{ErrorCode::bad_lexicon, too_many_classes(), tree.place(name)};
  }
  framed_sets_.clear();
  for (JsonChildren each(tree, entries); !each.done(); each.advance()) {
    if (Result<Done> added = add_entry(tree, each.index(), lexicon_class); !added) return added;
  }
  return Done{};
}

Result<Done> LexiconBuilder::add_entry(const JsonTree& tree, std::uint32_t entry,
                                       ClassId lexicon_class) {
  const auto wrong = [&](std::string message) {
    return Error{ErrorCode::bad_lexicon, std::move(message), tree.place(entry)};
  };
  if (tree[entry].kind != JsonKind::string) {
    return wrong("an entry is a text such as \"say: says said saying | that bare\"");
  }
  if (const std::string_view problem = split_entry(tree[entry].text, forms_); !problem.empty()) {
    return wrong(std::string(problem));
  }
  if (tree[entry].text.size() > kMaxEntryBytes) return wrong("an entry has at most 4096 bytes");
  const std::optional<SetId> set = framed_set(lexicon_class, forms_.frames);
  if (!set) return wrong(too_many_classes());
  bool fits = add_form(forms_.lemma, *set);
  split(forms_.forms, forms_.separator,
        [&](std::string_view form) { fits &= add_form(form, *set); });
  if (!fits) return wrong("a word has at most 85 bytes, a pack at most 262,142 words");
  return Done{};
}

std::optional<SetId> LexiconBuilder::framed_set(ClassId lexicon_class, std::string_view frames) {
  if (const auto known = framed_sets_.find(frames); known != framed_sets_.end()) {
    return known->second;
  }
  ClassSet set;
  set.add(lexicon_class);
  bool fits = true;
  split(frames, ' ', [&](std::string_view frame) {
    const ClassId id = add_class("Frame." + std::string(frame));
    fits &= id != kNoClass;
    set.add(id);
  });
  if (!fits) return std::nullopt;
  return framed_sets_.emplace(frames, add_set(set)).first->second;
}

void LexiconBuilder::note_tags(const Tagger& tagger) {
  for (Lexicon::Word& word : lexicon_.words_) {
    if (word.length != 0) word.tag_classes = tagger.classes_of(word.hash);
  }
}

Lexicon LexiconBuilder::build() && {
  lexicon_.letters_.append(Lexicon::kPadding, '\0');
  return std::move(lexicon_);
}

}  // namespace quotary
