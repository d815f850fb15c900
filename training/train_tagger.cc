// Trains the part-of-speech tagger and writes rules/<lang>/models/tagger.tsv.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "perceptron.h"
#include "silver.h"
#include "tagger_lexicon.h"
#include "tags/tagger.h"

namespace quotary::training {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string abbreviations;
  std::string out;
  std::vector<std::string> about;
  std::uint32_t held_out = 0;  // every so-manieth document is kept for measuring
  std::uint32_t row_bits = 15;
  LexiconOptions lexicon;
  TrainOptions train;
};

struct Corpus {
  std::string name;
  std::vector<TaggedDocument> documents;
  std::vector<const TaggedDocument*> measured;
};

std::string name_of(Casing casing) {
  switch (casing) {
    case Casing::lower:
      return "lower";
    case Casing::capital:
      return "capital";
    case Casing::start:
      break;
  }
  return "start";
}

void write_words(const BuiltLexicon& lexicon, std::ostream& out) {
  std::string head;
  std::string line;
  const auto flush = [&] {
    if (line.size() > head.size()) out << line << '\n';
    line = head;
  };
  for (const LexiconEntry& entry : lexicon.entries) {
    const std::string wanted = name_of(entry.casing) + ' ' + std::to_string(entry.index);
    if (wanted != head) {
      flush();
      line = head = wanted;
    }
    if (line.size() + entry.form.size() > 200) flush();
    line += ' ' + entry.form;
  }
  flush();
}

void write_rows(const TaggerModel& model, std::ostream& out) {
  for (std::size_t row = 0; row < model.rows.size(); ++row) {
    std::string weights;
    for (std::size_t tag = 0; tag < kTagCount; ++tag) {
      // A number, no character: NOLINTNEXTLINE(bugprone-signed-char-misuse)
      const int weight = model.rows[row].of_tag[tag];
      if (weight == 0) continue;
      weights += static_cast<char>(tag < 26 ? 'A' + tag : 'a' + (tag - 26));
      weights += std::to_string(weight);
    }
    if (!weights.empty()) out << std::hex << row << std::dec << ' ' << weights << '\n';
  }
}

std::string to_text(const BuiltLexicon& lexicon, const TaggerModel& model, const Options& options) {
  std::ostringstream out;
  out << "# Part-of-speech tagger: lexicon and weights. Written by training/train_tagger.cc; do "
         "not\n"
         "# edit by hand. The format is described in core/tags/model.h.\n";
  for (const std::string& line : options.about) out << "# " << line << '\n';
  out << "tags";
  for (std::uint32_t tag = 0; tag < kTagCount; ++tag) out << ' ' << tag_name(static_cast<Tag>(tag));
  out << "\nrows " << model.row_bits << '\n';
  for (std::uint32_t index = 1; index < lexicon.classes.size(); ++index) {
    const TagClass& of_class = lexicon.classes[index];
    if (of_class.tags == 0) continue;
    out << "class " << index << (of_class.rare ? " rare" : " known");
    for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
      if ((of_class.tags >> tag & 1U) != 0) out << ' ' << tag_name(static_cast<Tag>(tag));
    }
    out << '\n';
  }
  write_words(lexicon, out);
  write_rows(model, out);
  return out.str();
}

struct Score {
  std::uint32_t tokens = 0;
  std::uint32_t right = 0;
  std::uint32_t words = 0;  // without numbers, punctuation and quotation marks
  std::uint32_t right_words = 0;
  std::map<std::pair<Tag, Tag>, std::uint32_t> confused;  // (truth, guess)
  std::map<Tag, std::uint32_t> truths;
  std::map<Tag, std::uint32_t> guesses;
};

void measure(const Tagger& tagger, const TaggedDocument& tagged, Score& score) {
  std::vector<Tag> guesses(tagged.tags.size());
  tagger.tag(tagged.document, {0, static_cast<std::uint32_t>(guesses.size())}, guesses);
  for (std::size_t at = 0; at < guesses.size(); ++at) {
    const Tag truth = tagged.tags[at];
    if (truth == Tag::none) continue;
    const TokenKind kind = tagged.document.tokens()[at].kind;
    const bool word = kind == TokenKind::word || kind == TokenKind::clitic;
    const bool right = guesses[at] == truth;
    ++score.tokens;
    score.right += right;
    score.words += word;
    score.right_words += word && right;
    ++score.truths[truth];
    ++score.guesses[guesses[at]];
    if (!right) ++score.confused[{truth, guesses[at]}];
  }
}

double percent(std::uint32_t part, std::uint32_t whole) {
  return 100.0 * part / std::max(1U, whole);
}

