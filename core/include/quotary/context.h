// DocumentContext: what is known of a text from elsewhere.
#pragma once

#include <string>

namespace quotary {

struct Declared;
struct Page;

// What it points to outlives the call that it is given to.
struct DocumentContext {
  std::string publisher;  // name, id or web domain: its own name in a text is no syndication
  const Declared* declared = nullptr;  // what a page or fields declare
  const Page* page = nullptr;          // what the text was read from: its marks name blocks
};

}  // namespace quotary
