#include "attribution/rule_sieve.h"

#include <algorithm>
#include <optional>
#include <span>

#include "rules/guards.h"

namespace quotary {

namespace {

constexpr std::uint32_t kShortQuote = 4;  // words
// Symbols read behind an anchor at first: few rules look farther. Each time that one does, so many
// times as many are.
constexpr std::uint32_t kSymbolsAhead = 3;
constexpr std::uint32_t kMoreAhead = 3;

std::span<const Range> outermost_stretches(const Reading& r, RuleScratch& scratch) {
  scratch.quotes.clear();
  for (const Range stretch : r.stretch_tokens) {
    if (!stretch.empty()) scratch.quotes.push_back(stretch);
  }
  return scratch.quotes;
}

// Works through one document, window by window.
class RuleSieve {
 public:
  RuleSieve(const Reading& reading, const PackData& pack, RuleScratch& scratch)
      : r_(reading), pack_(pack), scratch_(scratch), source_{*r_.document,
                                                             pack.lexicon,
                                                             pack.symbols,
                                                             r_.entries,
                                                             r_.tags,
                                                             outermost_stretches(reading, scratch),
                                                             r_.sentence} {}

  enum class Reach : std::uint8_t { any, to_end };

  // The likeliest rule that holds at the symbol of `anchor`, or none. Of those that reach to the
  // end of its sentences, if that is asked for.
  [[nodiscard]] std::optional<pattern::Hit> best_hit(Range anchor, pattern::Anchor kind,
                                                     Reach reach = Reach::any) {
    turn_to(anchor);
    std::uint32_t ahead = kSymbolsAhead;
    bool complete = reach == Reach::any ? read_to(anchor.last, ahead) : read_to(window_.last, 0);
    pattern::Hits hits = hits_at(anchor.first, kind, complete);
    std::optional<pattern::Hit> hit = first_of(hits, reach);
    while (hits.wants_more()) {
      ahead *= kMoreAhead;
      complete = read_to(anchor.last, ahead);
      hits.go_on(scratch_.symbols.symbols, complete);
      hit = first_of(hits, reach);
    }
    return hit;
  }

  // The tokens of a role; empty if it took no part.
  [[nodiscard]] Range tokens(const pattern::Hit& hit, pattern::Role role) const {
    return tokens(hit.role(role));
  }
  [[nodiscard]] Range tokens(Range symbols) const {
    if (symbols.empty()) return {};
    return {scratch_.symbols.tokens[symbols.first].first,
            scratch_.symbols.tokens[symbols.last - 1].last};
  }

 private:
  // Begins to read around `anchor`: its sentences, and one more after a quotation that ends one.
  void turn_to(Range anchor) {
    if (anchor.first >= window_.first && anchor.last <= window_.last) return;
    const Range paragraph = r_.paragraph_range(anchor.first);
    std::uint32_t first = r_.sentence_range(anchor.first).first;
    if (r_.stretch[first] != kNone) first = r_.stretch_tokens[r_.stretch[first]].first;
    std::uint32_t last = r_.sentence_range(anchor.last - 1).last;
    if (last == anchor.last && last < paragraph.last) last = r_.sentence_range(last).last;
    window_ = {std::max(first, paragraph.first), std::min(last, paragraph.last)};
    scratch_.symbols.clear();
  }

  // Reads until that token and `more` symbols behind it. False if there is more to read.
  bool read_to(std::uint32_t until, std::uint32_t more) {
    return read_on(source_, window_, until, more, scratch_.symbols);
  }

  [[nodiscard]] pattern::Hits hits_at(std::uint32_t token, pattern::Anchor kind,
                                      bool complete) const {
    const auto& ranges = scratch_.symbols.tokens;
    const auto symbol = std::partition_point(ranges.begin(), ranges.end(),
                                             [&](Range range) { return range.last <= token; });
    const auto index = static_cast<std::uint32_t>(symbol - ranges.begin());
    return pack_.matcher->hits({scratch_.symbols.symbols, index, kind, complete});
  }

  // The first that guards and `reach` let pass.
  [[nodiscard]] std::optional<pattern::Hit> first_of(pattern::Hits& hits, Reach reach) const {
    while (const std::optional<pattern::Hit> hit = hits.next()) {
      if (reach == Reach::to_end && hit->whole.last < scratch_.symbols.size()) continue;
      if (!failed_guard({*r_.document, pack_, r_.entries, scratch_.symbols, *hit})) return hit;
    }
    return std::nullopt;
  }

