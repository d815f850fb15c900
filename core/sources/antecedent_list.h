// Why a source phrase was taken to mean somebody: who else was considered. Only for those who ask.
#pragma once

#include <string_view>
#include <vector>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/antecedents.h"
#include "sources/register.h"

namespace quotary {

// Writes Analysis::antecedents. Each name is listed once a step, where it speaks for itself best;
// the winner first, then by points, eight at most.
class AntecedentList {
 public:
  // All arguments outlive it.
  AntecedentList(const Reading& reading, const Register& names, Analysis& analysis)
      : r_(reading), names_(names), analysis_(analysis) {}

  // Of the quote whose phrase is resolved next.
  void begin(std::uint32_t quote) {
    quote_ = quote;
    first_ = analysis_.antecedents.size();
  }

  // Places that competed in a step; `taken` is null if none of them won.
  void add(std::string_view sieve, const std::vector<Ranked>& places, const Spoken* taken);
  void add(std::string_view sieve, const std::vector<Bearer>& bearers, std::uint32_t taken);
  // A mention that a step went straight to.
  void add(std::string_view sieve, std::uint32_t mention);
  // Whether the phrase in hand has its antecedent already.
  [[nodiscard]] bool decided() const;

 private:
  void write(std::vector<Antecedent>& rivals);
  [[nodiscard]] Span name_of(const Spoken& place) const;

  const Reading& r_;
  const Register& names_;
  Analysis& analysis_;
  std::uint32_t quote_ = 0;
  std::size_t first_ = 0;  // its first antecedent
};

}  // namespace quotary
