#include "attribution/assemble.h"

#include <algorithm>

namespace quotary {

namespace {

// A quote before it has a place in the Analysis.
struct Draft {
  std::vector<Range> parts;
  const Proposal* proposal = nullptr;  // null: quoted words without a cue
};

bool is_mark(Tag tag) { return tag == Tag::punct || tag == Tag::quote; }

// Marks the tokens of the drafts' parts in `taken`.
void take(const std::vector<Range>& parts, std::vector<std::uint8_t>& taken) {
  for (const Range part : parts) std::fill(taken.begin() + part.first, taken.begin() + part.last, 1);
}

// The words of a stretch, without its marks.
Range inner_tokens(const Reading& r, std::uint32_t stretch) {
  Range range = r.stretch_tokens[stretch];
  while (range.first < range.last && r.tag(range.first) == Tag::quote) ++range.first;
  while (range.first < range.last && r.tag(range.last - 1) == Tag::quote) --range.last;
  return range;
}

QuoteKind kind_of(const Reading& r, const Draft& draft) {
  std::uint32_t inside = 0;
  std::uint32_t all = 0;
  for (const Range part : draft.parts) {
    for (std::uint32_t at = part.first; at < part.last; ++at) {
      if (is_mark(r.tag(at))) continue;
      const std::uint32_t size = r.tokens[at].span.size();
      all += size;
      const std::uint32_t stretch = r.stretch[at];
      inside += stretch != kNone && !(*r.stretches)[stretch].single ? size : 0;
    }
  }
  if (draft.proposal == nullptr) return QuoteKind::direct;
  if (inside == 0) return QuoteKind::indirect;
  return inside * 10ULL >= all * 9ULL ? QuoteKind::direct : QuoteKind::mixed;
}

MentionKind mention_kind(const Reading& r, Range tokens, std::uint32_t& head) {
  head = tokens.last - 1;
  MentionKind kind = MentionKind::nominal;
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    if (!r.in_chunk(at)) continue;
    const Chunk& chunk = r.chunks[r.chunk_at[at]];
    head = chunk.head;
    const bool alone = chunk.tokens.size() >= tokens.size();
    if (chunk.kind == ChunkKind::name) kind = MentionKind::name;
    if (alone && (chunk.kind == ChunkKind::pronoun || chunk.kind == ChunkKind::relative ||
                  (chunk.kind == ChunkKind::possessive && r.tag(chunk.head) == Tag::poss))) {
      kind = MentionKind::pronoun;
    } else if (chunk.kind == ChunkKind::possessive && r.tag(chunk.head) == Tag::propn) {
      kind = MentionKind::name;
    }
    break;  // the first base phrase heads the whole
  }
  return kind;
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

void assemble(const Reading& r, const std::vector<Proposal>& proposals,
              const std::vector<std::uint32_t>& held, const ChannelClasses& channels,
              Analysis& analysis) {
  std::vector<Draft> drafts;
  std::vector<std::uint8_t> taken(r.tokens.size(), 0);
  for (const std::uint32_t i : held) {
    const Proposal& p = proposals[i];
    Draft draft{{}, &p};
    if (!p.left.empty()) draft.parts.push_back(p.left);
    if (!p.right.empty()) draft.parts.push_back(p.right);
    take(draft.parts, taken);
    drafts.push_back(std::move(draft));
  }
  for (std::uint32_t i = 0; i < r.stretch_tokens.size(); ++i) {
    const Range words = inner_tokens(r, i);
    if (words.empty() || r.excluded[words.first] != 0) continue;
    const bool covered = std::any_of(taken.begin() + words.first, taken.begin() + words.last,
                                     [](std::uint8_t t) { return t != 0; });
    if (covered) continue;
    const std::uint32_t earlier = (*r.stretches)[i].continues;
    const bool goes_on = !drafts.empty() && earlier != kNone && drafts.back().proposal == nullptr &&
                         drafts.back().parts.back() == inner_tokens(r, earlier);
    if (goes_on) {
      drafts.back().parts.push_back(words);
    } else {
      drafts.push_back({{words}, nullptr});
    }
  }
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return a.parts.front().first < b.parts.front().first;
  });

  for (const Draft& draft : drafts) {
    const auto number = static_cast<std::uint32_t>(analysis.quotes.size());
    Quote quote;
    quote.parts.first = static_cast<std::uint32_t>(analysis.parts.size());
    for (const Range part : draft.parts) analysis.parts.push_back(part_span(r, part));
    quote.parts.last = static_cast<std::uint32_t>(analysis.parts.size());
    quote.kind = kind_of(r, draft);
    quote.stretch = r.stretch[draft.parts.front().first];
    analysis.quotes.push_back(quote);

    Attribution attribution;
    attribution.quote = number;
    if (draft.proposal == nullptr) {
      attribution.no_source = NoSource::no_cue;
      analysis.attributions.push_back(attribution);
      continue;
    }
    const Proposal& p = *draft.proposal;
    attribution.confidence = p.accept;
    attribution.cue = static_cast<std::uint32_t>(analysis.cues.size());
    analysis.cues.push_back({r.document->span_of(p.cue), p.context.head});
    if (p.source.empty()) {
      attribution.no_source = NoSource::no_subject;
    } else {
      attribution.mention = static_cast<std::uint32_t>(analysis.mentions.size());
      Mention mention;
      mention.span = r.document->span_of(p.source);
      mention.kind = mention_kind(r, p.source, mention.head);
      analysis.mentions.push_back(mention);
    }
    const Channel channel = channels.find(r, p);
    attribution.medium = channel.medium;
    attribution.occasion = channel.occasion;
    analysis.attributions.push_back(attribution);
  }
}

}  // namespace quotary