void report(const std::string& name, const Score& score) {
  std::printf("%s: %u tokens, right %.2f %%; %u words, right %.2f %%\n", name.c_str(), score.tokens,
              percent(score.right, score.tokens), score.words,
              percent(score.right_words, score.words));
}

void report_details(const Score& score) {
  std::vector<std::pair<std::uint32_t, std::pair<Tag, Tag>>> pairs;
  std::map<Tag, std::uint32_t> misses;
  for (const auto& [pair, count] : score.confused) {
    pairs.push_back({count, pair});
    misses[pair.first] += count;
  }
  std::sort(pairs.rbegin(), pairs.rend());
  for (std::size_t i = 0; i < std::min<std::size_t>(pairs.size(), 25); ++i) {
    const auto& [truth, guess] = pairs[i].second;
    std::printf("  %-8s taken for %-8s %u\n", std::string(tag_name(truth)).c_str(),
                std::string(tag_name(guess)).c_str(), pairs[i].first);
  }
  for (const auto& [tag, count] : score.truths) {
    const std::uint32_t right = count - misses[tag];
    const auto guessed = score.guesses.find(tag);
    std::printf("  %-8s %6u recall %6.2f precision %6.2f\n", std::string(tag_name(tag)).c_str(),
                count, percent(right, count),
                guessed == score.guesses.end() ? 0.0 : percent(right, guessed->second));
  }
}

int fail(const Error& error) {
  std::fprintf(stderr, "%s\n", error.to_string().c_str());
  return 1;
}

int run(const Options& options) {
  std::vector<Corpus> corpora;
  std::vector<const TaggedDocument*> learned;
  TextRules rules;
  if (!options.abbreviations.empty()) {
    Result<TextRules> read = read_text_rules(options.abbreviations);
    if (!read) return fail(read.error());
    rules = *std::move(read);
  }
  for (const std::string& file : options.files) {
    Result<std::vector<TaggedDocument>> read = read_silver(file, rules);
    if (!read) return fail(read.error());
    corpora.push_back({file, *std::move(read), {}});
  }
  for (Corpus& corpus : corpora) {
    for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
      const bool held = options.held_out != 0 && i % options.held_out == 0;
      (held ? corpus.measured : learned).push_back(&corpus.documents[i]);
    }
  }

  const BuiltLexicon lexicon = build_lexicon(learned, options.lexicon);
  TaggerModel model;
  model.classes = lexicon.classes;
  model.row_bits = options.row_bits;
  model.lexicon = TagLexicon(static_cast<std::uint32_t>(lexicon.entries.size()));
  for (const LexiconEntry& entry : lexicon.entries) {
    model.lexicon.insert(entry.word, entry.casing, entry.index);
  }
  train(learned, options.train, model);

  const std::string text = to_text(lexicon, model, options);
  std::printf("%zu words, %zu bytes\n", lexicon.entries.size(), text.size());
  if (!options.out.empty() && !(std::ofstream(options.out) << text)) {
    return fail({ErrorCode::cannot_write, "cannot write the model", {options.out}});
  }
  const Result<Tagger> tagger = Tagger::load(text, options.out);
  if (!tagger) return fail(tagger.error());
  for (const Corpus& corpus : corpora) {
    Score score;
    for (const TaggedDocument* tagged : corpus.measured) measure(*tagger, *tagged, score);
    if (score.tokens == 0) continue;
    report(corpus.name, score);
    if (&corpus == &corpora.front()) report_details(score);
  }
  return 0;
}

}  // namespace
}  // namespace quotary::training

int main(int argc, char** argv) {
  quotary::training::Options options;
  CLI::App app("Trains the part-of-speech tagger on the output of silver_tags.py.");
  app.add_option("files", options.files, "training text")->required();
  app.add_option("--abbreviations", options.abbreviations, "rules/<lang>/abbreviations.json");
  app.add_option("--out", options.out, "the model to write");
  app.add_option("--about", options.about, "header lines: what it is learned from");
  app.add_option("--held-out", options.held_out, "keep every Nth document for measuring");
  app.add_option("--row-bits", options.row_bits, "2 to that power is the number of rows");
  app.add_option("--epochs", options.train.epochs);
  app.add_option("--scale", options.train.scale, "integers to one unit of weight");
  app.add_option("--least-use", options.train.least_use);
  app.add_option("--least-weight", options.train.least_weight);
  app.add_option("--least-count", options.lexicon.least_count);
  app.add_option("--known-count", options.lexicon.known_count);
  app.add_option("--start-count", options.lexicon.start_count);
  app.add_option("--least-share", options.lexicon.least_share);
  CLI11_PARSE(app, argc, argv);
  return quotary::training::run(options);
}
