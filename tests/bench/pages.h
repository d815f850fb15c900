// Articles as pages of a news site: head, scripts, navigation, pictures, related links, comments.
#pragma once

#include <cstddef>
#include <string>

#include "articles.h"

namespace quotary::bench {

// About 20 KB, a fifth of it text, which is lean for a page of today.
[[nodiscard]] std::string page_of(const std::string& article, std::size_t number);

}  // namespace quotary::bench
