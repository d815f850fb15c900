#include "writers/styled_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "quotary/writers.h"
#include "text/utf8.h"
#include "writers/characters.h"

namespace quotary {
namespace {

bool is_space(char32_t code) { return code == ' ' || code == '\n' || code == '\t' || code == '\r'; }

unsigned columns(const Utf8Sequence& character, std::string_view shown) {
  if (!character.valid || is_control(character.code)) {
    return static_cast<unsigned>(shown.size());  // an escape in ASCII
  }
  if (character.code < 0x7F) return 1;
  return static_cast<unsigned>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(character.code)));
}

bool shown_as_escape(const Utf8Sequence& character) {
  return !character.valid || is_control(character.code);
}

}  // namespace

// A line under construction. Escape codes are written where the style changes only.
class StyledText::Line {
 public:
  Line(const std::string& pool, bool colour) : pool_(pool), colour_(colour) {}

  void append(const Cell& cell) {
    set_style(cell.style);
    text_.append(pool_, cell.begin, cell.size);
    width_ += cell.width;
  }

  std::string take() {
    set_style({});
    width_ = 0;
    return std::exchange(text_, {});
  }

  [[nodiscard]] unsigned width() const { return width_; }

 private:
  void set_style(Style style) {
    if (!colour_ || style == style_) return;
    if (!style_.empty()) text_ += "\x1b[0m";
    if (!style.empty()) {
      text_ += "\x1b[";
      text_ += style;
      text_ += 'm';
    }
    style_ = style;
  }

  const std::string& pool_;
  bool colour_;
  std::string text_;
  Style style_;
  unsigned width_ = 0;
};

void StyledText::add_cell(std::string_view shown, unsigned width, Style style) {
  const auto begin = static_cast<std::uint32_t>(pool_.size());
  pool_ += shown;
  cells_.push_back({begin, static_cast<std::uint16_t>(shown.size()),
                    static_cast<std::uint8_t>(width), shown == " ", style});
}

void StyledText::add(std::string_view text, Style style) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Sequence character = character_at(text, at);
    const std::string_view raw = text.substr(at, character.size);
    at += character.size;
    if (character.valid && is_space(character.code)) {
      if (cells_.empty() || !cells_.back().space) add_cell(" ", 1, style);
    } else if (shown_as_escape(character)) {
      const std::string escape = visible(raw);
      add_cell(escape, columns(character, escape), style);
    } else {
      add_cell(raw, columns(character, raw), style);
    }
  }
}

std::vector<std::string> StyledText::wrapped(unsigned width, bool colour) const {
  std::vector<std::string> lines;
  Line line(pool_, colour);
  std::size_t at = 0;
  const Cell* pending_space = nullptr;
  while (at < cells_.size()) {
    if (cells_[at].space) {
      pending_space = &cells_[at++];
      continue;
    }
    std::size_t end = at;
    unsigned word_width = 0;
    while (end < cells_.size() && !cells_[end].space) word_width += cells_[end++].width;
    const unsigned gap = pending_space != nullptr && line.width() > 0 ? 1U : 0U;
    if (line.width() > 0 && gap + word_width > width - std::min(width, line.width())) {
      lines.push_back(line.take());
    } else if (gap != 0) {
      line.append(*pending_space);
    }
    for (; at < end; ++at) {
      if (line.width() > 0 && line.width() + cells_[at].width > width) lines.push_back(line.take());
      line.append(cells_[at]);
    }
    pending_space = nullptr;
  }
  if (line.width() > 0 || lines.empty()) lines.push_back(line.take());
  return lines;
}

std::string StyledText::on_one_line(bool colour) const {
  return wrapped(std::numeric_limits<unsigned>::max() / 2, colour).front();
}

unsigned width_of(std::string_view text) {
  unsigned width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Sequence character = character_at(text, at);
    const std::string_view raw = text.substr(at, character.size);
    at += character.size;
    width += shown_as_escape(character) ? static_cast<unsigned>(visible(raw).size())
                                        : columns(character, raw);
  }
  return width;
}

}  // namespace quotary
