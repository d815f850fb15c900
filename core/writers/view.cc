#include "writers/view.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include "writers/columns.h"
#include "writers/numbers.h"
#include "writers/styled_text.h"

namespace quotary {
namespace {

constexpr Style kCue = "4";
constexpr std::array<Style, 6> kSpeakerStyles = {"1;36", "1;33", "1;32", "1;35", "1;34", "1;31"};
constexpr std::array<Style, 6> kQuoteStyles = {"36", "33", "32", "35", "34", "31"};

constexpr unsigned kMaxLabel = 24;
// Of a longer passage only the beginning and the end are shown.
constexpr std::size_t kHeadBytes = 2400;
constexpr std::size_t kTailBytes = 600;

// A stretch of a quote's context that is shown in a style of its own.
struct Highlight {
  std::size_t begin;  // bytes of the context
  std::size_t end;
  Style style;
  bool quoted;
};

std::string counted(std::size_t count, std::string_view noun) {
  std::string out = std::to_string(count) + " ";
  out += noun;
  if (count != 1) out += 's';
  return out;
}

std::string_view in_words(NoSource reason) {
  switch (reason) {
    case NoSource::no_cue:
      return "nothing says who";
    case NoSource::no_subject:
      return "nobody is named";
    case NoSource::not_attributed:
      return "not said by anyone";
    case NoSource::none:
      break;
  }
  return "";
}

class View {
 public:
  View(const Record& record, const WriterOptions& options, std::string& out)
      : record_(record),
        options_(options),
        out_(out),
        width_(std::clamp(options.width, kMinWidth, kMaxWidth)),
        label_width_(label_width()) {}

  void write() {
    write_heading();
    for (const RecordQuote& quote : record_.quotes) write_quote(quote);
    write_speakers();
    write_footnotes();
    out_ += '\n';
  }

 private:
  [[nodiscard]] unsigned label_width() const {
    unsigned widest = 8;
    for (const RecordSource& source : record_.sources) {
      widest = std::max(widest, width_of(source.name));
    }
    return std::min({widest, kMaxLabel, width_ / 3});
  }

  void write_heading() {
    StyledText heading;
    heading.add(record_.id.empty() ? std::string_view("(no name)") : record_.id, kBold);
    heading.add(" · ", kDim);
    heading.add(record_.quotes.empty() ? "no quotes" : counted(record_.quotes.size(), "quote"));
    if (!record_.sources.empty()) {
      heading.add(", ");
      heading.add(counted(record_.sources.size(), "speaker"));
    }
    write_lines(heading, 0);
    out_ += '\n';
  }

  void write_quote(const RecordQuote& quote) {
    const RecordSource* const speaker = record_.speaker_of(quote);
    StyledText label;
    if (speaker != nullptr && !speaker->name.empty()) {
      add_speakers(label, quote);
    } else if (!quote.source.empty()) {
      label.add(quote.source.text, kBold);
    } else {
      label.add("nobody", kDim);
    }
    StyledText body;
    if (quote.depth < kMaxTextDepth) {
      add_sentence(body, quote);
    } else {
      body.add("(nested too deep to show)", kDim);
    }
    write_columns(label, body);
    write_details(quote);
    if (options_.candidates) write_candidates(quote);
    out_ += '\n';
  }

  void add_speakers(StyledText& label, const RecordQuote& quote) const {
    bool any = false;
    for (const std::uint32_t speaker : record_.speakers_of(quote)) {
      if (any) label.add(", ", kDim);
      label.add(record_.sources[speaker].name, kSpeakerStyles[speaker % kSpeakerStyles.size()]);
      any = true;
    }
  }

  [[nodiscard]] static Style style_of(const RecordQuote& quote, std::span<const Style, 6> styles) {
    return quote.speaker == kNone ? kBold : styles[quote.speaker % styles.size()];
  }

  void add_sentence(StyledText& body, const RecordQuote& quote) const {
    const std::string_view context =
        quote.context.empty() ? record_.parts_of(quote).front().text : quote.context.text;
    std::size_t at = 0;
    for (const Highlight& highlight : highlights(quote, context)) {
      if (highlight.begin < at) continue;
      add_shortened(body, context.substr(at, highlight.begin - at), {});
      if (highlight.quoted && !options_.colour) body.add("[");
      add_shortened(body, context.substr(highlight.begin, highlight.end - highlight.begin),
                    highlight.style);
      if (highlight.quoted && !options_.colour) body.add("]");
      at = highlight.end;
    }
    add_shortened(body, context.substr(at), {});
  }

