// What the metadata declare (quotary/declared.h), for the forms that have a place for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quotary/record.h"
#include "writers/json_buffer.h"

namespace quotary {

// About the text; what is declared of pictures is left out. Lives no longer than the Record.
class Declarations {
 public:
  explicit Declarations(const Record& record);

  [[nodiscard]] bool empty() const { return values_.empty(); }
  // In the order of the page, a value of a field once, by the first place that says it.
  [[nodiscard]] const std::vector<const DeclaredValue*>& all() const { return values_; }
  [[nodiscard]] std::vector<const DeclaredValue*> of(DeclaredField field) const;
  // The first value; null if there is none.
  [[nodiscard]] const DeclaredValue* first(DeclaredField field) const;
  // The same as text; empty if there is none.
  [[nodiscard]] std::string_view text(DeclaredField field) const;
  // A day or a time as ISO 8601 has it; empty if it is written otherwise.
  [[nodiscard]] std::string_view time(DeclaredField field) const;
  // "en-US", by BCP 47; empty if it is no name of a language.
  [[nodiscard]] std::string language() const;

 private:
  std::vector<const DeclaredValue*> values_;
};

// Is it about somebody who made, published or owns the text?
[[nodiscard]] bool names_somebody(DeclaredField field);

// The address of what is declared: its url, or its value where that is one; else empty.
[[nodiscard]] std::string address_of(const DeclaredValue& value);

// "declared" of a record: a list of all that the page says, of pictures too.
void write_declared(const Record& record, JsonBuffer& out);

}  // namespace quotary
