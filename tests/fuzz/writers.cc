// Whatever the text, what every writer makes of it re-parses, as JSON a document a line or as a
// table of CSV, and holds no control character as it is. The first byte chooses unit and width.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/quotary.h"

namespace {

using namespace quotary;  // NOLINT(google-build-using-namespace): one program, one file
using nlohmann::json;

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "%.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

const RulePack& pack() {
  static const RulePack loaded = RulePack::built_in().value();
  return loaded;
}

const Extractor& extractor() {
  static const Extractor made = Extractor::create(pack(), {}).value();
  return made;
}

void require_no_controls(std::string_view text, std::string_view allowed) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = byte < 0x20 || byte == 0x7F;
    require(!control || allowed.find(c) != std::string_view::npos, "a raw control character");
  }
  require(text.find("\xE2\x80\xAE") == std::string_view::npos, "a raw mark of direction");
}

void require_json_line(std::string_view text, std::string_view own_key) {
  require(text.ends_with('\n') && text.find('\n') == text.size() - 1, "not one line");
  require_no_controls(text, "\n");
  const json parsed = json::parse(text, nullptr, false);
  require(parsed.is_object() && parsed.contains(own_key), "not the object that was expected");
}

// Cells of each row; aborts where RFC 4180 is broken.
std::vector<std::size_t> columns_of(std::string_view table) {
  std::vector<std::size_t> columns;
  std::size_t cells = 1;
  bool quoted = false;
  for (std::size_t at = 0; at < table.size(); ++at) {
    const char c = table[at];
    if (quoted) {
      if (c != '"') continue;
      if (at + 1 < table.size() && table[at + 1] == '"') {
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      ++cells;
    } else if (c == '\r') {
      require(at + 1 < table.size() && table[at + 1] == '\n', "a lone carriage return");
      columns.push_back(cells);
      cells = 1;
      ++at;
    } else {
      require(c != '\n', "a newline outside quotation marks");
    }
  }
  require(!quoted && cells == 1, "the table breaks off");
  return columns;
}

void require_table(const Writer& writer, const Record& record) {
  std::string table;
  writer.begin(table);
  writer.write(record, table);
  require_no_controls(table, "\r\n\t");
  const std::vector<std::size_t> columns = columns_of(table);
  for (const std::size_t each : columns) require(each == columns.front(), "rows of many lengths");
}

void require_json(const Writer& writer, const Record& record, std::string_view own_key) {
  std::string line;
  writer.write(record, line);
  require_json_line(line, own_key);
}

void require_stripped(const Document& document, const Analysis& analysis, OffsetUnit unit) {
  const Stripped stripped = strip(document, analysis, {.unit = unit});
  require(stripped.text.size() <= document.text().size() + 2 * stripped.kept.size(),
          "stripping added more than blank lines");
  std::uint32_t end = 0;
  for (const KeptSpan& kept : stripped.kept) {
    require(kept.begin >= end && kept.begin <= kept.end, "kept stretches out of order");
    end = kept.end;
  }
  std::string line;
  append_json(stripped, "fuzz", {}, true, "", line);
  require_json_line(line, "kept");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Workspace workspace;
  const std::uint8_t choice = size == 0 ? std::uint8_t{0} : data[0];
  const std::string bytes(reinterpret_cast<const char*>(data) + (size == 0 ? 0 : 1),
                          size == 0 ? 0 : size - 1);
  // The name of a document comes from outside as well.
  const Document document = extractor().read(bytes, bytes.substr(0, 24));
  const Analysis analysis = extractor().analyze(document, workspace);
  RecordOptions options;
  options.unit = static_cast<OffsetUnit>(choice % 3);
  options.all = (choice & 4U) != 0;
  options.context = options.blocks = options.provenance = true;
  options.pack = &pack();
  const Record record = make_record(document, analysis, options);

  const WriterOptions writing{.width = choice};
  require_json(*make_writer(Format::jsonl, writing), record, "quotes");
  require_json(*make_provenance_writer(Format::jsonl, writing), record, "provenance");
  require_json(*make_writer(Format::prov, writing), record, "entity");
  require_json(*make_writer(Format::schema_org, writing), record, "@type");
  require_json(*make_writer(Format::ninjs, writing), record, "uri");
  require_json(*make_writer(Format::web_annotation, writing), record, "items");
  require_json(*make_writer(Format::eval, writing), record, "quotes");
  require_table(*make_writer(Format::csv, writing), record);
  require_table(*make_provenance_writer(Format::csv, writing), record);
  for (const auto& view :
       {make_writer(Format::view, writing), make_provenance_writer(Format::view, writing)}) {
    std::string shown;
    view->write(record, shown);
    require_no_controls(shown, "\n");
  }
  require_stripped(document, analysis, options.unit);
  return 0;
}
