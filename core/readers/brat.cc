#include "readers/brat.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "readers/byte_input.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxInput = 0xFFFFFFFFU;

enum class Role : std::uint8_t { content, cue, source };

// A T line with one of our three types.
struct TextBound {
  Role role;
  std::vector<CodepointSpan> spans;
  std::size_t quote = 0;  // index of the quote that a content is
};

// The part of `text` before `separator`, which is taken off with it.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t at = text.find(separator);
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  return part;
}

std::optional<Role> role_of(std::string_view type) {
  if (type == "Content") return Role::content;
  if (type == "Cue") return Role::cue;
  if (type == "Source") return Role::source;
  return std::nullopt;
}

std::optional<AnnotatedKind> annotated_kind(std::string_view name) {
  for (const auto kind : {AnnotatedKind::direct, AnnotatedKind::indirect, AnnotatedKind::mixed}) {
    if (name == name_of(kind)) return kind;
  }
  return std::nullopt;
}

class AnnParser {
 public:
  AnnParser(const std::string& name, std::uint32_t length) : name_(name), length_(length) {}

  // Lines may refer to lines below them: first what they refer to, then the rest.
  Result<std::vector<AnnotatedQuote>> parse(std::string_view lines) {
    for (const auto read : {&AnnParser::read_text_bound, &AnnParser::read_link}) {
      std::string_view rest = lines;
      for (line_ = 1; !rest.empty(); ++line_) {
        std::string_view line = take_until(rest, '\n');
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) (this->*read)(line);
        if (error_) return *std::move(error_);
      }
    }
    return std::move(quotes_);
  }

 private:
  // "T1<TAB>Content 0 10;15 20<TAB>the words"
  void read_text_bound(std::string_view line) {
    if (line[0] != 'T') return;
    const std::string_view id = take_until(line, '\t');
    std::string_view fragments = take_until(line, '\t');
    const auto role = role_of(take_until(fragments, ' '));
    if (!role) return;
    TextBound bound{*role, {}};
    while (!fragments.empty()) bound.spans.push_back(read_span(take_until(fragments, ';')));
    if (bound.spans.empty()) fail("offsets are missing after the type");
    if (bound.role == Role::content) {
      bound.quote = quotes_.size();
      quotes_.emplace_back().content = bound.spans;
    }
    if (!bounds_.emplace(id, std::move(bound)).second) fail(quoted(id) + " was given before");
  }

  CodepointSpan read_span(std::string_view fragment) {
    const std::string_view begin = take_until(fragment, ' ');
    const CodepointSpan span{read_offset(begin), read_offset(fragment)};
    if (span.begin >= span.end) fail("a span must end after it begins");
    if (span.end > length_) {
      fail("the text has " + std::to_string(length_) + " code points; offsets count those");
    }
    return span;
  }

  std::uint32_t read_offset(std::string_view digits) {
    std::uint32_t offset = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), offset);
    if (error != std::errc() || end != digits.end()) fail(quoted(digits) + " is no offset");
    return offset;
  }

  void read_link(std::string_view line) {
    const char type = line[0];
    take_until(line, '\t');
    if (type == 'R' || type == 'E') return read_relation(line);
    if (type == 'A' || type == 'M') return read_attribute(line);
    if (type == '#') return read_note(line);
    if (type != 'T' && type != 'N' && type != '*') fail("no line of brat standoff");
  }

  // "Cue Arg1:T1 Arg2:T2", "Attribution:T2 Content:T1 Source:T3": whatever the names, each content
  // among the arguments gets each cue and source among them.
  void read_relation(std::string_view line) {
    arguments_.clear();
    while (!line.empty()) {
      std::string_view argument = take_until(line, ' ');
      take_until(argument, ':');
      if (!argument.starts_with('T')) continue;
      if (const TextBound* bound = find(argument)) arguments_.push_back(bound);
    }
    for (const TextBound* content : arguments_) {
      if (content->role == Role::content) link(quotes_[content->quote]);
    }
  }

  void link(AnnotatedQuote& quote) const {
    for (const TextBound* bound : arguments_) {
      if (bound->role == Role::content) continue;
      auto& spans = bound->role == Role::cue ? quote.cue : quote.source;
      spans.insert(spans.end(), bound->spans.begin(), bound->spans.end());
    }
  }

  // "Kind T1 direct", "Nested T1"
  void read_attribute(std::string_view line) {
    const std::string_view type = take_until(line, ' ');
    AnnotatedQuote* quote = find_quote(take_until(line, ' '));
    if (quote == nullptr) return;
    if (type == "Nested") quote->nested = true;
    if (type == "Doubtful") quote->doubtful = true;
    if (type != "Kind") return;
    const auto kind = annotated_kind(line);
    if (!kind) return fail(quoted(line) + " is no kind; direct, indirect and mixed are");
    quote->kind = *kind;
  }

  // "Speaker T1<TAB>Jane Smith"
  void read_note(std::string_view line) {
    std::string_view target = take_until(line, '\t');
    if (take_until(target, ' ') != "Speaker") return;
    if (AnnotatedQuote* quote = find_quote(target)) quote->speaker = line;
  }

  AnnotatedQuote* find_quote(std::string_view id) {
    const auto found = bounds_.find(id);
    if (found == bounds_.end() || found->second.role != Role::content) return nullptr;
    return &quotes_[found->second.quote];
  }

  // Null for a T of a type that is not ours; those need not be here.
  const TextBound* find(std::string_view id) const {
    const auto found = bounds_.find(id);
    return found == bounds_.end() ? nullptr : &found->second;
  }

  static std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

  void fail(std::string message) {
    if (error_) return;
    error_ = Error{ErrorCode::bad_annotation, std::move(message), {.file = name_, .line = line_}};
  }

  const std::string& name_;
  std::uint32_t length_;
  std::uint32_t line_ = 0;
  std::unordered_map<std::string_view, TextBound> bounds_;
  std::vector<AnnotatedQuote> quotes_;
  std::vector<const TextBound*> arguments_;
  std::optional<Error> error_;
};

