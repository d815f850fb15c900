#include "blocks/blocks.h"

#include <algorithm>
#include <optional>
#include <span>

#include "text/title_case.h"

namespace quotary {
namespace {

// Technical: where to look at all, so that body text costs next to nothing. What is looked for is
// data (rules/en/blocks.json).
constexpr std::uint32_t kHeadParagraphs = 12;     // a byline, a date or a label stands among these
constexpr std::uint32_t kDatelineParagraphs = 3;  // of prose
constexpr std::uint32_t kMostAbove = 30;  // paragraphs above a dateline, short ones included
constexpr std::uint32_t kProseTokens = 20;
constexpr std::uint32_t kDatelineTokens = 24;
constexpr std::uint32_t kHeadlineTokens = 30;
constexpr std::uint32_t kLabelTokens = 4;
constexpr std::uint32_t kShortTokens = 30;
constexpr std::uint32_t kDateTokens = 9;
constexpr std::uint32_t kCreditTokens = 16;  // of one that ends in a full stop
constexpr std::size_t kDatelineBytes = 160;
constexpr std::uint32_t kFirstTokens = 4;  // of a notice: a word that gives it away is among these
constexpr std::uint32_t kLastTokens = 7;
constexpr std::uint32_t kCopiedTokens = 5;  // a copy repeats at least so many

bool is_word(const Token& token) { return token.kind == TokenKind::word; }

class BlockNamer {
 public:
  BlockNamer(const Document& document, const BlockRules& rules, std::vector<Block>& out,
             std::span<const ElementHint> hints)
      : document_(document), rules_(rules), tokens_(document.tokens()), out_(out), hints_(hints) {
    headline_marked_ = std::find(hints.begin(), hints.end(), ElementHint::headline) != hints.end();
  }

  void name_all() {
    const auto& paragraphs = document_.paragraphs();
    out_.assign(paragraphs.size(), {});
    for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
      if (paragraphs[p].tokens.empty()) continue;
      look_at(p);
      name(out_[p]);
      if (out_[p].kind != BlockKind::body) continue;
      ++body_;
      if (range_.size() >= kProseTokens) ++prose_;
    }
    mark_copies();
  }

 private:
  void look_at(std::uint32_t p) {
    number_ = p;
    paragraph_ = &document_.paragraphs()[p];
    text_ = document_.text(paragraph_->span);
    sifted_.reset();
    range_ = paragraph_->tokens;
    last_ = range_.last - 1;
    while (last_ > range_.first && tokens_[last_].kind == TokenKind::quote_mark) --last_;
    const std::string_view end = document_.text(tokens_[last_]);
    open_end_ = tokens_[last_].kind != TokenKind::punctuation || end == ")" || end == "]";
    stop_ = !open_end_ && (end == "." || end == "!" || end == "?" || end == "...");
  }

  // Made when it is first asked for: most paragraphs of body text go without.
  const pattern::SiftedText& sifted() {
    if (!sifted_) sifted_ = rules_.sift(text_);
    return *sifted_;
  }

  void name(Block& block) {
    if (number_ == 0 && !headline_marked_ && is_headline()) {
      block.kind = BlockKind::headline;
      return;
    }
    if (name_by_mark(block) || name_head_line(block)) return;
    if (may_be_notice() && !rules_.find(rules_.notices(), sifted(), {}).empty()) {
      block.kind = BlockKind::notice;
      return;
    }
    find_copy(block);
    find_credit(block);
    if (block.kind == BlockKind::body && is_marked(ElementHint::caption)) {
      block.kind = BlockKind::caption;
    }
    if (block.kind == BlockKind::body && ends_in_date() &&
        !rules_.find(rules_.captions(), sifted(), {}).empty()) {
      block.kind = BlockKind::caption;
    }
    if (block.kind == BlockKind::body && prose_ < kDatelineParagraphs && number_ < kMostAbove &&
        may_have_dateline()) {
      const pattern::SiftedText head = rules_.sift(text_.substr(0, kDatelineBytes));
      block.dateline = in_document(rules_.find(rules_.datelines(), head, "dateline"));
    }
  }

