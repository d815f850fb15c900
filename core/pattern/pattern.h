// The pattern engine: rule text -> tree -> programs over class strings; and text rules. The only
// folder that knows RE2; nothing of RE2 shows in its headers.
//
//   std::vector<std::string> known = {"Quote", "Name", "SpeechVerb"};
//   std::vector<Pattern> patterns = {
//       parse({.id = "en.quote-name-verb", .text = "{quote} ','? {speaker: Name} {cue:
//       SpeechVerb}",
//              .anchor = Anchor::quote}, known).value()};
//   ClassTable classes = ClassTable::of(patterns).value();
//   std::vector<ClassMask> masks = {classes.mask({"Quote"}), classes.mask({"Name"}),
//                                   classes.mask({"SpeechVerb"}), classes.mask({"','"})};
//   Alphabet alphabet = Alphabet::of(std::move(classes), masks).value();
//   Matcher matcher = Matcher::compile(patterns, alphabet).value();
//
//   std::vector<std::uint8_t> symbols = {alphabet.symbol({"Quote"}), alphabet.symbol({"Name"}),
//                                        alphabet.symbol({"SpeechVerb"})};
//   Hits hits = matcher.hits({symbols, 0, Anchor::quote});
//   while (const std::optional<Hit> hit = hits.next()) hit->role(Role::speaker);  // {1, 2}
#pragma once

#include "pattern/alphabet.h"    // IWYU pragma: export
#include "pattern/compile.h"     // IWYU pragma: export
#include "pattern/explain.h"     // IWYU pragma: export
#include "pattern/lint.h"        // IWYU pragma: export
#include "pattern/matcher.h"     // IWYU pragma: export
#include "pattern/spelling.h"    // IWYU pragma: export
#include "pattern/syntax.h"      // IWYU pragma: export
#include "pattern/text_rules.h"  // IWYU pragma: export
