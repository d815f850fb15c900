// What is declared about an article, held against what its text says.
#include <gtest/gtest.h>

#include <algorithm>

#include "built_in.h"
#include "quotary/quotary.h"

namespace quotary {
namespace {

constexpr const char* kArticle =
    "Ferry Ends Its Last Run\n\nBy Tove Lindqvist\n\nThe ferry made its last crossing on Friday, "
    "and two hundred people stood on the pier to see it leave.\n";

std::vector<std::string> findings_with(std::vector<DeclaredValue> values) {
  const Declared declared{std::move(values)};
  const Document document = extractor().read(kArticle, "ferry");
  Workspace workspace;
  const Analysis analysis =
      extractor().analyze(document, workspace, {.publisher = {}, .declared = &declared});
  std::vector<std::string> codes;
  for (const ProvenanceFinding& each : analysis.provenance.findings) codes.emplace_back(each.code);
  return codes;
}

DeclaredValue value(DeclaredField field, std::string text) {
  return {field, std::move(text), {}, "meta", kNone};
}

bool holds(const std::vector<std::string>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

TEST(DisagreementsTest, AnAuthorWhoIsInTheBylineIsNone) {
  EXPECT_FALSE(holds(findings_with({value(DeclaredField::author, "Tove Lindqvist")}),
                     "declared-author-not-in-byline"));
}

TEST(DisagreementsTest, AnAuthorWhomTheBylineLeavesOutIsOne) {
  EXPECT_TRUE(holds(findings_with({value(DeclaredField::author, "Otto Brandt")}),
                    "declared-author-not-in-byline"));
}

TEST(DisagreementsTest, AHouseAsAuthorIsNone) {
  EXPECT_FALSE(holds(findings_with({value(DeclaredField::author, "Reuters")}),
                     "declared-author-not-in-byline"));
}

TEST(DisagreementsTest, AnOriginThatTheTextDoesNotNameIsOne) {
  EXPECT_TRUE(holds(findings_with({value(DeclaredField::origin, "https://www.reuters.com/a")}),
                    "declared-origin-not-in-text"));
}

TEST(DisagreementsTest, NothingDeclaredNothingFound) {
  const auto codes = findings_with({});
  EXPECT_FALSE(holds(codes, "declared-author-not-in-byline"));
  EXPECT_FALSE(holds(codes, "declared-origin-not-in-text"));
}

}  // namespace
}  // namespace quotary
