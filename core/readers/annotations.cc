#include "quotary/annotations.h"

#include <cmath>
#include <filesystem>
#include <limits>
#include <new>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "readers/brat.h"
#include "readers/byte_input.h"
#include "readers/json_lines.h"
#include "readers/line_input.h"

namespace quotary {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxLineBytes = std::uint64_t{1} << 30;

// Reads the parts of one annotated document; the first thing that is wrong stays in `error`.
class AnnotationParser {
 public:
  AnnotationParser(Place place, AnnotationSource::Text text)
      : place_(std::move(place)), text_(text) {}

  Result<AnnotatedDocument> parse(const json& object) {
    AnnotatedDocument document;
    const json* id = member(object, "id");
    if (id == nullptr) fail(ErrorCode::missing_field, "no field `id`");
    if (id != nullptr) document.id = id->is_string() ? id->get<std::string>() : id->dump();
    if (text_ == AnnotationSource::Text::required && member(object, "text") == nullptr) {
      fail(ErrorCode::missing_field, "no field `text`");
    }
    document.text = string(object, "text");
    const json* quotes = member(object, "quotes");
    if (quotes == nullptr || !quotes->is_array()) {
      fail(ErrorCode::missing_field, "no list `quotes`");
    } else {
      document.quotes.reserve(quotes->size());
      for (const json& each : *quotes) document.quotes.push_back(quote(each));
    }
    read_aliases(object, document.aliases);
    if (error_) return *std::move(error_);
    return document;
  }

 private:
  // Null where it is absent or null.
  static const json* member(const json& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
  }

  AnnotatedQuote quote(const json& object) {
    AnnotatedQuote quote;
    if (!object.is_object()) {
      fail(ErrorCode::bad_annotation, "each of `quotes` must be an object");
      return quote;
    }
    if (member(object, "content") == nullptr) {
      fail(ErrorCode::missing_field, "a quote without `content`");
    }
    quote.content = spans(object, "content");
    quote.cue = spans(object, "cue");
    quote.source = spans(object, "source");
    quote.speaker = string(object, "speaker");
    quote.nested = flag(object, "nested");
    quote.doubtful = flag(object, "doubtful");
    quote.kind = kind(object);
    if (const json* confidence = member(object, "confidence")) {
      if (!confidence->is_number()) fail(ErrorCode::bad_annotation, "`confidence` is no number");
      if (confidence->is_number()) quote.confidence = confidence->get<double>();
    }
    return quote;
  }

  AnnotatedKind kind(const json& object) {
    const std::string name = string(object, "kind");
    if (name.empty()) return AnnotatedKind::unknown;
    for (const auto each : {AnnotatedKind::direct, AnnotatedKind::indirect, AnnotatedKind::mixed,
                            AnnotatedKind::unknown}) {
      if (name == name_of(each)) return each;
    }
    fail(ErrorCode::bad_annotation,
         "`" + name + "` is no kind; direct, indirect, mixed and unknown are");
    return AnnotatedKind::unknown;
  }

  std::vector<CodepointSpan> spans(const json& object, const char* role) {
    std::vector<CodepointSpan> spans;
    const json* list = member(object, role);
    if (list == nullptr) return spans;
    if (!list->is_array()) return fail_spans(role);
    for (const json& span : *list) {
      if (!span.is_array() || span.size() != 2 || !is_offset(span[0]) || !is_offset(span[1])) {
        return fail_spans(role);
      }
      spans.push_back({span[0].get<std::uint32_t>(), span[1].get<std::uint32_t>()});
    }
    return spans;
  }

  static bool is_offset(const json& number) {
    return number.is_number_unsigned() &&
           number.get<std::uint64_t>() <= std::numeric_limits<std::uint32_t>::max();
  }

  std::vector<CodepointSpan> fail_spans(const char* role) {
    fail(ErrorCode::bad_annotation,
         std::string("`") + role + "` must be a list of pairs of offsets, [[begin, end], ...]");
    return {};
  }

