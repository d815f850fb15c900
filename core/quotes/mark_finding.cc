#include "quotes/mark_finding.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace quotary {
namespace {

// What stands beside a mark, other marks passed over.
enum class Side : std::uint8_t { edge, opening, dash, upper, lower, digit, stop, pause, closing };

bool is_word(Side side) {
  return side == Side::upper || side == Side::lower || side == Side::digit;
}
bool is_letter(Side side) { return side == Side::upper || side == Side::lower; }

Side side_of(char32_t code) {
  switch (code) {
    case '(':
    case '[':
    case '{':
    case '/':
    case '=':
      return Side::opening;
    case ')':
    case ']':
    case '}':
      return Side::closing;
    case ',':
    case ';':
    case ':':
      return Side::pause;
    default:
      break;
  }
  const CharClass kind = code < 0x80 ? kChars.classes[code] : classify(code);
  switch (kind) {
    case CharClass::end:
    case CharClass::space:
    case CharClass::newline:
      return Side::edge;
    case CharClass::dash:
      return Side::dash;
    case CharClass::digit:
      return Side::digit;
    case CharClass::dot:
    case CharClass::terminator:
    case CharClass::ellipsis:
      return Side::stop;
    case CharClass::comma:
      return Side::pause;
    case CharClass::letter:
    case CharClass::mark: {
      const std::uint8_t bits = code < 0x80 ? kChars.bits[code] : seen_bits(code);
      return (bits & seen::upper) != 0 ? Side::upper : Side::lower;
    }
    default:
      return Side::closing;
  }
}

// The neighbourhood of the mark being priced.
struct Surroundings {
  Side before = Side::edge;
  Side after = Side::edge;
  Side last = Side::edge;  // as before, white space passed over
};

class MarkFinder {
 public:
  MarkFinder(const Document& document, const MarkRules& rules, std::vector<Mark>& marks)
      : document_(document), rules_(rules), costs_(rules.costs()), marks_(marks) {}

  MarkStyle find() {
    marks_.clear();
    const auto& paragraphs = document_.paragraphs();
    for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
      const std::size_t first = marks_.size();
      collect(p);
      price(first);
      drop_apostrophes(first);
    }
    return style_;
  }

 private:
  void collect(std::uint32_t p) {
    const Paragraph& paragraph = document_.paragraphs()[p];
    const auto& tokens = document_.tokens();
    const auto& candidates = document_.quote_marks();
    std::uint32_t leading = paragraph.tokens.first;  // where a mark would stand that leads
    first_tokens_.clear();
    for (; next_ < candidates.size() && candidates[next_] < paragraph.tokens.last; ++next_) {
      const std::uint32_t t = candidates[next_];
      const Token& token = tokens[t];
      const MarkForm form = rules_.form(document_.text(token));
      if (form == kNoForm) continue;
      Mark mark;
      mark.span = token.span;
      mark.paragraph = p;
      mark.form = form;
      mark.single = rules_.single(form);
      mark.leads = t == leading;
      if (mark.leads) ++leading;
      marks_.push_back(mark);
      first_tokens_.push_back(t);
      if (first_tokens_.size() >= 2) divide_closing_row();
    }
  }

  // A row of three, as in ...on 'Today,''', comes as two and one; at the end of a quotation it
  // is one and two.
  void divide_closing_row() {
    Mark& two = marks_[marks_.size() - 2];
    Mark& one = marks_.back();
    const std::uint32_t size = one.span.size();
    if (two.leads || two.single || !one.single || two.span.end != one.span.begin ||
        two.span.size() != 2 * size) {
      return;
    }
    const std::string_view text = document_.text();
    if (text.substr(two.span.begin, size) != document_.text(one.span) ||
        is_white(text[two.span.begin - 1])) {
      return;
    }
    two.span.end = one.span.begin = two.span.begin + size;
    std::swap(one.form, two.form);
    std::swap(one.single, two.single);
  }
  static bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t'; }

