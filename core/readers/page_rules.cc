#include "readers/page_rules.h"

#include <memory>
#include <optional>
#include <utility>

#include "rules/json_tree.h"
#include "text/ascii.h"

namespace quotary {
namespace {

constexpr std::size_t kLongestPhrase = 3;  // words

constexpr std::array<std::string_view, kDeclaredFields> kFieldNames = {
    "title",     "author",   "publisher",        "provider",         "source_organization",
    "origin",    "credit",   "copyright_holder", "copyright_notice", "dateline",
    "published", "modified", "section",          "license",          "page_url",
    "canonical", "language"};

constexpr std::array<std::string_view, kElementHints> kHintNames = {
    "paragraph", "headline", "heading", "section", "byline",   "time",
    "caption",   "credit",   "quote",   "notice",  "list_item"};

template <std::size_t n>
std::optional<std::size_t> position(const std::array<std::string_view, n>& names,
                                    std::string_view name) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == name) return i;
  }
  return std::nullopt;
}

constexpr std::uint64_t kNoWord = 0xCBF29CE484222325ULL;

std::uint64_t with_letter(std::uint64_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter_or_digit(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

// Calls visit(hash) for each word: runs of letters and digits, parted before capitals as well.
template <typename Visit>
void for_each_word(std::string_view text, const Visit& visit) {
  std::uint64_t hash = kNoWord;
  bool inside = false;
  char before = ' ';
  const auto end = [&] {
    if (inside) visit(hash);
    hash = kNoWord;
    inside = false;
  };
  for (const char c : text) {
    if (!is_letter_or_digit(c)) {
      end();
      // Words of different classes are no phrase.
      if (c == ' ' || c == '\t' || c == '\n') visit(0);
    } else {
      if (is_upper(c) && is_letter_or_digit(before) && !is_upper(before)) end();
      hash = with_letter(hash, ascii_lower(c));
      inside = true;
    }
    before = c;
  }
  end();
}

std::uint64_t with_word(std::uint64_t phrase, std::uint64_t word) {
  return phrase == 0 ? word : (phrase ^ word) * 0x9E3779B97F4A7C15ULL + 1;
}

std::uint64_t phrase_hash(std::string_view phrase) {
  std::uint64_t hash = 0;
  for_each_word(phrase, [&hash](std::uint64_t word) {
    if (word != 0) hash = with_word(hash, word);
  });
  return hash;
}

class RulesReader {
 public:
  RulesReader(const JsonTree& tree, PageRules& rules) : tree_(tree), rules_(rules) {}

  void read() {
    for_each_text(member(0, "not"),
                  [&](std::string_view word) { rules_.negations[phrase_hash(word)] = true; });
    read_marks("drop", mark::drop);
    read_marks("comments", mark::drop | mark::comments);
    read_marks("content", mark::content);
    read_marks("article", mark::article);
    read_marks("main", mark::main);
    for_each_text(tags_outside(),
                  [&](std::string_view tag) { add_tag(tag, mark::drop_outside_article); });
    read_hints();
    read_fields("meta", rules_.meta);
    read_fields("links", rules_.links);
    read_fields("json_ld", rules_.json_ld);
    read_fields("json_ld_images", rules_.json_ld_images);
    read_fields("fields", rules_.fields);
    read_flags(member(0, "article"), rules_.article_types);
    read_flags(member(0, "json_ld_images"), rules_.image_types);
    for_each_text(member(0, "second_level_domains"),
                  [&](std::string_view name) { rules_.second_level_domains.add(name, true); });
    for_each_text(member(0, "furniture"),
                  [&](std::string_view text) { rules_.furniture.add(text, true); });
    read_encodings();
  }

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  [[nodiscard]] std::uint32_t member(std::uint32_t object, std::string_view key) const {
    return object == kNone ? kNone : tree_.member(object, key);
  }
  [[nodiscard]] std::uint32_t tags_outside() const {
    return member(member(0, "drop"), "tags_outside_article");
  }

  template <typename Visit>
  void for_each_text(std::uint32_t list, const Visit& visit) {
    if (list == kNone) return;
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) {
      if (tree_[each.index()].kind == JsonKind::string) {
        visit(tree_[each.index()].text);
      } else {
        fail(each.index(), "expected a string");
      }
    }
  }

  void fail(std::uint32_t index, std::string message) {
    if (!error_) error_ = Error{ErrorCode::bad_pack, std::move(message), tree_.place(index)};
  }

  void add_tag(std::string_view name, std::uint32_t bits) {
    const GumboTag tag = gumbo_tag_enum(std::string(name).c_str());
    if (tag < GUMBO_TAG_UNKNOWN) {
      rules_.tags[tag] |= bits;
    } else {
      rules_.words[phrase_hash(name)] |= bits;  // newer than the parser: goes by its name
    }
  }

  static void add_bits(NameTable<std::uint32_t>& table, std::string_view name, std::uint32_t bits) {
    const std::uint32_t* known = table.find(name);
    table.add(name, bits | (known != nullptr ? *known : 0));
  }

  void read_marks(std::string_view key, std::uint32_t bits) { read_marks_of(member(0, key), bits); }
  void read_marks_of(std::uint32_t object, std::uint32_t bits) {
    if (object == kNone) return;
    for_each_text(member(object, "tags"), [&](std::string_view name) { add_tag(name, bits); });
    for_each_text(member(object, "roles"),
                  [&](std::string_view name) { add_bits(rules_.roles, name, bits); });
    for_each_text(member(object, "itemprops"),
                  [&](std::string_view name) { add_bits(rules_.itemprops, name, bits); });
    for_each_text(member(object, "types"),
                  [&](std::string_view name) { add_bits(rules_.itemtypes, name, bits); });
    for_each_text(member(object, "rels"),
                  [&](std::string_view name) { add_bits(rules_.rels, name, bits); });
    for_each_text(member(object, "words"),
                  [&](std::string_view name) { rules_.words[phrase_hash(name)] |= bits; });
  }

  void read_hints() {
    const std::uint32_t hints = member(0, "hints");
    if (hints == kNone) return;
    for (JsonMembers each(tree_, hints); !each.done(); each.advance()) {
      if (each.key() == "about") continue;
      const std::optional<std::size_t> hint = position(kHintNames, each.key());
      if (!hint) {
        fail(each.key_index(), "unknown hint `" + std::string(each.key()) + "`");
        continue;
      }
      read_marks_of(each.value(), mark::hint(static_cast<ElementHint>(*hint)));
      if (const auto longest = tree_.number(each.value(), "longest")) {
        rules_.longest[*hint] = static_cast<std::uint32_t>(*longest);
      }
    }
  }

  void read_fields(std::string_view key, NameTable<DeclaredField>& table) {
    const std::uint32_t object = member(0, key);
    if (object == kNone) return;
    for (JsonMembers each(tree_, object); !each.done(); each.advance()) {
      if (each.key() == "about" || each.key() == "types") continue;
      const std::optional<std::size_t> field = position(kFieldNames, each.key());
      if (!field) {
        fail(each.key_index(), "unknown field `" + std::string(each.key()) + "`");
        continue;
      }
      for_each_text(each.value(), [&](std::string_view name) {
        table.add(name, static_cast<DeclaredField>(*field));
      });
    }
  }

  void read_flags(std::uint32_t object, NameTable<bool>& table) {
    for_each_text(member(object, "types"), [&](std::string_view name) { table.add(name, true); });
  }

  void read_encodings() {
    const std::uint32_t object = member(0, "encodings");
    if (object == kNone) return;
    for (JsonMembers each(tree_, object); !each.done(); each.advance()) {
      if (each.key() == "about") continue;
      for_each_text(each.value(), [&](std::string_view label) {
        rules_.encodings.add(label, std::string(each.key()));
      });
    }
  }

  const JsonTree& tree_;
  PageRules& rules_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::shared_ptr<const PageRules>> PageRules::of(const PackData& pack) {
  auto rules = std::make_shared<PageRules>();
  for (const PackFile& file : pack.files) {
    if (file.kind != PackFileKind::html) continue;
    const Result<JsonTree> tree = JsonTree::read(file.content, file.path);
    if (!tree) return tree.error();
    RulesReader reader(*tree, *rules);
    reader.read();
    if (reader.error()) return *reader.error();
  }
  return std::shared_ptr<const PageRules>(std::move(rules));
}

std::uint32_t PageRules::marks_of_words(std::string_view attribute) const {
  // The words before the one at hand, the nearest last; 0 parts classes.
  std::array<std::uint64_t, kLongestPhrase> last = {};
  std::uint32_t bits = 0;
  for_each_word(attribute, [&](std::uint64_t word) {
    last[0] = last[1];
    last[1] = last[2];
    last[2] = word;
    if (word == 0) return;
    std::uint64_t phrase = 0;
    // From the longest phrase that ends here to the word alone.
    for (std::size_t from = 0; from < kLongestPhrase; ++from) {
      bool whole = true;
      phrase = 0;
      for (std::size_t i = from; i < kLongestPhrase; ++i) {
        whole = whole && last[i] != 0;
        phrase = with_word(phrase, last[i]);
      }
      if (!whole || (from != 0 && last[from - 1] != 0 && negations.contains(last[from - 1]))) {
        continue;
      }
      if (const auto found = words.find(phrase); found != words.end()) bits |= found->second;
    }
  });
  return bits;
}

std::string_view name_of(DeclaredField field) {
  return kFieldNames[static_cast<std::size_t>(field)];
}
std::string_view name_of(DeclaredType type) {
  switch (type) {
    case DeclaredType::person:
      return "person";
    case DeclaredType::organisation:
      return "organisation";
    case DeclaredType::unknown:
      break;
  }
  return "";
}
std::string_view name_of(ElementHint hint) { return kHintNames[static_cast<std::size_t>(hint)]; }

}  // namespace quotary
