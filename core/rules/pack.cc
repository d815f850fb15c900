#include "rules/pack.h"

#include <algorithm>
#include <new>
#include <utility>

#include "rules/embedded_rules.h"

namespace quotary {
namespace {

// `compile` gives the pack, or null and errors.
Result<RulePack> pack_of(auto compile) {
  std::vector<Error> errors;
  try {
    if (std::shared_ptr<const PackData> data = compile(errors)) return RulePack(std::move(data));
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::bad_pack, "not enough memory to load the rule pack", {}};
  }
  return errors.front();
}

}  // namespace

std::string_view PackData::model(std::string_view name) const {
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    if (file->kind == PackFileKind::model && file->name == name) return file->content;
  }
  return {};
}

double PackData::threshold(std::string_view name, double otherwise) const {
  const auto found = thresholds.find(name);
  return found == thresholds.end() ? otherwise : found->second;
}

std::uint32_t PackData::sieve(std::string_view name) const {
  const auto found = std::find(sieves.begin(), sieves.end(), name);
  return found == sieves.end() ? kNone : static_cast<std::uint32_t>(found - sieves.begin());
}

const TextRules& RulePack::text_rules() const { return data_->text_rules_of_language; }

Result<RulePack> RulePack::built_in() {
  return pack_of([](std::vector<Error>& errors) {
    return compile_built_in_pack(embedded_pack_image(), errors);
  });
}

Result<RulePack> RulePack::load(const std::string& directory, const RulePack* over) {
  Result<PackFiles> own = read_pack_directory(directory);
  if (!own) return own.error();
  PackFiles files = over != nullptr ? over->data().files : embedded_common_files();
  files.insert(files.end(), own->begin(), own->end());
  return pack_of(
      [&](std::vector<Error>& errors) { return compile_pack(std::move(files), errors); });
}

}  // namespace quotary
