#include "attribution/assemble.h"

#include <algorithm>
#include <span>

#include "attribution/drafts.h"
#include "attribution/floating_quotes.h"
#include "attribution/rule_sieve.h"
#include "quotes/uses.h"

namespace quotary {

namespace {

// Marks tokens in `taken`.
void take(Range words, std::vector<std::uint8_t>& taken) {
  std::fill(taken.begin() + words.first, taken.begin() + words.last, 1);
}

using DraftParts = std::span<const DraftPart>;

bool touches_stretch(const Reading& r, Range words) {
  return std::any_of(r.stretch.begin() + words.first, r.stretch.begin() + words.last,
                     [](std::uint32_t stretch) { return stretch != kNone; });
}

QuoteKind kind_of(const Reading& r, const Draft& draft, DraftParts parts) {
  const bool headline = draft.turn != nullptr && draft.turn->headline;
  if (draft.block || (draft.proposal == nullptr && !headline)) return QuoteKind::direct;
  const bool marked = std::any_of(parts.begin(), parts.end(), [&](const DraftPart& part) {
    return touches_stretch(r, part.words);
  });
  if (!marked) return QuoteKind::indirect;
  std::uint32_t inside = 0;
  std::uint32_t all = 0;
  for (const DraftPart& part : parts) {
    for (std::uint32_t at = part.words.first; at < part.words.last; ++at) {
      if (is_mark(r.tag(at))) continue;
      const std::uint32_t size = r.tokens[at].span.size();
      all += size;
      const std::uint32_t stretch = r.stretch[at];
      const bool quoted = stretch != kNone && (r.single_marks || !(*r.stretches)[stretch].single);
      inside += quoted ? size : 0;
    }
  }
  if (inside == 0) return QuoteKind::indirect;
  return inside * 10ULL >= all * 9ULL ? QuoteKind::direct : QuoteKind::mixed;
}

// "a poll | last week", "a report released | Friday": the noun before a time.
std::uint32_t head_before_time(const Reading& r, const Chunk& chunk) {
  if (!r.is_time(chunk.head)) return chunk.head;
  for (std::uint32_t at = chunk.head; at > chunk.tokens.first; --at) {
    if (is_in(r.tag(at - 1), kNouns) && !r.is_time(at - 1)) return at - 1;
  }
  return chunk.head;
}

// "Cole | earlier Thursday", "Cole | on Thursday"; a poll of last week is another one.
Range without_time(const Reading& r, Range source) {
  Range words = source;
  const auto ends_with = [&](const Chunk& chunk) { return chunk.tokens.last == words.last; };
  if (!r.in_chunk(words.last - 1)) return source;
  const Chunk& last = r.chunks[r.chunk_at[words.last - 1]];
  if (!ends_with(last)) return source;
  const std::uint32_t by = last.tokens.first;
  const bool named = by > words.first + 1 && r.tag(by - 2) == Tag::propn &&
                     r.chunks[r.chunk_at[words.first]].tokens.last == by - 1;
  if (named && r.tag(by - 1) == Tag::prep && r.is_time(last.head)) {
    words.last = by - 1;
  } else if (by <= words.first) {
    words.last = r.end_before_time(words);
  }
  return words;
}

MentionKind mention_kind(const Reading& r, Range tokens, std::uint32_t& head) {
  head = tokens.last - 1;
  MentionKind kind = MentionKind::nominal;
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    if (!r.in_chunk(at)) continue;
    const Chunk& chunk = r.chunks[r.chunk_at[at]];
    head = head_before_time(r, chunk);
    // "the library's | former caretaker": whoever is possessed heads the phrase.
    const std::uint32_t next = chunk.tokens.last;
    if (chunk.kind == ChunkKind::possessive && next < tokens.last && r.in_chunk(next)) {
      at = next - 1;
      continue;
    }
    // "current | and former officials"
    const bool shared = r.tag(head) == Tag::adj && next + 1 < tokens.last &&
                        r.tag(next) == Tag::conj && r.in_chunk(next + 1);
    if (shared) {
      at = next;
      continue;
    }
    const bool alone = chunk.tokens.size() >= tokens.size();
    if (r.tag(head) == Tag::propn) kind = MentionKind::name;
    if (alone && (chunk.kind == ChunkKind::pronoun || chunk.kind == ChunkKind::relative ||
                  (chunk.kind == ChunkKind::possessive && r.tag(chunk.head) == Tag::poss))) {
      kind = MentionKind::pronoun;
    } else if (chunk.kind == ChunkKind::possessive && r.tag(chunk.head) == Tag::propn) {
      kind = MentionKind::name;
    }
    break;  // the first base phrase heads the whole
  }
  if (!tokens.contains(head)) head = tokens.last - 1;
  return kind;
}

// The labels of the turns that count, and what stands under them.
class Layout {
 public:
  Layout(const Reading& reading, const Settled& settled) : r_(reading), turns_(settled.turns) {
    if (turns_.empty()) return;
    in_label_.assign(r_.tokens.size(), 0);
    for (const Turn& turn : turns_) {
      if (turn.headline) continue;
      const std::uint32_t first = r_.document->paragraphs()[turn.paragraph].tokens.first;
      std::fill(in_label_.begin() + first, in_label_.begin() + turn.content.first, 1);
    }
    // A headline is attributed by its words first.
    headline_taken_ = std::any_of(settled.held.begin(), settled.held.end(), [&](std::uint32_t i) {
      return r_.paragraph[settled.proposals[i].context.head] == turns_.front().paragraph;
    });
  }

