#include "quotes/marks.h"

#include <algorithm>

#include "quotes/speeches.h"

namespace quotary {
namespace {

// How far a quotation may run on through paragraphs without a mark of their own before its closing
// mark has to come. Technical: it keeps a slip from swallowing the rest of the text.
constexpr std::uint32_t kParagraphsWithoutMarks = 4;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class MarkPairer {
 public:
  MarkPairer(const Document& document, const MarkRules& rules, Marks& out, MarkScratch& scratch)
      : document_(document), rules_(rules), out_(out), scratch_(scratch), open_(scratch.open) {}

  void pair() {
    out_.stretches.clear();
    out_.repairs.clear();
    style_ = find_marks(document_, rules_, scratch_.marks);
    const std::vector<Mark>& marks = scratch_.marks;
    for (std::size_t first = 0; first < marks.size();) {
      std::size_t last = first;
      while (last < marks.size() && marks[last].paragraph == marks[first].paragraph) ++last;
      pair_paragraph(first, last);
      first = last;
    }
    find_frames(document_, out_.stretches);
    std::stable_sort(out_.repairs.begin(), out_.repairs.end(),
                     [](const Repair& a, const Repair& b) { return a.mark.begin < b.mark.begin; });
  }

 private:
  void pair_paragraph(std::size_t first, std::size_t last) {
    const std::span<const Mark> all(scratch_.marks);
    ReadingTask task;
    task.marks = all.subspan(first, last - first);
    task.style = style_;
    task.next = leading_marks(last, all[first].paragraph + 1);
    task.closed_later = closes_later(last, all[first].paragraph);
    const bool joined = waiting_ != kNone && all[first].leads && joins_before(first);
    if (waiting_ != kNone && !joined) task.carried = form_of_waiting_;
    const bool carried = scratch_.reader.read(rules_, task, scratch_.steps);
    if (carried) {
      carry_over(all[first].paragraph);
    } else if (waiting_ != kNone && !joined) {
      report_waiting();
    }
    continued_ = joined ? waiting_ : kNone;
    levels_ = joined ? levels_ : 0;
    waiting_ = kNone;
    replay(task.marks);
    end_paragraph(task, document_.paragraphs()[all[first].paragraph].span);
  }

  [[nodiscard]] std::span<const Mark> leading_marks(std::size_t at, std::uint32_t paragraph) const {
    const std::vector<Mark>& marks = scratch_.marks;
    std::size_t last = at;
    while (last < marks.size() && marks[last].leads && marks[last].paragraph == paragraph) ++last;
    return std::span<const Mark>(marks).subspan(at, last - at);
  }

  [[nodiscard]] bool joins_before(std::size_t first) const {
    const Mark& mark = scratch_.marks[first];
    return waiting_paragraph_ + 1 == mark.paragraph && mark.form == form_of_waiting_;
  }

  // Whether the first double mark after this paragraph closes rather than opens.
  [[nodiscard]] bool closes_later(std::size_t at, std::uint32_t paragraph) const {
    const std::vector<Mark>& marks = scratch_.marks;
    while (at < marks.size() && marks[at].single) {
      if (marks[at].paragraph > paragraph + kParagraphsWithoutMarks) return false;
      ++at;
    }
    return at < marks.size() && marks[at].paragraph <= paragraph + kParagraphsWithoutMarks &&
           marks[at].close + rules_.costs().loose <= marks[at].open;
  }

  // The quotation that waits was read on: the paragraphs between, and this one, belong to it.
  void carry_over(std::uint32_t paragraph) {
    for (std::uint32_t p = waiting_paragraph_ + 1; p < paragraph; ++p) {
      QuotedStretch stretch = continuing(p);
      stretch.outer.end = stretch.inner.end = document_.paragraphs()[p].span.end;
      stretch.closed = false;
      waiting_ = add(stretch);
    }
    open_.assign(1, add(continuing(paragraph)));
  }

  [[nodiscard]] QuotedStretch continuing(std::uint32_t paragraph) const {
    const std::uint32_t begin = document_.paragraphs()[paragraph].span.begin;
    QuotedStretch stretch;
    stretch.outer = stretch.inner = {begin, begin};
    stretch.continues = waiting_;
    stretch.single = out_.stretches[waiting_].single;
    stretch.opened = false;
    return stretch;
  }

  void report_waiting() {
    const QuotedStretch& stretch = out_.stretches[waiting_];
    repair({stretch.outer.begin, stretch.inner.begin}, RepairKind::unclosed);
  }

  void replay(std::span<const Mark> marks) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const Mark& mark = marks[i];
      const MarkStep step = scratch_.steps[i];
      switch (step.act) {
        case MarkAct::neither:
          if (!mark.single && mark.neither >= rules_.costs().stray) {
            repair(mark.span, RepairKind::stray);
          }
          break;
        case MarkAct::reopen:
          for (int level = 0; level < step.levels; ++level) end_unclosed(mark.span.begin);
          open(mark);
          break;
        case MarkAct::open:
          open(mark);
          break;
        case MarkAct::close_over:
          for (int level = 1; level < step.levels; ++level) end_unclosed(mark.span.begin);
          close(mark);
          break;
        case MarkAct::close:
          close(mark);
          break;
        case MarkAct::unopened:
          suppose_opening(mark);
          break;
      }
    }
  }

