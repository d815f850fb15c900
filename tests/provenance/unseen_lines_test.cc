// Lines of many publishers (unseen_lines.jsonl), labelled before the grammar had read any of them:
// how many it finds, and how seldom it finds what is not there. Bars stand a little below what was
// reached, so that a change that costs a convention is seen.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "provenance/line_reader.h"
#include "quotary/rules.h"

namespace quotary {
namespace {

using nlohmann::json;

struct Tally {
  double right = 0, wrong = 0, missed = 0;

  [[nodiscard]] double precision() const { return right / std::max(1.0, right + wrong); }
  [[nodiscard]] double recall() const { return right / std::max(1.0, right + missed); }
};

std::string folded(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (name.starts_with("the ")) name.erase(0, 4);
  while (!name.empty() && name.back() == '.') name.pop_back();
  return name;
}

struct Score {
  std::map<std::string, Tally> kinds;
  Tally people;
  double negatives = 0, claimed = 0;
};

Score score() {
  const RulePack pack = RulePack::built_in().value();
  const ProvenanceKnowledge known(pack.data());
  LineReader reader(known);
  Score score;
  std::ifstream file(QUOTARY_SOURCE_DIR "/tests/provenance/unseen_lines.jsonl");
  for (std::string text; std::getline(file, text);) {
    const json gold = json::parse(text);
    if (gold.value("doubtful", false)) continue;
    const std::string line = gold["line"];
    const std::string kind = gold["kind"];
    FoundStatements found;
    reader.read(line, {}, found);
    std::set<std::string> kinds;
    std::set<std::string> people;
    for (const FoundStatement& each : found) {
      if (each.kind == StatementKind::correction || each.kind == StatementKind::site_copyright) {
        continue;
      }
      kinds.insert(std::string(name_of(each.kind)));
      if (name_of(each.kind) != kind) continue;
      for (const LinePart& part : each.parts) {
        if (part.kind == LinePartKind::person) people.insert(folded(part.name));
      }
    }
    if (kind == "none") {
      score.negatives += 1;
      score.claimed += kinds.empty() ? 0 : 1;
      continue;
    }
    (kinds.contains(kind) ? score.kinds[kind].right : score.kinds[kind].missed) += 1;
    const json also = gold.value("also", json::array());
    for (const std::string& each : kinds) {
      if (each == kind || std::find(also.begin(), also.end(), each) != also.end()) continue;
      score.kinds[each].wrong += 1;
    }
    if (!kinds.contains(kind)) continue;
    for (const json& each : gold["people"]) {
      (people.erase(folded(each)) > 0 ? score.people.right : score.people.missed) += 1;
    }
    score.people.wrong += static_cast<double>(people.size());
  }
  return score;
}

const Score& scored() {
  static const Score all = score();
  return all;
}

TEST(UnseenLines, HaveTheirKindsFound) {
  const std::map<std::string, double> bars = {
      {"credit", 0.95},       {"byline", 0.92},         {"dateline", 0.96},
      {"contribution", 0.96}, {"wire_copyright", 0.92}, {"syndication", 0.93},
  };
  for (const auto& [kind, bar] : bars) {
    const Tally& tally = scored().kinds.at(kind);
    EXPECT_GE(tally.recall(), bar)
        << kind << ": " << tally.right << " of " << tally.right + tally.missed;
    EXPECT_GE(tally.precision(), 0.97) << kind;
  }
}

TEST(UnseenLines, HaveTheirPeopleRead) {
  EXPECT_GE(scored().people.precision(), 0.98);
  EXPECT_GE(scored().people.recall(), 0.96);
}

TEST(UnseenLines, AreLeftAloneIfTheySayNothing) {
  ASSERT_GT(scored().negatives, 300);
  EXPECT_LE(scored().claimed / scored().negatives, 0.01);
}

}  // namespace
}  // namespace quotary
