#include "quotary/evaluation.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "evaluation/matching.h"
#include "evaluation/names.h"
#include "evaluation/reliability.h"
#include "evaluation/tally.h"
#include "evaluation/words.h"

namespace quotary {
namespace {

using Spans = std::vector<CodepointSpan>;

constexpr std::array<Spans AnnotatedQuote::*, 3> kRoles = {
    &AnnotatedQuote::source, &AnnotatedQuote::cue, &AnnotatedQuote::content};

std::optional<Error> outside(const std::vector<AnnotatedQuote>& quotes, const std::string& id,
                             std::uint32_t length) {
  for (const AnnotatedQuote& quote : quotes) {
    for (const auto role : kRoles) {
      for (const CodepointSpan& span : quote.*role) {
        if (span.begin < span.end && span.end <= length) continue;
        return Error{ErrorCode::bad_annotation,
                     "document `" + id + "`: the span [" + std::to_string(span.begin) + ", " +
                         std::to_string(span.end) + ") is empty or outside its text of " +
                         std::to_string(length) + " code points"};
      }
    }
  }
  return std::nullopt;
}

// What a matched pair agrees on.
struct Agreement {
  bool matched = false;
  bool exact = false;
  bool kind = false;
  bool source_head = false;  // the predicted source covers the head of the gold one
  bool source_word = false;  // they share a word
  bool cue = false;
  bool speaker = false;

  [[nodiscard]] bool attribution() const { return source_word || speaker; }
};

// The two sides of one document and what their pairs agree on. Spans must lie inside the text.
class Comparison {
 public:
  // All arguments must outlive it.
  Comparison(const Words& words, const AnnotatedDocument& gold,
             const std::vector<AnnotatedQuote>& predicted, const EvaluationOptions& options)
      : words_(words),
        names_(gold.aliases),
        gold_(comparable(gold.quotes, words_, options)),
        predicted_(comparable(predicted, words_, options)) {
    match(gold_, predicted_, words_.count());
    agreements_.reserve(gold_.size());
    for (const Comparable& one : gold_) agreements_.push_back(agreement(one));
  }

  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] const std::vector<Comparable>& gold() const { return gold_; }
  [[nodiscard]] const std::vector<Comparable>& predicted() const { return predicted_; }
  // Of gold quote `index` with its partner.
  [[nodiscard]] const Agreement& agreement_of(std::uint32_t index) const {
    return agreements_[index];
  }
  [[nodiscard]] const Comparable* partner_of(const Comparable& gold_quote) const {
    return gold_quote.partner == kNone ? nullptr : &predicted_[gold_quote.partner];
  }

 private:
  Agreement agreement(const Comparable& one) {
    Agreement out;
    const Comparable* other = partner_of(one);
    if (other == nullptr) return out;
    const AnnotatedQuote& gold = *one.quote;
    const AnnotatedQuote& said = *other->quote;
    out.exact = same_words(one, *other);
    out.matched = one.matched();
    if (!out.matched) return out;
    out.kind = gold.kind == said.kind;
    out.source_head = covers_head(gold.source, said.source);
    out.source_word = share_a_word(gold.source, said.source);
    out.cue = share_a_word(gold.cue, said.cue);
    out.speaker =
        !gold.speaker.empty() && !said.speaker.empty() && names_.agree(gold.speaker, said.speaker);
    return out;
  }

