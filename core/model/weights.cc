#include "model/weights.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

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

// Reads one line into `weight`; returns what is wrong with it, nullptr if nothing is.
const char* parse_weight(std::string_view line, NamedWeight& weight) {
  const std::size_t last_tab = line.rfind('\t');
  if (last_tab == std::string_view::npos) return "expected template<TAB>...<TAB>weight";
  const std::string_view number = line.substr(last_tab + 1);
  const char* const end = number.data() + number.size();
  const auto [stopped, problem] = std::from_chars(number.data(), end, weight.weight);
  if (problem != std::errc() || stopped != end) return "the last field is no number";
  line = line.substr(0, last_tab);
  std::size_t tab = std::min(line.find('\t'), line.size());
  weight.kind = line.substr(0, tab);
  weight.count = 0;
  while (tab < line.size()) {
    if (weight.count == kMostValues) return "a feature has at most three values";
    line.remove_prefix(tab + 1);
    tab = std::min(line.find('\t'), line.size());
    if (!parse_value(line.substr(0, tab), weight.values[weight.count++])) {
      return "a value after # must be a number";
    }
  }
  return nullptr;
}

}  // namespace

// Puts weights where they are looked for.
class WeightTable::Builder {
 public:
  explicit Builder(std::span<const std::string> classes) {
    table_.numbers_.resize(kNumbersSize);
    table_.rows_.resize(classes.size() * kRowSize);
    for (std::uint32_t number = 0; number < classes.size(); ++number) {
      numbers_of_classes_.emplace(word_id(classes[number]), number);
    }
  }

  // What is wrong with the weight, nullptr if nothing is.
  const char* add(const NamedWeight& named) {
    if (named.kind != kind_) {  // they come sorted
      kind_ = named.kind;
      place_ = number_place(kind_);
    }
    ++table_.size_;
    const float scaled = std::clamp(named.weight * kUnit, -32767.0F, 32767.0F);
    const auto weight = static_cast<std::int16_t>(std::lround(scaled));
    const std::span values = std::span(named.values).first(named.count);
    switch (place_.kind) {
      case NumberPlace::Kind::numbers:
        return add_by_numbers(values, weight);
      case NumberPlace::Kind::classes:
        return add_by_class(values, weight);
      case NumberPlace::Kind::none:
        std::uint64_t key = Template::seed_of(kind_);
        for (std::size_t i = 0; i < values.size(); ++i) key += value_key(i, values[i]);
        hashed_.emplace_back(key, weight);
    }
    return nullptr;
  }

  WeightTable table() && {
    table_.hashed_.reserve(hashed_.size());
    for (const auto& [key, weight] : hashed_) table_.hashed_.insert(key, weight);
    return std::move(table_);
  }

 private:
  static constexpr const char* kTooLarge = "a number is too large for its template";

  const char* add_by_numbers(std::span<const Value> values, std::int16_t weight) {
    const auto at = place_of(values);
    if (!at) return kTooLarge;
    table_.numbers_[*at] = weight;
    return nullptr;
  }
  const char* add_by_class(std::span<const Value> values, std::int16_t weight) {
    if (values.empty()) return "a template of classes needs one";
    const auto at = place_of(values.subspan(1));
    if (!at) return kTooLarge;
    const auto row = numbers_of_classes_.find(values[0]);
    if (row != numbers_of_classes_.end()) {
      table_.rows_[row->second * std::size_t{kRowSize} + *at] = weight;
    }
    return nullptr;
  }
  [[nodiscard]] std::optional<std::size_t> place_of(std::span<const Value> values) const {
    std::size_t at = place_.first;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] >= place_.counts[i]) return std::nullopt;
      at += values[i] * std::size_t{place_.times(i)};
    }
    return at;
  }

  WeightTable table_;
  std::unordered_map<Value, std::uint32_t> numbers_of_classes_;
  std::vector<std::pair<std::uint64_t, std::int16_t>> hashed_;
  std::string_view kind_;  // of the last weight
  NumberPlace place_;
};

Result<WeightTable> WeightTable::parse(std::string_view text, const std::string& file,
                                       std::span<const std::string> classes) {
  Builder builder(classes);
  for (std::uint32_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view content = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (content.empty() || content.starts_with("# ") || content == "#") continue;
    NamedWeight weight;
    const char* wrong = parse_weight(content, weight);
    if (wrong == nullptr) wrong = builder.add(weight);
    if (wrong != nullptr) return Error{ErrorCode::bad_model, wrong, {file, line, 0}};
  }
  return std::move(builder).table();
}

WeightTable WeightTable::of(std::span<const NamedWeight> weights,
                            std::span<const std::string> classes) {
  Builder builder(classes);
  for (const NamedWeight& weight : weights) {
    [[maybe_unused]] const char* const wrong = builder.add(weight);
    assert(wrong == nullptr);
  }
  return std::move(builder).table();
}

}  // namespace quotary
