// Annotations: quotations marked in a text by people or by a program, in the form that corpora and
// scorers exchange them in. Offsets count code points of the text, ends are exclusive.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/result.h"

namespace quotary {

// A half-open range of code points. (Span is bytes; the two do not mix.)
struct CodepointSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend constexpr bool operator==(CodepointSpan, CodepointSpan) = default;
  friend constexpr auto operator<=>(CodepointSpan, CodepointSpan) = default;
};

enum class AnnotatedKind : std::uint8_t { direct, indirect, mixed, unknown };

[[nodiscard]] std::string_view name_of(AnnotatedKind kind);

struct AnnotatedQuote {
  AnnotatedKind kind = AnnotatedKind::unknown;
  std::vector<CodepointSpan> content;
  std::vector<CodepointSpan> cue;
  std::vector<CodepointSpan> source;
  std::string speaker;       // canonical name, joint speakers as "A; B"; empty: not known
  bool nested = false;       // lies inside another quote
  bool doubtful = false;     // the annotators were not sure of the speaker
  double confidence = -1.0;  // of a prediction, 0 to 1; negative: none given
};

// Other names of a speaker.
struct Aliases {
  std::string name;
  std::vector<std::string> others;
};

struct AnnotatedDocument {
  std::string id;
  std::string text;  // UTF-8; empty in a file of predictions
  std::vector<AnnotatedQuote> quotes;
  std::vector<Aliases> aliases;
};

// Annotated documents, pulled one at a time from
//   a JSON Lines file (or "-"): {"id", "text", "quotes": [{"kind", "content": [[begin, end], ...],
//     "cue", "source", "speaker", "nested", "doubtful", "confidence"}], "aliases": {name: [...]}};
//     "quotes" and "content" are required, null counts as absent, other fields are ignored; or
//   a directory (or a single .ann file) of brat standoff as docs/brat.md describes it: pairs of
//     x.txt and x.ann, sorted, with x as the id.
// A broken document yields one Error (cannot_read, bad_json, missing_field, bad_annotation,
// nothing_to_read, too_large) in its place, and reading goes on.
class AnnotationSource {
 public:
  enum class Text : std::uint8_t { required, optional };

  explicit AnnotationSource(std::string path, Text text = Text::required);
  ~AnnotationSource();
  AnnotationSource(AnnotationSource&&) noexcept;
  AnnotationSource& operator=(AnnotationSource&&) noexcept;

  [[nodiscard]] std::optional<Result<AnnotatedDocument>> next();

 private:
  class State;
  std::unique_ptr<State> state_;
};

// One line of such a file: what the eval form of the writers puts out, read back.
[[nodiscard]] Result<AnnotatedDocument> parse_annotations(std::string_view json_line);

}  // namespace quotary
