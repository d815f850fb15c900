#pragma once

#include "quotary/writers.h"

namespace quotary {

class EvalWriter final : public Writer {
 public:
  void write(const Record& record, std::string& out) const override;
};

}  // namespace quotary
