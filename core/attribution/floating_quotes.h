// Floating quotes: quoted stretches that no proposal covers.
#pragma once

#include <cstdint>
#include <vector>

#include "attribution/drafts.h"
#include "mentions/reading.h"

namespace quotary {

// Adds the quoted stretches that no draft covers: to the draft of the stretch before where both are
// parts of one speech ("X," he said. "Y."), else as drafts of their own. So are quoted names.
// `taken`: by token, whether a draft has it.
void add_floating(const Reading& reading, const std::vector<std::uint8_t>& taken, Drafts& drafts);

}  // namespace quotary
