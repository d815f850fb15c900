#pragma once

#include <string>

#include "extract_job.h"
#include "quotary/quotary.h"

namespace quotary::cli {

struct StripInput {
  const Document& document;
  const Analysis& analysis;
  bool is_line;  // of JSON Lines
  const std::string& extra_json;
};

// Appends a text without its furniture, in the form that the job asks for.
void append_stripped(const ExtractJob& job, const StripInput& input, std::string& out);

}  // namespace quotary::cli
