// Where documents come from: files, directories, JSON Lines, and all that can be wrong with them.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "quotary/readers.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;
using std::string_literals::operator""s;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "quotary-readers-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  // Writes a file and returns its path.
  std::string write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path(name);
  }
  [[nodiscard]] std::string path(const std::string& name = "") const {
    return name.empty() ? path_.string() : (path_ / name).string();
  }
  // `text` with the path of the folder as "DIR".
  [[nodiscard]] std::string relative(std::string text) const {
    for (std::size_t at = text.find(path()); at != std::string::npos; at = text.find(path())) {
      text.replace(at, path().size(), "DIR");
    }
    return text;
  }

 private:
  fs::path path_;
};

// What comes, one entry each: "id|bytes|extra" or the error.
std::vector<std::string> all(const Folder& folder, const std::vector<std::string>& inputs,
                             const ReadOptions& options = {}) {
  std::vector<std::string> out;
  DocumentSource source(inputs, options);
  while (auto item = source.next()) {
    const std::string seen = *item ? (*item)->id + "|" + (*item)->bytes + "|" + (*item)->extra_json
                                   : item->error().to_string();
    out.push_back(folder.relative(seen));
  }
  return out;
}

using Seen = std::vector<std::string>;

TEST(DocumentSource, AFileIsADocumentNamedByItsPath) {
  const Folder folder;
  const std::string path = folder.write("a.txt", "One.\n\nTwo.\xFF\0"s);
  EXPECT_EQ(all(folder, {path}), Seen{"DIR/a.txt|One.\n\nTwo.\xFF\0|"s});
  EXPECT_EQ(all(folder, {folder.write("empty.txt", "")}), Seen{"DIR/empty.txt||"});
  EXPECT_EQ(all(folder, {folder.write("no-extension", "x")}), Seen{"DIR/no-extension|x|"});
}

TEST(DocumentSource, WhatCannotBeReadCostsItselfOnly) {
  const Folder folder;
  const std::string good = folder.write("b.txt", "x");
  EXPECT_EQ(all(folder, {folder.path("a.txt"), good}),
            (Seen{"E101 DIR/a.txt: cannot read it: No such file or directory", "DIR/b.txt|x|"}));
}

TEST(DocumentSource, ADirectoryIsReadThroughAllLevelsSortedByPath) {
  const Folder folder;
  folder.write("c.txt", "3");
  folder.write("b/z.md", "2");
  folder.write("b/a/x.TEXT", "1");
  folder.write("a.jsonl", "{\"text\":\"0\"}\n");
  folder.write("d.ndjson", "{\"text\":\"4\"}\n");
  folder.write("e.html", "<p>5</p>");
  folder.write("ignored.pdf", "-");
  folder.write("ignored", "-");
  folder.write(".hidden.txt", "-");
  folder.write(".git/x.txt", "-");
  fs::create_directory_symlink(folder.path(), folder.path("loop"));
  EXPECT_EQ(all(folder, {folder.path()}),
            (Seen{"DIR/a.jsonl:1|0|", "DIR/b/a/x.TEXT|1|", "DIR/b/z.md|2|", "DIR/c.txt|3|",
                  "DIR/d.ndjson:1|4|", "DIR/e.html|<p>5</p>|"}));
}

TEST(DocumentSource, ADirectoryWithoutTextIsAnError) {
  const Folder folder;
  folder.write("x.pdf", "-");
  fs::create_directory(folder.path("sub"));
  EXPECT_EQ(
      all(folder, {folder.path()}),
      Seen{"E104 DIR: no text in this directory; *.txt, *.text, *.md, *.html, *.htm, *.xhtml, "
           "*.jsonl and *.ndjson are read"});
}

TEST(DocumentSource, ALinkThatLeadsNowhereIsReported) {
  const Folder folder;
  fs::create_symlink(folder.path("gone"), folder.path("a.txt"));
  folder.write("b.txt", "x");
  EXPECT_EQ(all(folder, {folder.path()}),
            (Seen{"E101 DIR/a.txt: cannot read it: No such file or directory", "DIR/b.txt|x|"}));
}

TEST(DocumentSource, JsonLinesCarryTheirOtherFields) {
  const Folder folder;
  const std::string path =
      folder.write("a.jsonl",
                   "{\"id\":\"x1\",\"text\":\"Caf\\u00e9\",\"n\": [1, 2],\"o\":{\"p\":null}}\r\n"
                   "\n"
                   "{\"text\":\"two\",\"id\":17}\n"
                   "{\"k\":1,\"text\":\"three\",\"k\":2,\"id\":null,\"l\":0}");
  EXPECT_EQ(all(folder, {path}), (Seen{"x1|Café|\"n\":[1, 2],\"o\":{\"p\":null}", "17|two|",
                                       "DIR/a.jsonl:4|three|\"k\":2,\"l\":0"}));
}

