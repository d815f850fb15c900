// The pieces that JSON is written from. Fast enough that a record is written at the speed of memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quotary {

// `text` as a JSON string with its quotation marks. Control characters, also those beyond ASCII, are
// escaped, so that the output is safe on a terminal; invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);

void append_number(std::string& out, std::uint32_t number);

// A number between 0 and 1 with at most three decimals: 0.95, 1, 0.333.
void append_fraction(std::string& out, float number);

// Any number, with three decimals; what is not finite becomes 0.
void append_decimal(std::string& out, float number);

}  // namespace quotary
