// Hosts of addresses, as declared.h promises them.
#include "quotary/declared.h"

namespace quotary {

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("//");
  if (scheme == std::string_view::npos || scheme > 8) return {};
  url.remove_prefix(scheme + 2);
  url = url.substr(0, url.find_first_of("/?#\\"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) {
    url.remove_prefix(user + 1);
  }
  url = url.substr(0, url.find(':'));
  std::string host(url);
  for (char& c : host) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return host;
}

}  // namespace quotary
