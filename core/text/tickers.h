// Symbols of stock exchanges behind the name of a company: "(NYSE: NWK)", "(NWK.OL)", "<NWK.N>",
// "(Nasdaq: NWK; TSX: NWK.A)". They are no part of the sentence: nobody is called "NWK.N".
#pragma once

#include "text/ascii.h"

namespace quotary {

namespace detail {

constexpr bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "NYSE:", "TSX-V: ", "NYSE American: "; `at` if there is none.
constexpr const char* end_of_exchange(const char* at) {
  constexpr int kLongest = 16;
  if (!is_ascii_capital(*at)) return at;
  const char* end = at;
  while (end - at < kLongest &&
         (is_ascii_letter(*end) || *end == '-' || (*end == ' ' && is_ascii_capital(end[1])))) {
    ++end;
  }
  if (*end != ':') return at;
  return end[1] == ' ' ? end + 2 : end + 1;
}

// "NWK", "NWK.OL"; null if there is none, or none with a full stop where one has to be.
constexpr const char* end_of_symbol(const char* at, bool needs_stop) {
  constexpr int kLongest = 6;
  constexpr int kLongestSuffix = 3;
  const char* end = at;
  while (end - at < kLongest && (is_ascii_capital(*end) || is_ascii_digit(*end))) ++end;
  if (end == at) return nullptr;
  const bool parted = (*end == '.' || *end == '-') && is_ascii_capital(end[1]);
  if (!parted) return needs_stop ? nullptr : end;
  const char* suffix = end + 1;
  end = suffix;
  while (end - suffix < kLongestSuffix && is_ascii_capital(*end)) ++end;
  return end;
}

}  // namespace detail

// Behind the bracket that closes the symbols that open at `at`, which is '(' or '<'; null if none
// do. Reads no further than a NUL.
constexpr const char* end_of_tickers(const char* at) {
  const char close = *at == '(' ? ')' : '>';
  do {
    ++at;
    if (*at == ' ') ++at;
    const char* symbol = detail::end_of_exchange(at);
    at = detail::end_of_symbol(symbol, symbol == at);
    if (at == nullptr) return nullptr;
  } while (*at == ';' || *at == ',');
  return *at == close ? at + 1 : nullptr;
}

}  // namespace quotary
