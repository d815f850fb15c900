#include "rules/symbols.h"

#include <algorithm>
#include <optional>

namespace quotary {
namespace {

// Bounds that keep every look ahead short, and so the whole linear.
constexpr std::uint32_t kMaxTitles = 8;
constexpr std::uint32_t kMaxNameParts = 12;
constexpr std::uint32_t kMaxParticles = 3;
constexpr std::uint32_t kMaxNominalWords = 6;
constexpr std::uint32_t kMaxDeterminers = 3;
constexpr std::uint32_t kMaxPossessors = 3;
// Words between two heads of one nominal: "deputy *foreign* minister".
constexpr std::uint32_t kMaxHeadGap = 1;

constexpr std::uint32_t tag_bits(std::initializer_list<Tag> tags) {
  std::uint32_t bits = 0;
  for (const Tag tag : tags) bits |= 1U << static_cast<unsigned>(tag);
  return bits;
}

constexpr std::uint32_t kVerbTags =
    tag_bits({Tag::verb, Tag::vbp, Tag::vbd, Tag::vbz, Tag::vbg, Tag::vbn});
constexpr std::uint32_t kFunctionTags =
    tag_bits({Tag::pron, Tag::pronv, Tag::poss, Tag::det, Tag::prep, Tag::sub, Tag::that, Tag::to,
              Tag::conj, Tag::modal, Tag::be, Tag::have, Tag::do_, Tag::adv, Tag::wh, Tag::particle,
              Tag::punct, Tag::quote});
// Participles stand inside nominals: "the ruling party", "the elected president".
constexpr std::uint32_t kNeverNominal =
    (kFunctionTags | tag_bits({Tag::verb, Tag::vbp, Tag::vbd, Tag::vbz})) &
    ~tag_bits({Tag::adv, Tag::conj});
constexpr std::uint32_t kDeterminerTags = tag_bits({Tag::det, Tag::num, Tag::poss});
constexpr std::uint32_t kModifierTags = tag_bits({Tag::adj, Tag::noun, Tag::propn, Tag::num});

// A word, or a phrase that the lexicon knows as one.
struct Element {
  std::uint32_t end = 0;
  SetId set = 0;
  std::uint16_t bits = 0;
};

// A collapsed run of tokens.
struct Unit {
  std::uint32_t end = 0;
  SymbolKind kind = SymbolKind::name;
};

class SymbolReader {
 public:
  // Goes on behind what `out` holds.
  SymbolReader(const SymbolSource& source, Range range, SymbolString& out)
      : source_(source),
        tokens_(source.document.tokens()),
        range_(range),
        out_(out),
        at_(out.tokens.empty() ? range.first : out.tokens.back().last) {}

  bool read_to(std::uint32_t until, std::uint32_t more) {
    if (at_ >= range_.last) return true;
    until = std::min(until, range_.last);
    std::uint32_t behind = symbols_from(until, more);
    if (at_ >= until && behind == more) return false;
    find_place();
    while (at_ < until) read_one();
    for (; behind < more && at_ < range_.last; ++behind) read_one();
    return at_ >= range_.last;
  }

 private:
  void find_place() {
    quote_ = static_cast<std::size_t>(
        std::lower_bound(source_.quotes.begin(), source_.quotes.end(), at_,
                         [](const Range& quote, std::uint32_t at) { return quote.last <= at; }) -
        source_.quotes.begin());
    sentence_ =
        source_.sentence_of.empty() ? source_.document.sentence_of(at_) : source_.sentence_of[at_];
  }

  // How many of those that have been read begin at `token` or behind it, `most` at most.
  std::uint32_t symbols_from(std::uint32_t token, std::uint32_t most) const {
    std::uint32_t count = 0;
    for (std::size_t i = out_.tokens.size(); i > 0 && count < most; --i, ++count) {
      if (out_.tokens[i - 1].first < token) break;
    }
    return count;
  }

  void read_one() {
    if (at_ >= limit_) {
      if (begins_quote(at_)) {
        const Range quote{at_, source_.quotes[quote_].last};
        emit(quote, source_.table.symbol(SymbolKind::quote), SymbolKind::quote);
        at_ = quote.last;
        return;
      }
      set_limit(at_);
    }
    at_ = read_at(at_);
  }

  bool begins_quote(std::uint32_t at) {
    const std::span<const Range> quotes = source_.quotes;
    while (quote_ < quotes.size() && quotes[quote_].last <= at) ++quote_;
    return quote_ < quotes.size() && quotes[quote_].first <= at;
  }

  void set_limit(std::uint32_t at) {
    while (sentences()[sentence_].tokens.last <= at) ++sentence_;
    limit_ = std::min(range_.last, sentences()[sentence_].tokens.last);
    if (quote_ < source_.quotes.size()) limit_ = std::min(limit_, source_.quotes[quote_].first);
  }

