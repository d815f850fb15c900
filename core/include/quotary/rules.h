// RulePack: everything Quotary knows about a language, as data. Loaded once, immutable, shared.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/document.h"
#include "quotary/result.h"

namespace quotary {

struct PackData;  // core/rules

// Lexicons, rules and weights. Copying shares the data; all const members are thread-safe.
class RulePack {
 public:
  // The English pack that is compiled into the library.
  static Result<RulePack> built_in();
  // A pack from a directory laid out as rules/en is (docs/rules.md). `over`, when given, is the
  // pack that it adds to: its classes, rules and weights stay, equal ids are replaced.
  static Result<RulePack> load(const std::string& directory, const RulePack* over = nullptr);

  // What Document::from_bytes needs to know of the language. Lives as long as a copy of the pack.
  [[nodiscard]] const TextRules& text_rules() const;

  // One that tools have compiled themselves; not null.
  explicit RulePack(std::shared_ptr<const PackData> data) : data_(std::move(data)) {}
  [[nodiscard]] const PackData& data() const { return *data_; }

 private:
  std::shared_ptr<const PackData> data_;
};

}  // namespace quotary
