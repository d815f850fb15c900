// A text, and what its record says about where it comes from.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "built_in.h"
#include "quotary/quotary.h"

namespace quotary {
namespace {

struct Read {
  Document document;
  Analysis analysis;

  explicit Read(std::string text, std::string publisher = {})
      : document(extractor().read(std::move(text))) {
    Workspace workspace;
    analysis = extractor().analyze(document, workspace, {std::move(publisher)});
  }
  [[nodiscard]] const Provenance& provenance() const { return analysis.provenance; }
  [[nodiscard]] std::string verdict() const {
    const Verdict& verdict = provenance().verdict;
    return std::string(name_of(verdict.origin)) + " " + std::string(verdict.house);
  }
  [[nodiscard]] bool finds(std::string_view code) const {
    return std::any_of(provenance().findings.begin(), provenance().findings.end(),
                       [&](const ProvenanceFinding& each) { return each.code == code; });
  }
};

const std::string kBody =
    "\n\nThe council of Marston met on Monday and agreed on a plan for the harbour.\n";

TEST(Verdict, AWiresDatelineMakesItWireCopy) {
  EXPECT_EQ(Read("MARSTON (AP) — The council met on Monday." + kBody).verdict(), "wire ap");
  EXPECT_EQ(Read("MARSTON (AP) — The council met on Monday." + kBody, "apnews.com").verdict(),
            "own ap");
}

TEST(Verdict, AMentionOrAPictureDoesNot) {
  EXPECT_EQ(Read("MARSTON — The mayor told AFP that the harbour would open." + kBody).verdict(),
            "unknown ");
  EXPECT_EQ(Read("By Anna Brook" + kBody + "\nThe harbour in May. (AP)\n").verdict(), "own ");
}

TEST(Verdict, ContributionsMakeItMixedAndRepostsRepublished) {
  EXPECT_EQ(Read("By Anna Brook" + kBody + "\nThe Associated Press contributed to this report.\n")
                .verdict(),
            "mixed ap");
  EXPECT_EQ(Read(kBody + "\nThis article originally appeared on The Atlantic.\n").verdict(),
            "republished the-atlantic");
}

TEST(Verdict, PressReleasesSayWhoSendsThem) {
  const Read read("MARSTON, Feb. 1, 2031 /PRNewswire/ -- Harbour Works opened a plant." + kBody);
  EXPECT_EQ(name_of(read.provenance().verdict.origin), "press_release");
}

TEST(Pictures, CopyFoldedInPlaceAndDay) {
  const Read read(
      "Harbour Opens\n\nThe mayor opened the harbour on Monday and spoke to the crowd at length, "
      "as is the custom.\n\nMayor Ana Brook, right, opens the harbour in Marston, Norway, Sept. 4, "
      "2031. The harbour was closed for... Mayor Ana Brook, right, opens the harbour in Marston, "
      "Norway, Sept. 4, 2031. The harbour was closed for years. Irina Belova, Sputnik, Palace "
      "Pool "
      "Photo via AP\n");
  ASSERT_EQ(read.provenance().pictures.size(), 1U);
  const Picture& picture = read.provenance().pictures[0];
  EXPECT_EQ(read.document.text(picture.caption),
            "Mayor Ana Brook, right, opens the harbour in Marston, Norway, Sept. 4, 2031. The "
            "harbour was closed for years.");
  EXPECT_FALSE(picture.copy.empty());
  EXPECT_EQ(picture.day, "2031-09-04");
  ASSERT_EQ(picture.places.size(), 2U);
  EXPECT_EQ(read.document.text(read.provenance().places[picture.places.first]), "Marston");
  ASSERT_EQ(read.provenance().statements.size(), 1U);
  EXPECT_EQ(read.provenance().statements[0].pool, "Palace Pool");
  EXPECT_EQ(read.provenance().statements[0].picture, 0U);
}

TEST(Citations, ChainsInOrderAndMediaApart) {
  const Read read(
      "Xinhua reported on Monday, citing Kyodo, that the dam had burst.\n\n"
      "\"We will go on building,\" the mayor Jane Smith told Reuters.\n");
  ASSERT_EQ(read.provenance().citations.size(), 2U);
  const Citation& chain = read.provenance().citations[0];
  EXPECT_EQ(chain.role, CitationRole::source);
  ASSERT_EQ(chain.chain.size(), 2U);
  EXPECT_EQ(read.provenance().houses[chain.chain.first].id, "xinhua");
  EXPECT_EQ(read.provenance().houses[chain.chain.first + 1].name, "Kyodo");
  EXPECT_EQ(read.provenance().citations[1].role, CitationRole::medium);
}

TEST(Findings, ForEditorsAndAuditors) {
  EXPECT_TRUE(Read(kBody + "\nPhoto: Getty Images\n").finds("credit-without-person"));
  EXPECT_FALSE(Read(kBody + "\nPhoto: Anna Brook/Getty Images\n").finds("credit-without-person"));
  EXPECT_TRUE(
      Read(kBody + "\nThe harbour. (AP Photo/Anna Brook, File)\n").finds("file-without-date"));
  EXPECT_TRUE(Read(kBody + "\nCopyright in this article remains with its author.\n")
                  .finds("repost-without-origin"));
  EXPECT_TRUE(Read("By Anna Brook\n\nMARSTON (AP) — The council met on Monday." + kBody)
                  .finds("byline-under-wire-dateline"));
}

TEST(ProvenanceRecord, OffsetsCountInTheUnitAskedFor) {
  const Read read("Ein Schiff im Hafen von Århus. Foto: Jürgen Breit/dpa");
  const Record record = make_record(read.document, read.analysis, {.unit = OffsetUnit::codepoints});
  ASSERT_EQ(record.provenance.statements.size(), 1U);
  const RecordStatement& credit = record.provenance.statements[0];
  EXPECT_EQ(credit.passage.text, "Foto: Jürgen Breit/dpa");
  EXPECT_EQ(credit.passage.begin, 31U);
  EXPECT_EQ(credit.passage.end, 53U);
}

TEST(ProvenanceRecord, IsEmptyWhereNothingIsSaid) {
  const Read read("The council met.");
  const Record record = make_record(read.document, read.analysis);
  EXPECT_TRUE(record.provenance.empty());
  EXPECT_EQ(read.verdict(), "unknown ");
}

}  // namespace
}  // namespace quotary
