#pragma once

#include "quotary/writers.h"

namespace quotary {

// IPTC ninjs 3.1: the article with its pictures as associations. No key of our own: the schema
// allows none.
class NinjsWriter final : public Writer {
 public:
  void write(const Record& record, std::string& out) const override;
};

}  // namespace quotary