  std::string string(const json& object, const char* name) {
    const json* value = member(object, name);
    if (value == nullptr) return {};
    if (value->is_string()) return value->get<std::string>();
    fail(ErrorCode::bad_annotation, std::string("`") + name + "` must be a string");
    return {};
  }

  static bool flag(const json& object, const char* name) {
    const json* value = member(object, name);
    return value != nullptr && value->is_boolean() && value->get<bool>();
  }

  void read_aliases(const json& object, std::vector<Aliases>& aliases) {
    const json* all = member(object, "aliases");
    if (all == nullptr) return;
    if (!all->is_object()) return fail(ErrorCode::bad_annotation, "`aliases` must be an object");
    for (const auto& [name, others] : all->items()) {
      Aliases& entry = aliases.emplace_back(Aliases{name, {}});
      for (const json& other : others) {
        if (other.is_string()) entry.others.push_back(other.get<std::string>());
      }
    }
  }

  void fail(ErrorCode code, std::string message) {
    if (!error_) error_ = Error{code, std::move(message), place_};
  }

  Place place_;
  AnnotationSource::Text text_;
  std::optional<Error> error_;
};

// The boundary for nlohmann's exceptions and for running out of memory.
Result<AnnotatedDocument> parse_line(std::string_view line, const Place& place,
                                     AnnotationSource::Text text) {
  try {
    const json object = json::parse(line, nullptr, false);
    if (!object.is_object()) return bad_json_line(line, {0, "expected a JSON object"}, place);
    return AnnotationParser(place, text).parse(object);
  } catch (const json::exception& exception) {
    return Error{ErrorCode::bad_annotation, exception.what(), place};
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::too_large, "not enough memory for this document", place};
  }
}

bool is_brat(const std::string& path) {
  std::error_code ignored;
  return path.ends_with(".ann") || std::filesystem::is_directory(path, ignored);
}

}  // namespace

std::string_view name_of(AnnotatedKind kind) {
  switch (kind) {
    case AnnotatedKind::direct:
      return "direct";
    case AnnotatedKind::indirect:
      return "indirect";
    case AnnotatedKind::mixed:
      return "mixed";
    case AnnotatedKind::unknown:
      break;
  }
  return "unknown";
}

class AnnotationSource::State {
 public:
  State(std::string path, Text text) : text_(text) {
    if (is_brat(path)) {
      brat_.emplace(std::move(path));
      return;
    }
    Result<ByteInput> input = ByteInput::open(path);
    if (!input) {
      failure_ = input.error();
      return;
    }
    lines_.emplace(std::move(*input), kMaxLineBytes);
  }

  std::optional<Result<AnnotatedDocument>> next() {
    if (failure_) return *std::exchange(failure_, std::nullopt);
    if (brat_) return brat_->next();
    while (auto line = lines_ ? lines_->next() : std::nullopt) {
      if (!*line) return line->error();
      if (is_blank((*line)->text)) continue;
      const Place place{.file = lines_->input().name(), .line = (*line)->number};
      return parse_line((*line)->text, place, text_);
    }
    return std::nullopt;
  }

 private:
  Text text_;
  std::optional<BratCollection> brat_;
  std::optional<LineInput> lines_;
  std::optional<Error> failure_;
};

AnnotationSource::AnnotationSource(std::string path, Text text)
    : state_(std::make_unique<State>(std::move(path), text)) {}
AnnotationSource::~AnnotationSource() = default;
AnnotationSource::AnnotationSource(AnnotationSource&&) noexcept = default;
AnnotationSource& AnnotationSource::operator=(AnnotationSource&&) noexcept = default;

std::optional<Result<AnnotatedDocument>> AnnotationSource::next() { return state_->next(); }

Result<AnnotatedDocument> parse_annotations(std::string_view json_line) {
  return parse_line(json_line, {}, AnnotationSource::Text::optional);
}

}  // namespace quotary
