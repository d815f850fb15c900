#include "quotes/mark_rules.h"

#include <algorithm>

#include "quotary/document.h"

namespace quotary {
namespace {

std::size_t slot_of(std::string_view text) {
  const auto last = static_cast<unsigned char>(text.back());
  return (last + text.size() * 41U) % 128U;
}

std::vector<std::uint32_t> sorted_ids(const std::vector<std::string>& words) {
  std::vector<std::uint32_t> ids;
  ids.reserve(words.size());
  for (const std::string& word : words) ids.push_back(word_id(word));
  std::sort(ids.begin(), ids.end());
  return ids;
}

struct NamedCost {
  std::string_view name;
  float MarkCosts::*member;
};

constexpr NamedCost kCosts[] = {
    {"against_space", &MarkCosts::against_space},
    {"loose", &MarkCosts::loose},
    {"after_pause", &MarkCosts::after_pause},
    {"wrong_way", &MarkCosts::wrong_way},
    {"against_form", &MarkCosts::against_form},
    {"stray", &MarkCosts::stray},
    {"unopened", &MarkCosts::unopened},
    {"unclosed", &MarkCosts::unclosed},
    {"reopened", &MarkCosts::reopened},
    {"continued", &MarkCosts::continued},
    {"carried", &MarkCosts::carried},
    {"nested_in_kind", &MarkCosts::nested_in_kind},
    {"single_outside", &MarkCosts::single_outside},
    {"apostrophe", &MarkCosts::apostrophe},
    {"odd_apostrophe", &MarkCosts::odd_apostrophe},
    {"no_apostrophe", &MarkCosts::no_apostrophe},
    {"prime", &MarkCosts::prime},
    {"elision", &MarkCosts::elision},
    {"plain_close", &MarkCosts::plain_close},
};

MarkCosts named_costs(const std::vector<std::pair<std::string, float>>& given) {
  MarkCosts costs;
  for (const auto& [name, value] : given) {
    for (const NamedCost& cost : kCosts) {
      if (cost.name == name) costs.*cost.member = value;
    }
  }
  return costs;
}

}  // namespace

MarkRules::MarkRules(const QuoteMarks& data)
    : elided_heads_(sorted_ids(data.elided_heads)),
      elided_tails_(sorted_ids(data.elided_tails)),
      costs_(named_costs(data.costs)) {
  for (const std::string& ending : data.apostrophe_endings) {
    if (ending.ends_with(' ')) {
      spaced_endings_.push_back(ending.substr(0, ending.size() - 1));
    } else {
      endings_.push_back(ending);
    }
  }
  slots_.fill(kNoForm);
  for (const QuoteMarkPair& pair : data.pairs) {
    if (pair.open.empty() || pair.close.empty()) continue;
    const MarkForm open = add(pair.open, pair.single);
    const MarkForm close = add(pair.close, pair.single);
    if (open == kNoForm || close == kNoForm) continue;
    Form& opener = forms_[open];
    Form& closer = forms_[close];
    opener.opening = std::min(opener.opening, pair.cost);
    closer.closing = std::min(closer.closing, pair.cost);
    opener.pairing[close] = std::min(opener.pairing[close], pair.cost);
  }
  for (Form& form : forms_) {
    form.directed = !either_way(form);
    const auto& marks = data.apostrophes;
    form.apostrophe = std::find(marks.begin(), marks.end(), form.text) != marks.end();
  }
}

// " opens and closes; so do « and », as « x » and as » x «.
bool MarkRules::either_way(const Form& form) const {
  const auto self = static_cast<std::size_t>(&form - forms_.data());
  for (std::size_t other = 0; other < forms_.size(); ++other) {
    if (form.pairing[other] < costs_.loose && forms_[other].pairing[self] < costs_.loose) {
      return true;
    }
  }
  return false;
}

MarkForm MarkRules::add(const std::string& text, bool single) {
  if (const MarkForm known = form(text); known != kNoForm) return known;
  if (forms_.size() + 1 >= kMaxMarks) return kNoForm;
  const auto number = static_cast<MarkForm>(forms_.size());
  Form form;
  form.text = text;
  form.single = single;
  form.opening = form.closing = costs_.wrong_way;
  form.pairing.fill(costs_.wrong_way);
  forms_.push_back(form);
  std::size_t slot = slot_of(text);
  while (slots_[slot] != kNoForm) slot = (slot + 1) % slots_.size();
  slots_[slot] = number;
  return number;
}

MarkForm MarkRules::form(std::string_view text) const {
  if (text.empty()) return kNoForm;
  for (std::size_t slot = slot_of(text); slots_[slot] != kNoForm;
       slot = (slot + 1) % slots_.size()) {
    if (forms_[slots_[slot]].text == text) return slots_[slot];
  }
  return kNoForm;
}

bool MarkRules::elided_head(std::uint32_t word) const {
  return std::binary_search(elided_heads_.begin(), elided_heads_.end(), word);
}

bool MarkRules::elided_tail(std::uint32_t word) const {
  return std::binary_search(elided_tails_.begin(), elided_tails_.end(), word);
}

bool MarkRules::apostrophe_ending(std::string_view word, bool space_follows) const {
  const auto fits = [&](const std::string& ending) {
    return word.size() > ending.size() + 1 && word.ends_with(ending);
  };
  return std::any_of(endings_.begin(), endings_.end(), fits) ||
         (space_follows && std::any_of(spaced_endings_.begin(), spaced_endings_.end(), fits));
}

}  // namespace quotary
