// Programs of sides against RE2, which matches their expressions.
#include "pattern/side_program.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>
#include <string>
#include <vector>

#include "made_up.h"
#include "pattern/split.h"
#include "sanitized.h"

namespace quotary::pattern {
namespace {

std::string told(const SideMatch& match) {
  std::string text = std::to_string(match.length);
  for (std::size_t role = 0; role < kRoleCount; ++role) {
    const Range range = match.roles[role];
    if (range.empty()) continue;
    text += " " + std::string(kRoleNames[role]) + "=" + std::to_string(range.first) + "-" +
            std::to_string(range.last);
  }
  return text;
}

std::string told(const std::optional<SideMatch>& match) { return match ? told(*match) : "no"; }

// The expression of a side, matched by RE2 on a copy of what the side sees.
class Re2Side {
 public:
  explicit Re2Side(SideExpression side)
      : groups_(std::move(side.groups)), expression_("(?s)" + side.text, re2::RE2::Latin1) {}

  [[nodiscard]] std::string match(const Outlook& outlook) const {
    std::string bytes;
    for (std::uint32_t i = 0; i < outlook.size(); ++i) bytes += static_cast<char>(outlook[i]);
    std::vector<re2::StringPiece> found(groups_.size() + 1);
    if (!expression_.Match(bytes, 0, bytes.size(), re2::RE2::ANCHOR_START, found.data(),
                           static_cast<int>(found.size()))) {
      return "no";
    }
    const auto range = [&](const re2::StringPiece& group) -> Range {
      const auto first = static_cast<std::uint32_t>(group.data() - bytes.data());
      const auto last = first + static_cast<std::uint32_t>(group.size());
      return {first, std::min(last, outlook.symbols())};
    };
    SideMatch match{.length = range(found[0]).last};
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (found[i + 1].empty()) continue;
      match.roles[static_cast<std::size_t>(groups_[i])] = range(found[i + 1]);
    }
    return told(match);
  }

 private:
  std::vector<Role> groups_;
  re2::RE2 expression_;
};

std::string told(std::span<const std::uint8_t> symbols, const Alphabet& alphabet) {
  std::string text;
  for (const std::uint8_t symbol : symbols) text += alphabet.describe(symbol) + " ";
  return text;
}

TEST(SidePrograms, AgreesWithRe2OnPatternsMadeUpAtRandom) {
  std::mt19937 random(21);
  constexpr int kRounds = kSanitized ? 200 : 2000;
  int held = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Result<Pattern> pattern =
        parse({.id = "t", .text = made_up_rule(random), .anchor = Anchor::cue}, kKnown);
    if (!pattern) continue;  // a repetition of what can be empty
    const Result<Split> parts = split(*pattern);
    if (!parts) continue;  // the cue can be empty
    const Alphabet alphabet = small_alphabet({&*pattern, 1});
    const SymbolSets sets(*pattern, alphabet);
    const std::vector<std::uint8_t> letters = small_symbols(alphabet);
    SidePrograms programs;
    for (const Variant& variant : parts->variants) {
      for (const auto side : {Outlook::Side::left, Outlook::Side::right}) {
        const std::uint32_t root = side == Outlook::Side::left ? variant.left : variant.right;
        const SidePrograms::Side program = programs.add(parts->nodes, root, sets).value();
        const Re2Side oracle(express(parts->nodes, root, sets));
        for (int sample = 0; sample < 40; ++sample) {
          std::vector<std::uint8_t> symbols(1 + random() % (sample % 4 == 0 ? 40 : 8));
          for (std::uint8_t& symbol : symbols) symbol = letters[random() % 4];
          const auto at = static_cast<std::uint32_t>(random() % symbols.size());
          Outlook outlook({symbols, at, Anchor::cue}, side);
          const std::optional<SideMatch> match = programs.match(program, outlook);
          ASSERT_EQ(told(match), oracle.match(outlook))
              << pattern->text << " at " << at << " of " << told(symbols, alphabet);
          held += match ? 1 : 0;
        }
      }
    }
  }
  EXPECT_GT(held, kRounds * 10);
}

TEST(SidePrograms, TakesNoLongerForWhatCouldBeReadInManyWays) {
  // Tried one way after the other, this would take 24 to the power of six steps.
  const Pattern pattern =
      parse({.id = "t", .text = "{cue: A} _* _* _* _* _* _* B", .anchor = Anchor::cue}, kKnown)
          .value();
  const Alphabet alphabet = small_alphabet({&pattern, 1});
  const Split parts = split(pattern).value();
  SidePrograms programs;
  const SidePrograms::Side side =
      programs.add(parts.nodes, parts.variants[0].right, SymbolSets(pattern, alphabet)).value();
  const std::vector<std::uint8_t> symbols(40, alphabet.symbol({"A"}));
  for (int round = 0; round < 1000; ++round) {
    Outlook outlook({symbols, 0, Anchor::cue}, Outlook::Side::right);
    ASSERT_FALSE(programs.match(side, outlook));
  }
}

TEST(SidePrograms, RefusesWhatBranchesTooOften) {
  std::string text = "{cue: A}";
  for (int i = 0; i < 400; ++i) text += " ((A?)?)?";
  const Pattern pattern = parse({.id = "t", .text = text, .anchor = Anchor::cue}, kKnown).value();
  const Result<Matcher> matcher = Matcher::compile({&pattern, 1}, small_alphabet({&pattern, 1}));
  ASSERT_FALSE(matcher);
  EXPECT_EQ(matcher.error().message, "the pattern has too many branches");
}

}  // namespace
}  // namespace quotary::pattern