  const Reading& r_;
  const PackData& pack_;
  RuleScratch& scratch_;
  const SymbolSource source_;
  Range window_;
};

// The token that heads a cue: its last verb, else its last word.
std::uint32_t head_of(const Reading& r, Range cue) {
  for (std::uint32_t at = cue.last; at > cue.first; --at) {
    if (is_verb(r.tag(at - 1))) return at - 1;
  }
  return cue.last - 1;
}

// The words of a stretch, without its marks and the punctuation beside them.
Range words_of(const Reading& r, Range range) {
  while (range.first < range.last && is_mark(r.tag(range.first))) ++range.first;
  while (range.first < range.last && is_mark(r.tag(range.last - 1))) --range.last;
  return range;
}

Proposal proposal_of(const Reading& r, Range quote, Range cue, Range speaker) {
  Proposal p;
  p.cue = cue.empty() ? Range{} : cue;
  p.source = speaker;
  const std::uint32_t head = cue.empty() ? quote.first : head_of(r, cue);
  p.context.head = head;
  p.context.sentence = r.sentence_range(head);
  (quote.first < head ? p.left : p.right) = words_of(r, quote);
  return p;
}

// Quoted words inside a reported clause, together with the clause: `warned the cuts would be "a
// disaster" for families`. `beside` are the words before the quotation; of those, the addressee
// before "that" is no part of it.
Range clause_of(const Reading& r, Range beside, Range quote) {
  Range clause = {std::min(beside.first, quote.first), std::max(beside.last, quote.last)};
  for (std::uint32_t at = clause.first; at < quote.first; ++at) {
    if (r.tag(at) != Tag::that) continue;
    clause.first = at;
    break;
  }
  const bool closed = quote.last - quote.first > 2 && r.tag(quote.last - 2) == Tag::punct;
  const Range sentence = r.sentence_range(clause.last - 1);
  while (!closed && clause.last < sentence.last && r.tag(clause.last) != Tag::punct) {
    ++clause.last;
  }
  return words_of(r, clause);
}

// Which proposal covers what.
class Coverage {
 public:
  Coverage(const Reading& reading, const std::vector<Proposal>& proposals,
           const std::vector<std::uint32_t>& held)
      : r_(reading), by_stretch_(r_.stretch_tokens.size(), kNone), taken_(r_.tokens.size(), 0) {
    for (const std::uint32_t i : held) {
      add(proposals[i].left, i);
      add(proposals[i].right, i);
    }
  }

  void add(Range part, std::uint32_t proposal) {
    for (std::uint32_t at = part.first; at < part.last; ++at) {
      taken_[at] = 1;
      if (r_.stretch[at] != kNone) by_stretch_[r_.stretch[at]] = proposal;
    }
  }
  [[nodiscard]] std::uint32_t of(std::uint32_t stretch) const { return by_stretch_[stretch]; }
  [[nodiscard]] bool is_free(Range range) const {
    return std::none_of(taken_.begin() + range.first, taken_.begin() + range.last,
                        [](std::uint8_t t) { return t != 0; });
  }

