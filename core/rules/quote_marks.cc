#include "rules/quote_marks.h"

#include <algorithm>

namespace quotary {
namespace {

void read_list(const JsonTree& tree, std::string_view key, std::vector<std::string>& out) {
  const std::uint32_t list = tree.member(0, key);
  if (list == kNone) return;
  for (JsonChildren each(tree, list); !each.done(); each.advance()) {
    const std::string_view text = tree[each.index()].text;
    if (!text.empty() && std::find(out.begin(), out.end(), text) == out.end()) {
      out.emplace_back(text);
    }
  }
}

void read_pair(const JsonTree& tree, std::uint32_t index, QuoteMarks& marks,
               std::vector<Error>& errors) {
  QuoteMarkPair pair;
  pair.open = tree.text(index, "open").value_or("");
  pair.close = tree.text(index, "close").value_or("");
  pair.cost = static_cast<float>(tree.number(index, "cost").value_or(0));
  const std::uint32_t single = tree.member(index, "single");
  pair.single = single != kNone && tree[single].truth;
  if (pair.open.empty() || pair.close.empty()) {
    errors.push_back({ErrorCode::bad_pack,
                      "a pair of marks has the form {\"open\": \"“\", \"close\": \"”\"}",
                      tree.place(index)});
    return;
  }
  for (QuoteMarkPair& known : marks.pairs) {
    if (known.open == pair.open && known.close == pair.close) {
      known = pair;
      return;
    }
  }
  marks.pairs.push_back(pair);
}

void read_cost(std::string_view name, float cost, QuoteMarks& marks) {
  for (auto& [known, value] : marks.costs) {
    if (known == name) {
      value = cost;
      return;
    }
  }
  marks.costs.emplace_back(name, cost);
}

}  // namespace

void read_quote_marks(const JsonTree& tree, QuoteMarks& marks, std::vector<Error>& errors) {
  if (const std::uint32_t pairs = tree.member(0, "pairs"); pairs != kNone) {
    for (JsonChildren each(tree, pairs); !each.done(); each.advance()) {
      read_pair(tree, each.index(), marks, errors);
    }
  }
  read_list(tree, "apostrophes", marks.apostrophes);
  read_list(tree, "elided_heads", marks.elided_heads);
  read_list(tree, "elided_tails", marks.elided_tails);
  read_list(tree, "apostrophe_endings", marks.apostrophe_endings);
  const std::uint32_t costs = tree.member(0, "costs");
  if (costs == kNone) return;
  for (JsonMembers each(tree, costs); !each.done(); each.advance()) {
    read_cost(each.key(), static_cast<float>(tree[each.value()].number), marks);
  }
}

}  // namespace quotary
