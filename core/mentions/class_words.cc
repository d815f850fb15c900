#include "mentions/class_words.h"

#include <string_view>

#include "quotary/document.h"

namespace quotary {

ClassWords::ClassWords(const Lexicon& lexicon) {
  begins_.push_back(0);
  for (std::size_t set = 0; set < lexicon.set_count(); ++set) {
    const ClassSet& classes = lexicon.classes(static_cast<SetId>(set));
    for (std::size_t id = 0; id < lexicon.class_count(); ++id) {
      if (!classes.has(static_cast<ClassId>(id))) continue;
      const std::string_view name = lexicon.class_name(static_cast<ClassId>(id));
      // "ReferMale": for those who resolve sources, learned from by nobody.
      if (name.starts_with("Refer")) continue;
      values_.push_back({word_id(name), static_cast<std::uint32_t>(id)});
    }
    begins_.push_back(static_cast<std::uint32_t>(values_.size()));
  }
}

}  // namespace quotary
