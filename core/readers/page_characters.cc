#include "readers/page_characters.h"

#include "text/utf8.h"

namespace quotary {

std::string_view as_utf8(std::string_view text, std::string& mended) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = begin + text.size();
  const unsigned char* kept = begin;  // from here on nothing is copied yet
  mended.clear();
  bool sound = true;
  for (const unsigned char* at = begin; at != end;) {
    const Utf8Sequence sequence = read_utf8(at, end);
    if (!sequence.valid) {
      mended.append(kept, at);
      mended += "\xEF\xBF\xBD";
      kept = at + sequence.size;
      sound = false;
    }
    at += sequence.size;
  }
  if (sound) return text;
  mended.append(kept, end);
  return mended;
}

}  // namespace quotary
