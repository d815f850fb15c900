#include <gtest/gtest.h>

#include <string>

#include "../records/marked_text.h"
#include "quotary/writers.h"

namespace quotary {
namespace {

std::string line_of(const MarkedText& text) {
  std::string line;
  make_writer(Format::eval)->write(text.record({.unit = OffsetUnit::codepoints}), line);
  return line;
}

TEST(Eval, WritesWhatScorersRead) {
  EXPECT_EQ(line_of(flooded_town()),
            "{\"id\":\"floods.txt\",\"quotes\":[{\"kind\":\"direct\",\"content\":[[56,71],[81,97]],"
            "\"cue\":[[75,79]],\"source\":[[72,74]],\"speaker\":\"Olaf Brenn\","
            "\"confidence\":0.95}]}\n");
}

TEST(Eval, HasEmptyListsForWhatThereIsNot) {
  MarkedText text("é \"Yes.\"");
  text.quote({"\"Yes.\""});
  EXPECT_EQ(line_of(text),
            "{\"id\":\"test\",\"quotes\":[{\"kind\":\"direct\",\"content\":[[2,8]],\"cue\":[],"
            "\"source\":[],\"speaker\":null,\"confidence\":0}]}\n");
}

TEST(Eval, KindsGoByMarks) {
  MarkedText text("MS. ROE: Never.");
  text.quote({"Never."});
  text.analysis.quotes.back().use = QuoteUse::transcript;
  EXPECT_NE(line_of(text).find("\"kind\":\"indirect\""), std::string::npos);
}

TEST(Eval, WhatIsToldInsideQuotationsStandsBetweenMarks) {
  EXPECT_EQ(line_of(told_by_ann_lee()).find("\"kind\":\"indirect\""), std::string::npos);
}

TEST(Eval, WritesDocumentsWithoutQuotesToo) {
  EXPECT_EQ(line_of(MarkedText("Nothing.")), "{\"id\":\"test\",\"quotes\":[]}\n");
}

TEST(Eval, CountsInCodePointsAlways) {
  EXPECT_EQ(unit_of(Format::eval, OffsetUnit::bytes), OffsetUnit::codepoints);
  EXPECT_EQ(unit_of(Format::brat, OffsetUnit::utf16), OffsetUnit::codepoints);
  EXPECT_EQ(unit_of(Format::jsonl, OffsetUnit::utf16), OffsetUnit::utf16);
}

}  // namespace
}  // namespace quotary
