// Source phrases: which of the names in and around a phrase it is about.
#pragma once

#include <cstdint>

#include "mentions/reading.h"
#include "sources/register.h"
#include "sources/source_classes.h"

namespace quotary {

// Looks at the words of a phrase and at names, not at what has been said before. Each answer is an
// index into Register::namings(), or kNone.
class SourcePhrases {
 public:
  // All arguments outlive it.
  SourcePhrases(const Reading& reading, const SourceClasses& classes, const Register& names)
      : r_(reading), classes_(classes), names_(names) {}

  // The naming that a source phrase is about.
  [[nodiscard]] std::uint32_t naming_in(Range tokens, std::uint32_t head) const;
  // Whom the relative pronoun `head` goes on about.
  [[nodiscard]] std::uint32_t before_relative(std::uint32_t head) const;
  // Whoever stands behind the document that the phrase names.
  [[nodiscard]] std::uint32_t maker_of(Range tokens, std::uint32_t head) const;
  // Whether naming `naming` is one of several that are named together.
  [[nodiscard]] bool is_joined(std::uint32_t naming) const;

 private:
  [[nodiscard]] std::uint32_t person_at_end(Range tokens, std::uint32_t head,
                                            std::uint32_t found) const;
  [[nodiscard]] std::uint32_t name_after_role(Range tokens, std::uint32_t head) const;
  [[nodiscard]] std::uint32_t end_before(std::uint32_t at) const;
  [[nodiscard]] bool is_place(Range tokens) const;

  const Reading& r_;
  const SourceClasses& classes_;
  const Register& names_;
};

}  // namespace quotary
