#include <gtest/gtest.h>

#include <string>

#include "../records/marked_text.h"
#include "quotary/writers.h"

namespace quotary {
namespace {

std::string rows_of(const Record& record) {
  std::string rows;
  make_writer(Format::csv)->write(record, rows);
  return rows;
}

// The row of a text that is one quote as a whole, without its end.
std::string row_of(const std::string& text, const std::string& id = "a") {
  MarkedText marked(text, id);
  marked.quote({marked.document.text()});
  return rows_of(marked.record());
}

TEST(Csv, BeginsWithAHeader) {
  std::string header;
  make_writer(Format::csv)->begin(header);
  EXPECT_EQ(header.substr(0, 26), "document,n,kind,use,text,b");
  EXPECT_EQ(header.substr(header.size() - 2), "\r\n");
}

TEST(Csv, WritesOneRowForAQuote) {
  EXPECT_EQ(rows_of(flooded_town().record()),
            "floods.txt,1,direct,speech,\"\"\"The dam held,\"\" \"\"We were lucky.\"\"\",56,97,"
            "56-71;81-97,said,he,pronoun,Olaf Brenn,person,male,Mayor,,"
            "he <- Brenn <- Mayor Olaf Brenn,,,0.95,beside,en.test,,,\r\n");
}

TEST(Csv, QuotesNewlinesAndCommas) {
  EXPECT_EQ(row_of("a, b\nc").substr(0, 28), "a,1,direct,speech,\"a, b\nc\",0");
}

TEST(Csv, DisarmsFormulas) {
  for (const char c : std::string("=+-@")) {
    EXPECT_EQ(row_of(c + std::string("1+1")).substr(0, 23),
              std::string("a,1,direct,speech,'") + c + "1+1");
    EXPECT_EQ(row_of("x", c + std::string("id")).substr(0, 4), std::string("'") + c + "id");
  }
}

TEST(Csv, MakesControlCharactersVisible) {
  EXPECT_EQ(row_of("a\x1b[1mb\xC2\x9B").substr(18, 14), "a\\x1b[1mb\\x9b,");
}

}  // namespace
}  // namespace quotary