 private:
  const Reading& r_;
  std::vector<std::uint32_t> by_stretch_;
  std::vector<std::uint8_t> taken_;  // by token
};

// A content ends before the words of its attribution, and begins behind them.
void part_content(const Reading& r, Range words, Proposal& p) {
  if (p.left.overlaps(words)) {
    p.left = words_of(r, {p.left.first, std::max(p.left.first, words.first)});
  }
  if (p.right.overlaps(words)) {
    p.right = words_of(r, {std::min(words.last, p.right.last), p.right.last});
  }
}

// Sets what a rule that decides says of cue, source and medium.
void decide(const Reading& r, const RuleSieve& sieve, const pattern::Hit& hit, Proposal& p) {
  p.cue = sieve.tokens(hit, pattern::Role::cue);
  p.source = sieve.tokens(hit, pattern::Role::speaker);
  p.medium = sieve.tokens(hit, pattern::Role::medium);
  part_content(r, p.source, p);
  part_content(r, p.cue, p);
}

// What a rule around a cue has matched to the right of it is no content, nor is a time that stands
// alone. False if there is no content then.
bool leave_content(const Reading& r, const RuleSieve& sieve, const pattern::Hit& hit, Proposal& p) {
  const auto tells = [](Tag tag) { return is_verb(tag) || is_auxiliary(tag); };
  const std::uint32_t behind = std::max(p.right.first, sieve.tokens(hit.whole).last);
  p.right = words_of(r, {std::min(behind, p.right.last), p.right.last});
  if (std::none_of(r.tags.begin() + p.right.first, r.tags.begin() + p.right.last, tells)) {
    p.right = {};
  }
  return !p.left.empty() || !p.right.empty();
}

// Names the rule around a quotation behind the proposal that covers it, if it sees the same cue or
// source.
void name_rule(const Reading& r, const PackData& pack, const RuleSieve& sieve,
               const pattern::Hit& hit, Range quote, Proposal& p) {
  const Range cue = sieve.tokens(hit, pattern::Role::cue);
  const bool same_source =
      !p.source.empty() && sieve.tokens(hit, pattern::Role::speaker) == p.source;
  if (!cue.contains(p.context.head) && !(cue.empty() && same_source)) return;
  p.rule = hit.rule;
  if (!pack.rules[hit.rule].decides) return;
  decide(r, sieve, hit, p);
  if (p.left.empty() && p.right.empty()) {
    (quote.first < p.context.head ? p.left : p.right) = words_of(r, quote);
  }
}

// What a rule makes of a quotation that no proposal covers.
std::optional<Proposal> attribute(const Reading& r, const RuleSieve& sieve, const pattern::Hit& hit,
                                  Range quote) {
  const Range cue = sieve.tokens(hit, pattern::Role::cue);
  const Range speaker = sieve.tokens(hit, pattern::Role::speaker);
  if (speaker.empty()) return std::nullopt;
  // A word or two far from the cue are words held at arm's length, not what was said.
  const bool beside = cue.empty() || quote.first <= cue.last + 1 || quote.last + 1 >= cue.first;
  if (!beside && words_of(r, quote).size() < kShortQuote) return std::nullopt;
  Proposal p = proposal_of(r, quote, cue, speaker);
  p.rule = hit.rule;
  p.by_rule = true;
  return p;
}

// The proposal of the cue with that head; kNone if there is none. `held` are in order of heads.
std::uint32_t of_same_cue(std::uint32_t head, std::span<const std::uint32_t> held,
                          const std::vector<Proposal>& proposals) {
  const auto same = std::partition_point(
      held.begin(), held.end(), [&](std::uint32_t i) { return proposals[i].context.head < head; });
  return same != held.end() && proposals[*same].context.head == head ? *same : kNone;
}

// Widens the content of a proposal to the clause that the rule tells, if that is free.
void include_clause(const Reading& r, Range reported, Range quote, std::uint32_t number,
                    Coverage& coverage, Proposal& p) {
  if (reported.empty()) return;
  const Range clause = clause_of(r, reported, quote);
  if (clause.empty() || !coverage.is_free(clause)) return;
  (clause.first < p.context.head ? p.left : p.right) = clause;
  coverage.add(clause, number);
}

// The paragraphs after `p` that are quoted as a block: without marks, by somebody who speaks of
// himself there. Empty if there is none.
Range block_after(const Reading& r, const ClassSet& first_person, std::uint32_t p) {
  const auto& paragraphs = r.document->paragraphs();
  const auto quotable = [&](std::uint32_t number) {
    const Range range = paragraphs[number].tokens;
    if (range.empty() || (*r.blocks)[number].kind != BlockKind::body) return false;
    if (r.excluded[range.first] != 0 || r.stretch[range.first] != kNone) return false;
    if (r.word(range.last - 1) == ascii_id(":")) return false;  // introduces the next one itself
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      const bool self = r.meets(at, first_person);
      if (self && r.stretch[at] == kNone) return true;
    }
    return false;
  };
  Range block;
  for (std::uint32_t next = p + 1; next < paragraphs.size() && quotable(next); ++next) {
    if (block.empty()) block.first = paragraphs[next].tokens.first;
    block.last = paragraphs[next].tokens.last;
  }
  return block;
}

// Block quotes that a cue and a colon introduce.
class BlockQuotes {
 public:
  BlockQuotes(const Reading& reading, const PackData& pack, const ClassSet& first_person,
              RuleSieve& sieve)
      : r_(reading), pack_(pack), first_person_(first_person), sieve_(sieve) {}

  // Adds proposals for them. The first `sorted` of `held` are in order of heads. One that takes
  // only a sentence of the block gives way, as does one for what the rule sees between cue and
  // colon: "told | the council in a letter".
  void add(std::size_t sorted, std::vector<Proposal>& proposals, std::vector<std::uint32_t>& held) {
    const auto& paragraphs = r_.document->paragraphs();
    for (std::uint32_t p = 0; p + 1 < paragraphs.size(); ++p) {
      const Range range = paragraphs[p].tokens;
      if (range.empty() || r_.word(range.last - 1) != ascii_id(":")) continue;
      Proposal proposal;
      if (!introduces(range, proposal)) continue;
      proposal.right = block_after(r_, first_person_, p);
      if (proposal.right.empty()) continue;
      const auto number = static_cast<std::uint32_t>(proposals.size());
      const auto end = held.begin() + static_cast<std::ptrdiff_t>(sorted);
      const std::uint32_t head = proposal.context.head;
      const auto known = std::partition_point(
          held.begin(), end, [&](std::uint32_t i) { return proposals[i].context.head < head; });
      if (known == end || proposals[*known].context.head != head) {
        held.push_back(number);
      } else {
        if (!proposals[*known].left.empty()) continue;
        proposals[*known].loses_to = number;
        *known = number;
      }
      proposals.push_back(proposal);
      p = r_.paragraph[proposal.right.last - 1];  // a block holds no other
    }
  }

