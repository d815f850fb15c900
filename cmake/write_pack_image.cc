// Writes the image of the built-in pack (core/rules/pack_image.h) to the file that is named.
#include <fstream>
#include <iostream>
#include <vector>

#include "rules/embedded_rules.h"
#include "rules/pack.h"
#include "rules/pack_image.h"

namespace quotary {
std::string_view embedded_pack_image() { return {}; }
}  // namespace quotary

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::vector<quotary::Error> errors;
  const auto pack = quotary::compile_built_in_pack({}, errors);
  for (const quotary::Error& error : errors) {
    std::cerr << error.place.file << ':' << error.place.line << ": " << error.message << '\n';
  }
  if (pack == nullptr) return 1;
  std::ofstream file(arguments[1], std::ios::binary);
  file << quotary::write_pack_image(*pack);
  return file.flush() ? 0 : 1;
}
