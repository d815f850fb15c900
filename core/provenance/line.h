// Line: one paragraph as the grammars of provenance see it: its tokens, and what the pack knows of
// each.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "provenance/line_hints.h"
#include "quotary/span.h"
#include "rules/pack.h"

namespace quotary {

inline constexpr std::size_t kStatementKinds = 9;

// Groups of words for a licence: what follows is its id.
inline constexpr std::string_view kLicencePrefix = "licence.";

// The groups of words that the grammars ask for, by number. Lives no longer than the pack.
class LineKnowledge {
 public:
  explicit LineKnowledge(const PackData& pack);

  [[nodiscard]] const PackData& pack() const { return *pack_; }
  [[nodiscard]] const Houses& houses() const { return pack_->houses; }
  [[nodiscard]] const LineWords& words() const { return pack_->line_words; }

  // Labels and what joins them with a name.
  LineGroups picture, credit, label_adjective, label_by, by, byline_from, via, courtesy,
      preposition, conjunction;
  LineGroups article, particle, pool, flags, roles, organisation, person_never, job, staff;
  LineGroups place_word, place_inside, place_origin, month, time_word, junk, suffix, sentence_start,
      provided, copyright;
  LineGroups prefix_flag, place_abbreviation, corporate, special, caption_label, pool_firm;
  LineGroups licences;  // "licence.CC-BY"
  LineGroups rank, staff_flag, file_flag, given_flag, alone_flag;
  LineGroups staff_word, given_name, day_name, weak_by, job_alone, cast, surname_too, press,
      photo_job, job_head, job_modifier, hour, posting, place_code, place_name, place_noun,
      elided_article, gallery, licensed, behalf, dateline_never, salutation;
  std::array<LineGroups, 12> months;  // one each
  ClassSet first_names, name_particles, org_classes, never_name, place_classes, country_classes,
      title_classes, question_words, time_classes, city_classes;
  std::vector<std::string> organisation_ends;  // "polizei"
  std::vector<std::uint32_t> citing;           // word ids of "citing", "quoting"
  std::vector<std::uint32_t> articles;         // and of "the"
  LineHints hints;
  // How sure a statement is, by its kind; and one that a single clause of a notice makes.
  std::array<double, kStatementKinds> confidences = {};
  double confidence_of_clause = 1;

 private:
  const PackData* pack_;
};

struct LineItem {
  LineToken token;
  LineGroups groups;               // of the longest phrase of the vocabulary that begins here
  std::uint32_t group_tokens = 0;  // how many tokens that is
  std::uint32_t house = kNone;     // index into Houses
  std::uint32_t house_tokens = 0;
  bool house_as_written = false;
  bool known = false;        // what begins here has been looked up
  LineHints::Set hints = 0;  // what may begin here
};

class Line {
 public:
  explicit Line(const LineKnowledge& knowledge) : knowledge_(&knowledge) {}

  // `text` has to outlive what is asked of the Line.
  void read(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text(Span span) const {
    return text_.substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view text_of(std::uint32_t at) const {
    return text(items_[at].token.span);
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(items_.size()); }
  // Behind the last token stands one that is nothing: grammars may look ahead without asking.
  [[nodiscard]] const LineItem& operator[](std::uint32_t at) const {
    static const LineItem nothing;
    if (at >= items_.size()) return nothing;
    if (!items_[at].known) look_up(at);
    return items_[at];
  }
  [[nodiscard]] const LineKnowledge& knowledge() const { return *knowledge_; }
  [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const {
    return {items_[first].token.span.begin, items_[last - 1].token.span.end};
  }
  // The first token that ends after byte `at`.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t at) const;

  // Whether phrases of these hints may stand anywhere in the line, or begin with a token of it: a
  // look at no more than that token.
  [[nodiscard]] bool may_hold(LineHints::Set hints) const { return (held_ & hints) != 0; }
  [[nodiscard]] bool may_begin(std::uint32_t at, LineHints::Set hints) const {
    return (items_[at].hints & hints) != 0;
  }
  // Whether a house is named in [first, last).
  [[nodiscard]] bool names_house(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is(std::uint32_t at, const LineGroups& groups) const {
    return at < size() && ((*this)[at].groups & groups).any();
  }
  [[nodiscard]] bool is_mark(std::uint32_t at, char32_t mark) const {
    return at < size() && items_[at].token.kind == LineTokenKind::mark &&
           items_[at].token.mark == mark;
  }
  [[nodiscard]] bool is_word(std::uint32_t at) const {
    return at < size() && items_[at].token.kind == LineTokenKind::word;
  }
  [[nodiscard]] bool is_capital(std::uint32_t at) const {
    return is_word(at) && items_[at].token.capital;
  }
  [[nodiscard]] bool is_small(std::uint32_t at) const {
    return is_word(at) && !items_[at].token.capital && items_[at].token.letters > 0;
  }
  [[nodiscard]] bool ends_sentence(std::uint32_t at) const;
  // - – — / | and the like, and commas.
  [[nodiscard]] bool is_separator(std::uint32_t at) const;
  [[nodiscard]] bool is_dash(std::uint32_t at) const;
  // Inside the name of a house that began before it.
  [[nodiscard]] bool inside_house(std::uint32_t at) const;
  // A word that texts write in small letters.
  [[nodiscard]] bool is_ordinary(std::uint32_t at) const;
  // The classes of the pack's lexicon.
  [[nodiscard]] const ClassSet& classes(std::uint32_t at) const;

 private:
  void look_up(std::uint32_t at) const;
  void split_glued();
  void add_rescanned(Span span);

  const LineKnowledge* knowledge_;
  std::string_view text_;
  std::vector<LineToken> tokens_;
  std::vector<LineToken> glued_;
  std::vector<LineToken> divided_;
  // Grammars ask for few tokens of a line: what begins with one is looked up when it is asked.
  mutable std::vector<LineItem> items_;
  LineHints::Set held_ = 0;  // all hints of the items
};

}  // namespace quotary
