#include "rules/grammars.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "rules/backticks.h"
#include "rules/examples.h"

namespace quotary {
namespace {

constexpr std::string_view kGrammarKeys[] = {"id", "about", "matches", "rejects", "todo"};

class GrammarFileReader {
 public:
  GrammarFileReader(const JsonTree& tree, std::vector<Grammar>& grammars,
                    std::vector<Error>& errors)
      : tree_(tree), grammars_(grammars), errors_(errors) {}

  void read() {
    const std::uint32_t list = tree_.member(0, "grammars");
    if (list == kNone || tree_[list].kind != JsonKind::array) {
      return fail(0, ErrorCode::missing_field, "a file of grammars is {\"grammars\": [...]}");
    }
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) read_grammar(each.index());
  }

 private:
  void fail(std::uint32_t index, ErrorCode code, std::string message) {
    errors_.push_back({code, std::move(message), tree_.place(index)});
  }

  void read_grammar(std::uint32_t index) {
    const std::uint32_t id = tree_.member(index, "id");
    if (id == kNone || tree_[id].text.empty()) {
      return fail(index, ErrorCode::missing_field, "a grammar needs an \"id\"");
    }
    for (JsonMembers each(tree_, index); !each.done(); each.advance()) {
      if (std::find(std::begin(kGrammarKeys), std::end(kGrammarKeys), each.key()) !=
          std::end(kGrammarKeys)) {
        continue;
      }
      fail(each.key_index(), ErrorCode::bad_rule,
           "unknown field " + in_backticks(each.key()) +
               "; a grammar has id, about, matches, rejects and todo");
    }
    Grammar grammar;
    grammar.id = tree_[id].text;
    grammar.about = tree_.text(index, "about").value_or("");
    grammar.place = tree_.place(id);
    grammar.examples = read_examples(tree_, index, errors_);
    put(std::move(grammar));
  }

  void put(Grammar grammar) {
    const auto known = std::find_if(grammars_.begin(), grammars_.end(),
                                    [&](const Grammar& each) { return each.id == grammar.id; });
    if (known != grammars_.end()) {
      *known = std::move(grammar);
    } else {
      grammars_.push_back(std::move(grammar));
    }
  }

  const JsonTree& tree_;
  std::vector<Grammar>& grammars_;
  std::vector<Error>& errors_;
};

}  // namespace

std::vector<Grammar> read_grammars(const PackFiles& files, std::vector<Error>& errors) {
  std::vector<Grammar> grammars;
  for (const PackFile& file : files) {
    if (file.kind != PackFileKind::grammars) continue;
    const Result<JsonTree> tree = JsonTree::read(file.content, file.path);
    if (tree) {
      GrammarFileReader(*tree, grammars, errors).read();
    } else {
      errors.push_back(tree.error());
    }
  }
  return grammars;
}

}  // namespace quotary
