#pragma once

#include "quotary/writers.h"

namespace quotary {

// W3C PROV-JSON: people and houses as agents; the text, its pictures, its quotes and what it cites
// as entities; each hand that a picture went through as an activity.
class ProvWriter final : public Writer {
 public:
  void write(const Record& record, std::string& out) const override;
};

}  // namespace quotary
