#include "provenance/citations.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr std::uint32_t kLongestName = 80;  // bytes
constexpr std::uint32_t kCitingTokens = 40;
constexpr unsigned kDividedOtherwise =
    shape::has_hyphen | shape::has_digit | shape::abbreviation | shape::non_ascii;

bool is_one_of(const std::vector<std::uint32_t>& words, std::uint32_t word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class CitationFinder {
 public:
  CitationFinder(const Document& document, const Analysis& analysis,
                 const ProvenanceKnowledge& knowledge, LineReader& reader, Provenance& out)
      : document_(document),
        analysis_(analysis),
        known_(knowledge.words),
        reader_(reader),
        out_(out) {}

  void find() {
    for (const Attribution& attribution : analysis_.attributions) {
      if (!attribution.medium.empty()) {
        add(attribution.medium, CitationRole::medium, attribution);
      }
      if (attribution.mention != kNone) {
        add(analysis_.mentions[attribution.mention].span, CitationRole::source, attribution);
      }
    }
    std::stable_sort(
        out_.citations.begin(), out_.citations.end(),
        [](const Citation& a, const Citation& b) { return a.span.begin < b.span.begin; });
  }

 private:
  // Whether the words of `span` may begin with a house, perhaps after an article: a look at three
  // tokens spares nearly all sources, which are people, a closer one.
  [[nodiscard]] bool may_be_house(Span span) const {
    const auto& tokens = document_.tokens();
    const std::uint32_t first = document_.token_at(span.begin);
    for (std::uint32_t t = first; t < tokens.size() && t < first + 2; ++t) {
      if (tokens[t].span.begin >= span.end) break;
      if (may_be_divided(tokens[t])) return true;
      const bool two = t + 1 < tokens.size() && tokens[t + 1].span.begin < span.end;
      if (two && may_be_divided(tokens[t + 1])) return true;
      if (known_.houses().may_begin_with(tokens[t].word, two ? tokens[t + 1].word : 0)) return true;
      if (!is_one_of(known_.articles, tokens[t].word)) break;
    }
    return false;
  }

  // Names that lines divide otherwise: "U.S.", "Al-Jazeera", "M&C".
  static bool may_be_divided(const Token& token) {
    return token.kind != TokenKind::word || (token.shape & kDividedOtherwise) != 0;
  }

  // The house that `span` begins with, perhaps after an article: "the BBC", "Newsline reporters".
  bool read_house(Span span, CreditedHouse& house) {
    if (span.size() > kLongestName || !may_be_house(span)) return false;
    const Line& line = reader_.scan(document_.text(span));
    std::uint32_t at = 0;
    while (line.is(at, known_.article) && line[at].house == kNone) ++at;
    if (at >= line.size() || line[at].house == kNone) return false;
    if (!line[at].token.capital && !line[at].house_as_written) return false;
    const std::uint32_t end = at + line[at].house_tokens;
    // "Time Warner executives": a name that goes on is another's.
    if (end < line.size() && line.is_capital(end)) return false;
    const Span name = line.span(at, end);
    house.name = line.text(name);
    house.span = {name.begin + span.begin, name.end + span.begin};
    house.id = known_.houses()[line[at].house].id;
    const HouseKind kind = known_.houses()[line[at].house].kind;
    return kind != HouseKind::government && kind != HouseKind::company && kind != HouseKind::pool &&
           kind != HouseKind::platform;
  }

  void add(Span span, CitationRole role, const Attribution& attribution) {
    CreditedHouse house;
    if (!read_house(span, house)) return;
    const bool known =
        std::any_of(out_.citations.begin(), out_.citations.end(), [&](const Citation& each) {
          return each.role == role &&
                 (each.quote == attribution.quote || each.span.overlaps(house.span));
        });
    if (known) return;
    Citation citation;
    citation.span = house.span;
    citation.role = role;
    citation.quote = attribution.quote;
    citation.rule = attribution.rule;
    citation.chain.first = static_cast<std::uint32_t>(out_.houses.size());
    out_.houses.push_back(std::move(house));
    add_cited(citation.span);
    citation.chain.last = static_cast<std::uint32_t>(out_.houses.size());
    out_.citations.push_back(citation);
  }

  // "TASS reported, citing Newsline": in order.
  void add_cited(Span after) {
    const auto& tokens = document_.tokens();
    std::uint32_t t = document_.token_at(after.end);
    if (t >= tokens.size()) return;
    const std::uint32_t last =
        std::min(document_.sentences()[document_.sentence_of(t)].tokens.last, t + kCitingTokens);
    for (; t + 1 < last; ++t) {
      if (!is_one_of(known_.citing, tokens[t].word)) continue;
      CreditedHouse house;
      const Span rest = {tokens[t + 1].span.begin, tokens[last - 1].span.end};
      const Span name = {rest.begin, std::min(rest.end, rest.begin + kLongestName)};
      if (read_cited(name, house)) out_.houses.push_back(std::move(house));
      return;
    }
  }

  bool read_cited(Span span, CreditedHouse& house) {
    const Line& line = reader_.scan(document_.text(span));
    std::uint32_t at = 0;
    while (line.is(at, known_.article) && line[at].house == kNone) ++at;
    if (at >= line.size()) return false;
    std::uint32_t end = at;
    if (line[at].house != kNone) {
      end = at + line[at].house_tokens;
      house.id = known_.houses()[line[at].house].id;
    } else {
      end = end_of_name(line, at, line.size());
    }
    if (end == at) return false;
    const Span name = line.span(at, end);
    house.name = line.text(name);
    house.span = {name.begin + span.begin, name.end + span.begin};
    return true;
  }

  const Document& document_;
  const Analysis& analysis_;
  const LineKnowledge& known_;
  LineReader& reader_;
  Provenance& out_;
};

}  // namespace

void find_citations(const Document& document, const Analysis& analysis,
                    const ProvenanceKnowledge& knowledge, LineReader& reader, Provenance& out) {
  CitationFinder(document, analysis, knowledge, reader, out).find();
}

}  // namespace quotary
