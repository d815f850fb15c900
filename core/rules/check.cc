#include "rules/check.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "quotary/document.h"
#include "rules/backticks.h"
#include "rules/fold_word.h"
#include "rules/json_tree.h"
#include "rules/lexicon_builder.h"

namespace quotary {
namespace {

std::string pack_id(const PackFiles& files) {
  for (const PackFile& file : files) {
    if (file.kind != PackFileKind::pack) continue;
    const Result<JsonTree> tree = JsonTree::read(file.content, file.path);
    return tree ? std::string(tree->text(0, "id").value_or("")) : std::string();
  }
  return {};
}

// Looks over lexicons for entries that stand twice or match nothing.
class LexiconCheck {
 public:
  LexiconCheck(const PackData& data, Findings& findings) : data_(data), findings_(findings) {}

  void check(const JsonTree& tree) {
    const std::uint32_t list = tree.member(0, "lexicons");
    if (list == kNone) return check_lexicon(tree, 0);
    for (JsonChildren each(tree, list); !each.done(); each.advance()) {
      check_lexicon(tree, each.index());
    }
  }

 private:
  void warn(const JsonTree& tree, std::uint32_t index, std::string message) {
    findings_.push_back(
        {Severity::warning, {ErrorCode::bad_lexicon, std::move(message), tree.place(index)}});
  }

  void check_lexicon(const JsonTree& tree, std::uint32_t lexicon) {
    const std::string_view name = *tree.text(lexicon, "class");
    if (tree.text(lexicon, "about").value_or("").empty()) {
      warn(tree, lexicon,
           "lexicon " + in_backticks(name) + " needs an \"about\": what belongs in it?");
    }
    const std::uint32_t entries = tree.member(lexicon, "entries");
    std::unordered_map<std::string, std::uint32_t> lines_of;
    for (JsonChildren each(tree, entries); !each.done(); each.advance()) {
      check_entry(tree, each.index(), name, lines_of);
    }
  }

  void check_entry(const JsonTree& tree, std::uint32_t entry, std::string_view lexicon,
                   std::unordered_map<std::string, std::uint32_t>& seen) {
    EntryForms forms;
    if (!split_entry(tree[entry].text, forms).empty()) return;
    const auto [first, fresh] = seen.emplace(std::string(forms.lemma), entry);
    if (!fresh) {
      warn(tree, entry,
           "entry " + in_backticks(forms.lemma) + " stands twice in " + in_backticks(lexicon) +
               ", first in line " + std::to_string(tree.place(first->second).line));
    }
    check_exclusive(tree, entry, lexicon, forms.lemma);
    check_readable(tree, entry, forms.lemma);
  }

  // Whether the tokenizer gives the words that the entry is stored by, in some surroundings: an
  // abbreviation keeps its full stop only where it cannot end a sentence. An entry in lower case
  // is for text with capitals as well.
  void check_readable(const JsonTree& tree, std::uint32_t entry, std::string_view lemma) {
    for (const std::string& written : {std::string(lemma), with_capitals(lemma)}) {
      for (const std::string_view after : {" ]", " 7", " Tarrow"}) {
        if (reads_as_one(written, after)) return;
      }
    }
    const Document document = read(lemma, "");
    std::string tokens;
    for (const Token& token : document.tokens()) tokens += " " + in_backticks(document.text(token));
    warn(tree, entry,
         "entry " + in_backticks(lemma) + " matches no text: it is read as the tokens" + tokens);
  }

  static std::string with_capitals(std::string_view lemma) {
    std::string written(lemma);
    for (std::size_t i = 0; i < written.size(); ++i) {
      const bool first = i == 0 || written[i - 1] == ' ';
      if (first && written[i] >= 'a' && written[i] <= 'z') {
        written[i] = static_cast<char>(written[i] - 'a' + 'A');
      }
    }
    return written;
  }

  [[nodiscard]] Document read(std::string_view lemma, std::string_view after) const {
    return Document::from_bytes(std::string(lemma) + std::string(after), {},
                                data_.text_rules_of_language);
  }

  [[nodiscard]] bool reads_as_one(std::string_view lemma, std::string_view after) const {
    const Document document = read(lemma, after);
    const auto count = static_cast<std::uint32_t>(document.tokens().size());
    const auto hit = data_.lexicon.longest_at(document, 0, count);
    return hit && hit->tokens.last + 1 == count;
  }

