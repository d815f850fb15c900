#include "sources/conversation.h"

#include <algorithm>

namespace quotary {

namespace {

class Conversation {
 public:
  Conversation(const Reading& reading, const Register& names, float confidence, Cast& cast,
               Analysis& analysis)
      : r_(reading), names_(names), confidence_(confidence), cast_(cast), analysis_(analysis) {}

  void run();

 private:
  // A quote that has a speaker, as far as the next ones ask.
  struct Said {
    std::uint32_t source = kNone;
    Range joint;
    std::uint32_t paragraph = kNone;
    bool asks = false;  // ends in a question
  };
  // The token that a quote begins with.
  [[nodiscard]] std::uint32_t begin_of(const Quote& quote) const {
    return r_.document->token_at(analysis_.parts[quote.parts.first].begin);
  }
  void give(Attribution& attribution, std::uint32_t source, std::string_view rule) const;
  [[nodiscard]] bool continues(const Quote& quote) const;
  [[nodiscard]] bool asks(const Quote& quote) const;
  [[nodiscard]] bool answers(const Quote& quote, Said last, Said previous,
                             std::uint32_t paragraph) const;
  std::uint32_t subject_before(std::uint32_t at);
  std::uint32_t partner_of(std::uint32_t speaker, std::uint32_t at);
  std::uint32_t actor_beside(std::uint32_t at);

