#include "provenance/credit_label.h"

#include <algorithm>

#include "provenance/parts.h"

namespace quotary {
namespace {

class LabelReader {
 public:
  explicit LabelReader(const Line& line) : line_(line), known_(line.knowledge()) {}

  // True if a label begins with token `at`.
  bool read(std::uint32_t at, CreditLabel& label) const {
    label = {};
    std::uint32_t end = at;
    while (line_.is(end, known_.label_adjective)) end += line_[end].group_tokens;
    const std::uint32_t head = end;
    bool credit = false;
    while (line_.is(end, known_.picture | known_.credit) ||
           (end > head && line_.is(end, known_.conjunction) &&
            line_.is(end + 1, known_.picture | known_.credit))) {
      add_flags(end, label);
      label.gallery |= line_.is(end, known_.gallery);
      credit = line_.is(end, known_.credit);
      label.credit |= credit;
      end += std::max(line_[end].group_tokens, 1U);
    }
    if (line_.is(end, known_.label_by) && end + line_[end].group_tokens < line_.size()) {
      add_flags(end, label);
      label.by = true;
      label.tokens = {at, end + line_[end].group_tokens};
      if (line_.is_mark(label.tokens.last, ':')) ++label.tokens.last;
      return label.tokens.last < line_.size();
    }
    if (end == head) return false;
    if (line_[at].token.kind == LineTokenKind::word && line_[head].token.caps) {
      label.capitals = !line_.is(head, known_.credit);
      label.gallery |= label.capitals;
    }
    label.tokens = {at, end};
    return joined_by_colon(label) || joined_by_word(label) || joined_by_slash(label) ||
           joined_by_place(label, credit);
  }

  // Not inside the name of a house, unless it ends it: "Harbour Guard photo by".
  [[nodiscard]] bool may_begin(std::uint32_t at) const {
    if (!line_.inside_house(at)) return true;
    const bool colon = line_.is_mark(at + line_[at].group_tokens, ':');
    if (!line_.is(at, known_.label_by) && !(colon && line_.is(at, known_.picture))) return false;
    for (std::uint32_t first = at; first-- > 0 && at - first < PhraseTable::kMaxTokens;) {
      if (line_[first].house == kNone) continue;
      const std::uint32_t last = first + line_[first].house_tokens;
      if (last > at && last <= at + line_[at].group_tokens) return true;
    }
    return false;
  }

 private:
  void add_flags(std::uint32_t at, CreditLabel& label) const {
    const LineGroups flags = line_[at].groups & known_.flags;
    if (flags.none()) return;
    const auto& groups = known_.words().groups();
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (!flags.test(i)) continue;
      label.flags.push_back(std::string_view(groups[i]).substr(5));
    }
  }

  bool joined_by_colon(CreditLabel& label) const {
    std::uint32_t end = label.tokens.last;
    if (line_.is_mark(end, 0x2026)) ++end;
    if (!line_.is_mark(end, ':') && end == label.tokens.last) return false;
    if (line_.is_mark(end, ':')) ++end;
    label.tokens.last = end;
    return end < line_.size();
  }

  // "Photo by", "Photo via", "Photo courtesy of".
  bool joined_by_word(CreditLabel& label) const {
    const std::uint32_t end = label.tokens.last;
    if (line_.is(end, known_.by) && end + 1 < line_.size()) {
      label.by = true;
      label.tokens.last = end + line_[end].group_tokens;
      return true;
    }
    // "Pool Photo via", "Harbour Images via": no label but a part of what stands before.
    const std::uint32_t first = label.tokens.first;
    const bool begins = first == 0 || line_.ends_sentence(first - 1) ||
                        (line_[first - 1].token.kind == LineTokenKind::mark &&
                         !line_.is_mark(first - 1, '/') && !line_.is_mark(first - 1, ',')) ||
                        !line_[first].token.space || line_.is_small(first - 1);
    if (!begins) return false;
    if (line_.is(end, known_.via | known_.courtesy | known_.provided)) return true;
    // "Photo from Harbour Fire Department"; "Photos from Tuesday" shows a day.
    std::uint32_t after = end + line_[end].group_tokens;
    if (line_.is(end, known_.place_origin)) {
      if (line_.is(after, known_.article) && line_.is_small(after)) ++after;
      const bool named = line_.is_capital(after) || line_[after].house != kNone;
      const bool stands_first = first == 0 || !line_.is_word(first - 1);
      label.from =
          stands_first && named &&
          (line_[after].house != kNone || !(line_.is(after, known_.month | known_.time_word) ||
                                            line_.classes(after).meets(known_.place_classes)));
    }
    return label.from;
  }

