#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "rules/lexicon_builder.h"
#include "rules/pack.h"
#include "rules/pack_image.h"
#include "rules/rule_reader.h"

namespace quotary {
namespace {

constexpr double kLanguageVersion = 1;

// Classes that the tokenizer needs before there are tokens to look up.
struct DivisionClass {
  std::string_view name;
  Abbreviation kind;
};
constexpr DivisionClass kAbbreviationClasses[] = {
    {"AbbreviationTitle", Abbreviation::title},
    {"Abbreviation", Abbreviation::plain},
    {"AbbreviationNumber", Abbreviation::number},
};
constexpr std::string_view kSentenceStarter = "SentenceStarter";
// `"Why?" Jane Roe asked.` is one sentence.
constexpr std::string_view kQuoteVerbClasses[] = {"SpeechVerb", "QuoteVerb", "AskVerb"};

class PackCompiler {
 public:
  // `image` is empty, or that of the pack that the files make.
  PackCompiler(PackFiles files, std::string_view image, pattern::Compiling when,
               std::vector<Error>& errors)
      : data_(std::make_shared<PackData>()), image_(image), when_(when), errors_(errors) {
    data_->files = std::move(files);
    if (image_.empty()) lexicons_.emplace();
  }

  std::shared_ptr<const PackData> compile() {
    const std::size_t errors_before = errors_.size();
    if (!image_.empty()) read_pack_image(image_, *data_);
    for (PackFile& file : data_->files) read(file);
    check_houses(data_->houses, errors_);
    check_sieves();
    if (image_.empty()) load_tagger();
    compile_token_rules();
    if (image_.empty()) load_weights();
    compile_text_rules();
    if (errors_.size() != errors_before) return nullptr;
    return data_;
  }

 private:
  void read(PackFile& file) {
    if (is_for_others(file.kind) || (!image_.empty() && is_in_image(file.kind))) return;
    Result<JsonTree> tree = JsonTree::read(file.content, file.path);
    if (!tree) {
      errors_.push_back(tree.error());
      return;
    }
    if (file.kind == PackFileKind::rules && holds_lexicons(*tree)) {
      file.kind = PackFileKind::lexicon;
    }
    if (tree->member(0, "line_words") != kNone) file.kind = PackFileKind::line_words;
    if (tree->member(0, "given_names") != kNone) file.kind = PackFileKind::given_names;
    switch (file.kind) {
      case PackFileKind::pack:
        return read_pack(*tree);
      case PackFileKind::lexicon:
        return read_lexicon(*tree);
      case PackFileKind::quote_marks:
        return read_quote_marks(*tree, data_->quote_marks, errors_);
      case PackFileKind::line_words:
        return read_line_words(*tree, data_->line_words, errors_);
      case PackFileKind::given_names:
        return read_given_names(*tree, data_->given_names, errors_);
      case PackFileKind::houses:
        return read_houses(*tree, data_->houses, errors_);
      case PackFileKind::rules:
        return read_rules(*tree, sources_, errors_);
      case PackFileKind::model:
      case PackFileKind::html:
      case PackFileKind::grammars:
        return;
    }
  }

  static bool is_for_others(PackFileKind kind) {
    return kind == PackFileKind::model || kind == PackFileKind::html ||
           kind == PackFileKind::grammars;
  }

  static bool is_in_image(PackFileKind kind) {
    return kind == PackFileKind::lexicon || kind == PackFileKind::houses ||
           kind == PackFileKind::line_words;
  }

  // Before the lexicon is built, which keeps what the tagger knows of its words.
  void load_tagger() {
    if (const std::string_view file = data_->model("tagger.tsv"); !file.empty()) {
      keep(Tagger::load(file, "models/tagger.tsv"), data_->tagger);
    }
  }
  // After it is built: weights are found by the numbers of its classes.
  void load_weights() {
    if (const std::string_view file = data_->model("attribution.tsv"); !file.empty()) {
      keep(WeightTable::parse(file, "models/attribution.tsv", data_->lexicon.class_names()),
           data_->attribution);
    }
  }

  template <typename T>
  void keep(Result<T> made, std::optional<T>& in) {
    if (made) {
      in.emplace(*std::move(made));
    } else {
      errors_.push_back(made.error());
    }
  }

  static bool holds_lexicons(const JsonTree& tree) {
    return tree.member(0, "lexicons") != kNone || tree.member(0, "entries") != kNone;
  }

  void fail(const JsonTree& tree, std::uint32_t index, std::string message) {
    errors_.push_back({ErrorCode::bad_pack, std::move(message), tree.place(index)});
  }

