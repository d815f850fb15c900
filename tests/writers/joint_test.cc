// Two who say one quote, in every form.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "../records/marked_text.h"
#include "quotary/writers.h"

namespace quotary {
namespace {

using nlohmann::json;

MarkedText two_neighbours() {
  MarkedText text("\"It rained,\" said Ann Lee and Bo Berg.", "rain.txt");
  text.quote({"\"It rained,\""});
  const auto lee = text.mention("Ann Lee", MentionKind::name);
  const auto berg = text.mention("Bo Berg", MentionKind::name);
  text.source("Ann Lee", {lee});
  text.source("Bo Berg", {berg});
  text.analysis.joint_sources = {0, 1};
  text.said_by(lee, "said").joint = {0, 2};
  return text;
}

std::string output(Format format) {
  const MarkedText text = two_neighbours();
  std::string out;
  const auto writer = make_writer(format);
  writer->begin(out);
  writer->write(text.record(), out);
  return out;
}

bool holds(const std::string& out, std::string_view words) {
  return out.find(words) != std::string::npos;
}

TEST(JointSpeakers, TheRecordListsBothAndKeepsTheFirst) {
  const json quote = json::parse(output(Format::jsonl)).at("quotes").at(0);
  EXPECT_EQ(quote.at("speaker").at("name"), "Ann Lee");
  ASSERT_EQ(quote.at("speakers").size(), 2U);
  EXPECT_EQ(quote.at("speakers").at(0), quote.at("speaker"));
  EXPECT_EQ(quote.at("speakers").at(1).at("name"), "Bo Berg");
  EXPECT_EQ(quote.at("speakers").at(1).at("n"), 2);
}

TEST(JointSpeakers, BothSayAQuote) {
  const json sources = json::parse(output(Format::jsonl)).at("sources");
  ASSERT_EQ(sources.size(), 2U);
  EXPECT_EQ(sources.at(1).at("quotes"), 1);
}

TEST(JointSpeakers, OneHasNoList) {
  std::string out;
  make_writer(Format::jsonl)->write(flooded_town().record(), out);
  EXPECT_FALSE(holds(out, "\"speakers\"")) << out;
}

TEST(JointSpeakers, JoinedForScorers) {
  EXPECT_EQ(json::parse(output(Format::eval)).at("quotes").at(0).at("speaker"), "Ann Lee; Bo Berg");
}

TEST(JointSpeakers, InTheLastColumn) {
  const std::string out = output(Format::csv);
  EXPECT_TRUE(holds(out, ",speakers\r\n")) << out;
  EXPECT_TRUE(out.ends_with(",Ann Lee; Bo Berg\r\n")) << out;
}

TEST(JointSpeakers, InOneNoteOfBrat) {
  EXPECT_TRUE(holds(output(Format::brat), "Speaker T1\tAnn Lee; Bo Berg\n"))
      << output(Format::brat);
}

TEST(JointSpeakers, BesideEachOtherInTheView) {
  const std::string out = output(Format::view);
  EXPECT_TRUE(holds(out, "Ann Lee,")) << out;
  EXPECT_TRUE(holds(out, "\n  Bo Berg  ")) << out;
}

TEST(JointSpeakers, AnAgentEach) {
  const json out = json::parse(output(Format::prov));
  EXPECT_EQ(out.at("agent").at("a:speaker-2").at("prov:label"), "Bo Berg") << out.dump(1);
  std::size_t speakers = 0;
  for (const auto& [id, relation] : out.at("wasAttributedTo").items()) {
    speakers += relation.value("quotary:role", "") == "speaker" ? 1U : 0U;
  }
  EXPECT_EQ(speakers, 2U);
}

TEST(JointSpeakers, TwoCharactersSpeak) {
  const json by =
      json::parse(output(Format::schema_org)).at("hasPart").at(0).at("spokenByCharacter");
  ASSERT_EQ(by.size(), 2U) << by.dump();
  EXPECT_EQ(by.at(1).at("name"), "Bo Berg");
}

TEST(JointSpeakers, TwoBodiesIdentify) {
  const json bodies = json::parse(output(Format::web_annotation)).at("items").at(0).at("body");
  EXPECT_EQ(bodies.at(0).at("value"), "Ann Lee");
  EXPECT_EQ(bodies.at(1).at("value"), "Bo Berg");
}

}  // namespace
}  // namespace quotary
