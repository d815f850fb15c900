#include "readers/page_blocks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "readers/page_characters.h"
#include "text/ascii.h"

namespace quotary {
namespace {

constexpr double kAllLinks = 0.95;  // a paragraph that is a link leads to another article
constexpr double kMostLinks = 0.6;  // of an item of a list
constexpr std::size_t kLongestFurniture = 64;
constexpr std::uint32_t kLongestCell = 60;     // bytes; more is a column of a layout
constexpr std::size_t kLongestLabel = 100;     // bytes; more is prose
constexpr std::size_t kShortestSentence = 50;  // bytes; less is a label with a full stop

// Elements that are part of the line that they stand in.
bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_OUTPUT:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_TD:  // a row is a line
    case GUMBO_TAG_TH:
      return true;
    default:
      return false;
  }
}

struct Block {
  std::string text;
  Span page;
  ElementHint hint = ElementHint::paragraph;
  std::uint32_t bytes = 0;  // without white space
  std::uint32_t links = 0;  // of those, in links
  bool dropped = false;
};

class BlockWriter {
 public:
  BlockWriter(const FoundContent& found, const PageRules& rules, const Declared& declared)
      : nodes_(found.tree.nodes()),
        content_(found.content),
        scanned_(found.scanned),
        rules_(rules),
        declared_(declared) {}

  void collect() {
    const std::uint32_t root = content_.root;
    const std::uint32_t headline = content_.headline;
    if (headline != kNone && headline < root) {
      element(headline);
      between(nodes_[headline].end, root);
    }
    element(root);
    behind(nodes_[root].end);
  }

  void write(Page& page) {
    drop_lists_of_links();
    drop_above_headline();
    keep_something();
    for (const Block& block : blocks_) {
      if (block.dropped) continue;
      if (!page.text.empty()) page.text += "\n\n";
      const auto begin = static_cast<std::uint32_t>(page.text.size());
      page.text += block.text;
      page.blocks.push_back(
          {{begin, static_cast<std::uint32_t>(page.text.size())}, block.page, block.hint});
    }
  }

 private:
  struct Open {
    std::uint32_t end;
    std::uint32_t text;
    ElementHint hint;
    bool breaks;
    bool link;
    bool heading;  // lines in it are no blocks of their own
    bool running;  // text in which dates and names are part of a sentence
    bool typed;    // a blank line parts paragraphs, as in plain text
  };