  void read_pack(const JsonTree& tree) {
    read_text(tree, "id", data_->id);
    read_text(tree, "version", data_->version);
    read_text(tree, "lang", data_->lang);
    read_text(tree, "licence", data_->licence);
    const std::optional<double> language = tree.number(0, "language");
    if (!language || *language != kLanguageVersion) {
      const std::uint32_t at = tree.member(0, "language");
      fail(tree, at == kNone ? 0 : at,
           "expected \"language\": 1, the rule language of this program");
    }
    if (const std::uint32_t list = tree.member(0, "sieves"); list != kNone) {
      for (std::string& name : read_texts(tree, list)) {
        if (data_->sieve(name) == kNone) data_->sieves.push_back(std::move(name));
      }
    }
    read_thresholds(tree);
    if (const std::uint32_t groups = tree.member(0, "exclusive"); groups != kNone) {
      for (JsonChildren each(tree, groups); !each.done(); each.advance()) {
        data_->exclusive.push_back(read_texts(tree, each.index()));
      }
    }
    if (const std::uint32_t symbols = tree.member(0, "symbols"); symbols != kNone) {
      read_symbols(tree, symbols);
    }
  }

  void read_text(const JsonTree& tree, std::string_view key, std::string& out) {
    const std::optional<std::string_view> text = tree.text(0, key);
    if (text && !text->empty()) {
      out = *text;
    } else {
      errors_.push_back({ErrorCode::missing_field,
                         "pack.json needs a text \"" + std::string(key) + "\"", tree.place(0)});
    }
  }

  static std::vector<std::string> read_texts(const JsonTree& tree, std::uint32_t list) {
    std::vector<std::string> texts;
    for (JsonChildren each(tree, list); !each.done(); each.advance()) {
      texts.emplace_back(tree[each.index()].text);
    }
    return texts;
  }

  void read_thresholds(const JsonTree& tree) {
    const std::uint32_t object = tree.member(0, "thresholds");
    if (object == kNone) return;
    std::vector<std::string> beneath;
    for (const auto& [name, value] : data_->thresholds) beneath.push_back(name);
    for (JsonMembers each(tree, object); !each.done(); each.advance()) {
      if (tree[each.value()].kind != JsonKind::number) {
        fail(tree, each.value(), "a threshold is a number");
        continue;
      }
      const std::string name(each.key());
      if (!beneath.empty() && !data_->thresholds.contains(name)) {
        note_unknown("threshold", name, beneath, tree.place(each.key_index()));
      }
      data_->thresholds.insert_or_assign(name, tree[each.value()].number);
    }
  }

  void read_symbols(const JsonTree& tree, std::uint32_t object) {
    for (JsonMembers each(tree, object); !each.done(); each.advance()) {
      if (each.key() == "about") continue;
      ClassSet* set = phrase_classes(each.key());
      if (set == nullptr) {
        fail(tree, each.key_index(),
             "unknown part `" + std::string(each.key()) +
                 "`; expected title, first_name, particle, suffix, never_name, determiner, head, "
                 "modifier, never_nominal, male or female");
        continue;
      }
      for (JsonChildren name(tree, each.value()); !name.done(); name.advance()) {
        const JsonValue& value = tree[name.index()];
        phrase_names_.push_back({set, std::string(value.text), tree.place(name.index())});
      }
    }
  }

  ClassSet* phrase_classes(std::string_view part) {
    if (part == "title") return &phrases_.title;
    if (part == "first_name") return &phrases_.first_name;
    if (part == "particle") return &phrases_.particle;
    if (part == "suffix") return &phrases_.suffix;
    if (part == "never_name") return &phrases_.never_name;
    if (part == "determiner") return &phrases_.determiner;
    if (part == "head") return &phrases_.head;
    if (part == "modifier") return &phrases_.modifier;
    if (part == "never_nominal") return &phrases_.never_nominal;
    if (part == "male") return &phrases_.male;
    if (part == "female") return &phrases_.female;
    return nullptr;
  }

  void settle_phrase_classes() {
    for (const PhraseName& each : phrase_names_) {
      const ClassId id = data_->lexicon.class_id(each.name);
      each.set->add(id);
      if (id == kNoClass) note_unknown("class", each.name, lexicon_names_, each.place);
    }
  }

  void note_unknown(std::string_view what, const std::string& name,
                    const std::vector<std::string>& known, Place place) {
    std::string message = "unknown " + std::string(what) + " `" + name + "`";
    const std::string nearest = pattern::nearest_name(name, known);
    if (!nearest.empty()) message += "; did you mean `" + nearest + "`?";
    data_->notes.push_back({ErrorCode::unknown_name, std::move(message), std::move(place)});
  }

  void read_lexicon(const JsonTree& tree) {
    if (const Result<Done> added = lexicons_->add_file(tree); !added) {
      errors_.push_back(added.error());
      return;
    }
    const std::uint32_t list = tree.member(0, "lexicons");
    if (list == kNone) return read_division(tree, 0);
    for (JsonChildren each(tree, list); !each.done(); each.advance()) {
      read_division(tree, each.index());
    }
  }

  // What a lexicon tells the tokenizer, if it is one of the few that do.
  void read_division(const JsonTree& tree, std::uint32_t lexicon) {
    const std::string_view name = *tree.text(lexicon, "class");
    const bool starter = name == kSentenceStarter;
    std::optional<Abbreviation> kind;
    for (const DivisionClass& each : kAbbreviationClasses) {
      if (each.name == name) kind = each.kind;
    }
    const bool verb = std::find(std::begin(kQuoteVerbClasses), std::end(kQuoteVerbClasses), name) !=
                      std::end(kQuoteVerbClasses);
    if (!starter && !kind && !verb) return;
    TextRules& rules = data_->text_rules_of_language;
    EntryForms entry;
    for (JsonChildren each(tree, tree.member(lexicon, "entries")); !each.done(); each.advance()) {
      if (!split_entry(tree[each.index()].text, entry).empty()) continue;
      if (starter) rules.add_sentence_starter(entry.lemma);
      if (kind) rules.add_abbreviation(entry.lemma, *kind);
      if (verb && entry.separator == ' ') add_quote_verb(entry);
    }
  }

