// Learns the weights of core/attribution from annotated documents.
//
//   train_attribution GOLD.jsonl --weights attribution.tsv [--predictions PRED.jsonl] [--folds 5]
//
// Cues, sources and contents are learned from the annotation itself; whether a proposal holds is
// learned from proposals for documents that the other weights were not learned from (one fold in
// turn), and --predictions writes, in the same way, what is found in each document by weights that
// never saw it: the honest estimate of what to expect on new documents. --fitted writes what the
// final weights find in the documents that they were learned from; the distance between the two is
// how much was learned by heart. --fold-packs DIR writes, for each fold, a rule pack with the
// weights that did not see it (DIR/0, DIR/1 ...) and the ids of its documents, for `extract
// --rules`: the same estimate for the program as a whole (scripts/cross-validate). --variants adds
// sentences of the same documents in other words (training/variants.py), to learn from alone.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "attribution/proposals.h"
#include "attribution_files.h"
#include "gold.h"
#include "learner.h"

namespace quotary::training {
namespace {

struct Arguments {
  std::string gold;
  std::string weights;
  std::string predictions;
  std::string fitted;
  std::string fold_packs;
  std::string variants;
  std::uint32_t folds = 5;
  float threshold = 0.4F;
  float lost = 0.04F;  // share of heads that may fail at the gate
  std::uint32_t least_documents = 4;
  float least_weight = 0.02F;
  float decay = 1e-5F;
  float rate = 0.1F;
  int epochs = 8;
};

// How often a word stands inside a cue, of all its occurrences.
using Priors = std::map<std::uint32_t, std::pair<double, double>>;

Priors count_priors(const std::vector<std::unique_ptr<Example>>& examples) {
  Priors priors;
  for (const auto& example : examples) {
    for (const Token& token : example->document.tokens()) priors[token.word].second += 1;
    for (const GoldAttribution& gold : example->gold) {
      for (std::uint32_t at = gold.cue.first; at < gold.cue.last; ++at) {
        priors[example->reading.word(at)].first += 1;
      }
    }
  }
  return priors;
}

// The token of a cue that decides: the one that most often is part of cues.
std::uint32_t head_of(const Reading& r, Range cue, const Priors& priors) {
  std::uint32_t best = kNone;
  double best_share = -1;
  for (std::uint32_t at = cue.first; at < cue.last; ++at) {
    if (!may_be_cue(r, at)) continue;
    const auto& [inside, all] = priors.at(r.word(at));
    const double share = inside / (all + 5) + (is_verb(r.tag(at)) ? 0.2 : 0);
    if (share >= best_share) {
      best_share = share;
      best = at;
    }
  }
  return best;
}

// Trims punctuation and quotation marks from both ends.
Range words_of(const Reading& r, Range range) {
  while (range.first < range.last && is_mark(r.tag(range.first))) {
    ++range.first;
  }
  while (range.first < range.last && is_mark(r.tag(range.last - 1))) {
    --range.last;
  }
  return range;
}

// The parts of an annotated content on either side of the head of its cue.
std::pair<Range, Range> sides_of(const Reading& r, const GoldAttribution& gold,
                                 std::uint32_t head) {
  Range left;
  Range right;
  for (const Range part : gold.content) {
    const Range words = words_of(r, part);
    if (words.empty()) continue;
    Range& side = words.first < head ? left : right;
    side = side.empty() ? words : Range{side.first, words.last};
  }
  return {left, right};
}

// Collects the decisions that an annotated document teaches.
class Collector {
 public:
  Collector(Registry& registry, const Priors& priors) : model_(registry), priors_(priors) {}
  std::vector<Choice> gates;
  std::vector<Choice> choices;
  std::map<std::string, std::pair<int, int>> reachable;  // of gold spans: among the options, all

