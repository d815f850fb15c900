// Source phrases: which of the names in and around a phrase it is about.
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/reading.h"
#include "sources/register.h"
#include "sources/source_classes.h"

namespace quotary {

// "The senator", "his lawyer": whether a phrase is about somebody who is known already.
[[nodiscard]] bool is_definite(const Reading& reading, Range tokens);

// Looks at the words of a phrase and at names, not at what has been said before. Each answer is an
// index into Register::namings(), or kNone.
class SourcePhrases {
 public:
  // All arguments outlive it.
  SourcePhrases(const Reading& reading, const SourceClasses& classes, const Register& names)
      : r_(reading), classes_(classes), names_(names) {}

  [[nodiscard]] const Register& names() const { return names_; }
  // The naming that a source phrase is about.
  [[nodiscard]] std::uint32_t naming_in(Range tokens, std::uint32_t head) const;
  // Whom the relative pronoun `head` goes on about.
  [[nodiscard]] std::uint32_t before_relative(std::uint32_t head) const;
  // Whoever stands behind the document that the phrase names.
  [[nodiscard]] std::uint32_t maker_of(Range tokens, std::uint32_t head) const;
  // The namings of a phrase that say something together with `naming`, which is one of them, in
  // order: "Cole, the mayor, and Lund". Empty if it is alone. A list that begins a sentence may
  // begin before the phrase.
  void find_joint(Range tokens, std::uint32_t naming, std::vector<std::uint32_t>& joint) const;
  // The names that tell who a plural is: "two engineers, Cole and Lund". Empty if none do.
  void find_apposed(Range tokens, std::uint32_t head, std::vector<std::uint32_t>& joint) const;
  // The same around a naming that is one of several: whom "they" means.
  void find_group(std::uint32_t naming, std::vector<std::uint32_t>& joint) const;
  // Whether naming `naming` is one of several that are named together.
  [[nodiscard]] bool is_joined(std::uint32_t naming) const;

 private:
  [[nodiscard]] std::uint32_t person_at_end(Range tokens, std::uint32_t head,
                                            std::uint32_t found) const;
  [[nodiscard]] std::uint32_t name_after_role(Range tokens, std::uint32_t head) const;
  [[nodiscard]] std::uint32_t end_before(std::uint32_t at) const;
  [[nodiscard]] bool is_place(Range tokens) const;
  // How a naming goes on a list of names: not at all, by a comma, by "and".
  enum class Link : std::uint8_t { none, comma, conjunction };
  [[nodiscard]] Link link_between(std::uint32_t before, std::uint32_t after) const;
  void list_from(std::uint32_t first, std::uint32_t end, std::uint32_t naming,
                 std::vector<std::uint32_t>& joint) const;
  [[nodiscard]] bool is_one_name(std::uint32_t before, std::uint32_t after) const;
  [[nodiscard]] std::uint32_t begin_of_list(std::uint32_t naming) const;
  [[nodiscard]] bool may_be_joined(std::uint32_t naming) const;
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t naming) const;
  [[nodiscard]] SourceType type_of(std::uint32_t naming) const {
    return names_.figures()[names_.namings()[naming].figure].type;
  }
  [[nodiscard]] bool is_person(std::uint32_t naming) const {
    return type_of(naming) == SourceType::person;
  }

  const Reading& r_;
  const SourceClasses& classes_;
  const Register& names_;
};

}  // namespace quotary