  // All forms of a verb of one word.
  void add_quote_verb(const EntryForms& entry) {
    TextRules& rules = data_->text_rules_of_language;
    rules.add_quote_verb(entry.lemma);
    std::string_view rest = entry.forms;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      rules.add_quote_verb(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void check_sieves() {
    for (const TokenRuleSource& source : sources_.token_rules) check_sieve(source.rule);
    for (const TextRuleSource& source : sources_.text_rules) check_sieve(source.rule);
  }

  void check_sieve(const auto& rule) {
    const std::string& name = rule.sieve;
    if (name.empty() || data_->sieve(name) != kNone) return;
    std::string message = "unknown sieve `" + name + "`";
    const std::string nearest = pattern::nearest_name(name, data_->sieves);
    message += nearest.empty() ? "; add it to \"sieves\" in pack.json"
                               : "; did you mean `" + nearest + "`?";
    errors_.push_back({ErrorCode::bad_rule, std::move(message), rule.place});
  }

  void compile_token_rules() {
    parse_patterns();
    Result<pattern::ClassTable> classes = pattern::ClassTable::of(data_->patterns);
    if (!classes) return errors_.push_back(classes.error());
    if (image_.empty()) build_lexicon(classes->literals());
    settle_phrase_classes();
    const std::vector<pattern::ClassMask> masks = SymbolTable::masks(data_->lexicon, *classes);
    Result<pattern::Alphabet> alphabet = pattern::Alphabet::of(*std::move(classes), masks);
    if (!alphabet) return errors_.push_back(alphabet.error());
    data_->alphabet = *std::move(alphabet);
    data_->symbols = SymbolTable(data_->lexicon, phrases_, data_->alphabet);
    Result<pattern::Matcher> matcher = pattern::Matcher::compile(data_->patterns, data_->alphabet);
    if (!matcher) return errors_.push_back(matcher.error());
    data_->matcher.emplace(*std::move(matcher));
  }

  // A literal of a rule is a class of one entry: looking it up costs nothing more.
  void build_lexicon(const std::vector<pattern::ClassTable::Literal>& literals) {
    for (const pattern::ClassTable::Literal& literal : literals) {
      ClassSet set;
      set.add(lexicons_->add_class("'" + literal.text + "'"));
      lexicons_->add_form(literal.text, lexicons_->add_set(set));
    }
    if (data_->tagger) lexicons_->note_tags(*data_->tagger);
    data_->lexicon = (*std::move(lexicons_)).build();
  }

  void parse_patterns() {
    lexicon_names_ = image_.empty() ? lexicons_->class_names() : data_->lexicon.class_names();
    std::vector<std::string> known = structural_classes();
    known.insert(known.end(), lexicon_names_.begin(), lexicon_names_.end());
    for (TokenRuleSource& source : sources_.token_rules) {
      Result<pattern::Pattern> parsed = pattern::parse(source.pattern, known);
      if (!parsed) {
        errors_.push_back(parsed.error());
        continue;
      }
      data_->patterns.push_back(*std::move(parsed));
      data_->rules.push_back(std::move(source.rule));
    }
  }

  void compile_text_rules() {
    std::vector<pattern::TextRuleSource> expressions;
    for (TextRuleSource& source : sources_.text_rules) {
      expressions.push_back(std::move(source.expression));
      data_->text_rules.push_back(std::move(source.rule));
    }
    Result<pattern::TextRuleSet> compiled = pattern::TextRuleSet::compile(expressions, when_);
    if (!compiled) return errors_.push_back(compiled.error());
    data_->text_rule_set.emplace(*std::move(compiled));
  }

  std::shared_ptr<PackData> data_;
  std::string_view image_;
  pattern::Compiling when_;
  std::vector<Error>& errors_;
  std::optional<LexiconBuilder> lexicons_;  // none where the image has a lexicon
  struct PhraseName {
    ClassSet* set;
    std::string name;
    Place place;
  };
  PhraseClasses phrases_;
  std::vector<PhraseName> phrase_names_;
  std::vector<std::string> lexicon_names_;
  RuleSources sources_;
};

}  // namespace

std::shared_ptr<const PackData> compile_pack(PackFiles files, std::vector<Error>& errors) {
  return PackCompiler(std::move(files), {}, pattern::Compiling::at_once, errors).compile();
}

std::shared_ptr<const PackData> compile_built_in_pack(std::string_view image,
                                                      std::vector<Error>& errors) {
  return PackCompiler(embedded_pack_files(), image, pattern::Compiling::when_needed, errors)
      .compile();
}

}  // namespace quotary
