// What the parts of a line amount to: whether they are those of a credit.
#pragma once

#include "provenance/line.h"
#include "provenance/parts.h"
#include "rules/houses.h"

namespace quotary {

// A house that lives by pictures; one that publishes.
[[nodiscard]] bool is_picture_house(const House& house);
[[nodiscard]] bool is_publisher(const House& house);

// A name too long to be one.
[[nodiscard]] bool has_title(const LineParts& parts);

class CreditEvidence {
 public:
  explicit CreditEvidence(const Line& line) : line_(line), known_(line.knowledge()) {}

  [[nodiscard]] bool sure_person(const LineParts& parts) const;
  // "Ann Lee/Harbour", with its blanks or without.
  [[nodiscard]] bool names_house_too(const LineParts& parts) const;
  [[nodiscard]] bool has_organisation(const LineParts& parts) const;
  // "Marston Police Department": the whole of it
  [[nodiscard]] bool is_office(const LineParts& parts) const;
  // "Photo: Sunset": what it shows rather than whose it is.
  [[nodiscard]] bool is_ordinary_word(const LineParts& parts) const;
  // "Newsline / Things / More": the headings of a page.
  [[nodiscard]] bool has_ordinary_word(const LineParts& parts) const;
  // "Supplied: Harbour Club", "Submitted by Ann Lee"
  [[nodiscard]] bool given(const LineParts& parts) const;
  [[nodiscard]] bool all_wires(const LineParts& parts) const;
  [[nodiscard]] bool all_pictures(const LineParts& parts) const;
  // "Facebook", "Twitter": the buttons of a page.
  [[nodiscard]] bool platforms_only(const LineParts& parts, bool single_words = false) const;
  // Distributors are known; "via Email" is none.
  [[nodiscard]] bool via_is_known(const LineParts& parts) const;
  [[nodiscard]] bool knows_pictures(const LineParts& parts) const;
  // "File photo | Newsline"
  [[nodiscard]] bool told_by_flag(const LineParts& parts) const;
  // "ANN LEE/THE LEDGER", "(Ann Lee, The Ledger)", "Ann Lee/Staff", "Provided/Harbour Zoo": of a
  // house that nobody knows.
  [[nodiscard]] bool is_pair(const LineParts& parts) const;

 private:
  [[nodiscard]] bool open_bracket(const LineParts& parts) const;

  const Line& line_;
  const LineKnowledge& known_;
};

}  // namespace quotary
