#include "extraction/quoted_words.h"

#include <algorithm>
#include <string_view>

#include "quotes/speeches.h"

namespace quotary {
namespace {

bool is_reported(const Quote& quote) {
  return quote.kind != QuoteKind::indirect &&
         (quote.use == QuoteUse::speech || quote.use == QuoteUse::partial ||
          quote.use == QuoteUse::headline);
}

bool is_attributed(const Attribution& attribution) {
  return attribution.no_source == NoSource::none || attribution.no_source == NoSource::no_subject;
}

// What stands between the marks of the stretches that stand for themselves, in order.
std::vector<Span> outermost_words(const std::vector<QuotedStretch>& stretches) {
  std::vector<Span> words;
  for (std::uint32_t i = 0; i < stretches.size(); ++i) {
    const Span inner = stretches[i].inner;
    if (stands_alone(stretches, i) && !inner.empty()) words.push_back(inner);
  }
  return words;
}

// The stretch with the same marks; kNone if there is none.
std::uint32_t stretch_like(const QuotedStretch& stretch, const Analysis& analysis) {
  const auto& all = analysis.stretches;
  const auto at = std::partition_point(all.begin(), all.end(), [&](const QuotedStretch& each) {
    return each.outer.begin < stretch.outer.begin;
  });
  const bool same = at != all.end() && at->outer == stretch.outer;
  return same ? static_cast<std::uint32_t>(at - all.begin()) : kNone;
}

template <typename T>
std::uint32_t add(const T& item, std::vector<T>& items) {
  items.push_back(item);
  return static_cast<std::uint32_t>(items.size() - 1);
}

}  // namespace

QuotedWords::QuotedWords(const Document& document, const Analysis& analysis) : document_(document) {
  const std::vector<Span> quoted = outermost_words(analysis.stretches);
  for (std::uint32_t i = 0; i < analysis.quotes.size(); ++i) {
    const Quote& quote = analysis.quotes[i];
    if (!is_reported(quote)) continue;
    for (std::uint32_t part = quote.parts.first; part < quote.parts.last; ++part) {
      add_pieces(i, analysis.parts[part], quoted);
    }
  }
  std::stable_sort(pieces_.begin(), pieces_.end(),
                   [](const Piece& a, const Piece& b) { return a.span.begin < b.span.begin; });
  std::uint32_t end = 0;
  std::erase_if(pieces_, [&](const Piece& piece) {
    if (piece.span.begin < end) return true;
    end = piece.span.end;
    return false;
  });
}

void QuotedWords::add_pieces(std::uint32_t quote, Span part, const std::vector<Span>& quoted) {
  auto words = std::partition_point(quoted.begin(), quoted.end(),
                                    [&](Span each) { return each.end <= part.begin; });
  for (; words != quoted.end() && words->begin < part.end; ++words) {
    pieces_.push_back(
        {{std::max(words->begin, part.begin), std::min(words->end, part.end)}, quote});
  }
}

std::string QuotedWords::text() const {
  const std::string_view text = document_.text();
  std::string words(text.size(), ' ');
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Span here = pieces_[i].span;
    text.copy(words.data() + here.begin, here.size(), here.begin);
    if (i + 1 == pieces_.size() || goes_on(pieces_[i], pieces_[i + 1])) continue;
    const std::uint32_t gap = pieces_[i + 1].span.begin - here.end;
    std::fill_n(words.begin() + here.end, std::min(gap, 2U), '\n');
  }
  return words;
}

bool QuotedWords::goes_on(const Piece& here, const Piece& next) const {
  const auto sentence_at = [&](std::uint32_t byte) {
    return document_.sentence_of(document_.token_at(byte));
  };
  return here.quote == next.quote && sentence_at(here.span.end - 1) == sentence_at(next.span.begin);
}

std::vector<QuotedWords::Piece>::const_iterator QuotedWords::piece_at(std::uint32_t byte) const {
  return std::partition_point(pieces_.begin(), pieces_.end(),
                              [&](const Piece& piece) { return piece.span.end <= byte; });
}

bool QuotedWords::in_one_piece(Span span) const {
  const auto piece = piece_at(span.begin);
  return piece != pieces_.end() && piece->span.contains(span);
}

void QuotedWords::add_found(const Document& inside, const Analysis& found,
                            Analysis& analysis) const {
  // A cue or mention with its head as a token of the document, which may be divided otherwise.
  const auto take = [&](auto words) {
    words.head = document_.token_at(inside.tokens()[words.head].span.begin);
    return words;
  };
  const auto stands = [&](const auto& words) {
    return in_one_piece(words.span) &&
           words.span.contains(document_.tokens()[take(words).head].span);
  };
  auto candidate = found.candidates.begin();
  for (std::uint32_t i = 0; i < found.quotes.size(); ++i) {
    Attribution said = found.attributions[i];
    const bool whole = (said.cue == kNone || stands(found.cues[said.cue])) &&
                       (said.mention == kNone || stands(found.mentions[said.mention]));
    if (!is_attributed(said) || !whole) continue;
    if (said.cue != kNone) said.cue = add(take(found.cues[said.cue]), analysis.cues);
    if (said.mention != kNone) {
      said.mention = add(take(found.mentions[said.mention]), analysis.mentions);
    }
    if (!in_one_piece(said.medium)) said.medium = {};
    if (!in_one_piece(said.occasion)) said.occasion = {};
    said.quote = add(take_over(found.quotes[i], found, analysis), analysis.quotes);
    analysis.attributions.push_back(said);
    for (; candidate != found.candidates.end() && candidate->quote <= i; ++candidate) {
      if (candidate->quote < i) continue;
      analysis.candidates.push_back(*candidate);
      analysis.candidates.back().quote = said.quote;
    }
  }
}

// The quote, without what stands between its pieces: `"They say," he said, "that it rained."`
Quote QuotedWords::take_over(const Quote& quote, const Analysis& found, Analysis& analysis) const {
  Quote taken = quote;
  taken.parts.first = static_cast<std::uint32_t>(analysis.parts.size());
  for (std::uint32_t i = quote.parts.first; i < quote.parts.last; ++i) {
    const Span part = found.parts[i];
    for (auto piece = piece_at(part.begin); piece != pieces_.end() && piece->span.begin < part.end;
         ++piece) {
      analysis.parts.push_back(
          {std::max(part.begin, piece->span.begin), std::min(part.end, piece->span.end)});
    }
  }
  taken.parts.last = static_cast<std::uint32_t>(analysis.parts.size());
  taken.parent = piece_at(analysis.parts[taken.parts.first].begin)->quote;
  taken.second_hand = true;
  if (quote.stretch != kNone) {
    taken.stretch = stretch_like(found.stretches[quote.stretch], analysis);
  }
  return taken;
}

}  // namespace quotary