  // Whether a proposal has to give way, because a label is no part of anything else.
  [[nodiscard]] bool replaces(const Proposal& p) const {
    if (turns_.empty()) return false;
    const auto in_label = [&](Range range) {
      return std::any_of(in_label_.begin() + range.first, in_label_.begin() + range.last,
                         [](std::uint8_t t) { return t != 0; });
    };
    return in_label(p.cue) || in_label(p.source) || in_label(p.left) || in_label(p.right);
  }

  // What stands between marks in a headline is part of it.
  void take_headlines(std::vector<std::uint8_t>& taken) const {
    for (const Turn& turn : turns_) {
      if (!turn.headline || headline_taken_) continue;
      visit_parts(turn, [&](Range words) { take(words, taken); });
    }
  }

  // Adds a draft for each turn.
  void add_drafts(Drafts& drafts) const {
    for (const Turn& turn : turns_) {
      if (turn.headline && headline_taken_) continue;
      const std::uint32_t draft = drafts.add({.turn = &turn});
      visit_parts(turn, [&](Range words) { drafts.add_part(draft, words); });
    }
  }

 private:
  // Calls `visit(words)` for each paragraph of a turn.
  template <typename Visit>
  void visit_parts(const Turn& turn, Visit visit) const {
    visit(turn.content);
    for (std::uint32_t p = turn.paragraph + 1; p <= turn.last_paragraph; ++p) {
      const Range tokens = r_.document->paragraphs()[p].tokens;
      if (!tokens.empty() && r_.excluded[tokens.first] == 0) visit(tokens);
    }
  }

  const Reading& r_;
  const std::vector<Turn>& turns_;
  std::vector<std::uint8_t> in_label_;  // by token
  bool headline_taken_ = false;
};

// Whether a verb of speech stands next to a stretch.
bool verb_beside(const Reading& r, const Knowledge& knowledge, Range stretch) {
  constexpr std::uint32_t kReach = 4;
  const Range paragraph = r.paragraph_range(stretch.first);
  const auto speaks = [&](std::uint32_t at) { return r.meets(at, knowledge.speech_verbs); };
  for (std::uint32_t at = stretch.first; at > paragraph.first && stretch.first - at < kReach;
       --at) {
    if (speaks(at - 1)) return true;
  }
  for (std::uint32_t at = stretch.last; at < std::min(paragraph.last, stretch.last + kReach);
       ++at) {
    if (speaks(at)) return true;
  }
  return false;
}

// Whether a word of `classes` stands before a stretch, in its clause: `a banner that read "..."`.
bool introduced_by(const Reading& r, const ClassSet& classes, Range stretch) {
  constexpr std::uint32_t kReach = 4;
  const std::uint32_t first = r.sentence_range(stretch.first).first;
  for (std::uint32_t at = stretch.first; at > first && stretch.first - at < kReach; --at) {
    const Tag tag = r.tag(at - 1);
    if (tag == Tag::quote || (tag == Tag::punct && at < stretch.first)) return false;
    if (r.meets(at - 1, classes)) return true;
  }
  return false;
}

// What the quoted name that begins at token `first` is.
QuoteUse use_of_name(const Reading& r, std::uint32_t first) {
  const auto name =
      std::partition_point(r.quoted_names.begin(), r.quoted_names.end(),
                           [&](const QuotedName& each) { return each.tokens.last <= first; });
  return name == r.quoted_names.end() ? QuoteUse::title : name->use;
}

// What a quotation without a cue is used for; speech, if it is long enough to be somebody's words.
// `first`: its first token.
QuoteUse floating_use(const Reading& r, const Knowledge& knowledge, std::uint32_t first) {
  const std::uint32_t stretch = r.stretch[first];
  if (stretch == kNone) return use_of_name(r, first);
  const Range tokens = r.stretch_tokens[stretch];
  StretchLook look = look_at(*r.document, *r.stretches, stretch);
  look.headline = r.block_of(tokens.first) == BlockKind::headline;
  look.cue = r.narrative && verb_beside(r, knowledge, tokens);
  look.work = introduced_by(r, knowledge.work_words, tokens);
  look.motto = introduced_by(r, knowledge.motto_words, tokens);
  const bool glued = (r.tokens[tokens.first].shape & shape::space_before) == 0;
  if (glued && !look.cue && look.lead != Lead::paragraph) return QuoteUse::scare;
  const QuoteUse use = use_of(look, knowledge.use_limits);
  const bool doubtful =
      !r.narrative && !look.joined && look.words < knowledge.use_limits.speech_words;
  return doubtful && (use == QuoteUse::speech || use == QuoteUse::partial) ? QuoteUse::scare : use;
}

// Adds a part to the quote whose parts begin at `first`; parts that touch become one.
void add_part(Span part, std::uint32_t first, Analysis& analysis) {
  if (analysis.parts.size() > first && part.begin < analysis.parts.back().end) {
    analysis.parts.back().end = std::max(analysis.parts.back().end, part.end);
  } else {
    analysis.parts.push_back(part);
  }
}

// Quoted words built into the reporter's sentence: `called it "a rare gift"`.
bool begins_inside_sentence(const Reading& r, const Proposal& proposal, Range words) {
  std::uint32_t at = words.first;
  while (at < words.last && is_mark(r.tag(at))) ++at;
  return at < words.last && proposal.cue.last <= at && !r.has_capital(at);
}

}  // namespace

