#include "writers/uri.h"

#include <algorithm>

#include "text/ascii.h"

namespace quotary {
namespace {

constexpr std::string_view kUpperHex = "0123456789ABCDEF";

bool is_hex(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_unreserved(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// Of a URI after its scheme, brackets and # left out.
bool all_of_a_uri(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '%') {
      if (at + 2 >= text.size() || !is_hex(text[at + 1]) || !is_hex(text[at + 2])) return false;
      at += 2;
    } else if (!is_unreserved(c) &&
               std::string_view("!$&'()*+,;=:@/?").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

// "news.jsonl:12" has the form of one and is a line of a file.
bool is_uri(std::string_view text) {
  if (text.starts_with("urn:") || text.starts_with("tag:")) {
    return text.size() > 4 && all_of_a_uri(text);
  }
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos || colon == 0 || colon + 3 == text.size()) return false;
  const std::string_view scheme = text.substr(0, colon);
  return is_ascii_letter(scheme.front()) &&
         std::all_of(scheme.begin(), scheme.end(),
                     [](char c) {
                       return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '-';
                     }) &&
         text[colon + 3] != '/' && all_of_a_uri(text.substr(colon + 3));
}

// "www.example.com/a"
bool begins_with_a_host(std::string_view text) {
  const std::string_view host = text.substr(0, text.find_first_of("/?"));
  const std::size_t stop = host.rfind('.');
  if (stop == std::string_view::npos || stop == 0 || host.size() - stop < 3) return false;
  return std::all_of(host.begin(), host.end(),
                     [](char c) {
                       return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '.';
                     }) &&
         std::all_of(host.begin() + static_cast<std::ptrdiff_t>(stop) + 1, host.end(),
                     is_ascii_letter);
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kUpperHex[byte >> 4U];
    out += kUpperHex[byte & 0xFU];
  }
  return out;
}

std::string uri_of(std::string_view id) {
  if (is_uri(id)) return std::string(id);
  return "urn:quotary:document:" + (id.empty() ? std::string("-") : percent_encoded(id));
}

std::string address_of(std::string_view text) {
  const std::string_view before_fragment = text.substr(0, text.find('#'));
  if (is_uri(before_fragment)) return std::string(before_fragment);
  if (begins_with_a_host(text) && all_of_a_uri(before_fragment)) {
    return "https://" + std::string(before_fragment);
  }
  return {};
}

}  // namespace quotary
