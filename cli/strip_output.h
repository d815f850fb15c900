#pragma once

#include <string>

#include "extract_job.h"
#include "quotary/quotary.h"

namespace quotary::cli {

// Appends the text of `document` without its furniture, in the form that the job asks for.
void append_stripped(const ExtractJob& job, const RawDocument& raw, const Document& document,
                     const Analysis& analysis, std::string& out);

}  // namespace quotary::cli
