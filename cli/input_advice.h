#pragma once

#include "quotary/result.h"

namespace quotary::cli {

// The error of a reader with what to do about it, where a look at the file system tells: a path
// that does not exist gets the most similar name beside it.
[[nodiscard]] Error with_advice(Error error);

}  // namespace quotary::cli
