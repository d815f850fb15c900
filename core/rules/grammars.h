// Grammars: what a pack tells of the decisions that stand in code and not in a rule of its own.
//
// A record names them as it names rules: "credit.label", "verdict.wire-dateline", "alternation".
// The program decides without this file; only tools for people ask for it, so it is read then.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/example_reader.h"
#include "rules/pack_files.h"
#include "rules/rule.h"

namespace quotary {

struct Grammar {
  std::string id;
  std::string about;  // what it is and what it looks for
  RuleExamples examples;
  Place place;
};

// The grammars of grammars.json in all layers of a pack: {"grammars": [{"id", "about", "matches",
// "rejects", "todo"}]}. One of a later layer replaces its namesake. Errors are added to `errors`.
[[nodiscard]] std::vector<Grammar> read_grammars(const PackFiles& files,
                                                 std::vector<Error>& errors);

// What a grammar found in a text.
struct GrammarHit {
  std::string words;  // where it stands in the text; empty where the text as a whole is judged
  FilledRoles roles;
};

// What the grammar `id` finds in the text of an example, by the whole way that a text goes. The
// member "publisher" of an example says who publishes it and is no role. (core/extraction has it.)
using GrammarReader =
    std::function<std::vector<GrammarHit>(std::string_view id, const RuleExample& example)>;

inline constexpr std::string_view kPublisher = "publisher";

}  // namespace quotary