  [[nodiscard]] bool is_marked(ElementHint hint) const {
    return !hints_.empty() && hints_[number_] == hint;
  }

  // What its page marks it as, where its length allows it.
  bool name_by_mark(Block& block) {
    if (hints_.empty() || range_.size() > kShortTokens) return false;
    switch (hints_[number_]) {
      case ElementHint::headline:
        block.kind = BlockKind::headline;
        return true;
      case ElementHint::byline:
        if (stop_) return false;
        block.kind = BlockKind::byline;
        return true;
      case ElementHint::time:
        if (!has_number()) return false;
        block.kind = BlockKind::post_date;
        return true;
      case ElementHint::section:
        block.kind = BlockKind::section;
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] Span in_document(Span found) const {
    if (found.empty()) return {};
    const std::uint32_t begin = paragraph_->span.begin;
    return {begin + found.begin, begin + found.end};
  }

  // A short first line that does not end as a sentence does, or is capitalised as only headlines
  // are, with longer text after it.
  [[nodiscard]] bool is_headline() const {
    const auto& paragraphs = document_.paragraphs();
    if (paragraphs.size() < 2 || range_.size() > kHeadlineTokens) return false;
    if (stop_ && !is_in_title_case(std::span(tokens_).subspan(range_.first, range_.size()),
                                   [&](std::uint32_t at) {
                                     return rules_.small_word(tokens_[range_.first + at].word);
                                   })) {
      return false;
    }
    const std::size_t end = std::min<std::size_t>(paragraphs.size(), 5);
    return std::any_of(paragraphs.begin() + 1,
                       paragraphs.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Paragraph& next) { return next.tokens.size() > range_.size(); });
  }

  // Bylines, dates and labels, above the body or short enough to be one anywhere.
  bool name_head_line(Block& block) {
    if (range_.size() > kShortTokens) return false;
    const bool in_head = number_ < kHeadParagraphs && body_ <= 1;
    if ((in_head || range_.size() <= kDateTokens) && has_number() &&
        !rules_.find(rules_.dates(), sifted(), {}).empty()) {
      block.kind = BlockKind::post_date;
      return true;
    }
    if (!in_head || !open_end_) return false;
    if (!rules_.find(rules_.bylines(), sifted(), {}).empty()) {
      block.kind = BlockKind::byline;
      return true;
    }
    if (body_ == 0 && number_ > 0 && is_label()) {
      block.kind = BlockKind::section;
      return true;
    }
    return false;
  }

