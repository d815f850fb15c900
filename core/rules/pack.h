// PackData: a rule pack, compiled. What RulePack shares.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/weights.h"
#include "pattern/pattern.h"
#include "quotary/document.h"
#include "quotary/rules.h"
#include "rules/given_names.h"
#include "rules/houses.h"
#include "rules/lexicon.h"
#include "rules/line_words.h"
#include "rules/pack_files.h"
#include "rules/quote_marks.h"
#include "rules/rule.h"
#include "rules/symbol_table.h"
#include "tags/tagger.h"

namespace quotary {

// Immutable once compiled; const members are thread-safe.
struct PackData {
  std::string id;
  std::string version;
  std::string lang;     // BCP 47: "en"
  std::string licence;  // SPDX

  Lexicon lexicon;
  TextRules text_rules_of_language;  // abbreviations and sentence starters, for Document

  // Rules and their compiled form have the same numbers.
  std::vector<TokenRule> rules;
  std::vector<pattern::Pattern> patterns;
  pattern::Alphabet alphabet;
  std::optional<pattern::Matcher> matcher;  // always there in a pack that has been loaded
  std::vector<TextRule> text_rules;
  std::optional<pattern::TextRuleSet> text_rule_set;  // as above

  SymbolTable symbols;
  QuoteMarks quote_marks;
  Houses houses;
  LineWords line_words;
  GivenNames given_names;
  std::optional<Tagger> tagger;            // models/tagger.tsv; none if the pack has no such file
  std::optional<WeightTable> attribution;  // models/attribution.tsv, as above
  std::vector<std::string> sieves;         // in the order in which they decide
  std::map<std::string, double, std::less<>> thresholds;
  // Groups of classes that no word should share, for `rules check`.
  std::vector<std::vector<std::string>> exclusive;

  std::vector<Error> notes;  // legal, but likely to be a mistake; for `rules check`
  PackFiles files;           // own every text that a view above points into

  // The contents of models/`name`, or an empty text. Lives as long as the pack.
  [[nodiscard]] std::string_view model(std::string_view name) const;
  // The threshold of that name, or `otherwise`.
  [[nodiscard]] double threshold(std::string_view name, double otherwise) const;
  // Index into `sieves`; kNone if there is none of that name.
  [[nodiscard]] std::uint32_t sieve(std::string_view name) const;
};

// Compiles layers of files: words add up; a rule, a threshold, a model or a pair of marks replaces
// its namesake in an earlier layer; new sieves come after those of earlier layers; the last
// pack.json gives id and version. Every error found goes to `errors`; null if there was one.
[[nodiscard]] std::shared_ptr<const PackData> compile_pack(PackFiles files,
                                                           std::vector<Error>& errors);

// The same for the files that are compiled in. Their words, houses and models come from `image`
// (pack_image.h), unless it is empty; expressions are compiled when they are first asked.
[[nodiscard]] std::shared_ptr<const PackData> compile_built_in_pack(std::string_view image,
                                                                    std::vector<Error>& errors);

}  // namespace quotary