  const Reading& r_;
  const Register& names_;
  float confidence_;
  Cast& cast_;
  Analysis& analysis_;
};

// Whether the quote goes on with a speech of the paragraph before, by its marks.
bool Conversation::continues(const Quote& quote) const {
  return quote.stretch != kNone && (*r_.stretches)[quote.stretch].continues != kNone;
}

bool Conversation::asks(const Quote& quote) const {
  const std::string_view text = r_.document->text(analysis_.parts[quote.parts.last - 1]);
  constexpr std::size_t kMark = 4;  // a closing mark is three bytes long at most
  return text.substr(text.size() - std::min(text.size(), kMark)).find('?') !=
         std::string_view::npos;
}

// Whether two speakers take turns, a paragraph each, and it is the turn of the one before the last.
// In the news a paragraph between them is too much; in a story it may tell how it was said.
bool Conversation::answers(const Quote& quote, Said last, Said previous,
                           std::uint32_t paragraph) const {
  if (previous.source == kNone || previous.source == last.source || continues(quote)) return false;
  // A report tells who speaks whenever that changes, unless it is question and answer.
  if (!r_.narrative && asks(quote) == last.asks) return false;
  const std::uint32_t gap = r_.narrative ? 2 : 1;
  return paragraph - last.paragraph <= gap && last.paragraph - previous.paragraph <= gap;
}

// Who does something in the paragraph of a story that a quote stands in: `Cole shut the door.
// "Well?"`
std::uint32_t Conversation::actor_beside(std::uint32_t at) {
  constexpr std::uint32_t kNamings = 12;
  const Range paragraph = r_.paragraph_range(at);
  const std::uint32_t first = names_.naming_after(paragraph.first);
  const std::size_t last = std::min<std::size_t>(names_.namings().size(), first + kNamings);
  for (std::uint32_t i = first; i < last; ++i) {
    const Naming& naming = names_.namings()[i];
    if (naming.tokens.first >= paragraph.last) break;
    if (!naming.subject || naming.quoted) continue;
    return cast_.source_for(i);
  }
  return kNone;
}

// Who a sentence is about that leads up to a quote: `Cole had offers, but "not one that I liked."`,
// `Cole put it so: "No."`
std::uint32_t Conversation::subject_before(std::uint32_t at) {
  std::uint32_t before = at;  // the last token that is not the quote's
  if (at == r_.sentence_range(at).first) {
    if (at == 0 || r_.word(at - 1) != ascii_id(":")) return kNone;
    before = at - 1;
  }
  const std::uint32_t begin = r_.sentence_range(before).first;
  for (std::uint32_t i = names_.naming_after(begin); i < names_.namings().size(); ++i) {
    const Naming& naming = names_.namings()[i];
    if (naming.tokens.first >= before) break;
    if (naming.quoted || !naming.subject) continue;
    return cast_.source_for(i);
  }
  return kNone;
}

// Who a speaker is talking to: the last one named before token `at` who is somebody else.
std::uint32_t Conversation::partner_of(std::uint32_t speaker, std::uint32_t at) {
  constexpr std::uint32_t kNamingsBack = 12;
  const std::uint32_t next = names_.naming_after(at);
  const std::uint32_t low = next > kNamingsBack ? next - kNamingsBack : 0;
  for (std::uint32_t i = next; i > low; --i) {
    const Naming& naming = names_.namings()[i - 1];
    const Figure& figure = names_.figures()[naming.figure];
    if (naming.quoted || figure.source == speaker) continue;
    if (figure.type == SourceType::organisation || figure.type == SourceType::document) continue;
    return cast_.source_for(i - 1);
  }
  return speaker;
}

void Conversation::give(Attribution& attribution, std::uint32_t source,
                        std::string_view rule) const {
  attribution.source = source;
  attribution.rule = rule;
  attribution.sieve = "conversation";
  attribution.confidence = confidence_;
  attribution.no_source = NoSource::none;
}

// Quotes without a cue: the same paragraph goes on; in a dialogue, speakers alternate.
void Conversation::run() {
  Said last;                      // of the quote before
  Said previous;                  // of the last quote of another paragraph
  std::uint32_t told_by = kNone;  // the last one with a cue and a source
  for (std::uint32_t i = 0; i < analysis_.quotes.size(); ++i) {
    Attribution& attribution = analysis_.attributions[i];
    const Quote& quote = analysis_.quotes[i];
    if (quote.second_hand) continue;
    const bool partial =
        attribution.no_source == NoSource::not_attributed && quote.use == QuoteUse::partial;
    // `Cole said that it rained, but "not on us all."`
    if (partial && told_by != kNone &&
        r_.sentence[begin_of(quote)] == r_.sentence[begin_of(analysis_.quotes[told_by])]) {
      give(attribution, analysis_.attributions[told_by].source, "same-sentence");
      attribution.joint = analysis_.attributions[told_by].joint;
    }
    if (attribution.cue != kNone && attribution.source != kNone) told_by = i;
    const bool speaks = quote.kind != QuoteKind::indirect;
    const bool open = attribution.cue == kNone && attribution.no_source == NoSource::no_cue;
    if (!speaks && !open) continue;
    const std::uint32_t at = begin_of(quote);
    const std::uint32_t paragraph = r_.paragraph[at];
    if (open) {
      std::uint32_t source = kNone;
      Range joint;
      std::string_view rule;
      if (const std::uint32_t subject = r_.narrative ? kNone : subject_before(at);
          subject != kNone) {
        source = subject;
        rule = "subject-of-sentence";
      } else if (last.source != kNone && last.paragraph == paragraph) {
        source = last.source;
        joint = last.joint;
        rule = "same-paragraph";
      } else if (const std::uint32_t actor = r_.narrative ? actor_beside(at) : kNone;
                 actor != kNone) {
        source = actor;
        rule = "actor-of-paragraph";
      } else if (answers(quote, last, previous, paragraph)) {
        source = previous.source;
        joint = previous.joint;
        rule = "alternation";
      } else if (r_.narrative && last.source != kNone && !continues(quote)) {
        source = partner_of(last.source, at);
        rule = "answer";
      } else if (last.source != kNone && paragraph - last.paragraph <= 2) {
        source = last.source;
        joint = last.joint;
        rule = "goes-on";
      }
      if (source != kNone) give(attribution, source, rule);
      if (source != kNone) attribution.joint = joint;
    }
    if (!speaks) continue;
    if (last.paragraph != paragraph) previous = last;
    last = {attribution.source, attribution.joint, paragraph, asks(quote)};
  }
}

}  // namespace

void hold_conversation(const Reading& reading, const Register& names, float confidence, Cast& cast,
                       Analysis& analysis) {
  Conversation(reading, names, confidence, cast, analysis).run();
}

}  // namespace quotary
