#pragma once

#include "quotary/writers.h"

namespace quotary {

// schema.org as JSON-LD: a NewsArticle with its pictures and quotations.
class SchemaOrgWriter final : public Writer {
 public:
  void write(const Record& record, std::string& out) const override;
};

}  // namespace quotary