  [[nodiscard]] std::vector<Highlight> highlights(const RecordQuote& quote,
                                                  std::string_view context) const {
    std::vector<Highlight> found;
    const auto add = [&](const Passage& passage, Style style, bool quoted) {
      if (passage.empty() || passage.text.data() < context.data()) return;
      const auto begin = static_cast<std::size_t>(passage.text.data() - context.data());
      const std::size_t end = begin + passage.text.size();
      if (end <= context.size()) found.push_back({begin, end, style, quoted});
    };
    for (const Passage& part : record_.parts_of(quote)) {
      add(part, style_of(quote, kQuoteStyles), true);
    }
    add(quote.cue, kCue, false);
    add(quote.source, kBold, false);
    std::stable_sort(found.begin(), found.end(),
                     [](const Highlight& a, const Highlight& b) { return a.begin < b.begin; });
    return found;
  }

  static void add_shortened(StyledText& body, std::string_view text, Style style) {
    if (text.size() <= kHeadBytes + kTailBytes) {
      body.add(text, style);
      return;
    }
    const auto is_inside = [&](std::size_t at) {
      return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    std::size_t head = kHeadBytes;
    while (head > 0 && is_inside(head)) --head;
    std::size_t tail = text.size() - kTailBytes;
    while (tail < text.size() && is_inside(tail)) ++tail;
    body.add(text.substr(0, head), style);
    body.add(" [...] ", kDim);
    body.add(text.substr(tail), style);
  }

  // "direct, declared, 0.95 · he <- Brankov · told Reuters"
  void write_details(const RecordQuote& quote) {
    StyledText details;
    details.add(name_of(quote.kind), kDim);
    if (quote.use != QuoteUse::speech) {
      details.add(" ", kDim);
      details.add(name_of(quote.use), kDim);
    }
    if (!quote.cue.empty()) {
      details.add(", ", kDim);
      details.add(quote.cue.text, kDim);
    }
    if (quote.no_source == NoSource::none) {
      details.add(", ", kDim);
      details.add(NumberText::fraction(quote.confidence).view(), kDim);
    } else {
      details.add(" · ", kDim);
      details.add(in_words(quote.no_source), kDim);
    }
    add_chain(details, quote);
    if (quote.second_hand) add_teller(details, quote);
    add_labelled(details, "medium", quote.medium);
    add_labelled(details, "occasion", quote.occasion);
    for (const RepairKind repair : record_.repairs_of(quote)) {
      details.add(" · mark ", kDim);
      details.add(name_of(repair), kDim);
    }
    write_lines(details, label_width_ + 2 * kViewIndent);
  }

  void add_chain(StyledText& details, const RecordQuote& quote) const {
    const auto chain = record_.texts_of(quote.chain);
    const RecordSource* const speaker = record_.speaker_of(quote);
    if (chain.empty() || (speaker != nullptr && chain.front() == speaker->name)) return;
    details.add(" · ", kDim);
    for (const std::string_view& link : chain) {
      if (&link != chain.data()) details.add(" <- ", kDim);
      details.add(link, kDim);
    }
  }

  // Whose quoted words it stands in.
  void add_teller(StyledText& details, const RecordQuote& quote) const {
    const RecordQuote* const around = record_.quote_numbered(quote.nested_in);
    const RecordSource* const teller = around == nullptr ? nullptr : record_.speaker_of(*around);
    details.add(" · at second hand", kDim);
    if (teller == nullptr || teller->name.empty()) return;
    details.add(", by ", kDim);
    details.add(teller->name, kDim);
  }

  static void add_labelled(StyledText& details, std::string_view label, const Passage& passage) {
    if (passage.empty()) return;
    details.add(" · ", kDim);
    details.add(label, kDim);
    details.add(": ", kDim);
    details.add(passage.text, kDim);
  }

  void write_candidates(const RecordQuote& quote) {
    StyledText decision;
    decision.add("decided by ", kDim);
    decision.add(quote.rule.empty() ? std::string_view("no rule") : quote.rule);
    if (!quote.sieve.empty()) {
      decision.add(" in sieve ", kDim);
      decision.add(quote.sieve);
    }
    write_lines(decision, label_width_ + 2 * kViewIndent);
    for (const RecordCandidate& candidate : record_.candidates_of(quote)) {
      StyledText line;
      line.add(candidate.lost.empty() ? "+ " : "- ", candidate.lost.empty() ? kBold : kDim);
      line.add(NumberText::decimal(candidate.score).view());
      add_labelled(line, "source", candidate.source);
      add_labelled(line, "cue", candidate.cue);
      if (!candidate.rule.empty()) {
        line.add(" · ", kDim);
        line.add(candidate.rule, kDim);
      }
      line.add(candidate.lost.empty() ? " · won" : " · lost: ", kDim);
      line.add(candidate.lost, kDim);
      write_lines(line, label_width_ + 2 * kViewIndent);
    }
    write_antecedents(quote);
  }

  // "he" <- who was considered, each with the points that the step gave.
  void write_antecedents(const RecordQuote& quote) {
    std::string_view sieve;
    for (const RecordAntecedent& each : record_.antecedents_of(quote)) {
      if (each.sieve != sieve) {
        StyledText heading;
        heading.add(quote.source.text);
        heading.add(" meant, in sieve ", kDim);
        heading.add(each.sieve);
        write_lines(heading, label_width_ + 2 * kViewIndent);
        sieve = each.sieve;
      }
      StyledText line;
      line.add(each.lost.empty() ? "+ " : "- ", each.lost.empty() ? kBold : kDim);
      line.add(NumberText::decimal(each.points).view());
      line.add(" · ", kDim);
      line.add(each.name.text);
      if (each.place.text != each.name.text) add_labelled(line, "as", each.place);
      line.add(each.lost.empty() ? " · won" : " · lost: ", kDim);
      line.add(each.lost, kDim);
      write_lines(line, label_width_ + 2 * kViewIndent);
    }
  }

  void write_speakers() {
    if (record_.sources.empty()) return;
    std::vector<std::uint32_t> order(record_.sources.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
      return record_.sources[a].quotes > record_.sources[b].quotes;
    });
    StyledText heading;
    heading.add("Speakers", kBold);
    write_lines(heading, 0);
    for (const std::uint32_t index : order) write_speaker(index);
    out_ += '\n';
  }

