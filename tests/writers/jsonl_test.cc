#include <gtest/gtest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>

#include "../records/marked_text.h"
#include "quotary/writers.h"

namespace quotary {
namespace {

using nlohmann::json;

std::string line_of(const Record& record, const WriterOptions& options = {}) {
  std::string line;
  make_writer(Format::jsonl, options)->write(record, line);
  return line;
}

json parsed(const Record& record) { return json::parse(line_of(record)); }

// The JSON string that `text` becomes as the only part of a quote.
std::string part_text(const std::string& text) {
  MarkedText marked("x");
  marked.quote({"x"});
  Record record = marked.record();
  record.parts[0].text = text;
  const std::string line = line_of(record);
  const std::string key = "\"text\":";
  const std::size_t begin = line.find(key) + key.size();
  return line.substr(begin, line.find(",\"parts\"") - begin);
}

TEST(Jsonl, WritesOneLine) {
  const std::string line = line_of(flooded_town().record({.all = true}));
  EXPECT_EQ(line.find('\n'), line.size() - 1);
}

TEST(Jsonl, SaysWhoSaidWhat) {
  const json quote = parsed(flooded_town().record())["quotes"][0];
  EXPECT_EQ(quote["text"], "\"The dam held,\" \"We were lucky.\"");
  EXPECT_EQ(quote["speaker"]["name"], "Olaf Brenn");
  EXPECT_EQ(quote["speaker"]["roles"], json({"Mayor"}));
  EXPECT_EQ(quote["cue"]["text"], "said");
  EXPECT_EQ(quote["source"]["kind"], "pronoun");
  EXPECT_EQ(quote["confidence"], 0.95);
}

TEST(Jsonl, SaysWhatIsToldAtSecondHand) {
  const json quotes = parsed(told_by_ann_lee().record())["quotes"];
  EXPECT_EQ(quotes[1]["nested_in"], quotes[0]["n"]);
  EXPECT_EQ(quotes[1]["second_hand"], true);
  EXPECT_FALSE(quotes[0].contains("second_hand"));
}

TEST(Jsonl, RepeatsTheSpeakerInTheTableOfSources) {
  const json record = parsed(flooded_town().record());
  json identity = record["sources"][0];
  EXPECT_EQ(identity["quotes"], 1);
  identity.erase("quotes");
  identity.erase("mentions");
  EXPECT_EQ(identity, record["quotes"][0]["speaker"]);
}

TEST(Jsonl, HasNullsForWhatThereIsNot) {
  MarkedText text("\"Yes.\"");
  text.quote({"\"Yes.\""});
  const json quote = parsed(text.record())["quotes"][0];
  EXPECT_TRUE(quote["cue"].is_null() && quote["source"].is_null() && quote["speaker"].is_null() &&
              quote["rule"].is_null());
  EXPECT_EQ(quote["no_source"], "no_cue");
}

TEST(Jsonl, EscapesWhatJsonRequires) {
  EXPECT_EQ(part_text("a\"b\\c\nd\te\rf\x01g"), R"("a\"b\\c\nd\te\rf\u0001g")");
}

TEST(Jsonl, EscapesControlCharactersBeyondAscii) {
  EXPECT_EQ(part_text("a\x1b[31m\x7f\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6\xD8\x9C"),
            R"("a\u001b[31m\u007f\u009b\u202e\u2066\u061c")");
}

TEST(Jsonl, KeepsOtherCharactersAsTheyAre) {
  EXPECT_EQ(part_text("“Zoë” — 日本 😀"), "\"“Zoë” — 日本 😀\"");
}

TEST(Jsonl, ReplacesInvalidUtf8) {
  EXPECT_EQ(part_text("a\xFFz\xE2\x82z\xED\xA0\x80z\xF4\x90\x80\x80"),
            "\"a\\ufffdz\\ufffdz\\ufffd\\ufffd\\ufffdz\\ufffd\\ufffd\\ufffd\\ufffd\"");
}

// All strings of up to nine bytes in which one byte, at every place, is anything at all.
TEST(Jsonl, ReadsBackAsWritten) {
  for (int c = 1; c < 0x80; ++c) {
    for (std::size_t size = 1; size <= 9; ++size) {
      for (std::size_t at = 0; at < size; ++at) {
        std::string text(size, 'x');
        text[at] = static_cast<char>(c);
        ASSERT_EQ(json::parse(part_text(text)), text);
      }
    }
  }
}

TEST(Jsonl, CarriesFieldsOfTheInputThrough) {
  auto town = flooded_town();
  Record record = town.record();
  record.carried = R"("date":"2024-05-01","tags":["a,b",{"c":"}"}],"n":-1.5e3)";
  const json line = parsed(record);
  EXPECT_EQ(line["date"], "2024-05-01");
  EXPECT_EQ(line["tags"], json::parse(R"(["a,b",{"c":"}"}])"));
  EXPECT_EQ(line["n"], -1500);
  EXPECT_FALSE(line.contains("input"));
}

TEST(Jsonl, ReadsEscapedNamesOfCarriedFields) {
  auto town = flooded_town();
  Record record = town.record();
  record.carried = R"("\u00fc\"":1,"\u0069d":2)";
  EXPECT_EQ(parsed(record)["ü\""], 1);
  EXPECT_EQ(parsed(record)["input"]["id"], 2);
}

