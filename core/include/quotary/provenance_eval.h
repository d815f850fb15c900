// Predictions of provenance in the form that scorers read.
#pragma once

#include <string>
#include <string_view>

#include "quotary/extractor.h"
#include "quotary/result.h"

namespace quotary {

// Reads one JSON object with "id", and "line", "paragraphs" or "text" (and perhaps "publisher"),
// and appends one line to `out`:
//   line        {"id","items":[{"kind","people","orgs","pool","via","flags"}]}
//   paragraphs  the same, each item with "p", the index of its paragraph
//   text        {"id","wire"}: the id of the house whose copy it is, or null
// Errors: bad_json, missing_field.
Result<Done> predict_provenance(const Extractor& extractor, std::string_view json,
                                std::string& out);

}  // namespace quotary
