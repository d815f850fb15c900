#include "attribution/narrative.h"

#include <algorithm>

namespace quotary {

namespace {

// Fewer tell too little: a text of a sentence or two is a report.
constexpr std::uint32_t kFewestTokens = 50;
constexpr std::uint32_t kMostTokens = 4096;

float threshold(const PackData& pack, std::string_view name, double otherwise) {
  return static_cast<float>(pack.threshold(name, otherwise));
}

}  // namespace

NarrativeJudge::NarrativeJudge(const PackData& pack)
    : news_weight_(threshold(pack, "narrative.news-word", 1)),
      office_weight_(threshold(pack, "narrative.office-word", 0.25)),
      name_weight_(threshold(pack, "narrative.name", 0.3)),
      pronoun_weight_(threshold(pack, "narrative.pronoun", -0.15)),
      mark_weight_(threshold(pack, "narrative.mark", -1)),
      enough_(threshold(pack, "narrative.enough", 0.0275)) {
  constexpr std::string_view kNews[] = {"OrgHead",     "OrgSuffix", "MediaOutlet",
                                        "Nationality", "Country",   "UsState",
                                        "Title",       "Month",     "TimeWord"};
  news_ = pack.lexicon.class_set(kNews);
  constexpr std::string_view kOffices[] = {"OrgHead",      "Title",        "RoleNoun",
                                           "DocumentNoun", "OccasionNoun", "MediumNoun"};
  offices_ = pack.lexicon.class_set(kOffices);
}

float NarrativeJudge::weigh(const Reading& r, std::uint32_t at) const {
  const Token& token = r.tokens[at];
  const bool quoted = r.stretch[at] != kNone;
  if (r.tags[at] == Tag::punct) {
    const std::uint32_t mark = token.word;
    const bool called = mark == ascii_id("!") || mark == ascii_id("?");
    return (called && quoted) || mark == ascii_id(";") ? mark_weight_ : 0;
  }
  if (token.kind == TokenKind::number || (token.shape & shape::has_digit) != 0) {
    return news_weight_;
  }
  const bool capital = (token.shape & shape::capital) != 0;
  float weight = 0;
  if (capital && r.meets(at, news_)) weight += news_weight_;
  if (quoted) return weight;
  switch (r.tags[at]) {
    case Tag::propn:
      return weight + name_weight_;
    case Tag::pron:
    case Tag::pronv:
    case Tag::poss:
      return weight + pronoun_weight_;
    default:
      return !capital && r.meets(at, offices_) ? weight + office_weight_ : weight;
  }
}

bool NarrativeJudge::is_narrative(const Reading& r) const {
  if (r.tokens.size() < kFewestTokens) return false;
  const auto count = std::min(static_cast<std::uint32_t>(r.tokens.size()), kMostTokens);
  float found = 0;
  for (std::uint32_t at = 0; at < count; ++at) found += weigh(r, at);
  return found < enough_ * static_cast<float>(count);
}

}  // namespace quotary