 private:
  // Whether a rule tells who is about to speak at the end of a paragraph.
  bool introduces(Range paragraph, Proposal& proposal) {
    const Range sentence = r_.sentence_range(paragraph.last - 1);
    const std::uint32_t reach = paragraph.last - std::min(paragraph.size(), pattern::kWindow);
    for (std::uint32_t at = paragraph.last; at > std::max(sentence.first, reach); --at) {
      const std::uint32_t head = at - 1;
      if (!is_verb(r_.tag(head)) || r_.excluded[head] != 0) continue;
      const auto hit =
          sieve_.best_hit({head, head + 1}, pattern::Anchor::cue, RuleSieve::Reach::to_end);
      if (!hit) continue;
      proposal =
          proposal_of(r_, {paragraph.last, paragraph.last}, sieve_.tokens(*hit, pattern::Role::cue),
                      sieve_.tokens(*hit, pattern::Role::speaker));
      proposal.rule = hit->rule;
      proposal.by_rule = true;
      proposal.accept = pack_.rules[hit->rule].confidence;
      return true;
    }
    return false;
  }

  const Reading& r_;
  const PackData& pack_;
  const ClassSet& first_person_;
  RuleSieve& sieve_;
};

}  // namespace

bool is_block_quote(const Reading& r, const Proposal& p) {
  return p.by_rule && !p.right.empty() && r.paragraph[p.right.first] > r.paragraph[p.context.head];
}

void apply_rules(const Reading& r, const PackData& pack, const ClassSet& first_person,
                 RuleScratch& scratch, std::vector<Proposal>& proposals,
                 std::vector<std::uint32_t>& held) {
  if (pack.rules.empty()) return;
  RuleSieve sieve(r, pack, scratch);
  Coverage coverage(r, proposals, held);
  const std::size_t proposed = held.size();
  BlockQuotes(r, pack, first_person, sieve).add(proposed, proposals, held);
  for (std::uint32_t stretch = 0; stretch < r.stretch_tokens.size(); ++stretch) {
    const Range quote = r.stretch_tokens[stretch];
    if (quote.empty() || words_of(r, quote).empty() || r.excluded[quote.first] != 0) continue;
    const auto hit = sieve.best_hit(quote, pattern::Anchor::quote);
    if (!hit) continue;
    if (coverage.of(stretch) != kNone) {
      name_rule(r, pack, sieve, *hit, quote, proposals[coverage.of(stretch)]);
      continue;
    }
    std::optional<Proposal> found = attribute(r, sieve, *hit, quote);
    if (!found) continue;
    const std::uint32_t same =
        of_same_cue(found->context.head, std::span(held).first(proposed), proposals);
    if (same != kNone && proposals[same].right.last == quote.first) {
      // Its content goes on with the quotation: `said that the plan | "was dead"`.
      proposals[same].right.last = words_of(r, quote).last;
      coverage.add(proposals[same].right, same);
      continue;
    }
    const auto number = static_cast<std::uint32_t>(proposals.size());
    if (same != kNone && proposals[same].right.overlaps(found->source)) {
      proposals[same].loses_to = number;  // `"...," read | a statement`: who said it, not what
    }
    include_clause(r, sieve.tokens(*hit, pattern::Role::content), quote, number, coverage, *found);
    found->accept = pack.rules[hit->rule].confidence;
    held.push_back(number);
    proposals.push_back(*found);
  }
  for (std::size_t i = 0; i < proposed; ++i) {
    Proposal& p = proposals[held[i]];
    if (p.rule != kNone) continue;
    const auto hit = sieve.best_hit({p.context.head, p.context.head + 1}, pattern::Anchor::cue);
    if (!hit) continue;
    p.rule = hit->rule;
    if (!pack.rules[hit->rule].decides) continue;
    decide(r, sieve, *hit, p);
    if (!leave_content(r, sieve, *hit, p)) p.loses_to = held[i];
  }
  std::erase_if(held, [&](std::uint32_t i) { return proposals[i].loses_to != kNone; });
  std::sort(held.begin(), held.end(), [&](std::uint32_t a, std::uint32_t b) {
    return proposals[a].context.head < proposals[b].context.head;
  });
}

}  // namespace quotary
