// Every id that a record gives can be explained, and what the pack tells of grammars is true.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "extraction/grammar_reader.h"
#include "quotary/quotary.h"
#include "rules/check.h"
#include "rules/rule_explanation.h"
#include "rules/rule_trial.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

const std::string kRoot = QUOTARY_SOURCE_DIR "/";

const RulePack& built_in() {
  static const RulePack pack = RulePack::built_in().value();
  return pack;
}

std::string file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string explained(std::string_view id) {
  const RulePack& pack = built_in();
  const auto lines = explain_rule(pack.data(), {id, {}}, grammar_reader(pack));
  return lines ? *lines : lines.error().to_string();
}

TEST(Grammars, DoOnTheirExamplesWhatThePackSays) {
  const PackUnderTest pack = open_pack(kRoot + "rules/en");
  ASSERT_NE(pack.data, nullptr);
  std::string wrong;
  for (const Finding& each : try_rules(pack, grammar_reader(RulePack(pack.data))).findings) {
    if (each.severity != Severity::note) wrong += each.what.to_string() + "\n";
  }
  EXPECT_EQ(wrong, "");
  EXPECT_GT(pack.grammars.size(), 35U);
}

TEST(Grammars, AreExplainedByWhatTheyFind) {
  EXPECT_EQ(explained("credit.job"),
            "id       credit.job (grammar in code)\n"
            "about    A name and, after a comma or a bar, the job of somebody who takes pictures.\n"
            "text     Ann Lee, staff photographer\n"
            "result   match: `Ann Lee, staff photographer`, person `Ann Lee`, flag `staff`\n");
  EXPECT_NE(explained("verdict.own-house").find("result   match: origin `own`, house `ap`\n"),
            std::string::npos)
      << explained("verdict.own-house");
}

TEST(Grammars, AnUnknownIdHasItsNearest) {
  EXPECT_EQ(explained("credit.lable"),
            "E203 there is no rule `credit.lable`; did you mean `credit.label`?");
}

// The ids that stand in code.
TEST(Grammars, EveryIdInCodeIsExplained) {
  const std::regex literal(
      "\"((?:byline|credit|dateline|verdict)\\.[a-z-]+)\"|rule = "
      "\"([a-z-]+)\"|\"(same-sentence)\"");
  std::set<std::string> ids;
  for (const char* const folder : {"core/provenance", "core/sources"}) {
    for (const fs::directory_entry& entry : fs::directory_iterator(kRoot + folder)) {
      const std::string code = file(entry.path());
      for (std::sregex_iterator at(code.begin(), code.end(), literal), end; at != end; ++at) {
        for (std::size_t group = 1; group < at->size(); ++group) {
          if ((*at)[group].matched) ids.insert((*at)[group]);
        }
      }
    }
  }
  EXPECT_GT(ids.size(), 35U);
  for (const std::string& id : ids) EXPECT_TRUE(explained(id).starts_with("id ")) << explained(id);
}

// And those that records of the project's own articles give.
TEST(Grammars, EveryIdInRecordsIsExplained) {
  const Extractor extractor = Extractor::create(built_in(), {.keep_candidates = true}).value();
  std::set<std::string> ids;
  for (const char* const folder : {"corpus", "tests/golden"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kRoot + folder)) {
      if (entry.path().extension() != ".txt") continue;
      const Document document = extractor.read(file(entry.path()));
      const Analysis analysis = extractor.analyze(document);
      for (const Attribution& each : analysis.attributions) ids.emplace(each.rule);
      for (const Candidate& each : analysis.candidates) ids.emplace(each.rule);
      for (const Statement& each : analysis.provenance.statements) ids.emplace(each.rule);
      for (const Citation& each : analysis.provenance.citations) ids.emplace(each.rule);
      ids.insert(analysis.provenance.verdict.rules.begin(),
                 analysis.provenance.verdict.rules.end());
    }
  }
  ids.erase("");
  EXPECT_GT(ids.size(), 20U);
  for (const std::string& id : ids) EXPECT_TRUE(explained(id).starts_with("id ")) << explained(id);
}

}  // namespace
}  // namespace quotary