  [[nodiscard]] bool has_number() const {
    for (std::uint32_t t = range_.first; t < range_.last; ++t) {
      if ((tokens_[t].shape & shape::has_digit) != 0 || tokens_[t].kind == TokenKind::number) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_label() const {
    if (range_.size() > kLabelTokens) return false;
    for (std::uint32_t t = range_.first; t < range_.last; ++t) {
      if (!is_word(tokens_[t])) return document_.text(tokens_[t]) == "&" && t > range_.first;
    }
    return (tokens_[range_.first].shape & shape::capital) != 0;
  }

  [[nodiscard]] bool may_be_notice() const {
    const std::string_view first = document_.text(tokens_[range_.first]);
    if (!is_word(tokens_[range_.first]) && first != "\"") {
      if (tokens_[range_.first].kind == TokenKind::other || first == "(" || first == "[")
        return true;
    }
    const std::uint32_t head = std::min(range_.last, range_.first + kFirstTokens);
    for (std::uint32_t t = range_.first; t < head; ++t) {
      if (is_word(tokens_[t]) && rules_.notice_word(tokens_[t].word)) return true;
    }
    const std::uint32_t tail = range_.last - std::min(range_.size(), kLastTokens);
    for (std::uint32_t t = std::max(head, tail); t < range_.last; ++t) {
      if (is_word(tokens_[t]) && rules_.notice_word(tokens_[t].word)) return true;
    }
    return false;
  }

  [[nodiscard]] bool may_have_dateline() const {
    const Token& first = tokens_[range_.first];
    if ((first.shape & shape::capital) == 0 && document_.text(first) != "(") return false;
    const std::uint32_t end = std::min(range_.last, range_.first + kDatelineTokens);
    for (std::uint32_t t = range_.first + 1; t < end; ++t) {
      const Token& token = tokens_[t];
      if (token.kind == TokenKind::word || token.kind == TokenKind::number) continue;
      const char c = document_.text(token)[0];
      if (c == '-' || c == '/' || static_cast<unsigned char>(c) >= 0x80) return true;
    }
    return false;
  }

  // Captions end in the day they were taken: "in Port Halsen, Luria, March 17, 2025."
  [[nodiscard]] bool ends_in_date() const {
    if (!stop_ || last_ == range_.first) return false;
    const Token& token = tokens_[last_ - 1];
    return token.kind == TokenKind::number && token.span.size() == 4;
  }

  void find_credit(Block& block) {
    const std::string_view end = document_.text(tokens_[last_]);
    const bool after_bracket =
        end == "." && last_ > range_.first && document_.text(tokens_[last_ - 1]) == ")";
    if (!open_end_ && !after_bracket && !is_list_of_names()) return;
    block.credit = in_document(rules_.find(rules_.credits(), sifted(), "credit"));
    if (block.credit.empty()) return;
    // A credit with nothing but a mark before it is all there is.
    block.kind =
        block.credit.begin <= paragraph_->span.begin + 3 ? BlockKind::credit : BlockKind::caption;
  }

  // A few capitalised words, as a credit is that ends in a full stop all the same.
  [[nodiscard]] bool is_list_of_names() const {
    if (range_.size() > kCreditTokens) return false;
    const auto small = std::count_if(
        tokens_.begin() + range_.first, tokens_.begin() + range_.last,
        [](const Token& token) { return is_word(token) && (token.shape & shape::capital) == 0; });
    return small <= 2;
  }

  // "The bridge was closed,... The bridge was closed, then torn down. Photo: ..."
  void find_copy(Block& block) const {
    if (range_.size() < 2 * kCopiedTokens) return;
    const std::uint32_t opening = tokens_[range_.first].word;
    const auto& ellipses = document_.ellipses();
    auto ellipsis =
        std::lower_bound(ellipses.begin(), ellipses.end(), range_.first + kCopiedTokens - 1);
    for (; ellipsis != ellipses.end() && *ellipsis + 1 + kCopiedTokens < range_.last; ++ellipsis) {
      const std::uint32_t t = *ellipsis + 1;
      if (tokens_[t].word != opening || !is_ellipsis(tokens_[*ellipsis])) continue;
      const std::uint32_t begin = paragraph_->span.begin;
      const std::uint32_t end = tokens_[*ellipsis].span.begin;
      const std::string_view copy = document_.text().substr(begin, end - begin);
      if (!document_.text().substr(tokens_[t].span.begin).starts_with(copy)) continue;
      block.ignored = {begin, tokens_[t].span.begin};
      block.kind = BlockKind::caption;
      return;
    }
  }

  [[nodiscard]] bool is_ellipsis(const Token& token) const {
    if (token.kind != TokenKind::punctuation || token.span.size() < 3) return false;
    const std::string_view text = document_.text(token);
    return text.starts_with("...") || text == "…";
  }

  // A paragraph that breaks off and is repeated in full by the next one.
  void mark_copies() {
    const auto& paragraphs = document_.paragraphs();
    for (std::uint32_t p = 0; p + 1 < paragraphs.size(); ++p) {
      const Range range = paragraphs[p].tokens;
      if (range.size() < kCopiedTokens || !is_ellipsis(tokens_[range.last - 1])) continue;
      const std::uint32_t begin = paragraphs[p].span.begin;
      const std::uint32_t end = tokens_[range.last - 1].span.begin;
      const std::string_view copy = document_.text().substr(begin, end - begin);
      if (document_.text(paragraphs[p + 1].span).starts_with(copy)) {
        out_[p].ignored = paragraphs[p].span;
      }
    }
  }

  const Document& document_;
  const BlockRules& rules_;
  const std::vector<Token>& tokens_;
  std::vector<Block>& out_;
  std::span<const ElementHint> hints_;
  bool headline_marked_ = false;

  // Of the paragraph being looked at.
  std::uint32_t number_ = 0;
  const Paragraph* paragraph_ = nullptr;
  std::string_view text_;
  std::optional<pattern::SiftedText> sifted_;
  Range range_;
  std::uint32_t last_ = 0;  // its last token but for closing marks
  bool open_end_ = false;   // it does not end in punctuation, or in a bracket
  bool stop_ = false;
  std::uint32_t body_ = 0;   // paragraphs of body text before it
  std::uint32_t prose_ = 0;  // of those, how many are no mere line
};

}  // namespace

BlockRules::BlockRules(const PackData& pack) {
  if (pack.text_rule_set) set_ = &*pack.text_rule_set;
  add_words(pack.lexicon);
  struct Destination {
    std::string_view gives;
    RuleList BlockRules::*list;
  };
  constexpr Destination kDestinations[] = {
      {"dateline", &BlockRules::datelines_}, {"byline", &BlockRules::bylines_},
      {"post_date", &BlockRules::dates_},    {"credit", &BlockRules::credits_},
      {"caption", &BlockRules::captions_},   {"notice", &BlockRules::notices_},
  };
  for (std::uint32_t rule = 0; rule < pack.text_rules.size(); ++rule) {
    for (const Destination& each : kDestinations) {
      if (pack.text_rules[rule].gives == each.gives) (this->*each.list).push_back(rule);
    }
  }
}

pattern::SiftedText BlockRules::sift(std::string_view text) const {
  return set_ == nullptr ? pattern::SiftedText{text, {}} : set_->sift(text);
}

Span BlockRules::find(const RuleList& rules, const pattern::SiftedText& text,
                      std::string_view part) const {
  if (set_ == nullptr) return {};
  pattern::TextHit hit;
  for (const std::uint32_t rule : rules) {
    if (!set_->find(rule, text, hit)) continue;
    const std::uint32_t group = part.empty() ? kNone : set_->group(rule, part);
    return group == kNone ? hit.whole : hit.groups[group];
  }
  return {};
}

void BlockRules::add_words(const Lexicon& lexicon) {
  constexpr std::string_view kNotice[] = {"NoticeWord"};
  constexpr std::string_view kSmall[] = {"Prep", "Subordinator", "Det", "That"};
  const ClassSet notice = lexicon.class_set(kNotice);
  const ClassSet small = lexicon.class_set(kSmall);
  lexicon.visit_words([&](std::string_view word, std::span<const SetId, 3> sets) {
    const ClassSet& classes = lexicon.classes(sets[0]);
    if (classes.meets(notice)) notice_words_.push_back(word_id(word));
    if (classes.meets(small)) small_words_.push_back(word_id(word));
  });
  std::sort(notice_words_.begin(), notice_words_.end());
  std::sort(small_words_.begin(), small_words_.end());
  for (const std::uint32_t word : notice_words_) notice_bits_.set(word % notice_bits_.size());
}

void name_blocks(const Document& document, const BlockRules& rules, std::vector<Block>& out,
                 std::span<const ElementHint> hints) {
  BlockNamer(document, rules, out, hints).name_all();
}

}  // namespace quotary
