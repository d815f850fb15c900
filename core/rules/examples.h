// The examples of a rule or a grammar, as its file states them.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/json_tree.h"
#include "rules/rule.h"

namespace quotary {

// The members "matches", "rejects" and "todo" of `object`. Errors are added to `errors`.
[[nodiscard]] RuleExamples read_examples(const JsonTree& tree, std::uint32_t object,
                                         std::vector<Error>& errors);

}  // namespace quotary
