// Roles and affiliations: what the places where a figure is named say of it.
#pragma once

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/register.h"
#include "sources/source_classes.h"

namespace quotary {

// What a comma sets off beside a name, "the mayor of Bergen, Karl Oster" or "Karl Oster, the mayor
// of Bergen"; empty if there is nothing.
[[nodiscard]] Range appositive_before(const Reading& reading, const Chunk& name);
[[nodiscard]] Range appositive_behind(const Reading& reading, const Chunk& name);

// The words before a name that belong to it: "Deputy Mayor" of "Deputy Mayor Karl Oster".
[[nodiscard]] Range words_before(const Reading& reading, const Naming& naming);

// Whether the text says what office or trade the figure has.
[[nodiscard]] bool has_office(const Reading& reading, const Register& names, std::uint32_t figure);

// Adds to `source` what stands beside the name of `figure`: titles before it, whose they are, and
// appositives after it. Nothing twice.
void collect_roles(const Reading& reading, const Register& names, std::uint32_t figure,
                   Source& source);

}  // namespace quotary