  [[nodiscard]] bool share_a_word(const Spans& a, const Spans& b) const {
    for (const CodepointSpan& one : a) {
      const Range words = words_.touched(one);
      for (const CodepointSpan& other : b) {
        const Range others = words_.touched(other);
        if (std::max(words.first, others.first) < std::min(words.last, others.last)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool covers_head(const Spans& gold, const Spans& said) const {
    return std::any_of(gold.begin(), gold.end(), [&](const CodepointSpan& span) {
      const auto head = words_.head(span);
      return head && std::any_of(said.begin(), said.end(), [&](const CodepointSpan& other) {
               return words_.touched(other).contains(*head);
             });
    });
  }

  const Words& words_;
  SpeakerNames names_;
  std::vector<Comparable> gold_;
  std::vector<Comparable> predicted_;
  std::vector<Agreement> agreements_;
};

// The words that any of some quotes touch.
class Cover {
 public:
  explicit Cover(std::uint32_t words) : covered_(words) {}

  void add(const Comparable& quote) {
    for (const TouchedWord& touched : quote.words) covered_[touched.word] = true;
  }
  [[nodiscard]] double share_of(const Comparable& quote) const {
    const auto inside = [this](TouchedWord touched) { return covered_[touched.word]; };
    const auto count = std::count_if(quote.words.begin(), quote.words.end(), inside);
    return static_cast<double>(count) / static_cast<double>(quote.words.size());
  }

 private:
  std::vector<bool> covered_;
};

void add_side(SideTally& side, const Comparable& quote, const Agreement& agreement) {
  ++side.quotes;
  side.exact += agreement.exact;
  side.matched += agreement.matched;
  side.with_source += !quote.quote->source.empty();
  side.right_source += agreement.source_head;
  side.with_cue += !quote.quote->cue.empty();
  side.right_cue += agreement.cue;
}

bool has_attribution(const AnnotatedQuote& quote) {
  return !quote.source.empty() || !quote.speaker.empty();
}

void add_gold(Tally& tally, const Comparable& quote, const Agreement& agreement) {
  add_side(tally.gold, quote, agreement);
  tally.right_kind += agreement.kind;
  if (has_attribution(*quote.quote)) {
    ++tally.with_attribution;
    tally.matched_with_attribution += agreement.matched;
    tally.right_attribution += agreement.attribution();
  }
  if (!quote.quote->speaker.empty() && !quote.quote->doubtful) {
    ++tally.with_speaker;
    tally.right_speaker += agreement.speaker;
  }
}

// The word ranges of the distinct spans of a role, sorted; all wordless spans are alike.
std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges_of(
    const std::vector<AnnotatedQuote>& quotes, Spans AnnotatedQuote::*role, const Words& words) {
  Spans spans;
  for (const AnnotatedQuote& quote : quotes) {
    spans.insert(spans.end(), (quote.*role).begin(), (quote.*role).end());
  }
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  for (const CodepointSpan& span : spans) {
    const Range range = words.touched(span);
    ranges.emplace_back(range.empty() ? 0 : range.first, range.empty() ? 0 : range.last);
  }
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

std::string joined(const Words& words, std::span<const CodepointSpan> spans) {
  std::string out;
  for (const CodepointSpan& span : spans) {
    if (&span != spans.data()) out += " […] ";
    out += words.text(span);
  }
  return out;
}

}  // namespace

class Evaluation::State {
 public:
  explicit State(EvaluationOptions options) : options_(options) {}

  Result<Done> add(const AnnotatedDocument& gold, const std::vector<AnnotatedQuote>& predicted) {
    const Words words(gold.text);
    if (auto error = outside(gold.quotes, gold.id, words.length())) return *std::move(error);
    if (auto error = outside(predicted, gold.id, words.length())) return *std::move(error);
    add_roles(gold.quotes, predicted, words);
    add_quotes(Comparison(words, gold, predicted, options_), gold.id);
    return Done{};
  }

  [[nodiscard]] Report report() const {
    Report out;
    out.all = all_.scores();
    for (std::size_t kind = 0; kind < kinds_.size(); ++kind) {
      const Tally& tally = kinds_[kind];
      if (tally.gold.quotes + tally.predicted.quotes != 0) out.by_kind[kind] = tally.scores();
    }
    if (roles_[2].gold != 0) {
      out.roles = RoleScores{roles_[0].prf(), roles_[1].prf(), roles_[2].prf()};
    }
    out.reliability = reliability_.result();
    out.misses = misses_;
    return out;
  }

 private:
  Tally& tally_of(const Comparable& quote) {
    return kinds_[static_cast<std::size_t>(quote.quote->kind)];
  }

  void add_roles(const std::vector<AnnotatedQuote>& gold,
                 const std::vector<AnnotatedQuote>& predicted, const Words& words) {
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
      const auto marked = ranges_of(gold, kRoles[i], words);
      const auto found = ranges_of(predicted, kRoles[i], words);
      std::vector<std::pair<std::uint32_t, std::uint32_t>> both;
      std::set_intersection(marked.begin(), marked.end(), found.begin(), found.end(),
                            std::back_inserter(both));
      roles_[i].gold += marked.size();
      roles_[i].predicted += found.size();
      roles_[i].both += both.size();
    }
  }

  [[nodiscard]] bool ignored(const Comparable& gold_quote) const {
    return options_.no_nested && gold_quote.quote->nested;
  }
  [[nodiscard]] bool ignored(const Comparable& quote, const Comparison& comparison) const {
    return quote.partner != kNone && ignored(comparison.gold()[quote.partner]);
  }

  void add_quotes(const Comparison& comparison, const std::string& id) {
    Cover by_gold(comparison.words().count());
    Cover by_predicted(comparison.words().count());
    for (const Comparable& quote : comparison.gold()) {
      if (!ignored(quote)) by_gold.add(quote);
    }
    for (const Comparable& quote : comparison.predicted()) {
      if (!ignored(quote, comparison)) by_predicted.add(quote);
    }
    for (std::uint32_t index = 0; index < comparison.gold().size(); ++index) {
      const Comparable& quote = comparison.gold()[index];
      if (ignored(quote)) continue;
      const Agreement& agreement = comparison.agreement_of(index);
      const double covered = by_predicted.share_of(quote);
      for (Tally* tally : {&all_, &tally_of(quote)}) {
        add_gold(*tally, quote, agreement);
        tally->gold.covered += covered;
      }
      if (!(agreement.exact && agreement.attribution())) add_miss(comparison, quote, id);
    }
    for (const Comparable& quote : comparison.predicted()) {
      if (ignored(quote, comparison)) continue;
      const Agreement agreement =
          quote.partner == kNone ? Agreement{} : comparison.agreement_of(quote.partner);
      const double covered = by_gold.share_of(quote);
      for (Tally* tally : {&all_, &tally_of(quote)}) {
        add_side(tally->predicted, quote, agreement);
        tally->predicted.covered += covered;
      }
      add_confidence(comparison, quote, agreement);
    }
  }

  void add_confidence(const Comparison& comparison, const Comparable& quote,
                      const Agreement& agreement) {
    if (quote.quote->confidence < 0 || !has_attribution(*quote.quote)) return;
    if (agreement.matched && !has_attribution(*comparison.gold()[quote.partner].quote)) return;
    reliability_.add(quote.quote->confidence, agreement.matched, agreement.attribution());
  }

  void add_miss(const Comparison& comparison, const Comparable& quote, const std::string& id) {
    if (misses_.size() >= options_.errors) return;
    const Words& words = comparison.words();
    Miss miss;
    miss.id = id;
    miss.iou = quote.iou;
    miss.kind = quote.quote->kind;
    miss.content = joined(words, quote.content);
    miss.source = joined(words, quote.quote->source);
    miss.speaker = quote.quote->speaker;
    if (const Comparable* other = comparison.partner_of(quote)) {
      miss.predicted = true;
      miss.predicted_content = joined(words, other->content);
      miss.predicted_source = joined(words, other->quote->source);
      miss.predicted_speaker = other->quote->speaker;
    }
    misses_.push_back(std::move(miss));
  }

  EvaluationOptions options_;
  Tally all_;
  std::array<Tally, 4> kinds_;      // by AnnotatedKind
  std::array<RoleTally, 3> roles_;  // as kRoles
  ReliabilityTally reliability_;
  std::vector<Miss> misses_;
};

Evaluation::Evaluation(EvaluationOptions options) : state_(std::make_unique<State>(options)) {}
Evaluation::~Evaluation() = default;
Evaluation::Evaluation(Evaluation&&) noexcept = default;
Evaluation& Evaluation::operator=(Evaluation&&) noexcept = default;

Result<Done> Evaluation::add(const AnnotatedDocument& gold,
                             const std::vector<AnnotatedQuote>& predicted) {
  return state_->add(gold, predicted);
}

Report Evaluation::report() const { return state_->report(); }

}  // namespace quotary