  std::uint32_t read_at(std::uint32_t at) {
    const Element element = element_at(at);
    if (const std::optional<Unit> unit = read_unit(at, element)) {
      emit({at, unit->end}, source_.table.symbol(unit->kind), unit->kind);
      return unit->end;
    }
    const SymbolKind kind = element.end > at + 1 ? SymbolKind::word : kind_of(at);
    emit({at, element.end}, source_.table.symbol(element.set, kind), kind);
    return element.end;
  }

  const std::vector<Sentence>& sentences() const { return source_.document.sentences(); }

  void emit(Range tokens, std::uint8_t symbol, SymbolKind kind) {
    out_.symbols.push_back(symbol);
    out_.tokens.push_back(tokens);
    out_.kinds.push_back(kind);
  }

  SymbolKind kind_of(std::uint32_t at) const {
    switch (tokens_[at].kind) {
      case TokenKind::word:
        if (has_tag(at, kVerbTags)) return SymbolKind::verb;
        return is_capital(at) ? SymbolKind::capital_word : SymbolKind::word;
      case TokenKind::number:
        return SymbolKind::number;
      case TokenKind::punctuation:
      case TokenKind::quote_mark:
        return SymbolKind::mark;
      case TokenKind::clitic:
        return SymbolKind::clitic;
      case TokenKind::other:
        break;
    }
    return SymbolKind::other;
  }

  bool has_tag(std::uint32_t at, std::uint32_t tags) const {
    return !source_.tags.empty() && ((tags >> static_cast<unsigned>(source_.tags[at])) & 1U) != 0;
  }
  bool is_capital(std::uint32_t at) const { return (tokens_[at].shape & shape::capital) != 0; }
  bool is_word(std::uint32_t at) const { return tokens_[at].kind == TokenKind::word; }

  // True where every word has a capital: it then tells nothing.
  bool capital_is_due(std::uint32_t at) const {
    return at == sentences()[sentence_].tokens.first ||
           tokens_[at - 1].kind == TokenKind::quote_mark;
  }

  Element element_at(std::uint32_t at) const {
    if (at + 1 < limit_ &&
        source_.lexicon.may_begin_phrase(source_.entries[at], source_.entries[at + 1])) {
      const std::span<const WordEntry> entries = source_.entries.first(limit_);
      if (const auto hit = source_.lexicon.phrase_at(tokens_, entries, at)) {
        return {hit->tokens.last, hit->set, source_.table.phrase_bits(hit->set)};
      }
    }
    const SetId set = source_.entries[at].set;
    return {at + 1, set, source_.table.phrase_bits(set)};
  }

  // A name or nominal with its possessors: "Ostavia's deputy prime minister Ana Kos". `first`, here
  // and below, is the element at `at`.
  std::optional<Unit> read_unit(std::uint32_t at, const Element& first) const {
    if (!may_begin_name(at, first) && !may_begin_nominal(at, first)) return std::nullopt;
    std::optional<Unit> unit = read_phrase(at, first, true);
    for (std::uint32_t count = 0; unit && count < kMaxPossessors; ++count) {
      const std::uint32_t next = unit->end + 1;
      if (next >= limit_ || tokens_[unit->end].kind != TokenKind::clitic) break;
      const std::optional<Unit> possessed = read_phrase(next, element_at(next), false);
      if (!possessed) break;
      unit = possessed;
    }
    return unit;
  }

  // Most tokens begin neither, which these tell from the token alone.
  bool may_begin_name(std::uint32_t at, const Element& first) const {
    return (first.bits & phrase_bit::title) != 0 || is_capital(at);
  }
  bool may_begin_nominal(std::uint32_t at, const Element& first) const {
    return is_determiner(at) || (is_part(at, first) && !ends_nominal(at, first));
  }

  // `free`: nothing stands before it that it could belong to.
  std::optional<Unit> read_phrase(std::uint32_t at, const Element& first, bool free) const {
    if (!is_word(at) && tokens_[at].kind != TokenKind::number) return std::nullopt;
    const bool title = (first.bits & phrase_bit::title) != 0;
    if (may_begin_name(at, first) && (free || title)) {
      if (const std::optional<std::uint32_t> end = name_end(at, first)) {
        return Unit{*end, SymbolKind::name};
      }
    }
    return read_nominal(at, first, free);
  }

  // Titles, then the words of a name.
  std::optional<std::uint32_t> name_end(std::uint32_t at, const Element& first) const {
    Element element = first;
    for (std::uint32_t titles = 0; titles < kMaxTitles && at < limit_; ++titles) {
      if (titles != 0) element = element_at(at);
      const bool title = (element.bits & phrase_bit::title) != 0;
      if (!title || (element.bits & phrase_bit::first_name) != 0) break;
      if (has_tag(at, kVerbTags) || !is_word(at)) break;
      at = element.end;
    }
    return name_words_end(at);
  }

  std::optional<std::uint32_t> name_words_end(std::uint32_t at) const {
    std::uint32_t end = at;
    for (std::uint32_t parts = 0; parts < kMaxNameParts && end < limit_; ++parts) {
      const std::uint32_t part = end > at ? particles_end(end) : end;
      if (part == limit_ || !is_name_part(part)) break;
      end = part + 1;
    }
    if (end == at) return std::nullopt;
    if (end < limit_ && (element_at(end).bits & phrase_bit::suffix) != 0) ++end;
    return end;
  }