  void collect(const Example& example, std::uint32_t document) {
    document_ = document;
    const Reading& r = example.reading;
    std::map<std::uint32_t, const GoldAttribution*> heads;
    std::vector<std::uint32_t> covered(r.tokens.size(), kNone);
    for (std::uint32_t i = 0; i < example.gold.size(); ++i) {
      const GoldAttribution& gold = example.gold[i];
      const std::uint32_t head = head_of(r, gold.cue, priors_);
      note("cue", head != kNone);
      if (head != kNone) heads[head] = &gold;
      for (const Range part : gold.content) {
        std::fill(covered.begin() + part.first, covered.begin() + part.last, i);
      }
    }
    for (std::uint32_t at = 0; at < r.tokens.size(); ++at) {
      if (!may_be_cue(r, at)) continue;
      const auto gold = heads.find(at);
      const bool is_head = gold != heads.end();
      const CueContext context = look_around(r, at);
      // Inside another's content nothing is annotated: it teaches nothing.
      if (is_head || covered[at] == kNone) {
        const std::uint32_t right = is_head ? 0 : 1;
        gates.push_back(
            {{model_([&](auto& f) { gate_features(r, at, f); }).features}, right, document_});
        add({model_([&](auto& f) { cue_features(r, context, f); }).features}, right);
      }
      if (is_head) collect_roles(r, context, *gold->second);
    }
  }

 private:
  void note(const char* what, bool found) {
    reachable[what].first += found ? 1 : 0;
    reachable[what].second += 1;
  }
  void add(std::vector<Features> options, std::uint32_t gold) {
    choices.push_back({std::move(options), gold, document_});
  }

  // Adds the choice whose right option satisfies `is_gold`; none is added if no option does.
  template <typename Options, typename IsGold>
  void add_choice(const char* what, Options& options, IsGold&& is_gold) {
    std::vector<Features> features;
    std::uint32_t right = kNone;
    for (std::uint32_t i = 0; i < options.size(); ++i) {
      if (right == kNone && is_gold(options[i])) right = i;
      features.push_back(std::move(options[i].score.features));
    }
    note(what, right != kNone);
    if (right != kNone && features.size() > 1) add(std::move(features), right);
  }

  void collect_roles(const Reading& r, const CueContext& context, const GoldAttribution& gold) {
    const Range cue = gold.cue;
    cue_begins(r, context, model_, edges_);
    add_choice("begin", edges_, [&](const auto& o) { return o.token == cue.first; });
    cue_ends(r, context, model_, edges_);
    const Range cue_words = words_of(r, cue);
    add_choice("finish", edges_, [&](const auto& o) {
      return o.token + 1 == cue.last || o.token + 1 == cue_words.last;
    });

    source_options(r, context, cue, model_, sources_);
    const Range source = words_of(r, gold.source);
    add_choice("source", sources_, [&](const auto& o) {
      return o.none ? gold.source.empty() : words_of(r, o.tokens) == source;
    });

    const Frame frame = frame_of(r, context, cue, gold.source);
    const auto [left_part, right_part] = sides_of(r, gold, context.head);
    const Range left = left_part;
    const Range right = right_part;
    const auto same_word = [&](std::uint32_t token, std::uint32_t word, std::uint32_t last) {
      while (token < last && is_mark(r.tag(token))) ++token;
      return token == word;
    };
    left_ends(r, frame, model_, edges_);
    add_choice("left end", edges_, [&](const auto& o) {
      return o.none ? left.empty() : !left.empty() && o.token + 1 == left.last;
    });
    if (!left.empty()) {
      left_starts(r, frame, left.last - 1, model_, edges_);
      add_choice("left start", edges_,
                 [&](const auto& o) { return same_word(o.token, left.first, left.last); });
    }
    right_starts(r, frame, model_, edges_);
    std::uint32_t start = kNone;
    add_choice("right start", edges_, [&](const auto& o) {
      const bool found =
          o.none ? right.empty() : !right.empty() && same_word(o.token, right.first, right.last);
      if (found && !o.none) start = o.token;
      return found;
    });
    if (start != kNone) {
      right_ends(r, frame, start, model_, edges_);
      add_choice("right end", edges_, [&](const auto& o) { return o.token + 1 == right.last; });
    }
  }

