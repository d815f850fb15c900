// The rules of a command: the built-in pack with those of its user over it.
#pragma once

#include <string>
#include <vector>

#include "quotary/extractor.h"
#include "quotary/rules.h"

namespace quotary::cli {

// Each directory's pack goes over those before it. Errors: those of RulePack::load().
[[nodiscard]] Result<RulePack> load_packs(const std::vector<std::string>& directories);

// An extractor by those packs, with the options that are usual.
[[nodiscard]] Result<Extractor> load_extractor(const std::vector<std::string>& directories);

}  // namespace quotary::cli
