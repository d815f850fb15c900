#include "batch_stages.h"

#include <filesystem>
#include <new>
#include <optional>
#include <system_error>
#include <utility>

#include "input_advice.h"
#include "strip_output.h"

namespace quotary::cli {
namespace {

// A batch is full when it holds so much.
constexpr std::size_t kBatchBytes = std::size_t{256} << 10;
constexpr std::size_t kBatchDocuments = 256;

std::string place_of(const RawDocument& raw) {
  return raw.line == 0 ? raw.path : raw.path + ":" + std::to_string(raw.line);
}

// "news/may/a.txt" -> "news_may_a": a file name on any system, and never a hidden file.
std::string file_name_for(const std::string& id) {
  std::string_view name = id;
  for (const std::string_view extension : {".txt", ".text", ".md", ".html", ".htm", ".xhtml"}) {
    if (name.ends_with(extension)) name.remove_suffix(extension.size());
  }
  while (!name.empty() && (name.front() == '/' || name.front() == '.')) name.remove_prefix(1);
  constexpr std::size_t kLongest = 200;
  std::string out(name.substr(0, kLongest));
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = byte > 0x20 && byte != 0x7F &&
                      std::string_view("/\\:*?\"<>|").find(c) == std::string_view::npos;
    if (!kept) c = '_';
  }
  return out.empty() ? "document" : out;
}

}  // namespace

bool BatchReader::fill(Batch& batch) {
  std::size_t bytes = 0;
  while (bytes < kBatchBytes && batch.documents.size() < kBatchDocuments) {
    std::optional<Result<RawDocument>> item = source_.next();
    if (!item) break;
    if (*item) {
      bytes += (*item)->bytes.size() + (*item)->extra_json.size();
      batch.documents.push_back(std::move(**item));
    } else {
      batch.complaints.push_back(with_advice(item->error()).to_string());
      if (batch.complaints.size() == kBatchDocuments) break;
    }
  }
  batch.bytes_read = source_.bytes_read();
  return !batch.documents.empty() || !batch.complaints.empty();
}

// The boundary for running out of memory: it costs the document, not the program.
void BatchExtractor::extract(Batch& batch) {
  for (RawDocument& raw : batch.documents) {
    const std::size_t before = batch.records.size();
    try {
      const Result<Done> done = extract(raw, batch);
      if (done) ++batch.done;
      if (!done) batch.complaints.push_back(done.error().to_string());
    } catch (const std::bad_alloc&) {
      batch.records.resize(before);
      const Error error{ErrorCode::too_large,
                        "not enough memory for this document; use fewer --jobs or split it",
                        {.file = place_of(raw)}};
      batch.complaints.push_back(error.to_string());
    }
  }
}

// A document that names its publisher, by a field or on its page, goes before the command line.
DocumentContext BatchExtractor::context_of(const ReadDocument& read) const {
  const DeclaredValue* publisher = read.declared.find(DeclaredField::publisher);
  return {publisher == nullptr ? job_.publisher : publisher->value, &read.declared,
          read.is_page ? &read.page : nullptr};
}

Result<Done> BatchExtractor::extract(RawDocument& raw, Batch& batch) {
  const bool is_line = raw.line != 0;
  Result<ReadDocument> read = read_document(std::move(raw), tools_.reader, job_.pages);
  if (!read) return read.error();
  const Document document = tools_.extractor.read(std::move(read->text), std::move(read->id));
  const Analysis analysis = tools_.extractor.analyze(document, workspace_, context_of(*read));
  if (job_.strip) {
    append_stripped(job_, {document, analysis, is_line, read->extra_json}, batch.records);
    batch.ends.push_back(batch.records.size());
    return Done{};
  }
  RecordOptions options = job_.records;
  options.input = &*read;
  record_ = make_record(document, analysis, options, std::move(record_));
  record_.carried = read->extra_json;
  if (!job_.writing.several_files) {
    tools_.writer.write(record_, batch.records);
    batch.ends.push_back(batch.records.size());
    return Done{};
  }
  BratFiles files;
  files.id = document.id();
  files.text = brat_text(record_);
  tools_.writer.write(record_, files.annotations);
  batch.files.push_back(std::move(files));
  return Done{};
}

bool BatchDelivery::deliver(const Batch& batch) {
  for (const std::string& complaint : batch.complaints) progress_.say(complaint);
  inputs_failed_ = inputs_failed_ || !batch.complaints.empty();
  if (!batch.records.empty()) {
    if (const Result<Done> done = write_records(batch); !done) return fail(done.error());
  }
  for (const BratFiles& files : batch.files) {
    const auto whole_pair = output_.hold();
    if (const Result<Done> done = write(files); !done) return fail(done.error());
  }
  progress_.set_bytes(batch.bytes_read);
  progress_.add_documents(batch.done);
  return true;
}

// Nothing parts the first text from what is not before it.
Result<Done> BatchDelivery::write_records(const Batch& batch) {
  const bool parted = job_.strip && !begun_ && batch.records.front() == '\f';
  begun_ = true;
  if (!parted) return output_.write(batch.records, batch.ends);
  std::vector<std::size_t> ends = batch.ends;
  for (std::size_t& end : ends) --end;
  return output_.write(std::string_view(batch.records).substr(1), ends);
}

bool BatchDelivery::fail(const Error& error) {
  if (output_.abandoned()) return false;
  output_failed_ = true;
  progress_.say(error.to_string());
  return false;
}

// The annotations come last: where they are, their text is.
Result<Done> BatchDelivery::write(const BratFiles& files) {
  const std::string path =
      (std::filesystem::path(job_.output) / unused_name_for(files.id)).string();
  Result<Done> done = write_file(path + ".txt", files.text);
  if (done) done = write_file(path + ".ann", files.annotations);
  return done;
}

std::string BatchDelivery::unused_name_for(const std::string& id) {
  const std::string name = file_name_for(id);
  std::string candidate = name;
  for (unsigned n = 2; !names_.insert(std::hash<std::string>{}(candidate)).second; ++n) {
    candidate = name + "-" + std::to_string(n);
  }
  return candidate;
}

}  // namespace quotary::cli