  // Byline, date, section and first picture, which often stand between the headline and the text.
  void between(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to;) {
      const PageNode& node = nodes_[i];
      const ElementHint hint = hint_of(node, rules_);
      const bool wanted = hint == ElementHint::byline || hint == ElementHint::time ||
                          hint == ElementHint::section || hint == ElementHint::caption ||
                          hint == ElementHint::credit || node.tag() == GUMBO_TAG_FIGURE;
      if (node.dropped || (wanted && node.end <= to)) {
        if (!node.dropped) element(i);
        i = std::max(node.end, i + 1);
      } else {
        ++i;
      }
    }
  }

  // Notices are the one thing that is looked for behind the article.
  void behind(std::uint32_t from) {
    for (std::uint32_t i = from; i < nodes_.size();) {
      const PageNode& node = nodes_[i];
      const bool notice = !node.dropped && node.text != 0 && node.links * 2 < node.text &&
                          hint_of(node, rules_) == ElementHint::notice;
      if (notice) element(i);
      i = node.dropped || notice ? node.end : i + 1;
    }
  }

  void element(std::uint32_t index) {
    open_.clear();
    open_.push_back({nodes_[index].end, nodes_[index].text, ElementHint::paragraph, true, false,
                     false, false, is_plain_text()});
    for (std::uint32_t i = index; i < nodes_[index].end;) {
      while (open_.back().end <= i) close();
      const PageNode& node = nodes_[i];
      if (node.dropped) {
        i = node.end;
        continue;
      }
      if (node.is_text()) {
        text(node);
      } else {
        enter(i);
      }
      ++i;
    }
    while (!open_.empty()) close();
  }

  void enter(std::uint32_t i) {
    const PageNode& node = nodes_[i];
    const GumboTag tag = node.tag();
    if (tag == GUMBO_TAG_BR) {
      if (open_.back().heading) {
        space_ = true;
      } else {
        flush();
      }
      return;
    }
    const Open& around = open_.back();
    const ElementHint own = own_hint(i, around.hint);
    const bool hinted = own != ElementHint::paragraph && own != around.hint;
    Open opened = around;
    opened.end = node.end;
    opened.text = node.text;
    if (hinted && !(around.running && is_detail(own) && is_inline(tag))) opened.hint = own;
    const bool cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
    opened.breaks = !is_inline(tag) || (cell && node.text > kLongestCell) ||
                    (opened.hint != around.hint && parts_lines(around, own));
    opened.link = around.link || tag == GUMBO_TAG_A;
    opened.typed = around.typed || tag == GUMBO_TAG_PRE;
    opened.heading = around.heading || own == ElementHint::headline || own == ElementHint::heading;
    opened.running = around.running ||
                     (opened.hint == ElementHint::paragraph && tag == GUMBO_TAG_P) ||
                     opened.hint == ElementHint::quote || opened.hint == ElementHint::list_item;
    if (opened.breaks) flush();
    if (cell || stands_apart(i)) space_ = true;
    open_.push_back(opened);
  }

  // What it is by its own marks; there is one headline.
  [[nodiscard]] ElementHint own_hint(std::uint32_t i, ElementHint around) const {
    if (i == content_.headline) return ElementHint::headline;
    const ElementHint own = hint_of(nodes_[i], rules_);
    const bool another = own == ElementHint::headline && around != ElementHint::headline;
    return another ? ElementHint::heading : own;
  }

  // What names a person or a time in the middle of a sentence is part of it.
  static bool is_detail(ElementHint hint) {
    return hint == ElementHint::byline || hint == ElementHint::time ||
           hint == ElementHint::section || hint == ElementHint::headline;
  }
  static bool parts_lines(const Open& around, ElementHint own) {
    // A date inside a byline's line is a block of its own; a name inside a caption is not.
    return around.hint != ElementHint::caption || own == ElementHint::credit;
  }

  // Parts of a byline or a caption that are set apart by their style alone. One letter is an
  // initial that is set larger.
  [[nodiscard]] bool stands_apart(std::uint32_t i) const {
    return closed_end_ == i && closed_text_ > 1 && nodes_[i].text > 1 && !open_.back().running;
  }

  void close() {
    if (open_.back().breaks) flush();
    closed_end_ = open_.back().end;
    closed_text_ = open_.back().text;
    open_.pop_back();
  }

  void text(const PageNode& node) {
    if (node.text == 0) {
      space_ = space_ || !node.characters().empty();
      return;
    }
    const Span place = place_of(original_of(node, scanned_));
    last_place_ = place;
    bool some = false;
    for_each_piece(node, scanned_,
                   [&](std::string_view piece) { some = append(as_utf8(piece, mended_)) || some; });
    if (!some || block_.text.empty()) return;
    block_.bytes += node.text;
    if (open_.back().link) block_.links += node.text;
    block_.page = block_.page.empty() ? place
                                      : Span{std::min(block_.page.begin, place.begin),
                                             std::max(block_.page.end, place.end)};
  }

  // From the first character of `original` to its last, in the page. Tags that came to nothing may
  // stand inside or behind: gumbo counts them to the text. Where nothing else is left, the text has
  // the place of the one before it.
  [[nodiscard]] Span place_of(Span in_html) const {
    const std::string_view original =
        std::string_view(scanned_.html).substr(in_html.begin, in_html.size());
    std::size_t first = original.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < original.size();) {
      if (original[at] == '<' && at + 1 < original.size() && begins_tag(original[at + 1])) {
        at = end_of_tag(original, at);
        continue;
      }
      if (!is_space(original[at])) {
        first = std::min(first, at);
        last = at;
      }
      ++at;
    }
    if (first == original.size()) return last_place_;
    return place_in_page(scanned_, in_html.begin + static_cast<std::uint32_t>(first),
                         in_html.begin + static_cast<std::uint32_t>(last));
  }
  static bool begins_tag(char c) { return c == '/' || is_ascii_letter(c); }
  static std::size_t end_of_tag(std::string_view text, std::size_t at) {
    char quote = 0;
    for (; at < text.size(); ++at) {
      const char c = text[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at + 1;
      }
    }
    return text.size();
  }

  // Runs of white space, no-break spaces included, become one blank. False: there was nothing else.
  bool append(std::string_view characters) {
    constexpr std::string_view kNoBreak = "\xC2\xA0";
    bool some = false;
    for (std::size_t i = 0; i < characters.size();) {
      const bool no_break = characters.substr(i, 2) == kNoBreak;
      if (no_break || is_space(characters[i])) {
        if (characters[i] == '\n' && open_.back().typed && begins_blank_line(characters, i + 1)) {
          if (block_.page.empty()) block_.page = last_place_;  // that of all of the text
          flush();
        }
        space_ = true;
        i += no_break ? 2 : 1;
        continue;
      }
      std::size_t end = i;
      while (end < characters.size() && !is_space(characters[end]) && characters[end] != '\xC2') {
        ++end;
      }
      if (end == i) ++end;
      if (block_.text.empty()) {
        block_.hint = open_.back().hint;
      } else if (space_) {
        block_.text += ' ';
      }
      space_ = false;
      block_.text.append(characters, i, end - i);
      some = true;
      i = end;
    }
    return some;
  }

  static bool begins_blank_line(std::string_view characters, std::size_t at) {
    while (at < characters.size() && characters[at] != '\n' && is_space(characters[at])) ++at;
    return at < characters.size() && characters[at] == '\n';
  }

  // A page without any tags of its own.
  [[nodiscard]] bool is_plain_text() const {
    return std::all_of(nodes_.begin(), nodes_.end(), [](const PageNode& node) {
      return node.is_text() || node.tag() == GUMBO_TAG_HTML || node.tag() == GUMBO_TAG_HEAD ||
             node.tag() == GUMBO_TAG_BODY;
    });
  }

  void flush() {
    space_ = false;
    if (block_.text.empty()) return;
    const auto says_something = [](char c) {
      return is_ascii_digit(c) || is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    };
    if (std::any_of(block_.text.begin(), block_.text.end(), says_something) &&
        (block_.text.size() > kLongestFurniture || rules_.furniture.find(block_.text) == nullptr)) {
      if (block_.hint == ElementHint::headline && std::exchange(headline_written_, true)) {
        block_.hint = ElementHint::heading;
      }
      if (block_.hint == ElementHint::paragraph && is_declared_author(block_.text)) {
        block_.hint = ElementHint::byline;
      }
      block_.dropped = leads_elsewhere(block_);
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
  }

  // "Ann Lee", which may be a link to all that she wrote.
  [[nodiscard]] bool is_declared_author(std::string_view text) const {
    return std::any_of(
        declared_.values.begin(), declared_.values.end(), [&](const DeclaredValue& each) {
          return each.field == DeclaredField::author && each.image == kNone && each.value == text;
        });
  }

  static bool leads_elsewhere(const Block& block) {
    const double links = static_cast<double>(block.links) / std::max(block.bytes, 1U);
    switch (block.hint) {
      case ElementHint::paragraph:
      case ElementHint::heading:
        return links > kAllLinks;
      case ElementHint::list_item:
        return links > kMostLinks;
      default:
        return false;
    }
  }

  // A heading goes with the links below it, and with nothing below it.
  void drop_lists_of_links() {
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (blocks_[i].dropped) continue;
      if (blocks_[i].hint != ElementHint::heading) break;
      blocks_[i].dropped = i != 0;
    }
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      if (blocks_[i].dropped || blocks_[i].hint != ElementHint::heading) continue;
      std::size_t links = i + 1;
      while (links < blocks_.size() && blocks_[links].dropped) ++links;
      if (links - i > 2) blocks_[i].dropped = true;
    }
  }

  // Above its headline an article has a section, a date, a picture; what is left is the page's.
  void drop_above_headline() {
    const auto headline = std::find_if(blocks_.begin(), blocks_.end(), [](const Block& block) {
      return !block.dropped && block.hint == ElementHint::headline;
    });
    if (headline == blocks_.end()) return;
    const auto is_prose = [](const Block& block) {
      const std::size_t size = block.text.size();
      return block.hint == ElementHint::paragraph &&
             (size > kLongestLabel || (size > kShortestSentence && block.text.back() == '.'));
    };
    if (std::any_of(blocks_.begin(), headline, is_prose)) return;
    for (auto block = blocks_.begin(); block != headline; ++block) {
      if (block->hint == ElementHint::paragraph || block->hint == ElementHint::heading ||
          block->hint == ElementHint::list_item) {
        block->dropped = true;
      }
    }
  }

  // A page of links alone is read as it is.
  void keep_something() {
    const auto dropped = [](const Block& block) { return block.dropped; };
    if (!std::all_of(blocks_.begin(), blocks_.end(), dropped)) return;
    for (Block& block : blocks_) block.dropped = false;
  }

  const std::vector<PageNode>& nodes_;
  const PageContent& content_;
  const ScannedPage& scanned_;
  const PageRules& rules_;
  const Declared& declared_;
  std::vector<Block> blocks_;
  std::vector<Open> open_;
  Block block_;
  Span last_place_{0, 1};
  std::string mended_;  // scratch of as_utf8()
  bool space_ = false;
  std::uint32_t closed_end_ = 0;  // of the element that was closed last
  std::uint32_t closed_text_ = 0;
  bool headline_written_ = false;
};

}  // namespace

void write_blocks(const FoundContent& found, const PageRules& rules, Page& page) {
  if (found.content.root == kNone) return;
  BlockWriter writer(found, rules, page.declared);
  writer.collect();
  writer.write(page);
}

}  // namespace quotary
