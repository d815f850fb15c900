#include "packs.h"

namespace quotary::cli {

Result<RulePack> load_packs(const std::vector<std::string>& directories) {
  Result<RulePack> pack = RulePack::built_in();
  for (const std::string& directory : directories) {
    if (!pack) break;
    const RulePack base = *pack;
    pack = RulePack::load(directory, &base);
  }
  return pack;
}

Result<Extractor> load_extractor(const std::vector<std::string>& directories) {
  const Result<RulePack> pack = load_packs(directories);
  if (!pack) return pack.error();
  return Extractor::create(*pack);
}

}  // namespace quotary::cli
