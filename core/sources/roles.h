// Roles and affiliations: what the places where a figure is named say of it.
#pragma once

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/register.h"
#include "sources/source_classes.h"

namespace quotary {

// Adds to `source` what stands beside the name of `figure`: titles before it, whose they are, and
// appositives after it. Nothing twice.
void collect_roles(const Reading& reading, const SourceClasses& classes, const Register& names,
                   std::uint32_t figure, Source& source);

}  // namespace quotary
