// How tags count while a page is scanned, and how deep they stand.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quotary {

// How a tag counts here. The tree knows more; this errs towards counting too much.
enum class TagKind : std::uint8_t {
  other,       // pops at its end tag what no block above it holds
  block,       // pops, at its end tag, everything down to it
  barrier,     // likewise, and hides what is below it from other end tags
  formatting,  // <b>: a tree opens it anew in every block until it is closed, without bound; if it
               // has a class or the like it becomes a <span>, else it is left out
  uncounted,   // closed by the next of its kind: nests only as deep as others do
  empty,       // has no content
  once,        // <html>, <body>, <head>
  title,
  cut,    // left out with all its content
  plain,  // left out itself
};

[[nodiscard]] TagKind kind_of(GumboTag tag);

// Which elements are open, counted so that the tree never has more than twice as many.
class OpenElements {
 public:
  static constexpr std::size_t kMaxDepth = 256;  // browsers stop at 512

  // Whether there is room for one more.
  [[nodiscard]] bool full() const { return open_.size() >= kMaxDepth; }

  void open(std::uint32_t name, TagKind kind) { open_.push_back({name, kind}); }

  // Whether there was one to close.
  bool close(std::uint32_t name, TagKind kind) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == name) {
        const auto at = open_.begin() + static_cast<std::ptrdiff_t>(i);
        // What these may leave open above themselves stays counted.
        const bool alone = kind == TagKind::formatting || name == kLink;
        open_.erase(at, alone ? at + 1 : open_.end());
        return true;
      }
      const bool hides = open_[i].kind == TagKind::barrier
                             ? kind != TagKind::barrier
                             : open_[i].kind == TagKind::block && kind == TagKind::other;
      if (hides) break;
    }
    return false;
  }

 private:
  static constexpr std::uint32_t kLink = GUMBO_TAG_A;
  struct Element {
    std::uint32_t name;
    TagKind kind;
  };
  std::vector<Element> open_;
};

}  // namespace quotary