  // Prices the marks from `first` on, all of one paragraph: from the right, so that what follows a
  // row of marks is known.
  void price(std::size_t first) {
    const Span paragraph =
        marks_.size() == first ? Span{} : document_.paragraphs()[marks_[first].paragraph].span;
    befores_.clear();
    for (std::size_t i = first; i < marks_.size(); ++i) {
      const bool glued = i > first && marks_[i - 1].span.end == marks_[i].span.begin;
      befores_.push_back(glued ? befores_.back() : before(marks_[i].span.begin, paragraph));
    }
    Side after = Side::edge;
    for (std::size_t i = marks_.size(); i-- > first;) {
      Mark& mark = marks_[i];
      const bool glued = i + 1 < marks_.size() && mark.span.end == marks_[i + 1].span.begin;
      if (!glued) after = following(mark.span.end, paragraph);
      Surroundings around{befores_[i - first], after, Side::edge};
      around.last =
          around.before == Side::edge ? last_before(mark.span.begin, paragraph) : around.before;
      price_direction(mark, around);
      if (mark.single) {
        price_apostrophe(mark, around, first_tokens_[i - first]);
      } else {
        mark.neither = stray_price(mark, around);
      }
    }
    merge_doubled(first);
  }

  [[nodiscard]] Side before(std::uint32_t at, Span paragraph) const {
    if (at <= paragraph.begin) return Side::edge;
    const std::string_view text = document_.text();
    std::uint32_t start = at - 1;
    while (start > paragraph.begin && is_continuation(byte(text, start))) --start;
    return side_of(code_at(text, start));
  }

  [[nodiscard]] Side following(std::uint32_t at, Span paragraph) const {
    if (at >= paragraph.end) return Side::edge;
    return side_of(code_at(document_.text(), at));
  }

  [[nodiscard]] Side last_before(std::uint32_t at, Span paragraph) const {
    const std::string_view text = document_.text();
    // Spaces and newlines only: what stands further off than a few of them says nothing.
    for (int spaces = 0; at > paragraph.begin && spaces < 4; ++spaces, --at) {
      if (!is_white(text[at - 1])) return before(at, paragraph);
    }
    return Side::edge;
  }

  static unsigned char byte(std::string_view text, std::uint32_t at) {
    return static_cast<unsigned char>(text[at]);
  }
  static char32_t code_at(std::string_view text, std::uint32_t at) {
    if (byte(text, at) < 0x80) return byte(text, at);
    return read_valid_utf8(reinterpret_cast<const unsigned char*>(text.data()) + at).code;
  }

  void price_direction(Mark& mark, const Surroundings& around) const {
    const auto [open, close] = by_space(around);
    mark.open = rules_.opening(mark.form) + open * share_of_space(mark, rules_.opening(mark.form));
    mark.close =
        rules_.closing(mark.form) + close * share_of_space(mark, rules_.closing(mark.form));
    mark.after_stop = around.before == Side::edge && around.last == Side::stop;
    mark.ends_phrase = (around.before == Side::stop || around.before == Side::pause) &&
                       !is_word(around.after) && around.after != Side::opening;
  }

  // A mark whose form tells direction may be spaced badly, but not be used against its form as
  // well.
  [[nodiscard]] float share_of_space(const Mark& mark, float against_form) const {
    return rules_.directed(mark.form) && against_form <= 0 ? costs_.against_form : 1;
  }

  struct Directions {
    float open;
    float close;
  };

  [[nodiscard]] Directions by_space(const Surroundings& around) const {
    const Side before = around.before;
    const Side after = around.after;
    if (before == Side::edge && after == Side::edge) return {costs_.loose, costs_.loose};
    if (before == Side::edge) {
      const bool late =
          after == Side::lower && (around.last == Side::pause || around.last == Side::stop);
      return {0, late ? costs_.after_pause : costs_.against_space};
    }
    if (after == Side::edge) {
      return {before == Side::pause ? costs_.after_pause : costs_.against_space, 0};
    }
    if (before == Side::opening) return {0, costs_.against_space};
    if (!is_word(after)) return {costs_.wrong_way, 0};
    if (before == Side::dash) return {costs_.loose / 4, costs_.loose / 2};
    if (before == Side::pause && after == Side::upper) return {costs_.loose / 4, costs_.loose};
    if (is_word(before)) return {costs_.loose, costs_.loose};
    return {costs_.loose / 2, costs_.loose / 2};
  }

  // A double mark that plainly opens or closes is rather one whose partner is missing.
  [[nodiscard]] float stray_price(const Mark& mark, const Surroundings& around) const {
    if (around.before == Side::digit) return costs_.prime;
    return std::min(mark.open, mark.close) > 0 ? costs_.stray : costs_.stray + costs_.loose;
  }

