#include "attribution/floating_quotes.h"

#include <algorithm>
#include <utility>

#include "quotes/speeches.h"

namespace quotary {
namespace {

// The words of a stretch, without its marks.
Range inner_tokens(const Reading& r, std::uint32_t stretch) {
  Range range = r.stretch_tokens[stretch];
  while (range.first < range.last && r.tag(range.first) == Tag::quote) ++range.first;
  while (range.first < range.last && r.tag(range.last - 1) == Tag::quote) --range.last;
  return range;
}

// The last draft whose cue stands in the sentence that ends before token `at`; kNone if none does.
std::uint32_t draft_before(std::uint32_t at, const std::vector<Draft>& drafts) {
  constexpr std::size_t kDraftsBack = 4;
  const auto after = std::partition_point(drafts.begin(), drafts.end(), [&](const Draft& draft) {
    return draft.proposal != nullptr && draft.proposal->context.head < at;
  });
  std::size_t left = kDraftsBack;
  for (auto draft = after; draft != drafts.begin() && left > 0; --left) {
    --draft;
    if (draft->proposal->context.sentence.last == at) {
      return static_cast<std::uint32_t>(draft - drafts.begin());
    }
  }
  return kNone;
}

// Whether the attribution is the tail of a speech: `"X," she told the court on Monday.`
bool ends_speech(const Reading& r, const Proposal& p) {
  constexpr std::uint32_t kTail = 9;  // tokens behind cue and source
  if (p.left.empty() || !p.right.empty() || r.stretch[p.left.last - 1] == kNone) return false;
  return p.context.sentence.last - std::max(p.cue.last, p.source.last) <= kTail;
}

// Whether nothing but marks stands between a token and the end of its paragraph.
bool closes_paragraph(const Reading& r, std::uint32_t last) {
  std::uint32_t end = r.paragraph_range(last - 1).last;
  while (end > last && is_mark(r.tag(end - 1))) --end;
  return end == last;
}

// Quoted stretches that no draft covers, in the order of the text.
class Floating {
 public:
  Floating(const Reading& reading, Drafts& drafts)
      : r_(reading), drafts_(drafts), draft_of_(reading.stretch_tokens.size(), kNone) {
    for (const DraftPart& part : drafts.parts()) {
      const std::uint32_t stretch = r_.stretch[part.words.last - 1];
      if (stretch != kNone) draft_of_[stretch] = part.draft;
    }
  }

  // Adds the words of a stretch to the draft that they go on with, else as a draft of their own.
  // `previous`: the stretch before, claimed or not; kNone if there is none.
  void add(std::uint32_t stretch, std::uint32_t previous, Range words) {
    const std::uint32_t continued = continued_by(stretch, previous);
    const std::uint32_t draft = continued == kNone ? drafts_.add({}) : continued;
    draft_of_[stretch] = draft;
    if (continued != kNone && carries_on(stretch, previous)) {
      drafts_.prolong(draft, words.last);
    } else {
      drafts_.add_part(draft, words);
    }
  }

 private:
  [[nodiscard]] std::uint32_t draft_of(std::uint32_t stretch) const {
    return stretch == kNone ? kNone : draft_of_[stretch];
  }

  // The same stretch in the next paragraph, without a mark of its own.
  [[nodiscard]] bool carries_on(std::uint32_t stretch, std::uint32_t previous) const {
    const QuotedStretch& here = (*r_.stretches)[stretch];
    return previous != kNone && here.continues == previous && !here.opened;
  }

  [[nodiscard]] std::uint32_t continued_by(std::uint32_t stretch, std::uint32_t previous) const {
    const Range tokens = r_.stretch_tokens[stretch];
    if (tokens.first == r_.sentence_range(tokens.first).first) {
      const bool opens_paragraph = tokens.first == r_.paragraph_range(tokens.first).first;
      const std::uint32_t ahead =
          opens_paragraph ? spoken_before(tokens) : told_before(tokens.first, previous);
      if (ahead != kNone) return ahead;
    }
    const std::uint32_t before = draft_of(previous);
    const auto& stretches = *r_.stretches;
    const bool joins =
        before != kNone &&
        (carries_on(stretch, previous) || stretches[stretch].continues != previous) &&
        same_speech(gap_between(*r_.document, stretches, previous, stretch));
    return joins ? before : kNone;
  }

  // "X, she argued. "Y."" goes on with what she argued, unless somebody else is quoted in between.
  [[nodiscard]] std::uint32_t told_before(std::uint32_t at, std::uint32_t previous) const {
    const std::uint32_t told = draft_before(at, drafts_.all());
    if (told == kNone || draft_of(previous) == kNone || draft_of(previous) == told) return told;
    const std::uint32_t sentence = drafts_.all()[told].proposal->context.sentence.first;
    return r_.stretch_tokens[previous].first < sentence ? told : kNone;
  }

  // A paragraph that is all speech goes on with the speech whose speaker ended the one before:
  // `"X," she told the court on Monday.` In a story it would be an answer.
  [[nodiscard]] std::uint32_t spoken_before(Range stretch) const {
    if (r_.narrative || !closes_paragraph(r_, stretch.last)) return kNone;
    const std::uint32_t told = draft_before(stretch.first, drafts_.all());
    return told != kNone && ends_speech(r_, *drafts_.all()[told].proposal) ? told : kNone;
  }

  const Reading& r_;
  Drafts& drafts_;
  std::vector<std::uint32_t> draft_of_;  // by stretch
};

}  // namespace

void add_floating(const Reading& r, const std::vector<std::uint8_t>& taken, Drafts& drafts) {
  Floating floating(r, drafts);
  const auto stands_free = [&](Range words) {
    return !words.empty() && r.excluded[words.first] == 0 &&
           std::none_of(taken.begin() + words.first, taken.begin() + words.last,
                        [](std::uint8_t t) { return t != 0; });
  };
  std::uint32_t before = kNone;
  for (std::uint32_t i = 0; i < r.stretch_tokens.size(); ++i) {
    if (r.stretch_tokens[i].empty()) continue;
    const Range words = inner_tokens(r, i);
    const std::uint32_t previous = std::exchange(before, i);
    if (stands_free(words)) floating.add(i, previous, words);
  }
  for (const QuotedName& name : r.quoted_names) {
    if (stands_free(name.tokens)) drafts.add_part(drafts.add({}), name.tokens);
  }
}

}  // namespace quotary
