// Declared: what a page or the fields of its metadata say about where the article comes from. Taken
// down as it stands, with the place that says it; nothing here is concluded from the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/span.h"

namespace quotary {

enum class DeclaredField : std::uint8_t {
  title,
  author,
  publisher,
  provider,             // who delivered it to the publisher
  source_organization,  // on whose behalf the author was working
  origin,               // where it was published first: an address, or a name
  credit,
  copyright_holder,
  copyright_notice,
  dateline,
  published,
  modified,
  section,
  license,
  page_url,   // of the page (or the picture) itself
  canonical,  // the address under which it wants to be known
  language,
};
inline constexpr std::size_t kDeclaredFields = 17;

// What a page says that a value is.
enum class DeclaredType : std::uint8_t { unknown, person, organisation };

// Limits that keep what a hostile page declares small.
inline constexpr std::size_t kMaxDeclared = 256;        // values of a document
inline constexpr std::size_t kMaxDeclaredBytes = 1000;  // of a value

struct DeclaredValue {
  DeclaredField field = DeclaredField::title;
  std::string value;  // not empty; valid UTF-8, white space as single blanks
  std::string url;    // of the person or organisation, where the page gives one
  std::string from;   // "json-ld NewsArticle.author", "meta syndication-source", "field publisher"
  std::uint32_t image = kNone;  // 0, 1, ...: about that picture of the page; kNone: about the text
  DeclaredType type = DeclaredType::unknown;
};

struct Declared {
  std::vector<DeclaredValue> values;  // in the order of the page; no two the same

  [[nodiscard]] bool empty() const { return values.empty(); }
  // The first value of a field that is about the text; null if there is none.
  [[nodiscard]] const DeclaredValue* find(DeclaredField field) const {
    for (const DeclaredValue& each : values) {
      if (each.field == field && each.image == kNone) return &each;
    }
    return nullptr;
  }
};

// The names used in records: "author", "source_organization", ...
[[nodiscard]] std::string_view name_of(DeclaredField field);
// "person", "organisation"; empty if it is unknown.
[[nodiscard]] std::string_view name_of(DeclaredType type);

// "news.example.co.uk" of "https://News.example.co.uk:443/a"; empty if `url` has no host.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace quotary
