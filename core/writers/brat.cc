#include "writers/brat.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "text/utf8.h"
#include "writers/characters.h"
#include "writers/numbers.h"

namespace quotary {
namespace {

// Slices the original text by code points.
class OriginalText {
 public:
  explicit OriginalText(std::string text) : text_(std::move(text)) {
    for (std::size_t at = 0; at < text_.size(); at += character_at(text_, at).size) {
      starts_.push_back(static_cast<std::uint32_t>(at));
    }
    starts_.push_back(static_cast<std::uint32_t>(text_.size()));
  }

  [[nodiscard]] std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    const auto last = static_cast<std::uint32_t>(starts_.size() - 1);
    const std::uint32_t first_byte = starts_[std::min(begin, last)];
    return std::string_view(text_).substr(first_byte, starts_[std::min(end, last)] - first_byte);
  }

 private:
  std::string text_;
  std::vector<std::uint32_t> starts_;
};

// An annotation stands on one line: newlines and other control characters are shown as spaces, one
// for one, so that lengths agree with the offsets.
void append_on_one_line(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Sequence character = character_at(text, at);
    if (is_control(character.code)) {
      out += ' ';
    } else {
      out.append(text.data() + at, character.size);
    }
    at += character.size;
  }
}

class Annotations {
 public:
  Annotations(const Record& record, std::string& out)
      : record_(record), out_(out), text_(brat_text(record)) {}

  void write() {
    for (const RecordQuote& quote : record_.quotes) {
      if (quote.depth < kMaxTextDepth) write_quote(quote);
    }
  }

 private:
  using Id = std::uint32_t;

  void write_quote(const RecordQuote& quote) {
    const Id content = next_text_++;
    write_text_bound(content, "Content", record_.parts_of(quote));
    write_kind(content, quote.kind);
    if (!quote.cue.empty()) write_relation("Cue", content, text_bound("Cue", quote.cue));
    if (!quote.source.empty()) {
      write_relation("Source", content, text_bound("Source", quote.source));
    }
    write_speakers(content, quote);
  }

  // One annotation for a phrase, however many quotes it is the cue or the source of.
  Id text_bound(std::string_view type, const Passage& passage) {
    auto& known = type == "Cue" ? cues_ : sources_;
    const auto [at, is_new] = known.try_emplace({passage.begin, passage.end}, next_text_);
    if (is_new) write_text_bound(next_text_++, type, std::span(&passage, 1));
    return at->second;
  }

  void write_text_bound(Id id, std::string_view type, std::span<const Passage> parts) {
    label('T', id);
    out_ += type;
    for (const Passage& part : parts) {
      out_ += &part == parts.data() ? ' ' : ';';
      append_number(out_, part.begin);
      out_ += ' ';
      append_number(out_, part.end);
    }
    for (const Passage& part : parts) {
      out_ += &part == parts.data() ? '\t' : ' ';
      append_on_one_line(out_, text_.slice(part.begin, part.end));
    }
    out_ += '\n';
  }

  void write_relation(std::string_view type, Id content, Id other) {
    label('R', ++relations_);
    out_ += type;
    out_ += " Arg1:T";
    append_number(out_, content);
    out_ += " Arg2:T";
    append_number(out_, other);
    out_ += '\n';
  }

  void write_kind(Id content, QuoteKind kind) {
    label('A', ++attributes_);
    out_ += "Kind T";
    append_number(out_, content);
    out_ += ' ';
    out_ += name_of(kind);
    out_ += '\n';
  }

  // "A; B" where several say it.
  void write_speakers(Id content, const RecordQuote& quote) {
    const RecordSource* const speaker = record_.speaker_of(quote);
    if (speaker == nullptr || speaker->name.empty()) return;
    label('#', ++notes_);
    out_ += "Speaker T";
    append_number(out_, content);
    std::string_view before = "\t";
    for (const std::uint32_t each : record_.speakers_of(quote)) {
      out_ += before;
      append_on_one_line(out_, record_.sources[each].name);
      before = "; ";
    }
    out_ += '\n';
  }

  void label(char letter, Id id) {
    out_ += letter;
    append_number(out_, id);
    out_ += '\t';
  }

  const Record& record_;
  std::string& out_;
  OriginalText text_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Id> cues_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Id> sources_;
  Id next_text_ = 1;
  Id relations_ = 0;
  Id attributes_ = 0;
  Id notes_ = 0;
};

}  // namespace

std::string brat_text(const Record& record) {
  std::string text;
  text.reserve(record.bytes.size());
  for (std::size_t at = 0; at < record.bytes.size();) {
    const Utf8Sequence character = character_at(record.bytes, at);
    if (character.valid) {
      text.append(record.bytes.data() + at, character.size);
    } else {
      text += "\xEF\xBF\xBD";
    }
    at += character.size;
  }
  return text;
}

void BratWriter::write(const Record& record, std::string& out) const {
  if (!options_.several_files) {
    out += "# ";
    append_on_one_line(out, record.id);
    out += '\n';
  }
  Annotations(record, out).write();
}

}  // namespace quotary
