#pragma once

#include <span>
#include <string_view>

#include "writers/json_buffer.h"

namespace quotary {

// Appends the input's own fields to a record: `members` (`"a":1,"b":2`, valid JSON on one line)
// become `,"a":1,"b":2`. Those that are called like a field of the record go together into
// `,"input":{...}`, so that nothing is lost and no name stands twice.
void append_carried_fields(JsonBuffer& out, std::string_view members);
// The same with other names than those of the record's fields; "input" has to be among them.
void append_carried_fields(JsonBuffer& out, std::string_view members,
                           std::span<const std::string_view> own);

}  // namespace quotary
