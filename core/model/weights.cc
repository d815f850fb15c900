#include "model/weights.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include "quotary/document.h"

namespace quotary {

namespace {

// A value as the file writes it: "#12" is the number 12, "\#12" and "said" are words.
bool parse_value(std::string_view field, Value& value) {
  if (field.size() > 1 && field.front() == '#') {
    const char* end = field.data() + field.size();
    const auto [stopped, problem] = std::from_chars(field.data() + 1, end, value);
    return problem == std::errc() && stopped == end;
  }
  if (field.starts_with('\\')) field.remove_prefix(1);
  value = word_id(field);
  return true;
}

}  // namespace

Result<WeightTable> WeightTable::parse(std::string_view text, const std::string& file) {
  WeightTable table;
  table.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  for (std::uint32_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view rest = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (rest.empty() || rest.starts_with("# ") || rest == "#") continue;

    const auto wrong = [&](const char* what) {
      return Error{ErrorCode::bad_model, what, {file, line, 0}};
    };
    const std::size_t last_tab = rest.rfind('\t');
    if (last_tab == std::string_view::npos) return wrong("expected template<TAB>...<TAB>weight");
    float weight = 0;
    const std::string_view number = rest.substr(last_tab + 1);
    const auto [stopped, problem] =
        std::from_chars(number.data(), number.data() + number.size(), weight);
    if (problem != std::errc() || stopped != number.data() + number.size()) {
      return wrong("the last field is no number");
    }
    rest = rest.substr(0, last_tab);
    std::size_t tab = std::min(rest.find('\t'), rest.size());
    std::uint64_t key = Template::seed_of(rest.substr(0, tab));
    while (tab < rest.size()) {
      rest.remove_prefix(tab + 1);
      tab = std::min(rest.find('\t'), rest.size());
      Value value = 0;
      if (!parse_value(rest.substr(0, tab), value)) return wrong("a value after # must be a number");
      key = feature_key(key, value);
    }
    table.insert(key, weight);
  }
  return table;
}

WeightTable WeightTable::of(std::span<const std::pair<std::uint64_t, float>> weights) {
  WeightTable table;
  table.reserve(weights.size());
  for (const auto& [key, weight] : weights) table.insert(key, weight);
  return table;
}

void WeightTable::reserve(std::size_t count) {
  slots_.assign(std::bit_ceil(count * 2 + 1), Slot{});
  mask_ = slots_.size() - 1;
}

void WeightTable::insert(std::uint64_t key, float weight) {
  std::uint64_t at = key & mask_;
  while (slots_[at].check != 0 && slots_[at].check != check_of(key)) at = (at + 1) & mask_;
  size_ += slots_[at].check == 0 ? 1 : 0;
  slots_[at] = {check_of(key), weight};
}

}  // namespace quotary
