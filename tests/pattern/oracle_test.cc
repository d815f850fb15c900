// The engine against the oracle: on all short texts, and on patterns made up at random.
#include "oracle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "made_up.h"
#include "pattern/split.h"
#include "sanitized.h"

namespace quotary::pattern {
namespace {

// Whether the anchor is the first (last) thing in the pattern, so that one reading direction of the
// oracle has the engine's order of preference.
bool stands_first(const Pattern& pattern) {
  const Result<Split> parts = split(pattern);
  return std::all_of(parts->variants.begin(), parts->variants.end(),
                     [](const Variant& variant) { return variant.left == kNone; });
}
bool stands_last(const Pattern& pattern) {
  const Result<Split> parts = split(pattern);
  return std::all_of(parts->variants.begin(), parts->variants.end(),
                     [](const Variant& variant) { return variant.right == kNone; });
}

// Empty when engine and oracle agree on `symbols`, otherwise what they disagree about.
std::string disagreement(const Pattern& pattern, const Alphabet& alphabet, const Matcher& matcher,
                         std::span<const std::uint8_t> symbols) {
  Oracle forwards(pattern, alphabet, Oracle::Direction::forwards);
  Oracle backwards(pattern, alphabet, Oracle::Direction::backwards);
  for (std::uint32_t at = 0; at < symbols.size(); ++at) {
    const auto told = [&](const std::string& what) {
      std::string text = pattern.text + " at " + std::to_string(at) + " of";
      for (const std::uint8_t symbol : symbols) text += " " + alphabet.describe(symbol);
      return text + ": " + what;
    };
    const std::vector<OracleMatch> all = forwards.matches(symbols, at);
    const std::optional<Hit> hit = matcher.hits({symbols, at, pattern.anchor}).next();
    const bool explained = explain(pattern, alphabet, {symbols, at, pattern.anchor}).matched;
    if (forwards.exhausted()) continue;
    if (hit.has_value() == all.empty()) return told(hit ? "only the engine" : "only the oracle");
    if (explained == all.empty()) return told("explain() thinks otherwise");
    if (!hit) continue;
    const OracleMatch match = as_oracle_match(*hit);
    if (std::find(all.begin(), all.end(), match) == all.end()) return told("no such reading");
    if (stands_first(pattern) && !(all.front() == match)) return told("another one is preferred");
    if (stands_last(pattern)) {
      const std::vector<OracleMatch> back = backwards.matches(symbols, at);
      if (!backwards.exhausted() && !(back.front() == match)) return told("not the preferred one");
    }
  }
  return {};
}

class OnAllShortTexts : public testing::TestWithParam<const char*> {};

TEST_P(OnAllShortTexts, TheEngineAgreesWithTheOracle) {
  const std::string text = GetParam();
  const Anchor anchor = text.find("{quote") == std::string::npos ? Anchor::cue : Anchor::quote;
  const std::vector<Pattern> patterns = {
      parse({.id = "t", .text = text, .anchor = anchor}, kKnown).value()};
  const Alphabet alphabet = small_alphabet(patterns);
  const Matcher matcher = Matcher::compile(patterns, alphabet).value();
  const std::vector<std::uint8_t> letters = small_symbols(alphabet);
  for (std::uint32_t length = 1; length <= 5; ++length) {
    const std::uint32_t texts = 1U << (2 * length);
    for (std::uint32_t number = 0; number < texts; ++number) {
      std::vector<std::uint8_t> symbols;
      for (std::uint32_t i = 0; i < length; ++i) symbols.push_back(letters[number >> (2 * i) & 3U]);
      ASSERT_EQ(disagreement(patterns[0], alphabet, matcher, symbols), "");
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, OnAllShortTexts,
    testing::Values(
        "{quote}", "{quote} A", "{quote} A?", "{quote} A*", "{quote} A+ B", "{quote} A{2}",
        "{quote} A{1,2} B", "{quote} A{0,2} {speaker: B}", "{quote} (A | B)", "{quote} (A B | B)",
        "{quote} (A | A B) B", "{quote} {speaker: A | A B} B?", "{quote} _ {speaker: A}",
        "{quote} _{0,3} {speaker: A}", "{quote} _{0,3} {speaker: A+}", "{quote} !A B",
        "{quote} A & B", "{quote} A & !B", "{quote} !(A | Quote)", "{quote} (A | B) & !(A & B)",
        "{quote} {speaker: A?} {cue: B?}", "{quote} (A B)* {speaker: A}", "{quote} (A | B B){1,2}",
        "{quote} ({speaker: A} {cue: B} | {cue: B} {speaker: A})", "A {quote}", "A? {quote}",
        "A* B {quote}", "{speaker: A+} {cue: B} {quote}", "{speaker: A} _{0,3} {quote}",
        "(A | A B) {quote}", "{speaker: A | B A} {cue: A?} {quote}", "(A B){1,2} {quote}",
        "A {quote} B", "A? {quote} B?", "{speaker: A*} {quote} {cue: B*}", "_ {quote} _ Quote",
        "({quote} A | B {quote})", "({quote} | A {quote} B) {speaker: _}", "{quote: Quote Quote}",
        "{quote: Quote{1,3}} A", "{quote: A? Quote B?}", "A {quote: A? Quote B?} B",
        "{quote: A* Quote (A | B)*}", "{quote: (Quote A | B Quote)}", "{content: A {quote} B}",
        "{content: A? {quote} B?} {speaker: B?}", "{content: {quote} (A {speaker: B})?}",
        "{speaker: A} {cue: B}", "{cue: A} {speaker: B}", "{speaker: A+} {cue: A? B} Quote",
        "{speaker: A} {cue: B{1,2}} {content: _{1,3}}", "{cue: A* B A*}",
        "{speaker: _} {cue: A (B | Quote)} {content: _+}", "{cue: (A | B) & !Quote} {speaker: A}",
        "({speaker: A} {cue: B} | {cue: B} {speaker: A}) Quote?", "{cue: A{2,3}} B",
        "B? {cue: (A | B B)} {speaker: A?}", "Edge {quote}", "{quote} A{0,2} Edge",
        "(Edge | A) {speaker: B} {quote}", "{quote} {speaker: (A | B)+} (Edge | Quote)",
        "Edge {quote} Edge", "{quote} !A !Edge", "{quote} {content: _ Edge}", "{quote} Edge A",
        "{content: Edge A {quote}} _?", "{quote} A & !Edge",
        "{cue: B} {content: (A Quote?){1,2}}"));

TEST(Oracle, AgreesOnPatternsMadeUpAtRandom) {
  std::mt19937 random(20);
  constexpr int kRounds = kSanitized ? 300 : 3000;
  int tried = 0;
  for (int round = 0; round < kRounds; ++round) {
    Result<Pattern> parsed =
        parse({.id = "t", .text = made_up_rule(random), .anchor = Anchor::cue}, kKnown);
    if (!parsed) continue;  // a repetition of what can be empty
    const std::vector<Pattern> patterns = {*parsed};
    const Alphabet alphabet = small_alphabet(patterns);
    const Result<Matcher> matcher = Matcher::compile(patterns, alphabet);
    if (!matcher) continue;  // the cue can be empty
    ++tried;
    const std::vector<std::uint8_t> letters = small_symbols(alphabet);
    for (int sample = 0; sample < 40; ++sample) {
      std::vector<std::uint8_t> symbols(1 + random() % 7);
      for (std::uint8_t& symbol : symbols) symbol = letters[random() % 4];
      ASSERT_EQ(disagreement(patterns[0], alphabet, *matcher, symbols), "");
    }
  }
  EXPECT_GT(tried, kRounds / 2);
}

TEST(Oracle, GoesOnWhereItWantedMoreSymbols) {
  std::mt19937 random(22);
  int stopped = 0;
  int sure = 0;
  for (int round = 0; round < 1000; ++round) {
    std::vector<Pattern> patterns;
    while (patterns.size() < 2) {
      Result<Pattern> pattern =
          parse({.id = "t", .text = made_up_rule(random), .anchor = Anchor::cue}, kKnown);
      if (pattern) patterns.push_back(*std::move(pattern));
    }
    const Alphabet alphabet = small_alphabet(patterns);
    const Result<Matcher> matcher = Matcher::compile(patterns, alphabet);
    if (!matcher) continue;
    const std::vector<std::uint8_t> letters = small_symbols(alphabet);
    for (int sample = 0; sample < 40; ++sample) {
      std::vector<std::uint8_t> symbols(1 + random() % 30);
      for (std::uint8_t& symbol : symbols) symbol = letters[random() % 4];
      const auto size = static_cast<std::uint32_t>(symbols.size());
      auto known = static_cast<std::uint32_t>(1 + random() % size);
      const auto at = static_cast<std::uint32_t>(random() % known);
      Hits parts = matcher->hits({std::span(symbols).first(known), at, Anchor::cue, false});
      Hits all = matcher->hits({symbols, at, Anchor::cue});
      while (true) {
        const std::optional<Hit> hit = parts.next();
        if (parts.wants_more()) {
          ASSERT_FALSE(hit);
          ASSERT_TRUE(known <= size) << patterns[0].text;
          ++stopped;
          known += static_cast<std::uint32_t>(1 + random() % 3);
          parts.go_on(std::span(symbols).first(std::min(known, size)), known > size);
          continue;
        }
        ++sure;
        const std::optional<Hit> of_all = all.next();
        ASSERT_EQ(hit.has_value(), of_all.has_value()) << patterns[0].text;
        if (!hit) break;
        ASSERT_EQ(hit->rule, of_all->rule);
        ASSERT_EQ(as_oracle_match(*hit), as_oracle_match(*of_all)) << patterns[hit->rule].text;
      }
    }
  }
  EXPECT_GT(stopped, 10'000);
  EXPECT_GT(sure, 10'000);
}

}  // namespace
}  // namespace quotary::pattern
