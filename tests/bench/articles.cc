#include "articles.h"

#include <cctype>
#include <utility>

#include "articles_grammar.h"

namespace quotary::bench {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view by) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(by); at != std::string_view::npos; at = text.find(by)) {
    parts.push_back(trimmed(text.substr(0, at)));
    text.remove_prefix(at + by.size());
  }
  parts.push_back(trimmed(text));
  return parts;
}

void capitalise(std::string& text, std::size_t at) {
  if (at < text.size()) {
    text[at] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[at])));
  }
}

// The places of the closing brackets that belong to `text`'s first character.
std::size_t closing(std::string_view text, char open, char close) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == open) ++depth;
    if (text[i] == close && --depth == 0) return i;
  }
  return text.size() - 1;
}

}  // namespace

ArticleWriter::ArticleWriter(std::uint32_t seed) : random_(seed) {
  for (const std::string_view line : split(kGrammar, "\n")) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    grammar_[line.substr(0, colon)] = split(line.substr(colon + 2), " / ");
  }
}

std::size_t ArticleWriter::below(std::size_t end) { return random_() % end; }

bool ArticleWriter::chance(double share) {
  return static_cast<double>(random_()) < share * 4294967296.0;
}

std::string_view ArticleWriter::one_of(std::string_view symbol) {
  const Alternatives& alternatives = grammar_.at(symbol);
  return alternatives[below(alternatives.size())];
}

void ArticleWriter::expand(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const std::size_t at = text.find_first_of("{C");
    out += text.substr(0, at);
    if (at == std::string_view::npos) return;
    text.remove_prefix(at);
    if (text.starts_with("CAP(")) {
      const std::size_t end = closing(text, '(', ')');
      const std::size_t start = out.size();
      expand(text.substr(4, end - 4), out);
      capitalise(out, start);
      text.remove_prefix(end + 1);
    } else if (text.front() == '{') {
      const std::size_t end = text.find('}');
      const std::string_view symbol = text.substr(1, end - 1);
      if (!make(symbol, out)) expand(one_of(symbol), out);
      text.remove_prefix(end + 1);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
}

bool ArticleWriter::make(std::string_view symbol, std::string& out) {
  if (std::islower(static_cast<unsigned char>(symbol.front())) != 0) return false;
  Person& person = cast_[speaker_];
  if (symbol == "FULL") {
    make_person(person, out);
  } else if (symbol == "LAST") {
    if (person.introduced) {
      out += person.last;
    } else {
      make_person(person, out);
    }
  } else if (symbol == "HE") {
    out += person.female ? "she" : "he";
  } else if (symbol == "WHO") {
    const std::size_t start = out.size();
    make(below(3) == 0 ? "HE" : "LAST", out);
    const bool begins = start == 0 || out[start - 1] == '\n';
    if (begins || (start > 1 && out[start - 2] == '.')) capitalise(out, start);
  } else if (symbol == "OTHER") {
    make_person(cast_[below(cast_.size())], out);
  } else if (symbol == "ROLE") {
    out += person.role;
  } else if (symbol == "TOWN") {
    out += towns_[below(towns_.size())];
  } else if (symbol == "ORG") {
    out += "the " + organisations_[below(organisations_.size())];
  } else if (symbol == "AGE") {
    out += std::to_string(20 + below(60));
  } else if (symbol == "YEAR") {
    out += std::to_string(1990 + below(36));
  } else if (symbol == "DAY") {
    out += std::to_string(1 + below(28));
  } else if (symbol == "NUMBER") {
    out += below(2) == 0 ? std::to_string(2 + below(98))
                         : std::to_string(1 + below(90)) + "," + std::to_string(100 + below(900));
  } else {
    return false;
  }
  return true;
}

void ArticleWriter::make_person(Person& person, std::string& out) {
  if (!person.title.empty() && below(2) == 0) out += person.title + " ";
  out += person.first + " " + person.last;
  person.introduced = true;
}

std::string ArticleWriter::proper(std::size_t syllables) {
  std::string name(one_of("start"));
  for (std::size_t i = 2; i < syllables; ++i) name += one_of("middle");
  return name += one_of("end");
}

void ArticleWriter::set_scene() {
  towns_.clear();
  organisations_.clear();
  cast_.clear();
  for (std::size_t i = 3 + below(4); i != 0; --i) towns_.push_back(proper(2 + below(2)));
  for (std::size_t i = 2 + below(4); i != 0; --i) {
    organisations_.push_back(proper(2 + below(2)) + " " + std::string(one_of("orgend")));
  }
  for (std::size_t i = 3 + below(5); i != 0; --i) {
    Person person;
    person.female = below(2) == 0;
    person.first = one_of(person.female ? "female" : "male");
    person.last = proper(2 + below(3));
    if (below(2) == 0) person.title = one_of("title");
    person.role = one_of("role");
    cast_.push_back(std::move(person));
  }
  speaker_ = 0;
  attributed_ = 0.14 + 0.44 * static_cast<double>(below(1000)) / 1000;
}

void ArticleWriter::write_sentence(std::string& out) {
  if (!chance(attributed_)) return expand(one_of("plain"), out);
  if (below(3) == 0) speaker_ = below(cast_.size());
  const std::size_t kind = below(100);
  if (kind < 20) {
    ++counts_.direct;
    expand(one_of("direct"), out);
  } else if (kind < 32) {
    ++counts_.mixed;
    expand(one_of("mixed"), out);
  } else {
    ++counts_.indirect;
    expand(one_of("indirect"), out);
  }
}

void ArticleWriter::write_paragraph(std::string& out) {
  for (std::size_t sentences = 1 + below(4); sentences != 0; --sentences) {
    const std::size_t start = out.size();
    write_sentence(out);
    capitalise(out, start);
    out += sentences == 1 ? "\n" : " ";
  }
}

std::string ArticleWriter::next() {
  set_scene();
  std::string out;
  expand(one_of("headline"), out);
  capitalise(out, 0);
  out += "\n\n";
  std::string dateline = towns_[0];
  for (char& c : dateline) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  out += dateline + " (AP) — ";
  write_paragraph(out);
  for (std::size_t paragraphs = 2 + below(30); paragraphs != 0; --paragraphs) {
    out += '\n';
    if (below(20) == 0) {
      expand(one_of("caption"), out);
      out += '\n';
    } else {
      write_paragraph(out);
    }
  }
  count(out);
  return out;
}

void ArticleWriter::count(std::string_view article) {
  ++counts_.articles;
  counts_.bytes += article.size();
  bool in_word = false;
  bool in_marks = false;
  for (const char c : article) {
    const bool space = c == ' ' || c == '\n';
    if (!space && !in_word) ++counts_.words;
    in_word = !space;
    if (c == '"') in_marks = !in_marks;
    if (in_marks) ++counts_.marked_bytes;
  }
}

std::string articles_of(std::size_t bytes, std::uint32_t seed) {
  ArticleWriter writer(seed);
  std::string out;
  out.reserve(bytes + 20'000);
  while (out.size() < bytes) out += writer.next() + "\n";
  return out;
}

}  // namespace quotary::bench
