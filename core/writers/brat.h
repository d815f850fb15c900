#pragma once

#include "quotary/writers.h"

namespace quotary {

class BratWriter final : public Writer {
 public:
  explicit BratWriter(const WriterOptions& options) : options_(options) {}
  void write(const Record& record, std::string& out) const override;

 private:
  WriterOptions options_;
};

}  // namespace quotary
