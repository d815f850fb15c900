#include "mentions/reading.h"

#include <algorithm>

#include "quotes/speeches.h"

namespace quotary {

namespace {

bool is_nominal(Tag tag) { return tag == Tag::noun || tag == Tag::nouns || tag == Tag::propn; }

// May stand before the head of a noun phrase, once it has begun.
bool is_modifier(Tag tag) {
  return tag == Tag::adj || tag == Tag::num || is_nominal(tag) || tag == Tag::vbn ||
         tag == Tag::vbg;
}

bool begins_phrase(Tag tag) {
  return tag == Tag::det || tag == Tag::adj || tag == Tag::num || is_nominal(tag);
}

}  // namespace

Reading::Reading(const Lexicon& words, const ClassWords& names)
    : lexicon(&words), class_words(&names) {
  constexpr std::string_view kTimes[] = {"TimeWord", "Month"};
  time_classes = words.class_set(kTimes);
}

void Reading::fill(const Document& doc, const Tagger& tagger, const Marks& marks,
                   const std::vector<Block>& found_blocks) {
  document = &doc;
  blocks = &found_blocks;
  tokens = doc.tokens();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  tags.assign(count, Tag::other);
  tagger.tag(doc, {0, count}, tags);
  lexicon->look_up(tokens, doc.text(), entries);
  fill_positions();
  fill_exclusions(found_blocks);
  fill_stretches(marks.stretches);
  fill_chunks();
}

void Reading::fill_positions() {
  sentence.resize(tokens.size());
  paragraph.resize(tokens.size());
  const auto& divided = document->sentences();
  for (std::uint32_t i = 0; i < divided.size(); ++i) {
    std::fill(sentence.begin() + divided[i].tokens.first, sentence.begin() + divided[i].tokens.last,
              i);
  }
  const auto& paragraphs = document->paragraphs();
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) {
    std::fill(paragraph.begin() + paragraphs[i].tokens.first,
              paragraph.begin() + paragraphs[i].tokens.last, i);
  }
}

void Reading::fill_exclusions(const std::vector<Block>& found) {
  excluded.assign(tokens.size(), 0);
  const auto exclude = [&](Range range, Span span) {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (span.contains(tokens[at].span.begin)) excluded[at] = 1;
    }
  };
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    const Block& block = found[i];
    const Paragraph& where = document->paragraphs()[i];
    const bool whole = block.kind == BlockKind::credit || block.kind == BlockKind::notice ||
                       block.kind == BlockKind::post_date || block.kind == BlockKind::section ||
                       block.kind == BlockKind::byline;
    if (whole) exclude(where.tokens, where.span);
    if (!block.dateline.empty()) exclude(where.tokens, block.dateline);
    if (!block.credit.empty()) exclude(where.tokens, block.credit);
    if (!block.ignored.empty()) exclude(where.tokens, block.ignored);
  }
  sentences.resize(document->sentences().size());
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    sentences[i] = included_part(document->sentences()[i].tokens);
  }
}

// All of it where nothing of it is included.
Range Reading::included_part(Range whole) const {
  Range part = whole;
  while (!part.empty() && excluded[part.first] != 0) ++part.first;
  while (!part.empty() && excluded[part.last - 1] != 0) --part.last;
  return part.empty() ? whole : part;
}

void Reading::fill_stretches(const std::vector<QuotedStretch>& found) {
  stretches = &found;
  stretch.assign(tokens.size(), kNone);
  stretch_tokens.assign(found.size(), {});
  continued_by.assign(found.size(), kNone);
  std::uint32_t singles = 0;
  std::uint32_t doubles = 0;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    if (!stands_alone(found, i)) continue;
    const std::uint32_t first = document->token_at(found[i].outer.begin);
    std::uint32_t last = first;
    while (last < tokens.size() && tokens[last].span.begin < found[i].outer.end) ++last;
    stretch_tokens[i] = {first, last};
    std::fill(stretch.begin() + first, stretch.begin() + last, i);
    if (found[i].continues != kNone) continued_by[found[i].continues] = i;
    (found[i].single ? singles : doubles) += 1;
  }
  single_marks = singles > doubles;
}

void Reading::fill_chunks() {
  chunks.clear();
  chunk_at.resize(tokens.size());
  const auto count = static_cast<std::uint32_t>(tokens.size());
  std::uint32_t at = 0;
  std::uint32_t pending = 0;  // tokens whose chunk_at is still open
  const auto close = [&](std::uint32_t first, std::uint32_t last, std::uint32_t head,
                         ChunkKind kind) {
    const auto id = static_cast<std::uint32_t>(chunks.size());
    std::fill(chunk_at.begin() + pending, chunk_at.begin() + last, id);
    pending = last;
    chunks.push_back({{first, last}, head, kind});
    return last;
  };
  while (at < count) {
    const Tag here = tags[at];
    if (here == Tag::pron || here == Tag::pronv) {
      at = close(at, at + 1, at, ChunkKind::pronoun);
      continue;
    }
    if (here == Tag::poss) {
      at = close(at, at + 1, at, ChunkKind::possessive);
      continue;
    }
    if (here == Tag::wh) {
      at = close(at, at + 1, at, ChunkKind::relative);
      continue;
    }
    if (!begins_phrase(here)) {
      ++at;
      continue;
    }
    const std::uint32_t sentence_end = document->sentences()[sentence[at]].tokens.last;
    const std::uint32_t first = at;
    std::uint32_t head = kNone;
    bool name = false;
    while (at < sentence_end) {
      const Tag tag = tags[at];
      if (at == first ? !begins_phrase(tag) : !is_modifier(tag) && tag != Tag::adv) break;
      if (is_nominal(tag)) {
        head = at;
        name = tag == Tag::propn;
      }
      ++at;
      if (at < sentence_end && tokens[at].kind == TokenKind::clitic) break;
    }
    if (head == kNone) {  // "many", "the poor", "the forward wrote": the phrase has no noun
      const Tag last = tags[at - 1];
      const bool acts = last == Tag::adv && tags[first] == Tag::det && at < sentence_end &&
                        is_finite_verb(tags[at]);
      const bool stands =
          at - first >= 1 && (last == Tag::adj || last == Tag::num || last == Tag::det || acts);
      if (stands) at = close(first, at, at - 1, ChunkKind::number);
      continue;
    }
    at = head + 1;
    if (at < sentence_end && tokens[at].kind == TokenKind::clitic) {
      at = close(first, at + 1, head, ChunkKind::possessive);
    } else {
      at = close(first, at, head, name ? ChunkKind::name : ChunkKind::noun);
    }
  }
  std::fill(chunk_at.begin() + pending, chunk_at.end(), static_cast<std::uint32_t>(chunks.size()));
}

}  // namespace quotary
