#include "provenance/credit_evidence.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr std::uint32_t kLongestPersonName = 5;  // words

}  // namespace

bool is_picture_house(const House& house) {
  return house.kind == HouseKind::photo_agency || house.kind == HouseKind::collection ||
         house.kind == HouseKind::stock || house.kind == HouseKind::pool ||
         house.kind == HouseKind::platform;
}

bool is_publisher(const House& house) {
  return house.kind == HouseKind::newspaper || house.kind == HouseKind::broadcaster ||
         house.kind == HouseKind::magazine;
}

bool CreditEvidence::sure_person(const LineParts& parts) const {
  return std::any_of(parts.list.begin(), parts.list.end(), [&](const LinePart& part) {
    return part.kind == LinePartKind::person &&
           shape_of(line_, part.tokens.first, part.tokens.last) == NameShape::person;
  });
}

bool CreditEvidence::names_house_too(const LineParts& parts) const {
  return parts.list.size() == 2 && parts.list[1].before == '/' &&
         parts.list[0].kind == LinePartKind::person && parts.list[1].kind == LinePartKind::house &&
         parts.list[0].words >= 2;
}

bool CreditEvidence::has_organisation(const LineParts& parts) const {
  return std::any_of(parts.list.begin(), parts.list.end(), [&](const LinePart& part) {
    return part.kind == LinePartKind::house &&
           (part.words > 1 ||
            shape_of(line_, part.tokens.first, part.tokens.last) == NameShape::organisation);
  });
}

bool CreditEvidence::is_office(const LineParts& parts) const {
  if (parts.list.size() != 1 || parts.list[0].kind != LinePartKind::house) return false;
  const Range name = parts.list[0].tokens;
  return name.size() > 1 && name.last == parts.end &&
         line_.is(name.last - 1, known_.organisation) && line_.is_capital(name.first);
}

bool CreditEvidence::is_ordinary_word(const LineParts& parts) const {
  if (parts.list.size() != 1 || parts.list[0].words != 1 || parts.list[0].house != kNone) {
    return false;
  }
  const std::uint32_t at = parts.list[0].tokens.first;
  return line_.is_ordinary(at) && !line_.is(at, known_.organisation | known_.press) &&
         shape_of(line_, at, at + 1) == NameShape::unclear;
}

bool CreditEvidence::has_ordinary_word(const LineParts& parts) const {
  return std::any_of(parts.list.begin(), parts.list.end(), [&](const LinePart& part) {
    return part.kind == LinePartKind::house && part.house == kNone && part.words == 1 &&
           line_.is_ordinary(part.tokens.first) &&
           !line_.is(part.tokens.first, known_.organisation | known_.press);
  });
}

bool has_title(const LineParts& parts) {
  return std::any_of(parts.list.begin(), parts.list.end(),
                     [](const LinePart& part) { return part.words > kLongestPersonName; });
}

bool CreditEvidence::given(const LineParts& parts) const {
  return parts.list.size() > 1 && parts.list[0].kind == LinePartKind::flag &&
         line_.is(parts.list[0].tokens.first, known_.provided | known_.courtesy) &&
         (parts.has(LinePartKind::house) || parts.has(LinePartKind::person));
}

bool CreditEvidence::all_wires(const LineParts& parts) const {
  return std::all_of(parts.list.begin(), parts.list.end(), [&](const LinePart& part) {
    return part.house != kNone && known_.houses()[part.house].kind == HouseKind::wire &&
           part.tokens.size() == line_[part.tokens.first].house_tokens &&
           parts.end == part.tokens.last;
  });
}

bool CreditEvidence::all_pictures(const LineParts& parts) const {
  return std::all_of(parts.list.begin(), parts.list.end(), [&](const LinePart& part) {
    return part.kind == LinePartKind::flag ||
           (part.house != kNone && is_picture_house(known_.houses()[part.house]));
  });
}

bool CreditEvidence::platforms_only(const LineParts& parts, bool single_words) const {
  return std::all_of(parts.list.begin(), parts.list.end(), [&](const LinePart& part) {
    if (part.house == kNone) {
      return single_words && part.words == 1 && line_.is_capital(part.tokens.first);
    }
    const HouseKind kind = known_.houses()[part.house].kind;
    return kind == HouseKind::platform || (single_words && kind == HouseKind::company);
  });
}