Span part_span(const Reading& r, Range words) {
  Span span = r.document->span_of(words);
  const std::uint32_t last = words.last - 1;
  // The closing mark, and the stop before it, of a stretch that lies in the part.
  if (const std::uint32_t stretch = r.stretch[last];
      stretch != kNone && r.stretch_tokens[stretch].first + 1 >= words.first) {
    const Span outer = (*r.stretches)[stretch].outer;
    std::uint32_t at = words.last;
    while (at < r.stretch_tokens[stretch].last && is_mark(r.tag(at))) ++at;
    if (at == r.stretch_tokens[stretch].last) span.end = std::max(span.end, outer.end);
  }
  // The opening mark of one that begins with it and ends in it.
  if (words.first > 0 && r.tag(words.first) != Tag::quote && r.tag(words.first - 1) == Tag::quote) {
    const std::uint32_t stretch = r.stretch[words.first - 1];
    if (stretch != kNone && r.stretch_tokens[stretch].first + 1 == words.first &&
        r.stretch_tokens[stretch].last <= words.last + 2) {
      span.begin = (*r.stretches)[stretch].outer.begin;
    }
  }
  return span;
}

namespace {

// What is said in a document, in the order of the text: a turn before what is quoted in it.
Drafts draft_quotes(const Reading& r, const Settled& settled) {
  const Layout layout(r, settled);
  Drafts drafts;
  drafts.reserve(settled.held.size() + r.stretch_tokens.size() + settled.turns.size());
  std::vector<std::uint8_t> taken(r.tokens.size(), 0);
  for (const std::uint32_t i : settled.held) {
    const Proposal& p = settled.proposals[i];
    if (layout.replaces(p)) continue;
    const bool block = is_block_quote(r, p);
    const std::uint32_t draft = drafts.add({.proposal = &p, .block = block});
    for (const Range words : {p.left, p.right}) {
      if (words.empty()) continue;
      drafts.add_part(draft, words);
      if (!block) take(words, taken);
    }
  }
  layout.take_headlines(taken);
  add_floating(r, taken, drafts);
  layout.add_drafts(drafts);
  drafts.put_in_order();
  return drafts;
}

// Turns drafts into the quotes, cues, mentions and attributions of an Analysis.
class Assembly {
 public:
  Assembly(const Reading& reading, const Knowledge& knowledge, Analysis& analysis)
      : r_(reading), knowledge_(knowledge), pack_(knowledge.pack.data()), analysis_(analysis) {}

  void add(const Drafts& drafts) {
    const std::size_t count = drafts.all().size();
    analysis_.quotes.reserve(count);
    analysis_.parts.reserve(drafts.parts().size());
    analysis_.cues.reserve(count);
    analysis_.mentions.reserve(count);
    analysis_.attributions.reserve(count);
    for (const Draft& draft : drafts.all()) add(draft, drafts.parts_of(draft));
  }

