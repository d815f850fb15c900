#include "tags/model.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "quotary/document.h"

namespace quotary {
namespace {

// Cuts the next field off `line`; empty at its end.
std::string_view next_field(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

bool read_number(std::string_view field, int base, std::uint32_t& number) {
  const char* const end = field.data() + field.size();
  const auto [stopped, error] = std::from_chars(field.data(), end, number, base);
  return error == std::errc() && stopped == end;
}

int tag_of_letter(char letter) {
  if ('A' <= letter && letter <= 'Z') return letter - 'A';
  if ('a' <= letter && letter <= 'f') return letter - 'a' + 26;
  return -1;
}

constexpr std::uint32_t kMostWords = 1'000'000;

class ModelParser {
 public:
  ModelParser(std::string_view file, std::string name) : file_(file), name_(std::move(name)) {}

  Result<TaggerModel> parse() {
    const std::uint32_t words = count_words();
    if (words > kMostWords) {
      wrong_ = "found " + std::to_string(words) + " words; expected a million at most";
      return error();
    }
    model_.lexicon = TagLexicon(words);
    while (!file_.empty()) {
      const std::size_t end = std::min(file_.find('\n'), file_.size());
      line_ = file_.substr(0, end);
      file_.remove_prefix(std::min(end + 1, file_.size()));
      ++line_number_;
      if (line_.empty() || line_.front() == '#') continue;
      if (!read_line()) return error();
    }
    if (model_.rows.empty()) {
      wrong_ = "found no weights; expected a line `rows N` and a line for each row";
      return error();
    }
    return std::move(model_);
  }

 private:
  std::uint32_t count_words() const {
    std::uint32_t words = 0;
    for (std::size_t at = 0; at < file_.size();) {
      const std::size_t end = std::min(file_.find('\n', at), file_.size());
      const std::string_view line = file_.substr(at, end - at);
      if (line.starts_with("lower ") || line.starts_with("capital ") ||
          line.starts_with("start ")) {
        const auto fields = std::count(line.begin(), line.end(), ' ');
        words += static_cast<std::uint32_t>(fields - 1);  // one is the class
      }
      at = end + 1;
    }
    return words;
  }

  bool read_line() {
    const std::string_view what = next_field(line_);
    if (what == "lower") return read_words(Casing::lower);
    if (what == "capital") return read_words(Casing::capital);
    if (what == "start") return read_words(Casing::start);
    if (what == "class") return read_class();
    if (what == "tags") return read_tags();
    if (what == "rows") return read_rows();
    return read_weights(what);
  }

  bool read_tags() {
    for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
      if (next_field(line_) != tag_name(static_cast<Tag>(tag))) {
        return fail("the tags are not those of this program; train the model anew");
      }
    }
    return true;
  }

  bool read_rows() {
    if (!read_number(next_field(line_), 10, model_.row_bits) || model_.row_bits < 1 ||
        model_.row_bits > 20) {
      return fail("`rows` expects a power of two between 1 and 20");
    }
    model_.rows.assign(std::size_t{1} << model_.row_bits, WeightRow{});
    return true;
  }

  bool read_class_index(std::uint32_t& index) {
    if (read_number(next_field(line_), 10, index) && index > 0 && index < 256) return true;
    return fail("expected the number of a class, 1 to 255");
  }

  bool read_class() {
    std::uint32_t index = 0;
    if (!read_class_index(index)) return false;
    TagClass read;
    const std::string_view kind = next_field(line_);
    if (kind != "known" && kind != "rare") return fail("expected `known` or `rare`");
    read.rare = kind == "rare";
    while (!line_.empty()) {
      const std::string_view field = next_field(line_);
      const std::optional<Tag> tag = tag_of_name(field);
      if (!tag || *tag == Tag::none) return fail("unknown tag `" + std::string(field) + "`");
      read.tags |= tag_bit(*tag);
    }
    model_.classes[index] = read;
    return read.tags != 0 || fail("a class needs a tag");
  }

  bool read_words(Casing casing) {
    std::uint32_t index = 0;
    if (!read_class_index(index)) return false;
    if (model_.classes[index].tags == 0) return fail("the class stands nowhere above");
    while (!line_.empty()) {
      model_.lexicon.insert(word_id(next_field(line_)), casing, static_cast<ClassIndex>(index));
    }
    return true;
  }

  bool read_weights(std::string_view row_field) {
    std::uint32_t row = 0;
    if (!read_number(row_field, 16, row)) return fail("expected a row or a keyword");
    if (row >= model_.rows.size()) return fail("the row is beyond the number of rows");
    const char* at = line_.data();
    const char* const end = at + line_.size();
    while (at < end) {
      const int tag = tag_of_letter(*at);
      int weight = 0;
      const auto [stopped, failed] = std::from_chars(at + 1, end, weight);
      if (tag < 0 || failed != std::errc()) return fail("expected a letter and a number");
      if (weight < -kLargestWeight || weight > kLargestWeight) return fail("weight too large");
      model_.rows[row].of_tag[static_cast<std::size_t>(tag)] = static_cast<std::int8_t>(weight);
      at = stopped;
    }
    return true;
  }

  bool fail(std::string what) {
    wrong_ = std::move(what);
    return false;
  }

  Error error() { return {ErrorCode::bad_model, wrong_, {name_, line_number_, 0}}; }

  std::string_view file_;
  std::string name_;
  std::string_view line_;
  std::uint32_t line_number_ = 0;
  std::string wrong_;
  TaggerModel model_;
};

}  // namespace

Result<TaggerModel> parse_tagger_model(std::string_view file, std::string name) {
  return ModelParser(file, std::move(name)).parse();
}

}  // namespace quotary