  void write_speaker(std::uint32_t index) {
    const RecordSource& source = record_.sources[index];
    StyledText label;
    label.add(source.name, kSpeakerStyles[index % kSpeakerStyles.size()]);
    StyledText body;
    body.add(counted(source.quotes, "quote"));
    if (source.type != SourceType::person) {
      body.add(" · ", kDim);
      body.add(name_of(source.type), kDim);
    }
    add_texts(body, source.roles);
    add_texts(body, source.affiliations);
    write_columns(label, body);
  }

  void add_texts(StyledText& body, Range range) const {
    for (const std::string_view& text : record_.texts_of(range)) {
      body.add(&text == record_.texts_of(range).data() ? " · " : ", ", kDim);
      body.add(text);
    }
  }

  void write_footnotes() {
    StyledText notes;
    std::size_t hidden = 0;
    std::string uses;
    for (std::size_t use = 0; use < std::size(record_.left_out); ++use) {
      if (record_.left_out[use] == 0) continue;
      hidden += record_.left_out[use];
      uses += uses.empty() ? "" : ", ";
      uses += std::to_string(record_.left_out[use]) + " ";
      uses += name_of(static_cast<QuoteUse>(use));
    }
    if (hidden != 0) notes.add("Not shown: " + uses + ". ", kDim);
    if (!record_.repairs.empty()) {
      notes.add(counted(record_.repairs.size(), "quotation mark") + " mended. ", kDim);
    }
    if (record_.notes.invalid_bytes != 0) {
      notes.add(counted(record_.notes.invalid_bytes, "invalid sequence") + " of UTF-8 replaced. ",
                kDim);
    }
    if (record_.notes.nul_bytes != 0) {
      notes.add(counted(record_.notes.nul_bytes, "NUL byte") + " replaced.", kDim);
    }
    const std::string line = notes.on_one_line(false);
    if (!line.empty()) write_lines(notes, 0);
  }

  // The label to the left, the body to the right, each wrapped in its own column.
  void write_columns(const StyledText& label, const StyledText& body) {
    append_columns(label, body, columns(), out_);
  }
  void write_lines(const StyledText& text, unsigned indent) {
    append_lines(text, indent, columns(), out_);
  }
  [[nodiscard]] Columns columns() const { return {width_, label_width_, options_.colour}; }

  const Record& record_;
  const WriterOptions& options_;
  std::string& out_;
  unsigned width_;
  unsigned label_width_;
};

}  // namespace

void ViewWriter::write(const Record& record, std::string& out) const {
  View(record, options_, out).write();
}

}  // namespace quotary
