#include "provenance/pictures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace quotary {
namespace {

constexpr std::uint32_t kShortestCaption = 3;  // words
constexpr std::uint32_t kPlaceTokens = 14;     // between "in" and the date

struct CaptionDate {
  Range tokens;
  unsigned year = 0, month = 0, day = 0;
};

unsigned number_of(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

class CaptionReader {
 public:
  explicit CaptionReader(const Line& line) : line_(line), known_(line.knowledge()) {
    for (unsigned month = 1; month <= 12; ++month) {
      months_[month - 1] = known_.words().with("month." + std::to_string(month));
    }
  }

  // The last date of the line that has a year.
  bool find_date(CaptionDate& date) const {
    for (std::uint32_t at = line_.size(); at-- > 0;) {
      if (!line_.is(at, known_.month)) continue;
      if (read_date(at, date)) return true;
    }
    return false;
  }

  // "in Vladivostok, Russia, Sept. 4": the names between the word for in and the date.
  void find_places(const CaptionDate& date, std::vector<Span>& places) const {
    const std::uint32_t from =
        date.tokens.first > kPlaceTokens ? date.tokens.first - kPlaceTokens : 0;
    std::uint32_t in = kNone;
    for (std::uint32_t at = from; at < date.tokens.first; ++at) {
      if (line_.is(at, known_.place_word) && line_.is_capital(at + 1) &&
          !line_.is(at + 1, known_.month | known_.time_word)) {
        in = at;
      }
    }
    if (in == kNone) return;
    std::uint32_t at = in + 1;
    while (at < date.tokens.first && line_.is_capital(at) &&
           !line_.is(at, known_.month | known_.time_word)) {
      std::uint32_t end = std::max(at + 1, end_of_name(line_, at, date.tokens.first));
      if (line_.is_mark(end, '.') && line_.is(end - 1, known_.place_abbreviation)) ++end;
      places.push_back(line_.span(at, end));
      if (!line_.is_mark(end, ',')) break;
      at = end + 1;
    }
  }

 private:
  [[nodiscard]] unsigned month_at(std::uint32_t at) const {
    for (unsigned month = 1; month <= 12; ++month) {
      if (line_.is(at, months_[month - 1])) return month;
    }
    return 0;
  }
  [[nodiscard]] bool is_number(std::uint32_t at) const {
    return at < line_.size() && line_[at].token.kind == LineTokenKind::number;
  }

  bool read_date(std::uint32_t month, CaptionDate& date) const {
    date = {};
    date.month = month_at(month);
    std::uint32_t at = month + 1;
    if (line_.is_mark(at, '.')) ++at;
    std::uint32_t first = month;
    if (is_number(at) && number_of(line_.text_of(at)) <= 31) {
      date.day = number_of(line_.text_of(at++));
    } else if (month > 0 && is_number(month - 1)) {
      date.day = number_of(line_.text_of(month - 1));
      if (date.day > 31) date.day = 0;
      if (date.day > 0) first = month - 1;
    }
    if (line_.is_mark(at, ',')) ++at;
    if (!is_number(at)) return false;
    date.year = number_of(line_.text_of(at));
    if (date.year < 1800 || date.year > 2200) return false;
    date.tokens = {first, at + 1};
    return true;
  }

  const Line& line_;
  const LineKnowledge& known_;
  std::array<LineGroups, 12> months_;
};

std::string day_of(const CaptionDate& date) {
  char buffer[16];
  int size = 0;
  if (date.day > 0) {
    size = std::snprintf(buffer, sizeof buffer, "%04u-%02u-%02u", date.year % 10000,
                         date.month % 100, date.day % 100);
  } else {
    size = std::snprintf(buffer, sizeof buffer, "%04u-%02u", date.year % 10000, date.month % 100);
  }
  return {buffer, static_cast<std::size_t>(std::max(size, 0))};
}

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
    if (!picture.caption.empty()) {
      const Line& line = reader_.scan(document_.text(picture.caption));
      const CaptionReader caption(line);
      CaptionDate date;
      if (caption.find_date(date)) {
        const std::uint32_t base = picture.caption.begin;
        const Span span = line.span(date.tokens.first, date.tokens.last);
        picture.date = {span.begin + base, span.end + base};
        picture.day = day_of(date);
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
