#include "readers/page_scan.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "readers/page_characters.h"
#include "readers/page_tags.h"
#include "text/ascii.h"

namespace quotary {
namespace {

constexpr std::size_t kMaxAttributes = 24;   // of a tag, of those that matter
constexpr std::size_t kMaxAttribute = 8192;  // bytes of a value; longer ones are left out
constexpr std::size_t kMaxTitle = 4096;      // bytes
constexpr std::size_t kMaxJsonLd = 64;       // scripts
constexpr std::string_view kSpan = "span";
constexpr std::size_t kShortestRun = 16;  // bytes

// What is kept of attributes; a tree is not asked for others.
constexpr std::array<std::string_view, 18> kAttributes = {
    "class",       "id",      "rel",  "itemprop", "itemtype",       "role",
    "hidden",      "style",   "lang", "href",     "name",           "property",
    "aria-hidden", "content", "type", "datetime", "data-component", "data-testid"};

bool same_word(std::string_view text, std::string_view lower_word) {
  return std::equal(text.begin(), text.end(), lower_word.begin(), lower_word.end(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}

class PageScanner {
 public:
  PageScanner(std::string_view page, bool well_formed, ScannedPage& out)
      : page_(page), well_formed_(well_formed), out_(out) {}

  void scan() {
    while (at_ < page_.size()) {
      const std::size_t tag = find('<', at_);
      text(at_, tag);
      at_ = tag;
      if (at_ < page_.size()) markup();
    }
  }

 private:
  [[nodiscard]] std::size_t find(char c, std::size_t from) const {
    return std::min(page_.find(c, from), page_.size());
  }
  [[nodiscard]] char peek(std::size_t ahead) const {
    return at_ + ahead < page_.size() ? page_[at_ + ahead] : '\0';
  }

  void keep(std::size_t from, std::size_t to) {
    if (from == to) return;
    out_.trail.add(
        {static_cast<std::uint32_t>(out_.html.size()), static_cast<std::uint32_t>(from), 1, 1});
    const std::size_t at = out_.html.size();
    out_.html.append(page_, from, to - from);
    // One that a page has itself is no run, and no text either.
    for (std::size_t own = at; (own = out_.html.find(kRun, own)) != std::string::npos;) {
      out_.html.replace(own, kRun.size(), kRun.size(), ' ');
    }
  }

  // Entities are left to the tree.
  void text(std::size_t at, std::size_t to) {
    while (at < to) {
      const std::size_t ampersand = std::min(page_.substr(at, to - at).find('&'), to - at) + at;
      run(at, ampersand);
      std::size_t end = ampersand;
      while (end < to && (end == ampersand || is_entity_part(page_[end]))) ++end;
      if (end < to && page_[end] == ';') ++end;
      keep(ampersand, end);
      at = end;
    }
  }

  static bool is_entity_part(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '#'; }

  // Control characters, and what would be taken for a run.
  static bool needs_mending(std::string_view text) {
    const auto is_control = [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && !is_space(c)) || c == 0x7F;
    };
    return std::any_of(text.begin(), text.end(), is_control) ||
           text.find(kRun) != std::string_view::npos;
  }

  // What is long enough goes by its place.
  void run(std::size_t from, std::size_t to) {
    std::size_t begin = from;
    std::size_t end = to;
    while (begin < end && is_space(page_[begin])) ++begin;
    while (begin < end && is_space(page_[end - 1])) --end;
    const std::string_view inside = page_.substr(begin, end - begin);
    if (inside.size() < kShortestRun || !well_formed_ || needs_mending(inside)) {
      return keep(from, to);
    }
    if (begin != from) keep(from, from + 1);
    const auto at = static_cast<std::uint32_t>(out_.html.size());
    const auto text = inside.size() - static_cast<std::size_t>(
                                          std::count_if(inside.begin(), inside.end(), is_space));
    out_.trail.add({at, static_cast<std::uint32_t>(begin), 1, 1});
    out_.runs.push_back({at,
                         {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                         static_cast<std::uint32_t>(text)});
    out_.html += kRun;
    if (end != to) keep(end, end + 1);
  }

  // At a `<`.
  void markup() {
    const char next = peek(1);
    if (is_ascii_letter(next)) return start_tag();
    if (next == '/' && is_ascii_letter(peek(2))) return end_tag();
    if (next == '!' || next == '?' || next == '/') return comment();
    keep(at_, at_ + 1);
    ++at_;
  }

  void comment() {
    if (page_.substr(at_, 4) == "<!--") {
      const std::size_t end = comments_end_ ? page_.find("-->", at_ + 2) : std::string_view::npos;
      comments_end_ = end != std::string_view::npos;
      // One that nothing ends costs its first line, not the page.
      at_ = comments_end_ ? end + 3 : find('>', at_ + 4) + 1;
    } else if (page_.substr(at_, 9) == "<![CDATA[") {
      at_ += 9;
    } else {
      at_ = find('>', at_) + 1;
    }
    at_ = std::min(at_, page_.size());
  }

  struct Name {
    std::string_view text;
    GumboTag tag = GUMBO_TAG_UNKNOWN;
    std::uint32_t id = 0;  // the tag, or a hash
    TagKind kind = TagKind::other;
  };

  Name name_at(std::size_t from) {
    std::size_t end = from;
    while (end < page_.size() && !is_space(page_[end]) && page_[end] != '>' && page_[end] != '/' &&
           end - from < 64) {
      ++end;
    }
    Name name;
    name.text = page_.substr(from, end - from);
    name.tag = tag_named(name.text);
    name.kind = kind_of(name.tag);
    name.id = name.tag;
    if (name.tag == GUMBO_TAG_UNKNOWN) {
      for (const char c : name.text) {
        name.id = (name.id ^ static_cast<unsigned char>(ascii_lower(c))) * 16777619U;
      }
      name.id |= 0x80000000U;
    }
    return name;
  }

  static GumboTag tag_named(std::string_view text) {
    std::array<char, 24> buffer = {};
    if (text.size() >= buffer.size()) return GUMBO_TAG_UNKNOWN;
    std::memcpy(buffer.data(), text.data(), text.size());
    return gumbo_tagn_enum(buffer.data(), static_cast<unsigned>(text.size()));
  }

  void start_tag() {
    const std::size_t begin = at_;
    const Name name = name_at(begin + 1);
    const std::size_t length_before = out_.html.size();
    out_.trail.add(
        {static_cast<std::uint32_t>(length_before), static_cast<std::uint32_t>(begin), 1, 1});
    out_.html += '<';
    out_.html += name.kind == TagKind::formatting ? kSpan : name.text;
    const std::size_t length_with_name = out_.html.size();
    at_ = begin + 1 + name.text.size();
    json_ld_ = false;
    const bool whole = attributes();
    const bool bare = out_.html.size() == length_with_name;
    out_.html += '>';
    if (!whole || !wanted(name, bare)) out_.html.resize(length_before);
    if (name.kind == TagKind::cut) cut_content(name);
    if (name.kind == TagKind::title) title(name, length_before);
  }

  // Whether the tag goes into the tree.
  bool wanted(const Name& name, bool bare) {
    switch (name.kind) {
      case TagKind::cut:
      case TagKind::plain:
        return false;
      case TagKind::title:
      case TagKind::empty:
      case TagKind::uncounted:
        return true;
      case TagKind::once:
        return opened_once_[name.tag == GUMBO_TAG_BODY   ? 0
                            : name.tag == GUMBO_TAG_HEAD ? 1
                                                         : 2]++ == 0;
      case TagKind::formatting:
        if (bare) {
          ++bare_[name.tag];
          return false;
        }
        if (elements_.full()) return pass_over();
        break;
      default:
        if (elements_.full()) {
          ++beyond_;
          return pass_over();
        }
    }
    elements_.open(name.id, name.kind);
    return true;
  }

  bool pass_over() {
    ++out_.passed_over;
    return false;
  }

  // Copies the attributes that are of use. At the end at_ is behind the `>`; false if there is
  // none.
  bool attributes() {
    std::size_t kept = 0;
    while (true) {
      while (at_ < page_.size() && (is_space(page_[at_]) || page_[at_] == '/')) ++at_;
      if (at_ >= page_.size()) return false;
      if (page_[at_] == '>') {
        ++at_;
        return true;
      }
      attribute(kept);
    }
  }

  void attribute(std::size_t& kept) {
    const std::size_t begin = at_;
    ++at_;  // even an equals sign may begin a name
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>' &&
           page_[at_] != '=') {
      ++at_;
    }
    const std::string_view name = page_.substr(begin, at_ - begin);
    std::size_t next = at_;
    while (next < page_.size() && is_space(page_[next])) ++next;
    std::string_view value;
    if (next < page_.size() && page_[next] == '=') {
      at_ = next + 1;
      value = attribute_value();
    }
    if (kept < kMaxAttributes && value.size() <= kMaxAttribute && is_kept(name)) {
      ++kept;
      append_attribute(name, value);
    }
    if (same_word(name, "type") && same_word(value, "application/ld+json")) json_ld_ = true;
  }

  static bool is_kept(std::string_view name) {
    return std::any_of(kAttributes.begin(), kAttributes.end(),
                       [name](std::string_view kept) { return same_word(name, kept); });
  }

  std::string_view attribute_value() {
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
    if (at_ >= page_.size()) return {};
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = at_ + 1;
      const std::size_t end = find(quote, begin);
      at_ = std::min(end + 1, page_.size());
      return page_.substr(begin, end - begin);
    }
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
    return page_.substr(begin, at_ - begin);
  }

  void append_attribute(std::string_view name, std::string_view value) {
    const char quote = value.find('"') == std::string_view::npos ? '"' : '\'';
    if (value.find(quote) != std::string_view::npos) return;  // both, without marks around it
    out_.html += ' ';
    out_.html += name;
    out_.html += '=';
    out_.html += quote;
    out_.html += value;
    out_.html += quote;
  }

  void end_tag() {
    const std::size_t begin = at_;
    const Name name = name_at(begin + 2);
    at_ = std::min(find('>', begin) + 1, page_.size());
    if (name.kind == TagKind::cut || name.kind == TagKind::plain) return;
    // The end of an article's <body> or <html> is not always the end of its text.
    if (name.kind == TagKind::once && name.tag != GUMBO_TAG_HEAD) return;
    if (name.kind == TagKind::empty && name.tag != GUMBO_TAG_BR) return;
    if (name.kind == TagKind::formatting) return end_formatting(name, begin);
    if (beyond_ > 0 && name.kind != TagKind::uncounted) {
      --beyond_;
      return;
    }
    elements_.close(name.id, name.kind);
    append_end_tag(name.text, begin);
  }

  // Which of several <b> it ends does not matter for what is told from them.
  void end_formatting(const Name& name, std::size_t begin) {
    if (bare_[name.tag] > 0) {
      --bare_[name.tag];
    } else if (elements_.close(name.id, name.kind)) {
      append_end_tag(kSpan, begin);
    }
  }

  void append_end_tag(std::string_view name, std::size_t begin) {
    out_.trail.add(
        {static_cast<std::uint32_t>(out_.html.size()), static_cast<std::uint32_t>(begin), 1, 1});
    out_.html += "</";
    out_.html += name;
    out_.html += '>';
  }

  // Its text may hold what looks like tags. One that does not end would take the page with it.
  void title(const Name& name, std::size_t length_before) {
    const std::size_t begin = at_;
    const std::string_view rest = page_.substr(begin, kMaxTitle);
    for (std::size_t end = 0; (end = rest.find("</", end)) != std::string_view::npos; end += 2) {
      if (!equal_in_any_case(rest.substr(end + 2, name.text.size()), name.text)) continue;
      keep(begin, begin + end);
      append_end_tag(name.text, begin + end);
      at_ = std::min(find('>', begin + end) + 1, page_.size());
      return;
    }
    out_.html.resize(std::min(length_before, out_.html.size()));
  }

  // Behind the start tag: goes on to its end tag. Without one, a script takes the rest of the page,
  // as in browsers; others only their tag.
  void cut_content(const Name& name) {
    const std::size_t begin = at_;
    bool& ends = end_is_there_[name.tag];
    while (ends) {
      const std::size_t end = page_.find("</", at_);
      if (end == std::string_view::npos) break;
      const std::string_view found = page_.substr(end + 2, name.text.size());
      const char after =
          end + 2 + name.text.size() < page_.size() ? page_[end + 2 + name.text.size()] : '>';
      at_ = end + 2;
      if (equal_in_any_case(found, name.text) &&
          (is_space(after) || after == '>' || after == '/')) {
        if (json_ld_ && name.tag == GUMBO_TAG_SCRIPT && out_.json_ld.size() < kMaxJsonLd) {
          out_.json_ld.push_back(page_.substr(begin, end - begin));
        }
        at_ = std::min(find('>', at_) + 1, page_.size());
        return;
      }
    }
    const bool takes_the_rest = name.tag == GUMBO_TAG_SCRIPT || name.tag == GUMBO_TAG_STYLE;
    at_ = takes_the_rest ? page_.size() : begin;
    ends = false;
  }

  static bool equal_in_any_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
  }