  void check_exclusive(const JsonTree& tree, std::uint32_t entry, std::string_view lexicon,
                       std::string_view lemma) {
    for (const std::vector<std::string>& group : data_.exclusive) {
      if (std::find(group.begin(), group.end(), lexicon) == group.end()) continue;
      std::string key = group.front() + '\n' + fold_word(lemma);
      const auto [first, fresh] = owners_.emplace(std::move(key), Owner{std::string(lexicon), {}});
      if (fresh) first->second.place = tree.place(entry);
      if (first->second.lexicon == lexicon) continue;
      const Place& place = first->second.place;
      warn(tree, entry,
           "entry " + in_backticks(lemma) + " is in " + in_backticks(lexicon) + " and in " +
               in_backticks(first->second.lexicon) + " (" + place.file + ":" +
               std::to_string(place.line) + "), which exclude each other");
    }
  }

  struct Owner {
    std::string lexicon;
    Place place;
  };

  const PackData& data_;
  Findings& findings_;
  std::unordered_map<std::string, Owner> owners_;
};

void check_examples(const std::string& id, const std::string& about, const RuleExamples& examples,
                    const Place& place, Findings& findings) {
  const auto warn = [&](const char* what) {
    findings.push_back({Severity::warning, {ErrorCode::bad_rule, in_backticks(id) + what, place}});
  };
  if (about.empty()) warn(" needs an \"about\" that says what its pattern does not");
  if (examples.matches.empty()) warn(" has no \"matches\": give it a text that it is for");
  if (examples.rejects.empty()) warn(" has no \"rejects\": give it a near miss");
}

void check_words(const PackData& data, std::uint32_t number, Findings& findings) {
  const TextRule& rule = data.text_rules[number];
  for (const RuleExample& example : rule.examples.matches) {
    if (data.text_rule_set->sift(example.text).may_match(number)) continue;
    findings.push_back({Severity::error,
                        {ErrorCode::bad_example,
                         in_backticks(rule.id) + " is not asked here: none of its \"words\" stands "
                                                 "in this text; add the one that does",
                         example.place}});
  }
}

}  // namespace

bool PackUnderTest::owns(const Place& place) const {
  return std::any_of(files.begin() + static_cast<std::ptrdiff_t>(first_own), files.end(),
                     [&](const PackFile& file) { return file.path == place.file; });
}

PackUnderTest open_pack(const std::string& directory) {
  PackFiles base = embedded_pack_files();
  const Result<PackFiles> own = read_pack_directory(directory);
  if (own && pack_id(base) == pack_id(*own)) base = embedded_common_files();
  return open_pack_over(std::move(base), directory);
}

PackUnderTest open_pack_over(PackFiles base, const std::string& directory) {
  PackUnderTest pack;
  const Result<PackFiles> own = read_pack_directory(directory);
  if (!own) {
    pack.findings.push_back({Severity::error, own.error()});
    return pack;
  }
  pack.files = std::move(base);
  pack.first_own = pack.files.size();
  pack.files.insert(pack.files.end(), own->begin(), own->end());
  std::vector<Error> errors;
  pack.data = compile_pack(pack.files, errors);
  pack.grammars = read_grammars(pack.files, errors);
  for (Error& error : errors) pack.findings.push_back({Severity::error, std::move(error)});
  sort_by_place(pack.findings);
  return pack;
}

Findings check_pack(const PackUnderTest& pack) {
  Findings findings = pack.findings;
  if (pack.data == nullptr) return findings;
  const PackData& data = *pack.data;
  for (const Error& note : data.notes) {
    if (pack.owns(note.place)) findings.push_back({Severity::warning, note});
  }
  for (std::size_t i = 0; i < data.rules.size(); ++i) {
    const TokenRule& rule = data.rules[i];
    if (!pack.owns(rule.place)) continue;
    check_examples(rule.id, rule.about, rule.examples, rule.place, findings);
    for (const pattern::Warning& warning : pattern::lint(data.patterns[i])) {
      findings.push_back(
          {Severity::warning, {ErrorCode::bad_rule, warning.message, warning.place}});
    }
  }
  for (std::uint32_t i = 0; i < data.text_rules.size(); ++i) {
    const TextRule& rule = data.text_rules[i];
    if (!pack.owns(rule.place)) continue;
    check_examples(rule.id, rule.about, rule.examples, rule.place, findings);
    check_words(data, i, findings);
  }
  for (const Grammar& grammar : pack.grammars) {
    if (!pack.owns(grammar.place)) continue;
    check_examples(grammar.id, grammar.about, grammar.examples, grammar.place, findings);
  }
  LexiconCheck lexicons(data, findings);
  for (std::size_t i = pack.first_own; i < data.files.size(); ++i) {
    if (data.files[i].kind != PackFileKind::lexicon) continue;
    const Result<JsonTree> tree = JsonTree::read(data.files[i].content, data.files[i].path);
    if (tree) lexicons.check(*tree);
  }
  sort_by_place(findings);
  return findings;
}

}  // namespace quotary
