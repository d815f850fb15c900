// What the tagger gets wrong about names, mended by what else is known: the lexicon, and who has
// been named before.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/lexicon.h"

namespace quotary {

struct Reading;

class NameTags {
 public:
  explicit NameTags(const Lexicon& lexicon);
  // Gives words that are parts of names, and some that stand before them, their tags. Needs what
  // Reading::fill() fills before; linear.
  void mend(Reading& reading);

 private:
  void tag_name(Reading& reading, std::uint32_t at);
  void tag_articled_name(Reading& reading, std::uint32_t at);
  void tag_listed_name(Reading& reading, std::uint32_t at);
  void remember(const Reading& reading, std::uint32_t at);
  [[nodiscard]] bool heads_office(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool describes_holder(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool is_particle(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool ends_with_given_name(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool stops_behind(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool is_first_name(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool is_listed_word(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool is_document(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool names_company(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool stands_for_office(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool is_surname(std::uint32_t word) const;
  [[nodiscard]] bool is_surname_again(const Reading& reading, std::uint32_t at) const;

  ClassSet honorifics_;
  ClassSet first_names_;
  ClassSet no_short_forms_;  // what begins a name and does not stand for it
  ClassSet no_surnames_;     // no names of persons
  ClassSet particles_;
  ClassSet organisations_;
  ClassSet company_suffixes_;
  ClassSet documents_;
  ClassSet holding_;         // "acting"
  ClassSet holding_office_;  // "leading"
  ClassSet offices_;
  std::vector<std::uint32_t> surnames_;  // of the document at hand
};

}  // namespace quotary