  // What a single mark costs as an apostrophe; where it is likely to be one, it is dearer as a
  // mark.
  void price_apostrophe(Mark& mark, const Surroundings& around, std::uint32_t token) const {
    const auto& tokens = document_.tokens();
    const bool spelled = rules_.apostrophe(mark.form);
    if (is_letter(around.before)) {
      mark.close += costs_.plain_close;
      const Token& word = tokens[token - 1];
      const bool space_follows = around.after == Side::edge;
      if (!spelled) {
        mark.neither = costs_.stray;
      } else if (is_letter(around.after)) {
        mark.neither = 0;
      } else if (rules_.elided_tail(word.word)) {
        mark.neither = costs_.apostrophe;
        mark.close += costs_.elision;
      } else {
        const bool usual = rules_.apostrophe_ending(document_.text(word), space_follows);
        mark.neither = usual ? costs_.apostrophe : costs_.odd_apostrophe;
      }
      return;
    }
    if (around.before == Side::digit) {
      mark.neither = costs_.apostrophe;
    } else if (around.after == Side::digit || elided_head_follows(mark, token)) {
      mark.neither = costs_.apostrophe;
      mark.open += costs_.elision;
    } else if (around.before == Side::edge && around.after == Side::edge) {
      mark.neither = costs_.odd_apostrophe;
    } else {
      mark.neither = spelled ? costs_.no_apostrophe : costs_.stray;
    }
  }

  [[nodiscard]] bool elided_head_follows(const Mark& mark, std::uint32_t token) const {
    const auto& tokens = document_.tokens();
    return token + 1 < tokens.size() && tokens[token + 1].span.begin == mark.span.end &&
           rules_.elided_head(tokens[token + 1].word);
  }

  // ""X"" is a slip for "X"; "" alone is an empty quotation, and the end of a quotation inside one
  // of its own kind stays as it is: so the opening marks decide.
  void merge_doubled(std::size_t first) {
    std::size_t kept = first;
    int merged = 0;
    for (std::size_t i = first; i < marks_.size(); ++i) {
      Mark mark = marks_[i];
      if (i + 1 < marks_.size() && mark.form == marks_[i + 1].form && !mark.single &&
          !rules_.directed(mark.form) && mark.span.end == marks_[i + 1].span.begin) {
        const bool opens = mark.open < mark.close;
        const bool closes = mark.close < mark.open;
        if (opens || (closes && merged > 0)) {
          merged += opens ? 1 : -1;
          mark.span.end = marks_[i + 1].span.end;
          mark.doubled = true;
          ++i;
        }
      }
      marks_[kept++] = mark;
    }
    marks_.resize(kept);
  }

  // Without a single mark that may open, no single mark of the paragraph closes: the common case.
  void drop_apostrophes(std::size_t first) {
    bool opens = false;
    for (std::size_t i = first; i < marks_.size(); ++i) {
      const Mark& mark = marks_[i];
      opens = opens || (mark.single && mark.open <= costs_.loose);
    }
    std::size_t kept = first;
    for (std::size_t i = first; i < marks_.size(); ++i) {
      if (!opens && marks_[i].single && marks_[i].neither <= costs_.odd_apostrophe) continue;
      note_style(marks_[i]);
      marks_[kept++] = marks_[i];
    }
    marks_.resize(kept);
  }

  void note_style(const Mark& mark) {
    if (!mark.ends_phrase || mark.close > costs_.loose / 2) return;
    ++(mark.single ? single_ends_ : double_ends_);
    style_.single_speech = single_ends_ > double_ends_;
  }

  const Document& document_;
  const MarkRules& rules_;
  const MarkCosts& costs_;
  std::vector<Mark>& marks_;
  std::size_t next_ = 0;                     // of the document's candidates
  std::vector<std::uint32_t> first_tokens_;  // parallel to the marks of the paragraph
  std::vector<Side> befores_;
  MarkStyle style_;
  std::uint32_t single_ends_ = 0;
  std::uint32_t double_ends_ = 0;
};

}  // namespace

MarkStyle find_marks(const Document& document, const MarkRules& rules, std::vector<Mark>& marks) {
  return MarkFinder(document, rules, marks).find();
}

}  // namespace quotary
