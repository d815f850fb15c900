// The classes of a lexicon as values of features, so that weights name classes and not numbers.
#pragma once

#include <span>
#include <vector>

#include "model/weights.h"
#include "rules/lexicon.h"

namespace quotary {

// For each set of classes of a Lexicon, the classes; those whose names begin with "Refer" are no
// features.
class ClassWords {
 public:
  explicit ClassWords(const Lexicon& lexicon);
  [[nodiscard]] std::size_t set_count() const { return begins_.size() - 1; }
  [[nodiscard]] std::span<const ClassValue> of(SetId set) const {
    return std::span(values_).subspan(begins_[set], begins_[set + 1U] - begins_[set]);
  }

 private:
  std::vector<ClassValue> values_;
  std::vector<std::uint32_t> begins_;
};

}  // namespace quotary
