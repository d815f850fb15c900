#pragma once

#include "quotary/writers.h"

namespace quotary {

// For people: the verdict in a line, then pictures, bylines, notices and findings.
class ProvenanceViewWriter final : public Writer {
 public:
  explicit ProvenanceViewWriter(const WriterOptions& options) : options_(options) {}
  void write(const Record& record, std::string& out) const override;

 private:
  WriterOptions options_;
};

}  // namespace quotary