 private:
  void add(const Draft& draft, DraftParts parts) {
    const auto number = static_cast<std::uint32_t>(analysis_.quotes.size());
    add_quote(draft, parts);
    Attribution attribution;
    attribution.quote = number;
    if (draft.encloses()) (draft.block ? block_ : turn_) = {number, parts.back().words.last};
    if (draft.turn != nullptr) {
      attribute(*draft.turn, attribution);
    } else if (draft.proposal != nullptr) {
      attribute(*draft.proposal, attribution);
    } else {
      const QuoteUse use = analysis_.quotes.back().use;
      attribution.no_source = use == QuoteUse::speech ? NoSource::no_cue : NoSource::not_attributed;
    }
    analysis_.attributions.push_back(attribution);
  }

  void add_quote(const Draft& draft, DraftParts parts) {
    Quote quote;
    quote.parts.first = static_cast<std::uint32_t>(analysis_.parts.size());
    for (const DraftPart& part : parts) {
      add_part(draft.encloses() ? r_.document->span_of(part.words) : part_span(r_, part.words),
               quote.parts.first, analysis_);
    }
    quote.parts.last = static_cast<std::uint32_t>(analysis_.parts.size());
    const std::uint32_t first = parts.front().words.first;
    quote.kind = kind_of(r_, draft, parts);
    quote.use = use_of_draft(draft, parts.front().words, quote.kind);
    if (!draft.encloses()) quote.stretch = r_.stretch[first];
    if (draft.turn == nullptr) {
      if (first < turn_.end) quote.parent = turn_.quote;
      if (first < block_.end && !draft.block) quote.parent = block_.quote;
    }
    analysis_.quotes.push_back(quote);
  }

  // `words`: its first part.
  [[nodiscard]] QuoteUse use_of_draft(const Draft& draft, Range words, QuoteKind kind) const {
    const std::uint32_t first = words.first;
    if (draft.turn != nullptr) {
      return draft.turn->headline ? QuoteUse::headline : QuoteUse::transcript;
    }
    if (draft.proposal == nullptr) return floating_use(r_, knowledge_, first);
    if (r_.block_of(first) == BlockKind::headline) return QuoteUse::headline;
    const bool partial =
        kind == QuoteKind::direct && begins_inside_sentence(r_, *draft.proposal, words);
    return partial ? QuoteUse::partial : QuoteUse::speech;
  }

  void attribute(const Turn& turn, Attribution& attribution) {
    const TextRule& rule = pack_.text_rules[turn.rule];
    attribution.confidence = rule.confidence;
    attribution.sieve = rule.sieve;
    attribution.rule = rule.id;
    if (turn.cue != kNone) attribution.cue = add_cue({turn.cue, turn.cue + 1}, turn.cue);
    if (turn.asks) {
      attribution.no_source = NoSource::no_subject;
      return;
    }
    attribution.mention = add_mention(turn.speaker);
    // A letter stands for somebody as a pronoun does.
    if (turn.letter) analysis_.mentions.back().kind = MentionKind::pronoun;
  }

  void attribute(const Proposal& p, Attribution& attribution) {
    attribution.confidence = p.accept;
    attribution.sieve = p.by_rule ? std::string_view(pack_.rules[p.rule].sieve) : "model";
    attribution.rule = p.rule == kNone ? std::string_view("model") : pack_.rules[p.rule].id;
    if (!p.cue.empty()) attribution.cue = add_cue(p.cue, p.context.head);
    if (p.source.empty()) {
      attribution.no_source = NoSource::no_subject;
    } else {
      attribution.mention = add_mention(p.source);
    }
    const Channel channel = knowledge_.channels.find(r_, p);
    attribution.medium = channel.medium;
    attribution.occasion = channel.occasion;
  }

  std::uint32_t add_cue(Range tokens, std::uint32_t head) {
    analysis_.cues.push_back({r_.document->span_of(tokens), head});
    return static_cast<std::uint32_t>(analysis_.cues.size() - 1);
  }

  std::uint32_t add_mention(Range tokens) {
    Mention mention;
    tokens = without_time(r_, tokens);
    mention.span = r_.document->span_of(tokens);
    mention.kind = mention_kind(r_, tokens, mention.head);
    analysis_.mentions.push_back(mention);
    return static_cast<std::uint32_t>(analysis_.mentions.size() - 1);
  }

  const Reading& r_;
  const Knowledge& knowledge_;
  const PackData& pack_;
  Analysis& analysis_;
  // A quote that may hold others, and the token where it ends.
  struct Enclosing {
    std::uint32_t quote = kNone;
    std::uint32_t end = 0;
  };
  Enclosing turn_;  // the last one
  Enclosing block_;
};

}  // namespace

void assemble(const Reading& r, const Knowledge& knowledge, const Settled& settled,
              Analysis& analysis) {
  Assembly(r, knowledge, analysis).add(draft_quotes(r, settled));
}

}  // namespace quotary
