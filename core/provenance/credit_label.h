// Labels of credits: "Photo by", "Image credit:", "Foto:", "CreditCredit".
#pragma once

#include <string_view>
#include <vector>

#include "provenance/line.h"

namespace quotary {

struct CreditLabel {
  Range tokens;  // with its colon or its "by"
  bool by = false;
  bool slash = false;
  bool from = false;    // "Photo from": rather an organisation
  bool credit = false;  // "Credit:", not "Photo:"
  bool capitals = false;
  bool gallery = false;  // of the kind that opens titles, too: "Photos:"
  std::vector<std::string_view> flags;
};

// Replaces the contents of `out` by all that may be a label, in order.
void find_labels(const Line& line, std::vector<CreditLabel>& out);

}  // namespace quotary
