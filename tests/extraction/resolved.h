// One text, read and resolved: who says what.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "built_in.h"
#include "quotary/quotary.h"

namespace quotary {

struct Resolved {
  explicit Resolved(std::string text)
      : document(extractor().read(std::move(text), "test")),
        analysis(extractor().analyze(document)),
        record(make_record(document, analysis, {.all = true})) {}

  // The quote whose cue is `cue`, or null.
  [[nodiscard]] const RecordQuote* by_cue(std::string_view cue) const {
    const auto found = std::find_if(record.quotes.begin(), record.quotes.end(),
                                    [&](const RecordQuote& each) { return each.cue.text == cue; });
    return found == record.quotes.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::string speaker(std::string_view cue) const {
    const RecordQuote* quote = by_cue(cue);
    if (quote == nullptr) return "no such cue";
    const RecordSource* source = record.speaker_of(*quote);
    return source == nullptr ? "nobody" : std::string(source->name);
  }

  // "source: first part / second part" of the quote with this cue.
  [[nodiscard]] std::string said(std::string_view cue) const {
    const RecordQuote* quote = by_cue(cue);
    if (quote == nullptr) return "no such cue";
    std::string line(quote->source.text);
    for (const Passage& part : record.parts_of(*quote)) {
      line += &part == &record.parts_of(*quote).front() ? ": " : " / ";
      line += part.text;
    }
    return line;
  }

  // The first role of the speaker.
  [[nodiscard]] std::string role(std::string_view cue) const {
    const RecordQuote* quote = by_cue(cue);
    const RecordSource* source = quote == nullptr ? nullptr : record.speaker_of(*quote);
    const bool none = source == nullptr || source->roles.empty();
    return none ? "none" : std::string(record.texts[source->roles.first]);
  }

  Document document;
  Analysis analysis;  // the record's names point into it
  Record record;
};

}  // namespace quotary