TEST(DocumentSource, FieldsAreFoundUnderTheNamesGiven) {
  const Folder folder;
  const std::string path = folder.write("a.jsonl", R"({"body":"b","key":"k","text":"t","id":"i"})");
  ReadOptions options;
  options.text_field = "body";
  options.id_field = "key";
  EXPECT_EQ(all(folder, {path}, options), Seen{R"(k|b|"text":"t","id":"i")"});
}

TEST(DocumentSource, EscapedNamesAreTheSameNames) {
  const Folder folder;
  const std::string path =
      folder.write("a.jsonl", R"({"t\u0065xt":"t","\u0069d":"i","\u0061":1,"a":2})");
  EXPECT_EQ(all(folder, {path}), Seen{R"(i|t|"a":2)"});
}

TEST(DocumentSource, TheLastOfEqualFieldsStays) {
  const Folder folder;
  const std::string path = folder.write("a.jsonl", R"({"text":"a","text":"b","id":"1","id":"2"})");
  EXPECT_EQ(all(folder, {path}), Seen{"2|b|"});
}

TEST(DocumentSource, ABrokenLineCostsItselfOnly) {
  const Folder folder;
  const std::string path = folder.write("a.jsonl",
                                        "{\"text\":\"one\"}\n"
                                        "{\"text\":\"two\",}\n"
                                        "[1]\n"
                                        "{\"title\":\"x\",\"body\":\"y\"}\n"
                                        "{}\n"
                                        "{\"text\":5}\n"
                                        "{\"text\":\"x\",\"id\":[1]}\n"
                                        "{\"text\":\"eight\"}\n");
  const Seen seen = all(folder, {path});
  ASSERT_EQ(seen.size(), 8U);
  EXPECT_EQ(seen[0], "DIR/a.jsonl:1|one|");
  EXPECT_EQ(seen[1],
            "E102 DIR/a.jsonl:2:15: syntax error while parsing object key - unexpected '}'; "
            "expected string literal; each line must be one JSON object: mend or remove this line");
  EXPECT_EQ(seen[2],
            "E102 DIR/a.jsonl:3:1: expected a JSON object; each line must be one JSON object: mend "
            "or remove this line");
  EXPECT_EQ(seen[3],
            "E103 DIR/a.jsonl:4: no field `text` (it has `title`, `body`); say which one holds the "
            "text with --text-field");
  EXPECT_EQ(seen[4],
            "E103 DIR/a.jsonl:5: no field `text`; say which one holds the text with --text-field");
  EXPECT_EQ(seen[5], "E103 DIR/a.jsonl:6: `text` must be a string, but is a number");
  EXPECT_EQ(seen[6], "E103 DIR/a.jsonl:7: `id` must be a string or a number, but is a list");
  EXPECT_EQ(seen[7], "DIR/a.jsonl:8|eight|");
}

TEST(DocumentSource, BadUnicodeInALineIsNoError) {
  const Folder folder;
  const std::string path =
      folder.write("a.jsonl", "\xEF\xBB\xBF{\"text\":\"a\xFF\\ud800\",\"n\":\"\xFE\\udc00\"}\n");
  EXPECT_EQ(all(folder, {path}), Seen{"DIR/a.jsonl:1|a\xFF\uFFFD|\"n\":\"\uFFFD\\ufffd\""});
}

TEST(DocumentSource, TheFormatCanBeForced) {
  const Folder folder;
  const std::string path = folder.write("a.txt", "{\"text\":\"x\"}\n");
  ReadOptions options;
  options.format = InputFormat::jsonl;
  EXPECT_EQ(all(folder, {path}, options), Seen{"DIR/a.txt:1|x|"});
  const std::string lines = folder.write("b.jsonl", "plain");
  options.format = InputFormat::text;
  EXPECT_EQ(all(folder, {lines}, options), Seen{"DIR/b.jsonl|plain|"});
}

