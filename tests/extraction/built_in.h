// The extractor that all tests of a program share.
#pragma once

#include "quotary/quotary.h"

namespace quotary {

inline const Extractor& extractor() {
  static const Extractor made = Extractor::create(RulePack::built_in().value()).value();
  return made;
}

}  // namespace quotary
