// What --explain tells of pronouns and nominals: who was considered, and which step decided.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "built_in.h"
#include "quotary/quotary.h"

namespace quotary {
namespace {

using Lines = std::vector<std::string>;

// "step: name as place, lost" of each antecedent of the last quote.
Lines antecedents(const std::string& text) {
  static const Extractor explaining =
      Extractor::create(RulePack::built_in().value(), {.keep_candidates = true}).value();
  const Document document = explaining.read(text);
  const Analysis analysis = explaining.analyze(document);
  EXPECT_EQ(analysis.inconsistency(document), "") << text;
  const Record record = make_record(document, analysis);
  Lines lines;
  for (const RecordAntecedent& each : record.antecedents_of(record.quotes.back())) {
    std::string line(each.sieve);
    ((line += ": ") += each.name.text) += " as ";
    line += each.place.text;
    if (!each.lost.empty()) (line += ", ") += each.lost;
    lines.push_back(line);
  }
  return lines;
}

TEST(Antecedents, NamesCompeteForAPronoun) {
  EXPECT_EQ(
      antecedents("Mayor Ana Lind opened the fair with Jane Roe and Peter Cole on Monday. "
                  "\"It was a good day,\" she said."),
      (Lines{"pronoun: Ana Lind as Mayor Ana Lind", "pronoun: Jane Roe as Jane Roe, fewer points",
             "pronoun: Peter Cole as Peter Cole, does not agree with it"}));
}

TEST(Antecedents, ANameIsListedWhereItSpeaksForItselfBest) {
  EXPECT_EQ(antecedents("Ana Lind came late. Lind opened the fair. She cut the ribbon. \"It was a "
                        "good day,\" she said."),
            (Lines{"pronoun: Ana Lind as She"}));
}

TEST(Antecedents, WhoBearsTheRole) {
  EXPECT_EQ(antecedents("Senator Peter Cole met Senator Jane Weber of Ohio in Marston. \"It was a "
                        "good day,\" the Ohio senator said."),
            (Lines{"bearer: Jane Weber as Senator Jane Weber",
                   "bearer: Peter Cole as Senator Peter Cole, "
                   "fewer points"}));
}

TEST(Antecedents, WhatTheWordsPointAt) {
  EXPECT_EQ(antecedents("Peter Cole, who said that the pier was sinking, left."),
            (Lines{"relative: Peter Cole as Peter Cole"}));
}

TEST(Antecedents, ANameInThePhrase) {
  EXPECT_EQ(antecedents("Leopold Cole came late. Ana Lind said that it rained. Its director, Cole, "
                        "warned that the pier was sinking."),
            (Lines{"name: Leopold Cole as Leopold Cole"}));
}

TEST(Antecedents, ANameNeedsNone) {
  EXPECT_EQ(antecedents("\"It was a good day,\" Ana Lind said."), Lines());
}

TEST(Antecedents, AreKeptOnRequestOnly) {
  const Document document = extractor().read("Ana Lind came. \"It was a good day,\" she said.");
  EXPECT_EQ(extractor().analyze(document).antecedents.capacity(), 0U);
}

}  // namespace
}  // namespace quotary
