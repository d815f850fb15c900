// What is told inside quotations, and quotes divided into their parts.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "built_in.h"
#include "quotary/quotary.h"

namespace quotary {
namespace {

using Strings = std::vector<std::string>;

const Extractor& nested_extractor() {
  static const Extractor made =
      Extractor::create(RulePack::built_in().value(), {.keep_candidates = true, .nested = true})
          .value();
  return made;
}

// A text as an extractor reads it, quote by quote: "speaker: words".
class Told {
 public:
  explicit Told(std::string text, const Extractor& by = nested_extractor())
      : document_(by.read(std::move(text))),
        analysis_(by.analyze(document_)),
        record_(make_record(document_, analysis_, {.all = true})) {
    EXPECT_EQ(analysis_.inconsistency(document_), "");
  }

  [[nodiscard]] Strings at_second_hand() const { return quotes(true); }
  [[nodiscard]] Strings at_first_hand() const { return quotes(false); }
  [[nodiscard]] const Record& record() const { return record_; }
  // Who says the quote that the first one at second hand stands in.
  [[nodiscard]] std::string teller() const {
    for (const RecordQuote& quote : record_.quotes) {
      if (quote.second_hand) return speaker(*record_.quote_numbered(quote.nested_in));
    }
    return "nobody";
  }

 private:
  [[nodiscard]] std::string speaker(const RecordQuote& quote) const {
    const RecordSource* source = record_.speaker_of(quote);
    return source == nullptr ? "nobody" : std::string(source->name);
  }
  [[nodiscard]] Strings quotes(bool second_hand) const {
    Strings found;
    for (const RecordQuote& quote : record_.quotes) {
      if (quote.second_hand != second_hand) continue;
      std::string line = speaker(quote) + ":";
      for (const Passage& part : record_.parts_of(quote)) line.append(" ").append(part.text);
      found.push_back(line);
    }
    return found;
  }

  Document document_;
  Analysis analysis_;
  Record record_;
};

Strings at_second_hand(std::string text) { return Told(std::move(text)).at_second_hand(); }

TEST(Nested, WhatOthersSaidIsTheirs) {
  const Told told("\"Lund told me that the deal was off,\" Anna Cole said.");
  EXPECT_EQ(told.at_second_hand(), Strings{"Lund: that the deal was off"});
  EXPECT_EQ(told.teller(), "Anna Cole");
}

TEST(Nested, IIsWhoSpeaks) {
  EXPECT_EQ(at_second_hand("\"I hope the harbour opens before winter,\" Anna Cole said."),
            Strings{"Anna Cole: the harbour opens before winter"});
  EXPECT_EQ(at_second_hand("\"I fear that the ferry sank in ten minutes,\" Anna Cole said."),
            Strings{"Anna Cole: that the ferry sank in ten minutes"});
}

TEST(Nested, IIsWhoGoesOnSpeaking) {
  EXPECT_EQ(
      at_second_hand("\"We lost the vote,\" Anna Cole said.\n\n\"I think that the council will "
                     "come to regret this in the end.\""),
      Strings{"Anna Cole: that the council will come to regret this in the end"});
}

TEST(Nested, WeIsNobodyInParticular) {
  EXPECT_EQ(at_second_hand("\"We believe the river will rise again,\" Anna Cole said."),
            Strings{"nobody: the river will rise again"});
}

TEST(Nested, WhoSpeaksIsNotHe) {
  EXPECT_EQ(at_second_hand("Mark Lund met Paul Reed on Monday. \"He promised me that nobody would "
                           "lose a job,\" Mark Lund said."),
            Strings{"Paul Reed: that nobody would lose a job"});
  EXPECT_EQ(at_second_hand("Mark Lund said: \"I was told by the minister that nobody would lose a "
                           "job.\""),
            Strings{"the minister: that nobody would lose a job"});
}

TEST(Nested, WordsBetweenInnerMarksAreDirect) {
  const Told told("\"My father told me, 'Go home,'\" Anna Cole said.");
  EXPECT_EQ(told.at_second_hand(), Strings{"My father: 'Go home,'"});
  EXPECT_EQ(told.record().quotes.back().kind, QuoteKind::direct);
}

TEST(Nested, ASentenceGoesOnPastWhoSaysIt) {
  EXPECT_EQ(at_second_hand("\"Lund says the water,\" Anna Cole said, \"is clean.\""),
            Strings{"Lund: the water, is clean"});
  EXPECT_EQ(at_second_hand("\"Lund has promised that taxes will not go up,\" Anna Cole said. \"We "
                           "had to laugh.\""),
            Strings{"Lund: that taxes will not go up"});
}

TEST(Nested, OnlyStatementsAreTold) {
  EXPECT_EQ(at_second_hand("\"He made a mistake, and he paid for it,\" Anna Cole said."),
            Strings{});
  EXPECT_EQ(at_second_hand("\"I was proud of the team,\" Anna Cole said."), Strings{});
}

TEST(Nested, WordsAtArmsLengthAndTitlesAreNot) {
  EXPECT_EQ(at_second_hand("\"It was a so-called 'safe' road,\" Anna Cole said."), Strings{});
  EXPECT_EQ(at_second_hand("\"My favourite book is 'The Long Road',\" Anna Cole said."), Strings{});
}

TEST(Nested, NobodyAsksForIt) {
  const Told plain("\"Lund told me that the deal was off,\" Anna Cole said.", extractor());
  EXPECT_EQ(plain.at_second_hand(), Strings{});
}

TEST(Nested, WhatIsSaidAtFirstHandStaysTheSame) {
  const std::string text =
      "\"The department told us that the road was safe,\" said Anna Cole, a driver. \"I think he "
      "knew.\" The transport department has said nothing. Paul Reed, its head, was away.\n\nHe "
      "said "
      "that \"nobody had warned\" him. The department declined to comment, but said it would write "
      "to them.";
  const Told nested(text);
  EXPECT_FALSE(nested.at_second_hand().empty());
  EXPECT_EQ(nested.at_first_hand(), Told(text, extractor()).at_first_hand());
}

TEST(EachPart, IsAQuoteOfItsOwn) {
  const Extractor by = Extractor::create(RulePack::built_in().value(), {.each_part = true}).value();
  const Told told("\"It rained,\" Anna Cole said. \"We stayed at home.\"", by);
  EXPECT_EQ(told.at_first_hand(),
            (Strings{"Anna Cole: \"It rained,\"", "Anna Cole: \"We stayed at home.\""}));
  for (const RecordQuote& quote : told.record().quotes) EXPECT_EQ(quote.cue.text, "said");
}

TEST(EachPart, HasTheMendedMarksOfItsOwn) {
  const Extractor by = Extractor::create(RulePack::built_in().value(), {.each_part = true}).value();
  const Told told("“It rained,” Anna Cole said. “We stayed at home.", by);
  ASSERT_EQ(told.record().quotes.size(), 2U);
  EXPECT_TRUE(told.record().repairs_of(told.record().quotes[0]).empty());
  EXPECT_FALSE(told.record().repairs_of(told.record().quotes[1]).empty());
}

TEST(EachPart, HoldsWhatIsToldInIt) {
  const Extractor by =
      Extractor::create(RulePack::built_in().value(), {.nested = true, .each_part = true}).value();
  const Told told("\"It rained,\" Anna Cole said. \"Lund told me that the road was closed.\"", by);
  ASSERT_EQ(told.record().quotes.size(), 3U);
  EXPECT_EQ(told.record().quotes[2].nested_in, told.record().quotes[1].n);
}

}  // namespace
}  // namespace quotary
