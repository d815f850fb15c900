#include "provenance/pictures.h"

#include <algorithm>

#include "provenance/dates.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLongestCaption = 8000;  // bytes that are read
constexpr std::uint32_t kShortestCaption = 3;    // words

class PictureFinder {
 public:
  PictureFinder(const Document& document, const Analysis& analysis, LineReader& reader,
                Provenance& out)
      : document_(document), analysis_(analysis), reader_(reader), out_(out) {}

  void find() {
    std::uint32_t s = 0;
    for (std::uint32_t p = 0; p < document_.paragraphs().size(); ++p) {
      const std::uint32_t first = s;
      std::uint32_t credits = 0;
      while (s < out_.statements.size() && out_.statements[s].paragraph == p) {
        credits += out_.statements[s++].kind == StatementKind::credit ? 1 : 0;
      }
      if (credits > 0) {
        add(p, {first, s});
      } else if (analysis_.blocks[p].kind == BlockKind::caption) {
        add(p, {first, first});
      }
    }
  }

 private:
  void add(std::uint32_t p, Range statements) {
    Picture picture;
    picture.paragraph = p;
    picture.copy = analysis_.blocks[p].ignored;
    picture.credits = {statements.last, statements.last};
    std::uint32_t end = document_.paragraphs()[p].span.end;
    for (std::uint32_t s = statements.first; s < statements.last; ++s) {
      Statement& statement = out_.statements[s];
      if (statement.kind != StatementKind::credit) continue;
      picture.credits.first = std::min(picture.credits.first, s);
      picture.credits.last = s + 1;
      end = std::min(end, statement.span.begin);
    }
    picture.caption = caption_in(p, end);
    if (picture.caption.empty()) take_caption_above(picture);
    read_caption(picture);
    const auto number = static_cast<std::uint32_t>(out_.pictures.size());
    for (std::uint32_t s = picture.credits.first; s < picture.credits.last; ++s) {
      if (out_.statements[s].kind == StatementKind::credit) out_.statements[s].picture = number;
    }
    out_.pictures.push_back(std::move(picture));
  }

  // What stands before the credit, without the copy that breaks off.
  [[nodiscard]] Span caption_in(std::uint32_t p, std::uint32_t end) const {
    Span span = {document_.paragraphs()[p].span.begin, end};
    const Span copy = analysis_.blocks[p].ignored;
    if (!copy.empty() && copy.begin == span.begin) span.begin = std::min(copy.end, end);
    const auto& tokens = document_.tokens();
    std::uint32_t words = 0;
    Span caption;
    for (std::uint32_t t = document_.token_at(span.begin); t < tokens.size(); ++t) {
      if (tokens[t].span.begin >= span.end) break;
      if (tokens[t].kind == TokenKind::word) ++words;
      if (caption.empty()) caption.begin = std::max(tokens[t].span.begin, span.begin);
      caption.end = std::min(tokens[t].span.end, span.end);
    }
    return words >= kShortestCaption ? caption : Span{};
  }

  // A credit in a line of its own under its caption.
  void take_caption_above(Picture& picture) {
    if (picture.paragraph == 0 || out_.pictures.empty()) return;
    Picture& above = out_.pictures.back();
    if (above.paragraph + 1 != picture.paragraph || !above.credits.empty()) return;
    picture.caption = above.caption;
    picture.copy = above.copy;
    out_.pictures.pop_back();
  }

  void read_caption(Picture& picture) {
    picture.places.first = static_cast<std::uint32_t>(out_.places.size());
    if (!picture.caption.empty() && picture.caption.size() <= kLongestCaption) {
      const Line& line = reader_.scan(document_.text(picture.caption));
      const DateReader caption(line);
      LineDate date;
      if (caption.find_date(date)) {
        const std::uint32_t base = picture.caption.begin;
        const Span span = line.span(date.tokens.first, date.tokens.last);
        picture.date = {span.begin + base, span.end + base};
        picture.day = iso_of(date);
        std::vector<Span> places;
        caption.find_places(date, places);
        for (const Span place : places)
          out_.places.push_back({place.begin + base, place.end + base});
      }
    }
    picture.places.last = static_cast<std::uint32_t>(out_.places.size());
  }

  const Document& document_;
  const Analysis& analysis_;
  LineReader& reader_;
  Provenance& out_;
};

}  // namespace

void find_pictures(const Document& document, const Analysis& analysis, LineReader& reader,
                   Provenance& out) {
  PictureFinder(document, analysis, reader, out).find();
}

}  // namespace quotary
