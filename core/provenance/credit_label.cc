#include "provenance/credit_label.h"

#include <algorithm>

namespace quotary {
namespace {

class LabelReader {
 public:
  explicit LabelReader(const Line& line)
      : line_(line), known_(line.knowledge()), gallery_(known_.words().with("gallery")) {}

  // True if a label begins with token `at`.
  bool read(std::uint32_t at, CreditLabel& label) const {
    label = {};
    std::uint32_t end = at;
    while (line_.is(end, known_.label_adjective)) end += line_[end].group_tokens;
    const std::uint32_t head = end;
    while (line_.is(end, known_.picture | known_.credit) ||
           (end > head && line_.is(end, known_.conjunction) &&
            line_.is(end + 1, known_.picture | known_.credit))) {
      add_flags(end, label);
      label.gallery |= line_.is(end, gallery_);
      end += std::max(line_[end].group_tokens, 1U);
    }
    if (line_.is(end, known_.label_by) && end + line_[end].group_tokens < line_.size()) {
      add_flags(end, label);
      label.by = true;
      label.tokens = {at, end + line_[end].group_tokens};
      return true;
    }
    if (end == head) return false;
    if (line_[at].token.kind == LineTokenKind::word && line_[head].token.caps) {
      label.capitals = !line_.is(head, known_.credit);
      label.gallery |= label.capitals;
    }
    const bool credit = line_.is(end - 1, known_.credit);
    label.tokens = {at, end};
    return joined_by_colon(label) || joined_by_word(label) || joined_by_place(label, credit);
  }

 private:
  void add_flags(std::uint32_t at, CreditLabel& label) const {
    const auto& groups = known_.words().groups();
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (!(line_[at].groups & known_.flags).test(i)) continue;
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
    return begins && line_.is(end, known_.via | known_.courtesy | known_.provided);
  }

  // "Credit Ann Lee", "CreditAnn Lee", "Foto © dpa": nothing but a capital after it.
  bool joined_by_place(CreditLabel& label, bool credit) const {
    const std::uint32_t end = label.tokens.last;
    if (end >= line_.size()) return false;
    if (line_.is_mark(end, 0xA9)) return true;
    if (!credit || !line_[label.tokens.first].token.capital) return false;
    const bool glued = !line_[end].token.space;
    const std::uint32_t first = label.tokens.first;
    const bool begins = first == 0 || line_.ends_sentence(first - 1) || !line_[first].token.space;
    if (!begins || !(line_.is_capital(end) || line_[end].house != kNone)) return false;
    if (glued) return true;
    // "Credit card": only a name may follow.
    return end_of_name(line_, end) > end;
  }

  [[nodiscard]] std::uint32_t end_of_name(const Line& line, std::uint32_t at) const;

  const Line& line_;
  const LineKnowledge& known_;
  LineGroups gallery_;
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
  const LabelReader reader(line);
  CreditLabel label;
  for (std::uint32_t at = 0; at < line.size();) {
    if (line[at].group_tokens > 0 && !line.inside_house(at) && reader.read(at, label)) {
      at = label.tokens.last;
      out.push_back(label);
    } else {
      ++at;
    }
  }
}

}  // namespace quotary
