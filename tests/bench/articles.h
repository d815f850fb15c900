// News-like articles for benchmarks: invented, endless, and always the same for the same seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quotary::bench {

// What has been written so far.
struct ArticleCounts {
  std::size_t articles = 0;
  std::size_t bytes = 0;
  std::size_t words = 0;
  std::size_t marked_bytes = 0;  // between quotation marks
  std::size_t direct = 0;        // attributions, by kind
  std::size_t mixed = 0;
  std::size_t indirect = 0;

  [[nodiscard]] std::size_t attributions() const { return direct + mixed + indirect; }
};

// One attribution for about 45 words, and of them a fifth direct and an eighth mixed, as annotators
// have counted in political news. Articles have 150 to 1,500 words, paragraphs one to four
// sentences, a cast of three to seven people.
class ArticleWriter {
 public:
  explicit ArticleWriter(std::uint32_t seed = 1);

  // A headline, a dateline, paragraphs with a blank line between them, now and then a caption; ends
  // with a newline.
  [[nodiscard]] std::string next();

  [[nodiscard]] const ArticleCounts& counts() const { return counts_; }

 private:
  struct Person {
    std::string first, last, title, role;
    bool female = false;
    bool introduced = false;
  };
  using Alternatives = std::vector<std::string_view>;

  std::size_t below(std::size_t end);
  bool chance(double share);
  std::string_view one_of(std::string_view symbol);
  // Appends `text` with its symbols replaced.
  void expand(std::string_view text, std::string& out);
  // Replaces a symbol in capitals; false: it is not one.
  bool make(std::string_view symbol, std::string& out);
  void make_person(Person& person, std::string& out);
  std::string proper(std::size_t syllables);
  void set_scene();
  void write_paragraph(std::string& out);
  void write_sentence(std::string& out);
  void count(std::string_view article);

  std::mt19937 random_;
  std::unordered_map<std::string_view, Alternatives> grammar_;
  std::vector<std::string> towns_, organisations_;  // of this article
  std::vector<Person> cast_;
  std::size_t speaker_ = 0;
  double attributed_ = 0;  // share of this article's sentences
  ArticleCounts counts_;
};

// Articles of at least `bytes` in all, one after the other.
[[nodiscard]] std::string articles_of(std::size_t bytes, std::uint32_t seed = 1);

}  // namespace quotary::bench
