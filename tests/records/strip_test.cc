#include "quotary/strip.h"

#include <gtest/gtest.h>

#include <string>

#include "marked_text.h"

namespace quotary {
namespace {

// Takes `gone` out of a text.
Stripped without(MarkedText& text, std::initializer_list<std::string_view> gone,
                 const StripOptions& options = {}) {
  for (const std::string_view each : gone) {
    Statement statement;
    statement.span = text.find(each);
    text.analysis.provenance.statements.push_back(statement);
  }
  return strip(text.document, text.analysis, options);
}

TEST(Strip, LeavesOutStatements) {
  MarkedText text("TARROW (AP) — It rained.\n\n(Reporting by Bo Li)\n\nIt stopped. © AP\n");
  EXPECT_EQ(without(text, {"TARROW (AP) — ", "(Reporting by Bo Li)", "© AP"}).text,
            "It rained.\n\nIt stopped.");
}

TEST(Strip, JoinsWhatStoodAroundThem) {
  MarkedText text("It rained. (AP) It stopped.");
  EXPECT_EQ(without(text, {"(AP)"}).text, "It rained. It stopped.");
}

TEST(Strip, LeavesOutFurnitureByItsKind) {
  MarkedText text("Rain Comes\n\nWeather\n\nThe quay in rain\n\nIt rained.");
  text.analysis.blocks[0].kind = BlockKind::headline;
  text.analysis.blocks[1].kind = BlockKind::section;
  text.analysis.blocks[2].kind = BlockKind::caption;
  EXPECT_EQ(without(text, {}).text, "Rain Comes\n\nIt rained.");
  EXPECT_EQ(without(text, {}, {.captions = true}).text,
            "Rain Comes\n\nThe quay in rain\n\nIt rained.");
}

TEST(Strip, MapsEachStretchInEveryUnit) {
  MarkedText text("“É” 😀 (AP) It rained.\n\nSo it did.");
  for (const OffsetUnit unit : {OffsetUnit::bytes, OffsetUnit::codepoints, OffsetUnit::utf16}) {
    text.analysis.provenance.statements.clear();
    const Stripped stripped = without(text, {"(AP)"}, {.unit = unit});
    ASSERT_EQ(stripped.kept.size(), 3U);
    const std::uint32_t emoji = unit == OffsetUnit::bytes ? 4 : unit == OffsetUnit::utf16 ? 2 : 1;
    const std::uint32_t quoted = unit == OffsetUnit::bytes ? 8 : 3;
    EXPECT_EQ(stripped.kept[0].end, quoted + 1 + emoji);
    EXPECT_EQ(stripped.kept[1].begin, quoted + 1 + emoji + 6);
    EXPECT_EQ(stripped.kept[1].at, quoted + 1 + emoji + 1);
    EXPECT_EQ(stripped.kept[2].at, stripped.kept[1].at + 10 + 2);
  }
}

TEST(Strip, KeepsAllWhereThereIsNothingToTakeOut) {
  MarkedText text("It rained.\n\nIt stopped.");
  EXPECT_EQ(without(text, {}).text, "It rained.\n\nIt stopped.");
}

TEST(Strip, OverlappingStatementsAreTakenOutOnce) {
  MarkedText text("It rained. By Bo Li, AP. It stopped.");
  EXPECT_EQ(without(text, {"By Bo Li, AP.", "Bo Li", "By Bo Li"}).text, "It rained. It stopped.");
}

}  // namespace
}  // namespace quotary
