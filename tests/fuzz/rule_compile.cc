// Arbitrary rule text is either refused with a place, or compiles and agrees with the oracle on
// short texts. The first bytes choose the anchor and the texts, the rest is the rule.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "../pattern/oracle.h"
#include "pattern/pattern.h"

namespace {

using namespace quotary::pattern;  // NOLINT(google-build-using-namespace): one program, one file

constexpr std::size_t kTexts = 4;
constexpr std::size_t kTextSize = 6;
constexpr std::size_t kHeader = 1 + kTexts * kTextSize;
constexpr std::uint64_t kSteps = 20'000;  // of the oracle, which takes exponential time

void require(bool holds, const Pattern& pattern, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s\n", what, pattern.text.c_str());
  std::abort();
}

void compare(const Pattern& pattern, const Alphabet& alphabet, const Matcher& matcher,
             const std::vector<std::uint8_t>& symbols) {
  Oracle oracle(pattern, alphabet, Oracle::Direction::forwards);
  for (std::uint32_t at = 0; at < symbols.size(); ++at) {
    const Site site{symbols, at, pattern.anchor};
    const std::vector<OracleMatch> all = oracle.matches(symbols, at, kSteps);
    if (oracle.exhausted()) return;
    const std::optional<Hit> hit = matcher.hits(site).next();
    require(hit.has_value() != all.empty(), pattern, "engine and oracle differ");
    require(explain(pattern, alphabet, site).matched != all.empty(), pattern, "explain differs");
    if (!hit) continue;
    require(std::find(all.begin(), all.end(), as_oracle_match(*hit)) != all.end(), pattern,
            "no such reading");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < kHeader) return 0;
  static const std::vector<std::string> kKnown = {"Quote", "A", "B", "C"};
  const Anchor anchor = (data[0] & 1U) != 0 ? Anchor::quote : Anchor::cue;
  const std::string text(reinterpret_cast<const char*>(data + kHeader), size - kHeader);
  const auto parsed = parse({.id = "fuzz", .text = text, .anchor = anchor}, kKnown);
  if (!parsed) {
    if (parsed.error().message.empty() || parsed.error().place.column == 0) std::abort();
    return 0;
  }
  const std::vector<Pattern> patterns = {*parsed};
  (void)lint(patterns[0]);
  auto classes = ClassTable::of(patterns);
  if (!classes) return 0;
  std::vector<ClassMask> masks = {classes->mask({"Quote"}), classes->mask({"A"}),
                                  classes->mask({"B"}), classes->mask({"A", "B"}),
                                  classes->mask({"C", "Quote"})};
  for (const auto& literal : classes->literals()) masks.emplace_back().set(literal.bit);
  const auto alphabet = Alphabet::of(std::move(*classes), masks);
  if (!alphabet) return 0;
  const auto matcher = Matcher::compile(patterns, *alphabet);
  if (!matcher) return 0;
  for (std::size_t i = 0; i < kTexts; ++i) {
    std::vector<std::uint8_t> symbols(data + 1 + i * kTextSize, data + 1 + (i + 1) * kTextSize);
    for (std::uint8_t& symbol : symbols) {
      symbol = static_cast<std::uint8_t>(symbol % alphabet->size());
    }
    compare(patterns[0], *alphabet, *matcher, symbols);
  }
  return 0;
}
