// Articles as pages of a news site: head, scripts, navigation, pictures, related links, comments.
#pragma once

#include <cstddef>
#include <string>

#include "articles.h"

namespace quotary::bench {

// A page of 20 to 60 KB, about a quarter of it text, which is lean for a real one.
[[nodiscard]] std::string page_of(const std::string& article, std::size_t number);

}  // namespace quotary::bench
