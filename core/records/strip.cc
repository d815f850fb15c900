#include "quotary/strip.h"

#include <algorithm>

namespace quotary {
namespace {

bool is_furniture(BlockKind kind, bool captions) {
  switch (kind) {
    case BlockKind::section:
    case BlockKind::post_date:
    case BlockKind::byline:
    case BlockKind::credit:
    case BlockKind::notice:
      return true;
    case BlockKind::caption:
      return !captions;
    default:
      return false;
  }
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// White space of any length in UTF-8: a no-break space is C2 A0, an ideographic one E3 80 80.
std::uint32_t space_at(std::string_view text, std::size_t at) {
  if (is_space(text[at])) return 1;
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  return text.substr(at, 3) == "\xE3\x80\x80" ? 3 : 0;
}

class Stripper {
 public:
  Stripper(const Document& document, const Analysis& analysis, const StripOptions& options)
      : document_(document), analysis_(analysis), options_(options) {
    out_.unit = options.unit;
  }

  Stripped run() {
    collect_cuts();
    const auto& paragraphs = document_.paragraphs();
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
      const bool furniture =
          p < analysis_.blocks.size() && is_furniture(analysis_.blocks[p].kind, options_.captions);
      if (!furniture) keep_paragraph(paragraphs[p].span);
    }
    publish();
    return std::move(out_);
  }

 private:
  void cut(Span span) {
    if (!span.empty()) cuts_.push_back(span);
  }

  void collect_cuts() {
    for (const Block& block : analysis_.blocks) {
      cut(block.dateline);
      cut(block.credit);
      cut(block.ignored);
    }
    for (const Statement& statement : analysis_.provenance.statements) cut(statement.span);
    for (const Picture& picture : analysis_.provenance.pictures) {
      cut(picture.copy);
      if (!options_.captions) cut(picture.caption);
    }
    std::sort(cuts_.begin(), cuts_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }

  void keep_paragraph(Span paragraph) {
    begins_paragraph_ = true;
    std::uint32_t at = paragraph.begin;
    while (next_cut_ < cuts_.size() && cuts_[next_cut_].begin < paragraph.end) {
      const Span gone = cuts_[next_cut_++];
      if (gone.end <= at) continue;
      if (gone.begin > at) keep({at, gone.begin});
      at = gone.end;
    }
    if (at < paragraph.end) keep({at, paragraph.end});
  }

  void keep(Span span) {
    const std::string_view text = document_.text();
    while (!span.empty() && space_at(text, span.begin) != 0) {
      span.begin += space_at(text, span.begin);
    }
    while (!span.empty() && is_space(text[span.end - 1])) --span.end;
    if (span.empty()) return;
    if (!out_.text.empty()) out_.text += begins_paragraph_ ? "\n\n" : " ";
    begins_paragraph_ = false;
    const auto at = static_cast<std::uint32_t>(out_.text.size());
    out_.text += document_.text(span);
    out_.kept.push_back({span.begin, span.end, at});
  }

  // Spans are in order, so that both texts are read once.
  void publish() {
    OffsetConverter convert(document_, options_.unit);
    std::uint32_t byte = 0;
    std::uint32_t count = 0;
    for (KeptSpan& kept : out_.kept) {
      kept.begin = convert(kept.begin);
      kept.end = convert(kept.end);
      if (options_.unit == OffsetUnit::bytes) continue;
      for (; byte < kept.at; ++byte) count += units_of(out_.text[byte]);
      kept.at = count;
    }
  }

  // Of the character that begins with `c`; none of a byte inside one.
  [[nodiscard]] std::uint32_t units_of(char c) const {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) return 0;
    return options_.unit == OffsetUnit::utf16 && byte >= 0xF0U ? 2 : 1;
  }

  const Document& document_;
  const Analysis& analysis_;
  const StripOptions& options_;
  std::vector<Span> cuts_;
  std::size_t next_cut_ = 0;
  bool begins_paragraph_ = true;
  Stripped out_;
};

}  // namespace

Stripped strip(const Document& document, const Analysis& analysis, const StripOptions& options) {
  return Stripper(document, analysis, options).run();
}

}  // namespace quotary
