#include "quotary/writers.h"

#include <algorithm>
#include <array>

#include "writers/brat.h"
#include "writers/csv.h"
#include "writers/eval.h"
#include "writers/jsonl.h"
#include "writers/ninjs.h"
#include "writers/prov.h"
#include "writers/schema_org.h"
#include "writers/view.h"
#include "writers/web_annotation.h"

namespace quotary {
namespace {

constexpr std::array<std::string_view, 9> kNames = {
    "view", "jsonl", "csv", "brat", "eval", "prov", "schema-org", "ninjs", "web-annotation"};

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Format>(found - kNames.begin());
}

OffsetUnit unit_of(Format format, OffsetUnit preferred) {
  const bool fixed =
      format == Format::brat || format == Format::eval || format == Format::web_annotation;
  return fixed ? OffsetUnit::codepoints : preferred;
}

std::unique_ptr<Writer> make_writer(Format format, const WriterOptions& options) {
  switch (format) {
    case Format::jsonl:
      return std::make_unique<JsonlWriter>(options);
    case Format::csv:
      return std::make_unique<CsvWriter>();
    case Format::brat:
      return std::make_unique<BratWriter>(options);
    case Format::eval:
      return std::make_unique<EvalWriter>();
    case Format::prov:
      return std::make_unique<ProvWriter>();
    case Format::schema_org:
      return std::make_unique<SchemaOrgWriter>();
    case Format::ninjs:
      return std::make_unique<NinjsWriter>();
    case Format::web_annotation:
      return std::make_unique<WebAnnotationWriter>();
    case Format::view:
      break;
  }
  return std::make_unique<ViewWriter>(options);
}

}  // namespace quotary