TEST(Jsonl, PutsCarriedFieldsThatWouldClashUnderInput) {
  auto town = flooded_town();
  Record record = town.record();
  record.carried = R"("quotes":[1,2],"url":"u","id":7,"i\u0064":8)";
  const json line = parsed(record);
  EXPECT_EQ(line["id"], "floods.txt");
  EXPECT_EQ(line["url"], "u");
  EXPECT_EQ(line["input"]["quotes"], json({1, 2}));
  EXPECT_EQ(line_of(record).substr(line_of(record).find(",\"url\"")),
            ",\"url\":\"u\",\"input\":{\"quotes\":[1,2],\"id\":7,\"i\\u0064\":8}}\n");
}

TEST(Jsonl, CountsWhatWasMendedAndLeftOutWithoutZeros) {
  MarkedText text("\xFFYes.\r\n");
  const json line = parsed(text.record());
  EXPECT_EQ(line["notes"], json({{"invalid_bytes", 1}, {"carriage_returns", 1}}));
  EXPECT_FALSE(line.contains("left_out"));
  EXPECT_EQ(parsed(flooded_town().record())["left_out"], json({{"scare", 1}}));
}

TEST(Jsonl, ShowsCandidatesOnRequestOnly) {
  MarkedText text = flooded_town();
  Candidate candidate;
  candidate.rule = "en.other";
  candidate.score = -0.25F;
  candidate.lost = "another candidate scored higher";
  text.analysis.candidates = {candidate};
  EXPECT_FALSE(parsed(text.record())["quotes"][0].contains("candidates"));
  const json line = json::parse(line_of(text.record(), {.candidates = true}));
  EXPECT_EQ(line["quotes"][0]["candidates"][0]["score"], -0.25);
  EXPECT_EQ(line["quotes"][0]["candidates"][0]["lost"], "another candidate scored higher");
}

TEST(Jsonl, WritesAntecedentsWithCandidatesOnly) {
  MarkedText text = flooded_town();
  text.analysis.antecedents = {
      {0, "pronoun", text.find("Olaf Brenn"), text.find("Brenn was"), 5.25F, ""},
      {0, "pronoun", text.find("The dam"), text.find("The dam"), -1, "does not agree with it"}};
  EXPECT_FALSE(parsed(text.record())["quotes"][0].contains("antecedents"));
  const json quote = json::parse(line_of(text.record(), {.candidates = true}))["quotes"][0];
  ASSERT_EQ(quote["antecedents"].size(), 2U);
  const json& first = quote["antecedents"][0];
  EXPECT_EQ(first["points"], 5.25);
  EXPECT_EQ(first["sieve"], "pronoun");
  EXPECT_EQ(first["name"]["text"], "Olaf Brenn");
  EXPECT_EQ(first["place"]["begin"], text.find("Brenn was").begin);
  EXPECT_TRUE(first["lost"].is_null());
  EXPECT_EQ(quote["antecedents"][1]["lost"], "does not agree with it");
}

TEST(Jsonl, AppendsToWhatIsThere) {
  std::string line = "before ";
  make_writer(Format::jsonl)->write(flooded_town().record(), line);
  EXPECT_EQ(line, "before " + line_of(flooded_town().record()));
}

std::size_t length_with_nesting(int depth) {
  const auto marks = static_cast<std::size_t>(depth);
  MarkedText text(std::string(marks, '<') + "x" + std::string(marks, '>'));
  for (std::uint32_t i = 0; i < marks; ++i) {
    text.quote({"x"});
    text.analysis.parts.back() = {i, static_cast<std::uint32_t>(2 * marks + 1 - i)};
    if (i > 0) text.analysis.quotes.back().parent = i - 1;
  }
  return line_of(text.record()).size();
}

TEST(Jsonl, GrowsLinearlyWithNesting) {
  EXPECT_LT(length_with_nesting(20000), 11 * length_with_nesting(2000));
}

}  // namespace
}  // namespace quotary
