// A few classes and rules to test the engine with, and texts written as lists of class names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern.h"

namespace quotary::pattern {

inline const std::vector<std::string>& small_classes() {
  static const std::vector<std::string> kClasses = {
      "Quote", "Name", "Pronoun", "Nominal", "SpeechVerb", "Aux", "Adverb", "Det", "Word", "Prep"};
  return kClasses;
}

inline Result<Pattern> parse_small(std::string text, Anchor anchor = Anchor::quote) {
  return parse({.id = "t", .text = std::move(text), .anchor = anchor}, small_classes());
}

// The error of a pattern, without its code: "12: message", where 12 is the column.
inline std::string error_of(const std::string& text, Anchor anchor = Anchor::quote) {
  const Result<Pattern> parsed = parse_small(text, anchor);
  if (!parsed) {
    return std::to_string(parsed.error().place.column) + ": " + parsed.error().message;
  }
  const std::vector<Pattern> patterns = {*parsed};
  const Result<ClassTable> classes = ClassTable::of(patterns);
  if (!classes) return classes.error().message;
  const Result<Alphabet> alphabet = Alphabet::of(*classes, {});
  const Result<Matcher> matcher = Matcher::compile(patterns, *alphabet);
  if (!matcher) {
    return std::to_string(matcher.error().place.column) + ": " + matcher.error().message;
  }
  return "none";
}

// Patterns with an alphabet of every class and literal they name, and of pairs given as "Aux+Name".
class SmallPack {
 public:
  SmallPack(const std::vector<std::string>& texts, Anchor anchor,
            const std::vector<std::string>& pairs = {})
      : patterns_(parsed(texts, anchor)),
        alphabet_(made(patterns_, pairs)),
        matcher_(Matcher::compile(patterns_, alphabet_).value()) {}

  // The symbols of a text such as "Quote ',' Aux+Name"; unknown names are "other".
  [[nodiscard]] std::vector<std::uint8_t> symbols(std::string_view text) const {
    std::vector<std::uint8_t> list;
    for (const std::string& word : split_at(text, ' ')) {
      list.push_back(alphabet_.symbol(mask_of(alphabet_.classes(), word)));
    }
    return list;
  }

  // What holds at symbol `at`: "0: quote=0-1 speaker=1-2; 3: ..." by the number of the rule.
  [[nodiscard]] std::string match(std::string_view text, std::uint32_t at) {
    const std::vector<std::uint8_t> list = symbols(text);
    std::string told;
    Hits hits = matcher_.hits({list, at, patterns_.front().anchor});
    while (const std::optional<Hit> hit = hits.next()) {
      told += (told.empty() ? "" : "; ") + std::to_string(hit->rule) + ":";
      for (std::size_t role = 0; role < kRoleCount; ++role) {
        const Range range = hit->roles[role];
        if (range.empty()) continue;
        told += " " + std::string(kRoleNames[role]) + "=" + std::to_string(range.first) + "-" +
                std::to_string(range.last);
      }
    }
    return told;
  }

  [[nodiscard]] std::string explain(std::string_view text, std::uint32_t at) const {
    const std::vector<std::uint8_t> list = symbols(text);
    return pattern::explain(patterns_.front(), alphabet_, {list, at, patterns_.front().anchor})
        .to_string();
  }

  [[nodiscard]] const std::vector<Pattern>& patterns() const { return patterns_; }
  [[nodiscard]] const Alphabet& alphabet() const { return alphabet_; }
  [[nodiscard]] const Matcher& matcher() const { return matcher_; }

  static std::vector<std::string> split_at(std::string_view text, char mark) {
    std::vector<std::string> parts;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(mark), text.size());
      if (end > 0) parts.emplace_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
  }

 private:
  static std::vector<Pattern> parsed(const std::vector<std::string>& texts, Anchor anchor) {
    std::vector<Pattern> patterns;
    for (const std::string& text : texts) patterns.push_back(parse_small(text, anchor).value());
    return patterns;
  }
  static ClassMask mask_of(const ClassTable& classes, std::string_view names) {
    ClassMask mask;
    for (const std::string& name : split_at(names, '+')) mask |= classes.mask({name});
    return mask;
  }
  static Alphabet made(const std::vector<Pattern>& patterns,
                       const std::vector<std::string>& pairs) {
    ClassTable classes = ClassTable::of(patterns).value();
    std::vector<ClassMask> masks;
    for (std::uint32_t bit = 0; bit < classes.size(); ++bit) {
      masks.emplace_back().set(bit);
    }
    for (const std::string& pair : pairs) masks.push_back(mask_of(classes, pair));
    return Alphabet::of(std::move(classes), masks).value();
  }

  std::vector<Pattern> patterns_;
  Alphabet alphabet_;
  Matcher matcher_;
};

}  // namespace quotary::pattern
