#include "strip_output.h"

#include <algorithm>

namespace quotary::cli {
namespace {

// Lines as they are, all else that could act upon a terminal made visible.
std::string visible_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += visible(text.substr(at, end - at));
    if (end < text.size()) out += '\n';
    at = end + 1;
  }
  return out;
}

}  // namespace

void append_stripped(const ExtractJob& job, const StripInput& input, std::string& out) {
  const Stripped stripped =
      strip(input.document, input.analysis, {job.records.unit, job.strip->captions});
  const bool plain = !input.is_line && !job.strip->jsonl && !job.strip->map;
  if (plain) {
    out += '\f';  // as between pages; BatchDelivery leaves out the first
    out += job.to_terminal ? visible_lines(stripped.text) : stripped.text;
    out += '\n';
    return;
  }
  append_json(stripped, input.document.id(), {job.reading.id_field, job.reading.text_field},
              job.strip->map, input.extra_json, out);
}

}  // namespace quotary::cli
