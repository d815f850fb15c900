#include "rules/given_names.h"

#include <algorithm>

#include "quotary/document.h"

namespace quotary {

void GivenNames::add(const std::vector<std::string>& forms) {
  for (const std::string& form : forms) forms_.emplace_back(word_id(form), groups_);
  ++groups_;
  std::sort(forms_.begin(), forms_.end());
}

bool GivenNames::alike(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  for (auto of_a = std::lower_bound(forms_.begin(), forms_.end(), Form{a, 0});
       of_a != forms_.end() && of_a->first == a; ++of_a) {
    if (std::binary_search(forms_.begin(), forms_.end(), Form{b, of_a->second})) return true;
  }
  return false;
}

void read_given_names(const JsonTree& tree, GivenNames& names, std::vector<Error>& errors) {
  const std::uint32_t list = tree.member(0, "given_names");
  for (JsonChildren each(tree, list); !each.done(); each.advance()) {
    std::vector<std::string> forms;
    for (JsonChildren form(tree, each.index()); !form.done(); form.advance()) {
      forms.emplace_back(tree[form.index()].text);
    }
    if (forms.size() < 2) {
      errors.push_back({ErrorCode::bad_pack,
                        "expected a list of two forms of a first name, or more",
                        tree.place(each.index())});
      continue;
    }
    names.add(forms);
  }
}

}  // namespace quotary