  // "Photo/Ann Lee", "Gazette photo / Ann Lee"; "Image source, Ann Lee".
  bool joined_by_slash(CreditLabel& label) const {
    const std::uint32_t end = label.tokens.last;
    const std::uint32_t last_word = end - 1;
    const bool comma = line_.is_mark(end, ',') && label.tokens.size() == 2 &&
                       line_.is(label.tokens.first, known_.credit);
    const bool slash = line_.is_mark(end, '/') && line_.is(last_word, known_.picture) &&
                       line_[label.tokens.first].house == kNone;
    if (!(comma || slash) || end + 1 >= line_.size()) return false;
    if (!line_.is_capital(end + 1) && line_[end + 1].house == kNone) return false;
    label.slash = slash;
    label.tokens.last = end + 1;
    return true;
  }

  // "Credit Ann Lee", "CreditAnn Lee", "Foto © dpa": nothing but a capital after it.
  bool joined_by_place(CreditLabel& label, bool credit) const {
    const std::uint32_t end = label.tokens.last;
    if (end >= line_.size()) return false;
    if (line_.is_mark(end, 0xA9) || names_person(label)) return true;
    if (!credit || !line_[label.tokens.first].token.capital) return false;
    const bool glued = !line_[end].token.space;
    const std::uint32_t first = label.tokens.first;
    const bool begins = first == 0 || line_.ends_sentence(first - 1) || !line_[first].token.space;
    if (!begins || !(line_.is_capital(end) || line_[end].house != kNone)) return false;
    if (line_[label.tokens.first].token.caps) return false;
    if (glued || line_[end].house != kNone) return true;
    // "Credit card": only a name may follow.
    return end_of_name(line_, end) > end;
  }

  // "Photo Étienne Roy, Le Fleuve", "PHOTO ANN LEE, THE LEDGER": a name that is sure to be one.
  [[nodiscard]] bool names_person(const CreditLabel& label) const {
    const std::uint32_t first = label.tokens.first;
    const std::uint32_t at = label.tokens.last;
    if (label.tokens.size() != 1 || label.gallery != label.capitals ||
        !line_[first].token.capital || !line_[at].token.space ||
        !(first == 0 || line_.ends_sentence(first - 1) || line_.is_mark(first - 1, '('))) {
      return false;
    }
    // "Beeld ANP"
    if (line_[at].house != kNone && at + line_[at].house_tokens == line_.size()) return true;
    const std::uint32_t end = quotary::end_of_name(line_, at, line_.size());
    // "Foto EL MARTE/Ann Lee"
    if (line_.is_mark(end, '/') && shape_of(line_, at, end) == NameShape::organisation) {
      const std::uint32_t last = quotary::end_of_name(line_, end + 1, line_.size());
      return last == line_.size() && shape_of(line_, end + 1, last) == NameShape::person;
    }
    const bool ends = end >= line_.size() || line_.is_mark(end, ',') || line_.is_mark(end, '/');
    return ends && end >= at + 2 && end <= at + 3 && shape_of(line_, at, end) == NameShape::person;
  }

  [[nodiscard]] std::uint32_t end_of_name(const Line& line, std::uint32_t at) const;

  const Line& line_;
  const LineKnowledge& known_;
};

std::uint32_t LabelReader::end_of_name(const Line& line, std::uint32_t at) const {
  std::uint32_t end = at;
  while (end < line.size() && line.is_capital(end)) ++end;
  // Nothing in small letters after it, and at least two words.
  if (end < line.size() && line.is_small(end) && line[end].group_tokens == 0) return at;
  return end - at >= 2 ? end : at;
}

}  // namespace

void find_labels(const Line& line, std::vector<CreditLabel>& out) {
  out.clear();
  if (!line.may_hold(LineHints::kLabel)) return;
  const LabelReader reader(line);
  CreditLabel label;
  for (std::uint32_t at = 0; at < line.size();) {
    if (line.may_begin(at, LineHints::kLabel | LineHints::kLabelAdjective) &&
        reader.read(at, label) && reader.may_begin(at)) {
      at = label.tokens.last;
      out.push_back(label);
    } else {
      ++at;
    }
  }
}

}  // namespace quotary