  // The end of "van der" and the like, which may be no words at all.
  std::uint32_t particles_end(std::uint32_t at) const {
    for (std::uint32_t count = 0; count < kMaxParticles && at < limit_; ++count) {
      const bool listed = (bits_at(at) & phrase_bit::particle) != 0;
      const bool tagged = is_word(at) && has_tag(at, tag_bits({Tag::propn}));
      if (is_capital(at) || !(listed || tagged)) break;
      ++at;
    }
    return at;
  }

  std::uint16_t bits_at(std::uint32_t at) const {
    return source_.table.phrase_bits(source_.entries[at].set);
  }

  bool is_name_part(std::uint32_t at) const {
    if (!is_word(at) || !is_capital(at)) return false;
    const WordEntry& entry = source_.entries[at];
    const std::uint16_t bits = bits_at(at);
    if ((bits & phrase_bit::first_name) != 0 && !has_tag(at, kFunctionTags)) return true;
    if ((bits & phrase_bit::never_name) != 0 || has_tag(at, kFunctionTags)) return false;
    // The tagger guesses at words that nobody knows; their capital says more.
    if (has_tag(at, kVerbTags) && (entry.set != 0 || capital_is_due(at))) return false;
    if (!capital_is_due(at)) return true;
    if (!source_.tags.empty()) return source_.tags[at] == Tag::propn;
    return !entry.common;
  }

  // Determiners, words, a head; then perhaps the name that the whole belongs to.
  std::optional<Unit> read_nominal(std::uint32_t at, const Element& first, bool free) const {
    std::uint32_t end = at;
    for (std::uint32_t count = 0; count < kMaxDeterminers && end < limit_ && is_determiner(end);
         ++count) {
      ++end;
    }
    const bool determined = end > at || !free;
    const Element next = end > at && end < limit_ ? element_at(end) : first;
    const std::optional<Element> head = head_from(end, next, determined);
    if (end > at && end < limit_) {
      const std::optional<std::uint32_t> name = name_end(end, next);  // "the White House"
      if (name && (!head || *name >= head->end)) return Unit{*name, SymbolKind::name};
    }
    if (!head) return std::nullopt;
    if (head->end < limit_ && !has_tag(head->end - 1, tag_bits({Tag::nouns}))) {
      const std::optional<std::uint32_t> name = name_words_end(head->end);
      if (name) return Unit{*name, SymbolKind::name};  // "his brother Tom"
    }
    return Unit{head->end, SymbolKind::nominal};
  }

  bool is_determiner(std::uint32_t at) const {
    if (!source_.tags.empty()) return has_tag(at, kDeterminerTags);
    return (bits_at(at) & (phrase_bit::determiner | phrase_bit::never_nominal)) ==
           phrase_bit::determiner;
  }

  // Whether it may stand inside a nominal without a determiner, as its head or before it.
  bool is_part(std::uint32_t at, const Element& element) const {
    return (element.bits & (phrase_bit::head | phrase_bit::modifier)) != 0 ||
           has_tag(at, kModifierTags);
  }
  bool ends_nominal(std::uint32_t at, const Element& element) const {
    const bool verb = source_.tags.empty() ? (element.bits & phrase_bit::never_nominal) != 0
                                           : has_tag(at, kNeverNominal);
    return verb && element.end == at + 1;
  }

  // The last head within reach of `at`.
  std::optional<Element> head_from(std::uint32_t at, const Element& first, bool determined) const {
    std::optional<Element> head;
    std::uint32_t gap = 0;
    for (std::uint32_t words = 0; words < kMaxNominalWords && at < limit_; ++words) {
      if (!is_word(at) && tokens_[at].kind != TokenKind::number) break;
      const Element element = words == 0 ? first : element_at(at);
      if (ends_nominal(at, element)) break;
      const bool is_head = (element.bits & phrase_bit::head) != 0;
      gap = is_head ? 0 : gap + 1;
      const bool fits = determined || is_part(at, element);
      if (!is_head && (!fits || (head && gap > kMaxHeadGap))) break;
      if (is_head) head = element;
      at = element.end;
    }
    return head;
  }

  const SymbolSource& source_;
  std::span<const Token> tokens_;
  Range range_;
  SymbolString& out_;
  std::uint32_t at_;  // the token that comes next
  std::size_t quote_ = 0;
  std::uint32_t sentence_ = 0;  // of the token at hand
  std::uint32_t limit_ = 0;     // the end of that sentence, or of what is before the next quote
};

}  // namespace

void read_symbols(const SymbolSource& source, Range tokens, SymbolString& out) {
  out.clear();
  (void)read_on(source, tokens, tokens.last, 0, out);
}

bool read_on(const SymbolSource& source, Range tokens, std::uint32_t until, std::uint32_t more,
             SymbolString& out) {
  return SymbolReader(source, tokens, out).read_to(until, more);
}

}  // namespace quotary