  RecordModel model_;
  const Priors& priors_;
  std::uint32_t document_ = 0;
  std::vector<EdgeOption<RecordModel::Score>> edges_;
  std::vector<SpanOption<RecordModel::Score>> sources_;
};

// The words of a content, for the test whether a proposal found an annotated one.
std::vector<std::uint32_t> content_words(const Reading& r, const std::vector<Range>& parts) {
  std::vector<std::uint32_t> words;
  for (const Range part : parts) {
    for (std::uint32_t at = part.first; at < part.last; ++at) {
      if (r.tag(at) != Tag::punct && r.tag(at) != Tag::quote) words.push_back(at);
    }
  }
  return words;
}

// Adds the choice between the sides of each annotated attribution, as `model` finds them.
void collect_takings(const Example& example, std::uint32_t document, const SumModel& model,
                     const Priors& priors, const RecordModel& record,
                     std::vector<Choice>& takings) {
  const Reading& r = example.reading;
  ProposalScratch scratch;
  for (const GoldAttribution& gold : example.gold) {
    const std::uint32_t head = head_of(r, gold.cue, priors);
    if (head == kNone) continue;
    const CueContext context = look_around(r, head);
    const Frame frame = frame_of(r, context, gold.cue, gold.source);
    const Sides sides = find_sides(r, frame, model, scratch);
    const auto [left, right] = sides_of(r, gold, head);
    Choice choice{{}, 0, document};
    bool found = false;
    for (const Taken taken : {Taken::left, Taken::right, Taken::both}) {
      if (taken != Taken::right && sides.left.part.tokens.empty()) continue;
      if (taken != Taken::left && sides.right.part.tokens.empty()) continue;
      if (left.empty() == (taken == Taken::right) && right.empty() == (taken == Taken::left)) {
        choice.gold = static_cast<std::uint32_t>(choice.options.size());
        found = true;
      }
      choice.options.push_back(
          record([&](auto& f) { taken_features(r, frame, sides, taken, f); }).features);
    }
    if (found && choice.options.size() > 1) takings.push_back(std::move(choice));
  }
}

// Sets the constant of the gate so that all but `lost` of the heads get in; tells how much else
// does.
void set_gate(const std::vector<Choice>& gates, std::uint32_t constant, float lost,
              std::vector<float>& weights) {
  const auto score = [&](const Choice& choice) {
    float sum = 0;
    for (const std::uint32_t feature : choice.options[0]) sum += weights[feature];
    return sum;
  };
  std::vector<float> heads;
  for (const Choice& gate : gates) {
    if (gate.gold == 0) heads.push_back(score(gate));
  }
  std::sort(heads.begin(), heads.end());
  const float least = heads[static_cast<std::size_t>(lost * static_cast<float>(heads.size()))];
  const auto in = std::count_if(gates.begin(), gates.end(),
                                [&](const Choice& gate) { return score(gate) >= least; });
  weights[constant] -= least;
  std::fprintf(stderr, "gate: %.4f of %zu candidates get in, with %zu heads\n",
               static_cast<double>(in) / static_cast<double>(gates.size()), gates.size(),
               heads.size());
}

void add_to(std::vector<float>& weights, const std::vector<float>& more) {
  weights.resize(std::max(weights.size(), more.size()), 0);
  for (std::size_t i = 0; i < more.size(); ++i) weights[i] += more[i];
}

// Right when the content is (at least half) an annotated one's and the cue shares a word with it.
bool is_right(const Example& example, const Proposal& p) {
  const auto mine = content_words(example.reading, {p.left, p.right});
  for (const GoldAttribution& gold : example.gold) {
    if (gold.cue.last <= p.cue.first || p.cue.last <= gold.cue.first) continue;
    const auto theirs = content_words(example.reading, gold.content);
    std::vector<std::uint32_t> both;
    std::set_intersection(mine.begin(), mine.end(), theirs.begin(), theirs.end(),
                          std::back_inserter(both));
    if (both.size() * 2 >= mine.size() + theirs.size() - both.size()) return true;
  }
  return false;
}

int run(const Arguments& arguments) {
  const auto knowledge = Knowledge::of(RulePack::built_in().value()).value();
  auto examples = read_examples(arguments.gold, *knowledge);
  const auto originals = static_cast<std::uint32_t>(examples.size());
  if (!arguments.variants.empty()) {
    for (auto& variant : read_examples(arguments.variants, *knowledge)) {
      examples.push_back(std::move(variant));
    }
  }
  const std::vector<std::uint32_t> original_of = numbers_of_originals(examples, originals);
  std::fprintf(stderr, "%zu documents\n", examples.size());

  Registry registry(knowledge->lexicon().class_names());
  for (const std::string& name : registry.classes()) registry.know_word(word_id(name), name);
  for (const auto& example : examples) {
    for (const Token& token : example->document.tokens()) {
      std::string text(example->document.text(token));
      registry.know_word(token.word, text);
    }
    for (std::uint32_t at = 0; at < example->reading.tokens.size(); ++at) {
      const std::string_view stem = example->reading.stem(at);
      registry.know_word(word_id(stem), stem);
    }
  }
  const Priors priors = count_priors(examples);
  Collector collector(registry, priors);
  for (std::uint32_t i = 0; i < examples.size(); ++i) collector.collect(*examples[i], i);
  for (const auto& [what, counts] : collector.reachable) {
    std::fprintf(stderr, "%-12s %5d of %5d among the options\n", what.c_str(), counts.first,
                 counts.second);
  }
  std::fprintf(stderr, "%zu choices, %zu features\n", collector.choices.size(), registry.size());

  const auto fold_of = [&](std::uint32_t document) {
    return original_of[document] * 7919U % arguments.folds;
  };
  const LearnOptions learning{arguments.epochs, arguments.rate, arguments.decay,
                              arguments.least_documents};
  const auto learn_without = [&](std::uint32_t fold, const std::vector<Choice>& choices) {
    std::vector<const Choice*> chosen;
    for (const Choice& choice : choices) {
      if (fold_of(choice.document) != fold) chosen.push_back(&choice);
    }
    return learn(chosen, registry.size(), learning);
  };

  const std::uint32_t gate_constant = registry.number("gate");
  const auto learn_gated = [&](std::uint32_t fold) {
    std::vector<float> weights = learn_without(fold, collector.gates);
    set_gate(collector.gates, gate_constant, arguments.lost, weights);
    add_to(weights, learn_without(fold, collector.choices));
    return weights;
  };

  // Proposals for each document by weights that did not see it, and the decisions on them.
  std::vector<Choice> decisions;
  std::vector<Choice> takings;
  std::vector<std::vector<float>> base(arguments.folds);
  RecordModel record(registry);
  ProposalScratch scratch;
  for (std::uint32_t fold = 0; fold < arguments.folds; ++fold) {
    base[fold] = learn_gated(fold);
    const WeightTable table = table_of(registry, base[fold], arguments.least_weight);
    std::fprintf(stderr, "fold %u: %zu weights\n", fold, table.size());
    const SumModel model(table);
    for (std::uint32_t i = 0; i < examples.size(); ++i) {
      if (fold_of(i) == fold) collect_takings(*examples[i], i, model, priors, record, takings);
    }
  }
  for (std::uint32_t fold = 0; fold < arguments.folds; ++fold) {
    std::vector<float> weights = base[fold];
    add_to(weights, learn_without(fold, takings));
    const WeightTable table = table_of(registry, weights, arguments.least_weight);
    const SumModel model(table);
    const CueGate gate(table, knowledge->class_words);
    std::vector<Proposal> proposals;
    for (std::uint32_t i = 0; i < examples.size(); ++i) {
      if (fold_of(i) != fold) continue;
      const Reading& r = examples[i]->reading;
      propose(r, model, gate, scratch, proposals);
      const std::vector<Rivalry> stands = rivalries(proposals);
      for (std::size_t j = 0; j < proposals.size(); ++j) {
        Choice choice{{}, is_right(*examples[i], proposals[j]) ? 0U : 1U, i};
        choice.options.push_back(
            record([&](auto& f) { accept_features(r, proposals[j], stands[j], f); }).features);
        decisions.push_back(std::move(choice));
      }
    }
  }
  std::fprintf(stderr, "%zu decisions on proposals\n", decisions.size());

  if (!arguments.predictions.empty()) {
    std::ofstream out(arguments.predictions);
    std::map<std::string, std::string> lines;
    for (std::uint32_t fold = 0; fold < arguments.folds; ++fold) {
      std::vector<float> weights = base[fold];
      add_to(weights, learn_without(fold, takings));
      add_to(weights, learn_without(fold, decisions));
      if (!arguments.fold_packs.empty()) {
        const std::filesystem::path pack = arguments.fold_packs + "/" + std::to_string(fold);
        std::filesystem::create_directories(pack / "models");
        write_weights((pack / "models/attribution.tsv").string(), registry, weights,
                      arguments.least_weight);
        std::ofstream ids(pack / "documents.txt");
        for (std::uint32_t i = 0; i < originals; ++i) {
          if (fold_of(i) == fold) ids << examples[i]->document.id() << '\n';
        }
      }
      const WeightTable table = table_of(registry, weights, arguments.least_weight);
      const SumModel model(table);
      const CueGate gate(table, knowledge->class_words);
      std::vector<Proposal> proposals;
      for (std::uint32_t i = 0; i < originals; ++i) {
        if (fold_of(i) != fold) continue;
        propose(examples[i]->reading, model, gate, scratch, proposals);
        const auto held = settle(examples[i]->reading, model,
                                 Thresholds{arguments.threshold, arguments.threshold}, proposals);
        write_prediction(out, *examples[i], proposals, held);
      }
    }
  }
  if (!arguments.weights.empty()) {
    std::vector<float> weights = learn_gated(kNone);
    add_to(weights, learn_without(kNone, takings));
    add_to(weights, learn_without(kNone, decisions));
    if (!arguments.fitted.empty()) {
      std::ofstream fitted(arguments.fitted);
      const WeightTable table = table_of(registry, weights, arguments.least_weight);
      const CueGate gate(table, knowledge->class_words);
      std::vector<Proposal> proposals;
      for (const auto& example : examples) {
        propose(example->reading, SumModel(table), gate, scratch, proposals);
        const auto held = settle(example->reading, SumModel(table),
                                 Thresholds{arguments.threshold, arguments.threshold}, proposals);
        write_prediction(fitted, *example, proposals, held);
      }
    }
    const std::size_t written =
        write_weights(arguments.weights, registry, weights, arguments.least_weight);
    std::fprintf(stderr, "%zu weights written\n", written);
  }
  return 0;
}

}  // namespace
}  // namespace quotary::training

