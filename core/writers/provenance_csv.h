#pragma once

#include "quotary/writers.h"

namespace quotary {

// RFC 4180: a row for the verdict on each document, for each statement, picture, citation and
// finding, and for each person and house in them.
class ProvenanceCsvWriter final : public Writer {
 public:
  void begin(std::string& out) const override;
  void write(const Record& record, std::string& out) const override;
};

}  // namespace quotary
