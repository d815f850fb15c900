// What `quotary extract`, `provenance` or `strip` was asked to do, and the doing of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quotary/quotary.h"

namespace quotary::cli {

// How texts without their furniture are written: as they came in, text or JSON Lines, or all of
// them as JSON Lines.
struct StripJob {
  bool jsonl = false;
  bool map = false;       // say where each kept stretch was; in JSON Lines
  bool captions = false;  // keep them
};

struct ExtractJob {
  std::vector<std::string> inputs;
  ReadOptions reading;
  PageOptions pages;
  std::vector<std::string> packs;  // directories of rules, added to the built-in ones in order
  RecordOptions records;
  Format format = Format::jsonl;
  WriterOptions writing;
  bool explain = false;
  bool nested = false;            // what is told inside quotations, too
  bool each_part = false;         // each part of a quote as one of its own
  bool provenance_only = false;   // write what make_provenance_writer() writes
  std::string publisher;          // empty: the field "publisher" of each document, if any
  std::optional<StripJob> strip;  // write texts without furniture, not records
  bool to_terminal = false;
  std::string output;            // empty: standard output; a directory for brat
  unsigned jobs = 0;             // threads; 0: as many as there are processors
  std::optional<bool> progress;  // not set: when standard error is a terminal and output is not
};

// Runs it to the end and returns the exit status: 0 all done, 1 some inputs or the output failed.
[[nodiscard]] int run(const ExtractJob& job);

}  // namespace quotary::cli
