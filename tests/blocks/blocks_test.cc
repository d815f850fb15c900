#include "blocks/blocks.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "rules/pack_files.h"

namespace quotary {
namespace {

const PackData& pack() {
  static const std::shared_ptr<const PackData> data = [] {
    std::vector<Error> errors;
    std::shared_ptr<const PackData> compiled = compile_pack(embedded_pack_files(), errors);
    for (const Error& error : errors) std::cerr << error.to_string() << '\n';
    if (!compiled) std::abort();
    return compiled;
  }();
  return *data;
}

const BlockRules& rules() {
  static const BlockRules block_rules(pack());
  return block_rules;
}

struct Reading {
  Document document;
  std::vector<Block> blocks;

  [[nodiscard]] std::string text(Span span) const { return std::string(document.text(span)); }
};

Reading read(std::string text) {
  Reading reading{Document::from_bytes(std::move(text)), {}};
  name_blocks(reading.document, rules(), reading.blocks);
  return reading;
}

const std::string kBody =
    "The council of Marston met on Monday evening to decide what should become of the old bridge "
    "over the river, which has been closed since the flood in May, and adjourned without a vote.";

// The kind of `paragraph` where it stands after the first paragraphs of an article.
BlockKind kind(const std::string& paragraph) {
  return read("Marston Bridge Stays Closed\n\n" + kBody + "\n\n" + paragraph + "\n\n" + kBody)
      .blocks.at(2)
      .kind;
}

std::string dateline(const std::string& paragraph) {
  const Reading reading = read("Marston Bridge Stays Closed\n\n" + paragraph + "\n\n" + kBody);
  return reading.text(reading.blocks.at(1).dateline);
}

std::string credit(const std::string& paragraph) {
  const Reading reading = read("Marston Bridge Stays Closed\n\n" + kBody + "\n\n" + paragraph);
  return reading.text(reading.blocks.at(2).credit);
}

TEST(Blocks, OneForEachParagraph) {
  EXPECT_EQ(read("").blocks.size(), 0U);
  EXPECT_EQ(read(kBody + "\n\n" + kBody + "\n\n" + kBody).blocks.size(), 3U);
}

TEST(Blocks, Headlines) {
  const auto first = [](const std::string& line) {
    return read(line + "\n\n" + kBody + "\n\n" + kBody).blocks.at(0).kind;
  };
  EXPECT_EQ(first("Marston bridge stays closed"), BlockKind::headline);
  EXPECT_EQ(first("Brook: ‘We Will Build It Again’"), BlockKind::headline);
  EXPECT_EQ(first("Council Leaves Bridge Closed Until Spring."), BlockKind::headline);
  EXPECT_EQ(first("The council met on Monday."), BlockKind::body);
  EXPECT_EQ(first("\"It rained,\" she said."), BlockKind::body);
  EXPECT_EQ(read("Marston bridge stays closed").blocks.at(0).kind, BlockKind::body);
}

TEST(Blocks, TheHeadOfAnArticle) {
  const Reading reading = read(
      "Marston bridge stays closed\n\nPolitics\n\nBy Lena Ortiz\n\n"
      "Post At: Mar 04/2031 11:50PM\n\n" +
      kBody + "\n\n" + kBody);
  ASSERT_EQ(reading.blocks.size(), 6U);
  EXPECT_EQ(reading.blocks[0].kind, BlockKind::headline);
  EXPECT_EQ(reading.blocks[1].kind, BlockKind::section);
  EXPECT_EQ(reading.blocks[2].kind, BlockKind::byline);
  EXPECT_EQ(reading.blocks[3].kind, BlockKind::post_date);
  EXPECT_EQ(reading.blocks[4].kind, BlockKind::body);
  EXPECT_EQ(reading.blocks[5].kind, BlockKind::body);
}

TEST(Blocks, Datelines) {
  EXPECT_EQ(dateline("MARSTON (AP) — " + kBody), "MARSTON (AP) — ");
  EXPECT_EQ(dateline("MARSTON, Jan 5 (Reuters) - " + kBody), "MARSTON, Jan 5 (Reuters) - ");
  EXPECT_EQ(dateline("HARLOW FALLS, Ore. -- " + kBody), "HARLOW FALLS, Ore. -- ");
  EXPECT_EQ(dateline("MARSTON — " + kBody), "MARSTON — ");
  EXPECT_EQ(dateline("Marston (AFP) – " + kBody), "Marston (AFP) – ");
  EXPECT_EQ(dateline("OSTROVSK, January 12. /TASS/. " + kBody), "OSTROVSK, January 12. /TASS/. ");
  EXPECT_EQ(dateline(kBody), "");
  EXPECT_EQ(dateline("The bridge — closed since May — was " + kBody), "");
  EXPECT_EQ(dateline("I — and I say so with regret — was wrong."), "");
}

TEST(Blocks, Credits) {
  EXPECT_EQ(credit("Ana Brook in Marston on Monday. (AP Photo/Lena Ortiz)"),
            "(AP Photo/Lena Ortiz)");
  EXPECT_EQ(credit("The bridge at dawn. Lena Ortiz, Newsline, Pool Photo via AP"),
            "Lena Ortiz, Newsline, Pool Photo via AP");
  EXPECT_EQ(credit("Photo: Lena Ortiz/Getty Images"), "Photo: Lena Ortiz/Getty Images");
  EXPECT_EQ(credit("Lena Ortiz via Getty Images."), "Lena Ortiz via Getty Images.");
  EXPECT_EQ(credit(kBody), "");
  EXPECT_EQ(credit("He went to Marston via Porto Novo and was late for the vote of the council."),
            "");
  EXPECT_EQ(kind("Photo: Lena Ortiz/Getty Images"), BlockKind::credit);
  EXPECT_EQ(kind("Ana Brook in Marston on Monday. (AP Photo/Lena Ortiz)"), BlockKind::caption);
  EXPECT_EQ(kind("Ana Brook, right, and Ole Strand pose for a photo in Marston, Sept. 4, 2031."),
            BlockKind::caption);
}

TEST(Blocks, Notices) {
  EXPECT_EQ(kind("This article includes reporting from The Marston Press"), BlockKind::notice);
  EXPECT_EQ(kind("Lena Ortiz in Porto Novo contributed to this report."), BlockKind::notice);
  EXPECT_EQ(kind("(Reporting by Lena Ortiz; Editing by Ole Strand)"), BlockKind::notice);
  EXPECT_EQ(kind("© 2031 The Marston Press. All rights reserved."), BlockKind::notice);
  EXPECT_EQ(kind("Disclaimer: The copyright of this article belongs to its author. It was posted "
                 "here to inform, nothing else."),
            BlockKind::notice);
  EXPECT_EQ(kind("Follow Lena Ortiz on Twitter: @lenaortiz"), BlockKind::notice);
  EXPECT_EQ(kind("Sign up for our morning newsletter."), BlockKind::notice);
  EXPECT_EQ(kind("This story was originally published by Marston Daily."), BlockKind::notice);
  EXPECT_EQ(kind("Heavy rain contributed to the flood, the report said."), BlockKind::body);
  EXPECT_EQ(kind("\"Follow the money,\" Strand said on Monday."), BlockKind::body);
  EXPECT_EQ(kind(kBody), BlockKind::body);
}

TEST(Blocks, TruncatedCopiesOfCaptions) {
  const std::string caption =
      "Mayor Ana Brook, right, and Ole Strand pose for a photo at the old bridge in Marston, Sept. "
      "4, 2031. The council has closed the bridge";
  const Reading reading =
      read("Marston bridge stays closed\n\n" + kBody + "\n\n" + caption + ",... " + caption +
           ", citing the flood. Lena Ortiz, Newsline, Pool Photo via AP");
  const Block& block = reading.blocks.at(2);
  EXPECT_EQ(block.kind, BlockKind::caption);
  EXPECT_EQ(reading.text(block.ignored), caption + ",... ");
  EXPECT_EQ(reading.text(block.credit), "Lena Ortiz, Newsline, Pool Photo via AP");
}

TEST(Blocks, ATruncatedCopyInAParagraphOfItsOwn) {
  const std::string copy = "The council of Marston met on Monday evening";
  const Reading reading = read(copy + "...\n\n" + kBody + "\n\n" + kBody);
  EXPECT_EQ(reading.text(reading.blocks.at(0).ignored), copy + "...");
  EXPECT_TRUE(reading.blocks.at(1).ignored.empty());
}

TEST(Blocks, AnEllipsisIsNoCopy) {
  const Reading reading = read(kBody +
                               "\n\nThe bridge... The mill... The bridge of Marston and "
                               "the mill of Harlow are both closed.");
  EXPECT_TRUE(reading.blocks.at(1).ignored.empty());
}

TEST(Blocks, EveryExampleOfTheRules) {
  pattern::TextHit hit;
  std::size_t tried = 0;
  for (std::uint32_t rule = 0; rule < pack().text_rules.size(); ++rule) {
    const TextRule& of = pack().text_rules[rule];
    if (!of.id.starts_with("en.block.")) continue;
    const pattern::TextRuleSet& set = *pack().text_rule_set;
    for (const RuleExample& example : of.examples.matches) {
      ++tried;
      ASSERT_TRUE(set.find(rule, example.text, 0, hit)) << of.id << ": " << example.text;
      for (const auto& [name, words] : example.roles) {
        const Span span = hit.groups[set.group(rule, name)];
        EXPECT_EQ(example.text.substr(span.begin, span.size()), words) << of.id;
      }
    }
    for (const RuleExample& example : of.examples.rejects) {
      ++tried;
      EXPECT_FALSE(set.find(rule, example.text, 0, hit)) << of.id << ": " << example.text;
    }
  }
  EXPECT_GE(tried, 40U);
}

}  // namespace
}  // namespace quotary
