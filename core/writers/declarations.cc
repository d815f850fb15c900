#include "writers/declarations.h"

#include <algorithm>

#include "text/ascii.h"
#include "writers/uri.h"

namespace quotary {
namespace {

bool is_alphanumeric(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }

// Does `text` begin as `form` says, in which 0 stands for a digit?
bool begins_as(std::string_view text, std::string_view form) {
  if (text.size() < form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '0' ? !is_ascii_digit(text[i]) : text[i] != form[i]) return false;
  }
  return true;
}

// "Z", "+02:00", "+0200" or nothing.
bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  if (text.front() != '+' && text.front() != '-') return false;
  text.remove_prefix(1);
  return (text.size() == 5 && begins_as(text, "00:00")) ||
         (text.size() == 4 && begins_as(text, "0000"));
}

// A day, or a day and a time with or without seconds and zone.
bool is_time(std::string_view text) {
  if (!begins_as(text, "0000-00-00")) return false;
  text.remove_prefix(10);
  if (text.empty()) return true;
  if (!begins_as(text, "T00:00")) return false;
  text.remove_prefix(6);
  if (begins_as(text, ":00")) text.remove_prefix(3);
  if (begins_as(text, ".0")) {
    text.remove_prefix(1);
    while (!text.empty() && is_ascii_digit(text.front())) text.remove_prefix(1);
  }
  return is_zone(text);
}

// Parts of one to eight letters and digits, between hyphens.
bool is_language(std::string_view text) {
  std::size_t part = 0;
  for (const char c : text) {
    part = c == '-' ? 0 : part + 1;
    if (part > 8 || (c != '-' && !is_alphanumeric(c))) return false;
    if (c == '-' && &c == text.data()) return false;
  }
  return part != 0 && text.find("--") == std::string_view::npos;
}

}  // namespace

Declarations::Declarations(const Record& record) {
  if (record.input == nullptr) return;
  for (const DeclaredValue& each : record.input->declared.values) {
    const auto same = [&each](const DeclaredValue* other) {
      return other->field == each.field && other->value == each.value;
    };
    if (each.image == kNone && std::none_of(values_.begin(), values_.end(), same)) {
      values_.push_back(&each);
    }
  }
}

std::vector<const DeclaredValue*> Declarations::of(DeclaredField field) const {
  std::vector<const DeclaredValue*> found;
  std::copy_if(values_.begin(), values_.end(), std::back_inserter(found),
               [field](const DeclaredValue* each) { return each->field == field; });
  return found;
}

const DeclaredValue* Declarations::first(DeclaredField field) const {
  const auto found =
      std::find_if(values_.begin(), values_.end(),
                   [field](const DeclaredValue* each) { return each->field == field; });
  return found == values_.end() ? nullptr : *found;
}

std::string_view Declarations::text(DeclaredField field) const {
  const DeclaredValue* const value = first(field);
  return value == nullptr ? std::string_view() : std::string_view(value->value);
}

std::string_view Declarations::time(DeclaredField field) const {
  const std::string_view value = text(field);
  return is_time(value) ? value : std::string_view();
}

std::string Declarations::language() const {
  std::string value(text(DeclaredField::language));
  std::replace(value.begin(), value.end(), '_', '-');
  return is_language(value) ? value : std::string();
}

bool names_somebody(DeclaredField field) {
  switch (field) {
    case DeclaredField::author:
    case DeclaredField::publisher:
    case DeclaredField::provider:
    case DeclaredField::source_organization:
    case DeclaredField::copyright_holder:
      return true;
    default:
      return false;
  }
}

std::string address_of(const DeclaredValue& value) {
  return address_of(value.url.empty() ? value.value : value.url);
}

// Fields that declare something are carried through as they are; a page has no other place.
void write_declared(const Record& record, JsonBuffer& out) {
  if (record.input == nullptr || !record.input->is_page) return;
  const Declared& declared = record.input->declared;
  if (declared.empty()) return;
  const auto member = [&out](std::string_view key, std::string_view text) {
    if (text.empty()) return;
    out.raw(key);
    out.string(text);
  };
  out.raw(",\"declared\":[");
  for (const DeclaredValue& each : declared.values) {
    out.separate();
    out.raw("{\"field\":\"");
    out.raw(name_of(each.field));
    out.raw("\",\"value\":");
    out.string(each.value);
    member(",\"type\":", name_of(each.type));
    member(",\"url\":", each.url);
    member(",\"from\":", each.from);
    if (each.image != kNone) {
      out.raw(",\"image\":");
      out.number(each.image + 1);
    }
    out.raw('}');
  }
  out.raw(']');
}

}  // namespace quotary
