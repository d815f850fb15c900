// Houses: the agencies, papers, broadcasters and other organisations that news comes from, as data
// (rules/common/agencies.json; a pack of a user's own adds to it or overrides it by id).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/json_tree.h"
#include "rules/phrase_table.h"

namespace quotary {

// What a house does; the schema of its file says what each means.
enum class HouseKind : std::uint8_t {
  wire,
  photo_agency,
  collection,
  pool,
  press_release_wire,
  broadcaster,
  newspaper,
  magazine,
  platform,
  stock,
  government,
  company,
};

// As files and records spell it.
[[nodiscard]] std::string_view name_of(HouseKind kind);

struct House {
  std::string id;    // "ap"
  std::string name;  // "Associated Press"
  HouseKind kind = HouseKind::company;
  std::string country;  // ISO 3166-1 alpha-2, or empty
  std::string part_of;  // id of the house that it belongs to, or empty
  std::string wikidata;
  std::string sign_off;  // "bracketed": "(Reporting by A; Editing by B)" is its own form; or empty
  std::vector<std::string> domains;
  Place place;
};

class Houses {
 public:
  [[nodiscard]] const std::deque<House>& all() const { return houses_; }
  [[nodiscard]] const House& operator[](std::uint32_t index) const { return houses_[index]; }
  // Index of the house of that id, or of that web domain ("www.apnews.com" is "apnews.com"); kNone
  // if there is none.
  [[nodiscard]] std::uint32_t with_id(std::string_view id) const;
  [[nodiscard]] std::uint32_t with_domain(std::string_view domain) const;
  // The house whose own form a bracketed sign-off is; null if no house has it.
  [[nodiscard]] const House* with_sign_off() const;
  // The house of a name in any of its spellings; kNone if there is none.
  [[nodiscard]] std::uint32_t named(std::string_view name) const;
  // Whether a spelling may begin with the word of this word_id().
  [[nodiscard]] bool may_begin_with(std::uint32_t word) const {
    return spellings_.may_begin_with(word);
  }
  // Whether a spelling may begin with these two words, or is the first of them.
  [[nodiscard]] bool may_begin_with(std::uint32_t word, std::uint32_t next) const {
    return spellings_.may_begin_with(word, next);
  }
  // The house that begins with token `first`: the longest spelling.
  [[nodiscard]] FoundPhrase longest_at(std::string_view text, const std::vector<LineToken>& tokens,
                                       std::uint32_t first, std::uint32_t last) const {
    return spellings_.longest_at(text, tokens, first, last);
  }

 private:
  friend class HousesReader;
  friend struct ImageFields;
  // Makes house `number` known by its id and domains.
  void index(std::uint32_t number);

  std::deque<House> houses_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::unordered_map<std::string, std::uint32_t> by_domain_;
  PhraseTable spellings_;
};

// Adds the houses of a file {"about", "houses": [{"id", "name", "kind", "country", "domains",
// "aliases", "abbreviations", "misspellings", "part_of", "wikidata", "sign_off"}]}. Abbreviations
// are compared letter by letter, all other spellings whatever their case. A house whose id is there
// already gives way to the new one and keeps its spellings. Errors are added to `errors`.
void read_houses(const JsonTree& tree, Houses& houses, std::vector<Error>& errors);

// References that lead nowhere, once all files are read.
void check_houses(const Houses& houses, std::vector<Error>& errors);

}  // namespace quotary