bool CreditEvidence::via_is_known(const LineParts& parts) const {
  return std::all_of(parts.list.begin(), parts.list.end(), [&](const LinePart& part) {
    return part.kind != LinePartKind::via ||
           (part.house != kNone && known_.houses()[part.house].kind != HouseKind::platform);
  });
}

bool CreditEvidence::knows_pictures(const LineParts& parts) const {
  return std::any_of(parts.list.begin(), parts.list.end(), [&](const LinePart& part) {
    return part.house != kNone && (is_picture_house(known_.houses()[part.house]) ||
                                   known_.houses()[part.house].kind == HouseKind::wire);
  });
}

bool CreditEvidence::told_by_flag(const LineParts& parts) const {
  return parts.list.size() == 2 && parts.list[0].kind == LinePartKind::flag &&
         parts.list[1].before != ' ' && knows_pictures(parts);
}

bool CreditEvidence::is_pair(const LineParts& parts) const {
  // Flags may follow: "Ann Lee/Globe Staff/File".
  std::size_t count = parts.list.size();
  while (count > 2 && parts.list[count - 1].kind == LinePartKind::flag) --count;
  if (count < 2 || count > 3) return false;
  const LinePart& first = parts.list[0];
  const LinePart& second = parts.list[1];
  const bool slash = second.before == '/';
  // "ANN LEE Harbour Press"
  const bool by_case = second.before == ' ' && line_[first.tokens.first].token.caps &&
                       !line_[second.tokens.first].token.caps;
  // "Ann Lee for The Ledger"
  const bool on_behalf = second.before == ' ' && count == 2 && first.kind == LinePartKind::person &&
                         line_.is(first.tokens.last, known_.behalf);
  if ((second.before == ' ' && !by_case && !on_behalf) || second.before == '(') return false;
  const bool third = count == 3;
  if (third && (!slash || parts.list[2].before != '/')) return false;
  // "Courtesy photo | Harbour Society"
  const bool bar = second.before == '|' &&
                   (first.tokens.size() > 1 || line_.is(first.tokens.last, known_.picture));
  if ((slash || bar) && line_.is(first.tokens.first, known_.given_flag | known_.alone_flag)) {
    const bool word = second.words == 1 && line_.is_ordinary(second.tokens.first);
    return second.kind != LinePartKind::flag && !word;  // "Supplied / Demand"
  }
  // "LEDGER/File"
  if (slash && !third && second.kind == LinePartKind::flag &&
      line_.is(second.tokens.first, known_.file_flag | known_.alone_flag)) {
    return first.kind == LinePartKind::house && line_[first.tokens.first].token.caps;
  }
  const LinePart& person = first.kind == LinePartKind::person ? first : second;
  const LinePart& paper = first.kind == LinePartKind::person ? second : first;
  if (person.kind != LinePartKind::person || person.words < 2) return false;
  if (paper.kind == LinePartKind::flag) {
    // "Ann Lee, courtesy"
    const bool told = line_.is(paper.tokens.first, known_.given_flag | known_.file_flag);
    return (slash || (second.before == ',' && told)) && sure_person(parts);
  }
  if (paper.kind != LinePartKind::house) return false;
  const bool title = is_press_title(line_, paper.tokens.first, paper.tokens.last);
  const bool named_so = line_.is(paper.tokens.first, known_.article) && paper.tokens.size() > 1;
  if (!slash) {
    // "Ann Lee, Harbour Foods" may be whom it shows.
    const std::uint32_t last = paper.tokens.last - 1;
    const bool press = second.before != ',' || line_.is(last, known_.press) ||
                       line_.text_of(last).find('-') != std::string_view::npos;
    return ((title && press) || (named_so && open_bracket(parts))) && sure_person(parts);
  }
  if (!sure_person(parts)) return title && person.words <= 3 && !third;
  // "NORTHLIGHT/Ann Lee"
  const bool by_capitals =
      line_[paper.tokens.first].token.caps && !line_[person.tokens.first].token.caps;
  return title || named_so || by_capitals ||
         shape_of(line_, paper.tokens.first, paper.tokens.last) == NameShape::organisation;
}

bool CreditEvidence::open_bracket(const LineParts& parts) const {
  const std::uint32_t first = parts.list[0].tokens.first;
  return first > 0 && (line_.is_mark(first - 1, '(') || line_.is_mark(first - 1, '['));
}

}  // namespace quotary
