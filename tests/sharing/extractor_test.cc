// One Extractor shared by threads, one Workspace shared by documents: neither shows in what comes
// out.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "extraction/built_in.h"
#include "quotary/quotary.h"

namespace quotary {
namespace {

const std::vector<std::string>& texts() {
  static const std::vector<std::string> kTexts = {
      "\"It rained,\" Ann Lee said.",
      "",
      "The council will not \"bow to anyone,\" Mayor Ilse Varga told reporters. She said that the "
      "bridge stays.\n\nVarga vowed to appeal.",
      "“The first paragraph stays open.\n\n“The second closes it,” Jonas Pell said.",
      "According to the ministry, three letters were sent. \"None came,\" the mayor insisted.",
  };
  return kTexts;
}

// Everything that is published about a text.
std::string line_for(const Document& document, const Analysis& analysis) {
  std::string line;
  make_writer(Format::jsonl)->write(make_record(document, analysis, {.all = true}), line);
  return line;
}

std::vector<std::string> lines(Workspace& workspace) {
  std::vector<std::string> out;
  for (const std::string& text : texts()) {
    const Document document = extractor().read(text);
    out.push_back(line_for(document, extractor().analyze(document, workspace)));
  }
  return out;
}

std::vector<std::string> lines_one_by_one() {
  std::vector<std::string> out;
  for (const std::string& text : texts()) {
    const Document document = extractor().read(text);
    out.push_back(line_for(document, extractor().analyze(document)));
  }
  return out;
}

TEST(Sharing, ThreadsDoNotDisturbEachOther) {
  constexpr int kThreads = 4;
  constexpr int kRounds = 20;
  std::vector<std::vector<std::string>> found(kThreads);
  std::vector<std::thread> threads;
  threads.reserve(kThreads);
  for (auto& mine : found) {
    threads.emplace_back([&mine] {
      Workspace workspace;
      for (int round = 0; round < kRounds; ++round) mine = lines(workspace);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& mine : found) EXPECT_EQ(mine, lines_one_by_one());
}

TEST(Sharing, AWorkspaceRemembersNothing) {
  Workspace workspace;
  lines(workspace);
  EXPECT_EQ(lines(workspace), lines_one_by_one());
}

TEST(Sharing, AWorkspaceChangesItsExtractor) {
  Workspace workspace;
  const Document document = extractor().read(texts()[0]);
  const std::string expected = line_for(document, extractor().analyze(document, workspace));
  {
    const Extractor other = Extractor::create(RulePack::built_in().value()).value();
    EXPECT_EQ(line_for(document, other.analyze(document, workspace)), expected);
  }
  EXPECT_EQ(line_for(document, extractor().analyze(document, workspace)), expected);
}

TEST(Sharing, CopiesOfAnExtractorOutliveIt) {
  auto first = std::make_unique<Extractor>(extractor());
  const Extractor copy = *first;
  first.reset();
  const Document document = copy.read(texts()[0]);
  EXPECT_EQ(copy.analyze(document).quotes.size(), 1U);
}

TEST(Sharing, EveryAnalysisIsConsistent) {
  for (const std::string& text : texts()) {
    const Document document = extractor().read(text);
    EXPECT_EQ(extractor().analyze(document).inconsistency(document), "") << text;
  }
}

}  // namespace
}  // namespace quotary
