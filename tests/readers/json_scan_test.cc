// The scanner of JSON objects: what it takes, what it refuses, and that nlohmann agrees.
#include "readers/json_scan.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "json_oracle.h"
#include "sanitized.h"

namespace quotary {
namespace {

using std::string_literals::operator""s;

// "key=value,..." as written, or what is wrong and where.
std::string scanned(std::string_view text) {
  std::vector<JsonMember> members;
  if (const auto failure = scan_json_object(text, members)) {
    return std::to_string(failure->at) + ": " + failure->reason;
  }
  std::string out;
  for (const JsonMember& member : members) {
    out += out.empty() ? "" : ",";
    out += std::string(member.key) + "=" + std::string(member.value);
  }
  return out;
}

std::string unescaped(std::string_view raw) {
  std::string out;
  append_unescaped(raw, out);
  return out;
}

std::string cleaned(std::string_view raw) {
  std::string out;
  append_clean_json(raw, out);
  return out;
}

TEST(JsonScan, NotesWhereTheMembersStand) {
  EXPECT_EQ(scanned("{}"), "");
  EXPECT_EQ(scanned(R"( { "a" : 1 , "b":"x y" } )"), R"(a=1,b="x y")");
  EXPECT_EQ(scanned(R"({"a":[1,{"b":[]}],"c":{"d":null}})"), R"(a=[1,{"b":[]}],c={"d":null})");
  EXPECT_EQ(scanned(R"({"a":-0.5e+3,"b":true,"c":false})"), "a=-0.5e+3,b=true,c=false");
  EXPECT_EQ(scanned(R"({"a":"\"\\\u00e9"})"), R"(a="\"\\\u00e9")");
  EXPECT_EQ(scanned(R"({"a":1,"a":2})"), "a=1,a=2");
}

TEST(JsonScan, UnescapesTextThatBreaksOff) {
  EXPECT_EQ(unescaped("a\\"), "a\\");
  EXPECT_EQ(unescaped("a\\u00e"), "au00e");
}

TEST(JsonScan, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(scanned(""), "0: expected a JSON object");
  EXPECT_EQ(scanned("[1]"), "0: expected a JSON object");
  EXPECT_EQ(scanned("{\"a\":1"), "6: expected `,` or `}`");
  EXPECT_EQ(scanned("{\"a\":1,}"), "7: expected a field name between quotation marks");
  EXPECT_EQ(scanned("{\"a\" 1}"), "5: expected `:`");
  EXPECT_EQ(scanned("{\"a\":}"), "5: expected a value");
  EXPECT_EQ(scanned("{\"a\":01}"), "6: expected `,` or `}`");
  EXPECT_EQ(scanned("{\"a\":1.}"), "7: expected a digit");
  EXPECT_EQ(scanned("{\"a\":nul}"), "5: expected a value");
  EXPECT_EQ(scanned("{\"a\":[1 2]}"), "8: expected `,` or the end of a list or object");
  EXPECT_EQ(scanned("{\"a\":\"b}"), "8: a string without its closing mark");
  EXPECT_EQ(scanned("{\"a\":\"\\x\"}"), "6: an unknown escape");
  EXPECT_EQ(scanned("{\"a\":\"\\u12g4\"}"), "6: \\u without four hexadecimal digits");
  EXPECT_EQ(scanned("{\"a\":\"b\tc\"}"),
            "7: a control character inside a string; write it as \\u00..");
  EXPECT_EQ(scanned("{} {}"), "3: more text after the end of the object");
  EXPECT_EQ(scanned("{\"a\":\0}"s), "5: expected a value");
}

TEST(JsonScan, FindsSpecialBytesAtEveryPlaceOfAWord) {
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string plain(length, 'x');
    EXPECT_EQ(scanned("{\"a\":\"" + plain + "\"}"), "a=\"" + plain + "\"");
    EXPECT_EQ(scanned("{\"a\":\"" + plain + "\\\"\"}"), "a=\"" + plain + "\\\"\"");
    EXPECT_EQ(
        scanned("{\"a\":\"" + plain + "\x1F\"}"),
        std::to_string(6 + length) + ": a control character inside a string; write it as \\u00..");
    const std::string high(length, '\xE9');  // the mark after it must not be overlooked
    EXPECT_EQ(scanned("{\"a\":\"" + high + "\"}"), "a=\"" + high + "\"");
  }
}

TEST(JsonScan, Unescapes) {
  EXPECT_EQ(unescaped(R"(plain)"), "plain");
  EXPECT_EQ(unescaped(R"(\"\\\/\b\f\n\r\t)"), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(unescaped(R"(caf\u00E9 \u201cyes\u201D)"), "café “yes”");
  EXPECT_EQ(unescaped(R"(\ud83d\ude00)"), "\xF0\x9F\x98\x80");
  EXPECT_EQ(unescaped(R"(a\u0000b)"), "a\0b"s);
  EXPECT_EQ(unescaped(R"(\\u0041)"), "\\u0041");
}

TEST(JsonScan, LoneSurrogatesBecomeReplacementCharacters) {
  EXPECT_EQ(unescaped(R"(\ud83d)"), "\uFFFD");
  EXPECT_EQ(unescaped(R"(\ud83dx)"), "\uFFFDx");
  EXPECT_EQ(unescaped(R"(\ude00\ud83d)"), "\uFFFD\uFFFD");
  EXPECT_EQ(unescaped(R"(\ud83d\ud83d\ude00)"), "\uFFFD\xF0\x9F\x98\x80");
  EXPECT_EQ(unescaped(R"(\ud83d\n)"), "\uFFFD\n");
}

TEST(JsonScan, CleansWhatIsNoUnicode) {
  EXPECT_EQ(cleaned(R"("\ud83d\ude00 \u00e9")"), R"("\ud83d\ude00 \u00e9")");
  EXPECT_EQ(cleaned(R"("\ud83d")"), R"("\ufffd")");
  EXPECT_EQ(cleaned(R"("\ude00\\ud83d")"), R"("\ufffd\\ud83d")");
  EXPECT_EQ(cleaned("[1,\r2]"), "[1, 2]");
  EXPECT_EQ(cleaned("\"é \xE9 \xED\xA0\x80 \xF4\x90\x80\x80 \xC0\xAF\""),
            "\"é \uFFFD \uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\"");
}

TEST(JsonScan, DepthIsBoundedAndDeepNestingNoCrash) {
  const auto nested = [](std::size_t depth) {
    return "{\"a\":" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  EXPECT_TRUE(scanned(nested(kMaxJsonDepth)).starts_with("a=[["));
  EXPECT_EQ(scanned(nested(kMaxJsonDepth + 1)), "517: nested too deep");
  EXPECT_EQ(scanned("{\"a\":" + std::string(1'000'000, '[')), "517: nested too deep");
}

TEST(JsonScan, AgreesWithNlohmannOnAllShortTexts) {
  // Every text of up to four pieces inside an object.
  const std::vector<std::string> pieces = {"\"a\"", ":", ",", "{",    "}",
                                           "[",     "]", "1", "null", "\""};
  std::vector<std::string> texts = {""};
  std::size_t begin = 0;
  for (int length = 0; length < 4; ++length) {
    const std::size_t end = texts.size();
    for (std::size_t i = begin; i < end; ++i) {
      for (const std::string& piece : pieces) texts.push_back(texts[i] + piece);
    }
    begin = end;
  }
  for (const std::string& text : texts) {
    ASSERT_EQ(disagreement("{" + text + "}"), "") << text;
    ASSERT_EQ(disagreement("{\"a\":" + text + "}"), "") << text;
  }
}

TEST(JsonScan, AgreesWithNlohmannOnRandomLines) {
  const std::vector<std::string> pieces = {R"("text":)",
                                           R"("id":)",
                                           R"("t\u0065xt":)",
                                           R"("x")",
                                           R"("\ud800\udc00")",
                                           R"("\udfff")",
                                           R"("a\n\"b")",
                                           "\"\xE9\"",
                                           "\"é\"",
                                           "-1.5e3",
                                           "1e999",
                                           "0",
                                           "true",
                                           "null",
                                           "[",
                                           "]",
                                           "{",
                                           "}",
                                           ",",
                                           ",",
                                           ":",
                                           " ",
                                           "\r",
                                           R"("q":)",
                                           R"("q":)",
                                           "[1,2]",
                                           R"({"z":0})",
                                           R"(\u12)",
                                           "\x01",
                                           "12345678901234567890"};
  std::mt19937 random(7);  // NOLINT(*-msc51-cpp): the same lines each time
  for (int round = 0; round < (kSanitized ? 6'000 : 60'000); ++round) {
    std::string line = "{";
    const std::size_t length = random() % 12;
    for (std::size_t i = 0; i < length; ++i) {
      // Mostly well-formed members, now and then any piece.
      if (random() % 4 != 0) {
        const std::string& key = pieces[random() % 3];
        const std::string& value = pieces[3 + random() % 11];
        line += (line.size() > 1 ? "," : "") + (random() % 2 != 0 ? key : R"("k":)") + value;
      } else {
        line += pieces[random() % pieces.size()];
      }
    }
    line += "}";
    ASSERT_EQ(disagreement(line), "") << line;
  }
}

}  // namespace
}  // namespace quotary