  void open(const Mark& mark) {
    if (mark.doubled) repair(mark.span, RepairKind::doubled);
    QuotedStretch stretch;
    stretch.outer = mark.span;
    stretch.inner = {mark.span.end, mark.span.end};
    stretch.single = mark.single;
    if (!open_.empty()) {
      stretch.parent = open_.back();
      stretch.depth = static_cast<std::uint16_t>(std::min<std::size_t>(open_.size(), 0xFFFF));
    }
    if (mark.leads && open_.size() < levels_ && continued_ != kNone) {
      stretch.continues = continued_level(open_.size());
    }
    open_.push_back(add(stretch));
    if (open_.size() == 1) outer_form_ = mark.form;
  }

  // The stretch `level` levels inside the one that the last paragraph left open.
  [[nodiscard]] std::uint32_t continued_level(std::size_t level) const {
    return level < left_open_.size() ? left_open_[level] : kNone;
  }

  void close(const Mark& mark) {
    if (mark.doubled) repair(mark.span, RepairKind::doubled);
    QuotedStretch& stretch = out_.stretches[open_.back()];
    report_odd_pair(stretch, mark);
    stretch.inner.end = mark.span.begin;
    stretch.outer.end = mark.span.end;
    open_.pop_back();
    if (open_.empty()) free_from_ = mark.span.end;
  }

  void report_odd_pair(const QuotedStretch& stretch, const Mark& mark) {
    const Span opening{stretch.outer.begin, stretch.inner.begin};
    const MarkForm form = rules_.form(document_.text(opening));
    const float limit = rules_.costs().wrong_way;
    if (form == kNoForm || rules_.pairing(form, mark.form) < limit) return;
    if (rules_.opening(form) > 0) repair(opening, RepairKind::wrong_way);
    repair(mark.span, RepairKind::wrong_way);
  }

  void end_unclosed(std::uint32_t at) {
    QuotedStretch& stretch = out_.stretches[open_.back()];
    end_at(stretch, at);
    const Span mark{stretch.outer.begin, stretch.inner.begin};
    const bool empty = stretch.inner.empty() && open_.back() + 1 == out_.stretches.size();
    repair(mark, empty ? RepairKind::stray : RepairKind::unclosed);
    if (empty) out_.stretches.pop_back();
    open_.pop_back();
  }

  void end_at(QuotedStretch& stretch, std::uint32_t at) const {
    const std::string_view text = document_.text();
    while (at > stretch.inner.begin && is_space(text[at - 1])) --at;
    stretch.inner.end = stretch.outer.end = at;
    stretch.closed = false;
  }

  // A closing mark without an opening one: the quotation is supposed to begin with the paragraph,
  // or, if others stand there, with the sentence.
  void suppose_opening(const Mark& mark) {
    repair(mark.span, RepairKind::unopened);
    const Paragraph& paragraph = document_.paragraphs()[mark.paragraph];
    std::uint32_t begin = paragraph.span.begin;
    if (free_from_ > begin) {
      const std::uint32_t token = document_.token_at(mark.span.begin - 1);
      const Sentence& sentence = document_.sentences()[document_.sentence_of(token)];
      begin = std::max(free_from_, document_.span_of(sentence.tokens).begin);
    }
    const std::string_view text = document_.text();
    while (begin < mark.span.begin && is_space(text[begin])) ++begin;
    if (begin >= mark.span.begin) return;
    QuotedStretch stretch;
    stretch.outer = {begin, mark.span.end};
    stretch.inner = {begin, mark.span.begin};
    stretch.single = mark.single;
    stretch.opened = false;
    add(stretch);
    free_from_ = mark.span.end;
  }

  void end_paragraph(const ReadingTask& task, Span paragraph) {
    left_open_ = open_;
    levels_ = 0;
    if (open_.empty()) return;
    while (levels_ < task.next.size() && levels_ < open_.size() &&
           out_.stretches[open_[levels_]].single == task.next[levels_].single) {
      ++levels_;
    }
    const bool continues = !task.next.empty() && task.next.front().form == outer_form_;
    const bool waits = continues || (task.closed_later && !out_.stretches[open_[0]].single);
    if (!continues) levels_ = 0;
    const std::size_t kept = std::max<std::size_t>(levels_, waits ? 1 : 0);
    while (open_.size() > kept) end_unclosed(paragraph.end);
    for (const std::uint32_t stretch : open_) end_at(out_.stretches[stretch], paragraph.end);
    if (waits) {
      waiting_ = open_.front();
      waiting_paragraph_ = task.marks.front().paragraph;
      form_of_waiting_ = outer_form_;
    }
    open_.clear();
    free_from_ = paragraph.end;
  }

  std::uint32_t add(const QuotedStretch& stretch) {
    out_.stretches.push_back(stretch);
    return static_cast<std::uint32_t>(out_.stretches.size() - 1);
  }
  void repair(Span mark, RepairKind kind) { out_.repairs.push_back({mark, kind}); }

  const Document& document_;
  const MarkRules& rules_;
  Marks& out_;
  MarkScratch& scratch_;
  std::vector<std::uint32_t>& open_;
  std::vector<std::uint32_t> left_open_;
  MarkStyle style_;
  std::uint32_t waiting_ = kNone;  // the outermost stretch that the last paragraph left open
  std::uint32_t waiting_paragraph_ = 0;
  std::uint32_t continued_ = kNone;
  std::size_t levels_ = 0;       // how many levels of it the next paragraph opens again
  std::uint32_t free_from_ = 0;  // end of the last outermost stretch
  MarkForm form_of_waiting_ = kNoForm;
  MarkForm outer_form_ = kNoForm;
};

}  // namespace

void pair_marks(const Document& document, const MarkRules& rules, Marks& out,
                MarkScratch& scratch) {
  MarkPairer(document, rules, out, scratch).pair();
}

}  // namespace quotary