int main(int argc, char** argv) {
  quotary::training::Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    const auto value = [&] { return std::string(i + 1 < argc ? argv[++i] : ""); };
    if (option == "--weights") {
      arguments.weights = value();
    } else if (option == "--predictions") {
      arguments.predictions = value();
    } else if (option == "--fitted") {
      arguments.fitted = value();
    } else if (option == "--fold-packs") {
      arguments.fold_packs = value();
    } else if (option == "--variants") {
      arguments.variants = value();
    } else if (option == "--folds") {
      arguments.folds = static_cast<std::uint32_t>(std::stoul(value()));
    } else if (option == "--threshold") {
      arguments.threshold = std::stof(value());
    } else if (option == "--least-documents") {
      arguments.least_documents = static_cast<std::uint32_t>(std::stoul(value()));
    } else if (option == "--decay") {
      arguments.decay = std::stof(value());
    } else if (option == "--rate") {
      arguments.rate = std::stof(value());
    } else if (option == "--lost") {
      arguments.lost = std::stof(value());
    } else if (option == "--epochs") {
      arguments.epochs = std::stoi(value());
    } else if (option == "--least-weight") {
      arguments.least_weight = std::stof(value());
    } else {
      arguments.gold = option;
    }
  }
  if (arguments.gold.empty()) {
    std::fprintf(stderr,
                 "usage: train_attribution GOLD.jsonl [--weights FILE] [--predictions FILE]\n");
    return 2;
  }
  return quotary::training::run(arguments);
}
