#include <array>

#include "quotary/record.h"
#include "quotary/strip.h"
#include "writers/carried_fields.h"
#include "writers/json_buffer.h"
#include "writers/member_writer.h"

namespace quotary {

void append_json(const Stripped& stripped, std::string_view id, const StrippedNames& names,
                 bool map, std::string_view carried, std::string& out) {
  JsonBuffer buffer(out, stripped.text.size() + stripped.kept.size() * 40 + carried.size() + 128);
  MemberWriter json(buffer);
  buffer.raw('{');
  buffer.string(names.id);
  buffer.raw(':');
  buffer.string(id);
  buffer.raw(',');
  buffer.string(names.text);
  buffer.raw(':');
  buffer.string(stripped.text);
  if (map) {
    json.text("unit", name_of(stripped.unit));
    json.objects(
        "kept", stripped.kept,
        [&](const KeptSpan& each) {
          json.number("begin", each.begin);
          json.number("end", each.end);
          json.number("at", each.at);
        },
        true);
  }
  const std::array<std::string_view, 3> own = {"unit", "kept", "input"};
  append_carried_fields(buffer, carried, map ? std::span(own) : std::span(own).last(1));
  buffer.raw("}\n");
}

}  // namespace quotary