Result<std::string> read_file(const fs::path& path) {
  Result<ByteInput> input = ByteInput::open(path.string());
  if (!input) return input.error();
  return input->read_all(kMaxInput);
}

std::uint32_t count_codepoints(std::string_view text) {
  const auto leads = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), leads));
}

Result<AnnotatedDocument> read_pair(const std::string& root, const std::string& path) {
  const fs::path ann = path;
  Result<std::string> lines = read_file(ann);
  if (!lines) return lines.error();
  Result<std::string> text = read_file(fs::path(ann).replace_extension(".txt"));
  if (!text) return text.error();
  Result<std::vector<AnnotatedQuote>> quotes = parse_brat(*lines, path, count_codepoints(*text));
  if (!quotes) return quotes.error();
  AnnotatedDocument document;
  const fs::path name = root == path ? ann.filename() : ann.lexically_relative(root);
  document.id = fs::path(name).replace_extension().generic_string();
  document.text = std::move(*text);
  document.quotes = std::move(*quotes);
  return document;
}

}  // namespace

Result<std::vector<AnnotatedQuote>> parse_brat(std::string_view lines, const std::string& name,
                                               std::uint32_t length) {
  return AnnParser(name, length).parse(lines);
}

BratCollection::BratCollection(std::string path) : root_(std::move(path)) {
  std::error_code error;
  if (!fs::is_directory(root_, error)) {
    paths_.push_back(root_);
    return;
  }
  fs::recursive_directory_iterator at(root_, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().extension() == ".ann") paths_.push_back(at->path().string());
  }
  if (error) {
    failure_ = Error{
        ErrorCode::cannot_read, "cannot list this directory: " + error.message(), {.file = root_}};
  } else if (paths_.empty()) {
    failure_ =
        Error{ErrorCode::nothing_to_read, "no *.ann file in this directory", {.file = root_}};
  }
  std::sort(paths_.begin(), paths_.end(), std::greater<>());
}

std::optional<Result<AnnotatedDocument>> BratCollection::next() {
  if (failure_) return *std::exchange(failure_, std::nullopt);
  if (paths_.empty()) return std::nullopt;
  const std::string path = std::move(paths_.back());
  paths_.pop_back();
  return read_pair(root_, path);
}

}  // namespace quotary
