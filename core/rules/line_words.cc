#include "rules/line_words.h"

namespace quotary {

std::size_t LineWords::group(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? kMaxLineGroups : found->second;
}

LineGroups LineWords::with(std::string_view name) const {
  LineGroups set;
  const std::size_t number = group(name);
  if (number < kMaxLineGroups) set.set(number);
  return set;
}

std::vector<std::string> LineWords::forms_of(std::string_view name) const {
  std::vector<std::string> forms;
  const std::size_t number = group(name);
  for (std::uint32_t i = 0; i < sets_.size() && number < kMaxLineGroups; ++i) {
    if (sets_[i].test(number)) forms.emplace_back(phrases_.spelling(i));
  }
  return forms;
}

LineGroups LineWords::with_prefix(std::string_view prefix) const {
  LineGroups set;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (std::string_view(groups_[i]).starts_with(prefix)) set.set(i);
  }
  return set;
}

LineGroups LineWords::groups_of_form(std::string_view form) const {
  const std::uint32_t phrase = phrases_.find_folded(form);
  return phrase == kNone ? LineGroups() : sets_[phrase];
}

class LineWordsReader {
 public:
  LineWordsReader(const JsonTree& tree, LineWords& words, std::vector<Error>& errors)
      : tree_(tree), words_(words), errors_(errors) {}

  void read() {
    const std::uint32_t list = tree_.member(0, "line_words");
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) read_group(each.index());
  }

 private:
  void fail(std::uint32_t index, std::string message) {
    errors_.push_back({ErrorCode::bad_pack, std::move(message), tree_.place(index)});
  }

  void read_group(std::uint32_t index) {
    const std::string_view name = tree_.text(index, "gives").value_or("");
    const std::uint32_t forms = tree_.member(index, "forms");
    if (name.empty() || forms == kNone) {
      return fail(index, "a group of words is {\"gives\": \"...\", \"forms\": [...]}");
    }
    const auto [known, fresh] = words_.numbers_.emplace(name, words_.groups_.size());
    if (fresh) {
      if (words_.groups_.size() == kMaxLineGroups) return fail(index, "too many groups of words");
      words_.groups_.emplace_back(name);
    }
    const std::uint32_t exact = tree_.member(index, "exact");
    const Spelling how = exact != kNone && tree_[exact].truth ? Spelling::exact : Spelling::folded;
    for (JsonChildren each(tree_, forms); !each.done(); each.advance()) {
      add(tree_[each.index()].text, how, known->second, each.index());
    }
  }

  void add(std::string_view form, Spelling how, std::size_t group, std::uint32_t index) {
    std::uint32_t phrase = words_.phrases_.find(form, how);
    if (phrase == kNone) {
      phrase = static_cast<std::uint32_t>(words_.sets_.size());
      if (!words_.phrases_.add(form, how, phrase)) {
        return fail(index, "a form has one to twelve words");
      }
      words_.sets_.emplace_back();
    }
    words_.sets_[phrase].set(group);
  }

  const JsonTree& tree_;
  LineWords& words_;
  std::vector<Error>& errors_;
};

void read_line_words(const JsonTree& tree, LineWords& words, std::vector<Error>& errors) {
  LineWordsReader(tree, words, errors).read();
}

}  // namespace quotary
