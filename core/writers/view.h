#pragma once

#include "quotary/writers.h"

namespace quotary {

// For people: each quote in its sentence with the speaker in front, then a table of the speakers.
class ViewWriter final : public Writer {
 public:
  explicit ViewWriter(const WriterOptions& options) : options_(options) {}
  void write(const Record& record, std::string& out) const override;

 private:
  WriterOptions options_;
};

}  // namespace quotary