TEST(DocumentSource, PagesAreKnownByNameOrByWhatIsAsked) {
  const Folder folder;
  const std::string page = folder.write("a.HTM", "<p>x</p>");
  const std::string text = folder.write("b.txt", "<p>x</p>");
  const auto is_page = [](const std::string& path, InputFormat format) {
    ReadOptions options;
    options.format = format;
    return DocumentSource({path}, options).next()->value().is_page;
  };
  EXPECT_TRUE(is_page(page, InputFormat::automatic));
  EXPECT_FALSE(is_page(text, InputFormat::automatic));
  EXPECT_TRUE(is_page(text, InputFormat::html));
  EXPECT_FALSE(is_page(page, InputFormat::text));
}

TEST(DocumentSource, LinesAndTextsAreBounded) {
  const Folder folder;
  ReadOptions options;
  options.max_line_bytes = 20;
  options.max_text_bytes = 5;
  const std::string path = folder.write("a.jsonl", "{\"text\":\"" + std::string(100, 'x') +
                                                       "\"}\n{\"text\":\"short\"}\n"
                                                       "{\"text\":\"longer\"}\n" +
                                                       std::string(50, 'y'));
  EXPECT_EQ(all(folder, {path}, options),
            (Seen{"E105 DIR/a.jsonl:1: a line may have at most 20 bytes; split the document, or "
                  "read it as plain text",
                  "DIR/a.jsonl:2|short|", "E105 DIR/a.jsonl:3: a text may have at most 5 bytes",
                  "E105 DIR/a.jsonl:4: a line may have at most 20 bytes; split the document, or "
                  "read it as plain text"}));
  EXPECT_EQ(all(folder, {folder.write("b.txt", "123456"), folder.write("c.txt", "12345")}, options),
            (Seen{"E105 DIR/b.txt: a text may have at most 5 bytes; split it, one document a file "
                  "or one a line of JSON Lines",
                  "DIR/c.txt|12345|"}));
}

TEST(DocumentSource, LongLinesAreSkippedWhereverTheBufferEnds) {
  const Folder folder;
  ReadOptions options;
  options.max_line_bytes = 3'000'000;
  const std::string document = "{\"text\":\"ok\"}\n";
  for (const std::size_t size : {3'000'001U, 3'145'728U, 4'194'303U, 9'000'000U}) {
    const std::string path =
        folder.write("a.jsonl", document + std::string(size, 'x') + "\n" + document);
    const Seen seen = all(folder, {path}, options);
    ASSERT_EQ(seen.size(), 3U) << size;
    EXPECT_TRUE(seen[1].starts_with("E105 DIR/a.jsonl:2: ")) << size;
    EXPECT_EQ(seen[2], "DIR/a.jsonl:3|ok|") << size;
  }
}

TEST(DocumentSource, LinesOfEveryLengthAroundTheBufferSurvive) {
  const Folder folder;
  std::string lines;
  std::vector<std::size_t> sizes;
  for (std::size_t size = (1U << 20) - 40; size < (1U << 20) + 40; size += 7) sizes.push_back(size);
  for (const std::size_t size : sizes) lines += "{\"text\":\"" + std::string(size, 'x') + "\"}\n";
  DocumentSource source({folder.write("a.jsonl", lines)});
  for (const std::size_t size : sizes) ASSERT_EQ(source.next()->value().bytes.size(), size);
  EXPECT_FALSE(source.next().has_value());
  EXPECT_FALSE(source.next().has_value());
  EXPECT_EQ(source.bytes_read(), lines.size());
}

TEST(DocumentSource, StopEndsTheReading) {
  const Folder folder;
  const std::string path = folder.write("a.txt", "x");
  ReadOptions options;
  options.stop = [] { return true; };
  EXPECT_EQ(all(folder, {path, path}, options), Seen{"E302 DIR/a.txt: interrupted"});
}

// Pathological: a line of 50 MB, and 200,000 fields of the same few names.
TEST(DocumentSource, HugeLinesTakeLinearTime) {
  const Folder folder;
  std::string fields;
  for (int i = 0; i < 200'000; ++i) fields += "\"f" + std::to_string(i % 1000) + "\":1,";
  const std::string path = folder.write(
      "a.jsonl", "{\"text\":\"" + std::string(50'000'000, 'x') + "\"}\n{" + fields +
                     "\"text\":\"y\"}\n{\"text\":" + std::string(5'000'000, '{') + "\n");
  const auto start = std::chrono::steady_clock::now();
  DocumentSource source({path});
  EXPECT_EQ(source.next()->value().bytes.size(), 50'000'000U);
  EXPECT_EQ(source.next()->value().bytes, "y");
  EXPECT_EQ(source.next()->error().code, ErrorCode::bad_json);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace quotary
