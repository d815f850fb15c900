#pragma once

#include <string>
#include <string_view>

namespace quotary {

// A URI for what is called `id`: itself if it is one without a fragment, otherwise a URN that
// spells it.
[[nodiscard]] std::string uri_of(std::string_view id);

// The address that `text` is or stands for ("example.com/a" is https); empty if it is none.
[[nodiscard]] std::string address_of(std::string_view text);

// Everything but letters, digits and - . _ ~ as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace quotary
