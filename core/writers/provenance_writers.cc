// Writers of provenance alone.
#include "quotary/writers.h"
#include "writers/carried_fields.h"
#include "writers/declarations.h"
#include "writers/json_buffer.h"
#include "writers/provenance_csv.h"
#include "writers/provenance_json.h"
#include "writers/provenance_view.h"

namespace quotary {
namespace {

constexpr std::size_t kBytesOfProvenance = 1024;

class ProvenanceJsonlWriter final : public Writer {
 public:
  void write(const Record& record, std::string& out) const override {
    JsonBuffer json(out, kBytesOfProvenance);
    json.raw("{\"schema\":\"");
    json.raw(kRecordSchema);
    json.raw("\",\"id\":");
    json.string(record.id);
    json.raw(",\"unit\":\"");
    json.raw(name_of(record.unit));
    json.raw("\",\"provenance\":");
    write_provenance(record.provenance, json);
    write_declared(record, json);
    append_carried_fields(json, record.carried);
    json.raw("}\n");
  }
};

}  // namespace

std::unique_ptr<Writer> make_provenance_writer(Format format, const WriterOptions& options) {
  switch (format) {
    case Format::jsonl:
      return std::make_unique<ProvenanceJsonlWriter>();
    case Format::view:
      return std::make_unique<ProvenanceViewWriter>(options);
    case Format::csv:
      return std::make_unique<ProvenanceCsvWriter>();
    case Format::brat:
    case Format::eval:
      return nullptr;
    default:
      return make_writer(format, options);
  }
}

}  // namespace quotary
