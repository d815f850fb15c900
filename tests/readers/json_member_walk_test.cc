// Members of JSON that is known to be well-formed, against the scanner that checks it.
#include "readers/json_member_walk.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "readers/json_scan.h"

namespace quotary {
namespace {

std::vector<std::string> members_of(std::string_view members) {
  std::vector<std::string> out;
  for (JsonMemberWalk each(members); each.next();) {
    out.emplace_back(each.key());
    out.emplace_back(each.whole());
  }
  return out;
}

std::vector<std::string> scanned_members_of(const std::string& members) {
  std::vector<JsonMember> found;
  const std::string object = "{" + members + "}";
  EXPECT_FALSE(scan_json_object(object, found)) << object;
  std::vector<std::string> out;
  for (const JsonMember& each : found) {
    out.push_back('"' + std::string(each.key) + '"');
    out.push_back(out.back() + ':' + std::string(each.value));
  }
  return out;
}

TEST(JsonMemberWalk, AreThoseOfTheScanner) {
  const std::vector<std::string> values = {
      "1",
      "-2.5e3",
      "null",
      R"("plain")",
      R"("a longer one, with a comma, \"marks\" and a backslash\\")",
      R"("}]")",
      "[]",
      "{}",
      R"([1,2,[3,4,[5]],"a,b",{"c":"]}\\\""},1234567890,1234567890,1234567890])",
      R"({"n":{"m":[{"o":"[{,"}]},"p":true})"};
  std::mt19937 random(11);  // NOLINT(*-msc51-cpp): the same members each time
  for (int round = 0; round < 2000; ++round) {
    std::string members;
    for (std::size_t count = random() % 5; count > 0; --count) {
      if (!members.empty()) members += ',';
      members += '"' + std::string(random() % 20, 'k') + (random() % 3 == 0 ? R"(\")" : "") + "\":";
      members += values[random() % values.size()];
    }
    EXPECT_EQ(members_of(members), scanned_members_of(members)) << members;
  }
}

TEST(JsonMemberWalk, OfNonsenseComeToAnEnd) {
  for (const std::string text : {"", "\"", "\"a", "\"a\\", "\"a\":[[", "]]]\"a\"}}},\"b\":\"",
                                 ",,,", "\"a\":\"0123456789abcdef0123456789abcdef\\"}) {
    std::size_t bytes = 0;
    for (JsonMemberWalk each(text); each.next();) bytes += each.whole().size();
    EXPECT_LE(bytes, text.size());
  }
}

}  // namespace
}  // namespace quotary