  std::string_view page_;
  bool well_formed_;
  ScannedPage& out_;
  std::size_t at_ = 0;
  OpenElements elements_;
  std::size_t beyond_ = 0;  // elements passed over that are still open
  std::array<std::uint32_t, 3> opened_once_ = {};
  std::array<bool, GUMBO_TAG_LAST + 1> end_is_there_ = [] {
    std::array<bool, GUMBO_TAG_LAST + 1> all = {};
    all.fill(true);
    return all;
  }();
  std::array<std::uint32_t, GUMBO_TAG_LAST + 1> bare_ = {};  // formatting tags left out, still open
  bool comments_end_ = true;
  bool json_ld_ = false;
};

}  // namespace

void scan_page(std::string_view page, bool well_formed, ScannedPage& out) {
  out.page = page;
  out.html.clear();
  out.trail = {};
  out.runs.clear();
  out.json_ld.clear();
  out.passed_over = 0;
  PageScanner(page, well_formed, out).scan();
}

std::span<const TextRun> runs_in(const ScannedPage& scanned, std::size_t begin, std::size_t end) {
  const auto before = [](const TextRun& run, std::size_t place) { return run.at < place; };
  const auto from = std::lower_bound(scanned.runs.begin(), scanned.runs.end(), begin, before);
  auto to = from;
  while (to != scanned.runs.end() && to->at < end) ++to;
  return {from, to};
}

Span place_in_page(const ScannedPage& scanned, std::uint32_t first, std::uint32_t last) {
  Span place{scanned.trail.original(first), scanned.trail.original_end(last + 1)};
  const auto runs = runs_in(scanned, last - std::min<std::size_t>(last, kRun.size() - 1), last + 1);
  if (!runs.empty() && runs.back().at + kRun.size() == last + 1) place.end = runs.back().span.end;
  return place;
}

}  // namespace quotary
