#include "rules/examples.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "rules/backticks.h"

namespace quotary {
namespace {

class ExamplesOfObject {
 public:
  ExamplesOfObject(const JsonTree& tree, std::vector<Error>& errors)
      : tree_(tree), errors_(errors) {}

  std::vector<RuleExample> list(std::uint32_t object, std::string_view key) {
    std::vector<RuleExample> found;
    const std::uint32_t list = tree_.member(object, key);
    if (list == kNone) return found;
    if (tree_[list].kind != JsonKind::array) {
      fail(list, in_backticks(key) + " is a list of examples");
      return found;
    }
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) {
      if (std::optional<RuleExample> example = read(each.index())) {
        found.push_back(std::move(*example));
      }
    }
    return found;
  }

 private:
  void fail(std::uint32_t index, std::string message) {
    errors_.push_back({ErrorCode::bad_example, std::move(message), tree_.place(index)});
  }

  std::optional<RuleExample> read(std::uint32_t index) {
    RuleExample example;
    example.place = tree_.place(index);
    if (tree_[index].kind == JsonKind::string) {
      example.text = tree_[index].text;
      return example;
    }
    const std::optional<std::string_view> words = tree_.text(index, "text");
    if (!words) {
      fail(index, "an example is a text or {\"text\": \"...\", \"speaker\": \"...\"}");
      return std::nullopt;
    }
    example.text = *words;
    for (JsonMembers each(tree_, index); !each.done(); each.advance()) {
      if (each.key() == "text") continue;
      if (tree_[each.value()].kind != JsonKind::string) {
        fail(each.value(), "the words that fill a role are a text");
        return std::nullopt;
      }
      example.roles.emplace_back(each.key(), tree_[each.value()].text);
    }
    return example;
  }

  const JsonTree& tree_;
  std::vector<Error>& errors_;
};

}  // namespace

RuleExamples read_examples(const JsonTree& tree, std::uint32_t object, std::vector<Error>& errors) {
  ExamplesOfObject examples(tree, errors);
  RuleExamples found;
  found.matches = examples.list(object, "matches");
  found.rejects = examples.list(object, "rejects");
  found.todo = examples.list(object, "todo");
  return found;
}

}  // namespace quotary
