#include "quotes/turns.h"

#include <algorithm>
#include <array>

namespace quotary {
namespace {

// Technical: where to look at all, so that body text costs next to nothing.
constexpr std::uint32_t kLabelTokens = 16;
constexpr std::size_t kLabelBytes = 160;

// One label makes no transcript.
constexpr std::size_t kLeastLabels = 2;

// Paragraphs in a row without a word of the speaker's own kind that a turn may still hold.
constexpr std::uint32_t kDryParagraphs = 2;

// A paragraph that begins with a label.
struct Label {
  Turn turn;
  std::uint32_t key = 0;  // the word id of the last word of the name
  bool capitals = false;
  bool titled = false;  // "MS.", "CHAIRMAN", "THE PRESIDENT"
  bool office = false;  // "THE PRESIDENT"
  bool known = false;   // by a title or a first name, here or where the name stands in full
  bool named = false;   // the name stands in the running text as well
};

class TurnFinder {
 public:
  TurnFinder(const TurnSource& source, const TurnRules& rules, std::vector<Turn>& out)
      : source_(source),
        document_(source.document),
        tokens_(source.document.tokens()),
        rules_(rules),
        out_(out) {}

  void find() {
    out_.clear();
    if (rules_.empty()) return;
    find_headline();
    find_labels();
    if (labels_.size() < kLeastLabels) return;
    look_for_names();
    choose();
    for (const Label& label : labels_) {
      if (!label.turn.letter && !label.office) keys_.push_back(label.key);
    }
    std::sort(keys_.begin(), keys_.end());
    for (std::size_t i = 0; i < labels_.size(); ++i) extend(i);
    for (const Label& label : labels_) out_.push_back(label.turn);
  }

 private:
  [[nodiscard]] Range range_of(std::uint32_t p) const { return document_.paragraphs()[p].tokens; }
  [[nodiscard]] std::string_view text(std::uint32_t token) const {
    return document_.text(tokens_[token]);
  }
  [[nodiscard]] std::uint16_t bits(std::uint32_t token) const {
    return rules_.pack().symbols.phrase_bits(source_.entries[token].set);
  }
  [[nodiscard]] bool has_bit(std::uint32_t token, std::uint16_t bit) const {
    return (bits(token) & bit) != 0;
  }
  [[nodiscard]] bool is_capital(std::uint32_t token) const {
    return (tokens_[token].shape & shape::capital) != 0;
  }

  // The tokens of bytes `span` of paragraph `p`.
  [[nodiscard]] Range tokens_in(std::uint32_t p, Span span) const {
    const std::uint32_t begin = document_.paragraphs()[p].span.begin;
    Range range = {range_of(p).first, range_of(p).first};
    while (range.first < range_of(p).last && tokens_[range.first].span.begin < begin + span.begin) {
      ++range.first;
    }
    range.last = range.first;
    while (range.last < range_of(p).last && tokens_[range.last].span.begin < begin + span.end) {
      ++range.last;
    }
    return range;
  }

  // Labels

  [[nodiscard]] bool may_be_label(std::uint32_t p) const {
    const Range range = range_of(p);
    if (source_.blocks[p].kind != BlockKind::body || !source_.blocks[p].ignored.empty() ||
        range.empty() || !is_capital(range.first) || !ends_as_speech(range.last - 1)) {
      return false;
    }
    if (is_letter(tokens_[range.first])) return true;
    const std::uint32_t end = std::min(range.last, range.first + kLabelTokens);
    for (std::uint32_t at = range.first + 1; at < end; ++at) {
      if (tokens_[at].word == colon_) return true;
    }
    return false;
  }

  // "Q", "A."
  static bool is_letter(const Token& token) {
    const bool stop = (token.shape & shape::abbreviation) != 0;
    return token.span.size() == (stop ? 2 : 1);
  }

  void find_labels() {
    std::vector<std::uint32_t> candidates;  // paragraphs
    const auto count = static_cast<std::uint32_t>(document_.paragraphs().size());
    for (std::uint32_t p = 0; p < count; ++p) {
      if (may_be_label(p)) candidates.push_back(p);
    }
    if (candidates.size() < kLeastLabels) return;
    for (const std::uint32_t p : candidates) {
      const pattern::TextRuleSet& set = *rules_.pack().text_rule_set;
      const pattern::SiftedText head =
          set.sift(document_.text(document_.paragraphs()[p].span).substr(0, kLabelBytes));
      pattern::TextHit hit;
      for (const std::uint32_t rule : rules_.turns()) {
        if (!set.find(rule, head, hit)) continue;
        add_label(p, rule, hit);
        break;
      }
    }
  }

  void add_label(std::uint32_t p, std::uint32_t rule, const pattern::TextHit& hit) {
    const pattern::TextRuleSet& set = *rules_.pack().text_rule_set;
    const auto group = [&](std::string_view name) {
      const std::uint32_t index = set.group(rule, name);
      return index == kNone ? Span{} : hit.groups[index];
    };
    Label label;
    Turn& turn = label.turn;
    turn.rule = rule;
    turn.paragraph = turn.last_paragraph = p;
    turn.asks = !group("asker").empty();
    turn.letter = turn.asks || !group("answerer").empty();
    const Span speaker = turn.asks     ? group("asker")
                         : turn.letter ? group("answerer")
                                       : group("speaker");
    turn.speaker = tokens_in(p, speaker);
    if (turn.speaker.empty()) return;
    const Range label_tokens = tokens_in(p, hit.whole);
    turn.content = {turn.speaker.last, range_of(p).last};
    for (std::uint32_t at = turn.speaker.last; at < label_tokens.last; ++at) {
      if (text(at) != ":" && text(at) != ".") continue;
      turn.cue = at;
      turn.content.first = at + 1;
    }
    label.key = tokens_[turn.speaker.last - 1].word;
    if (!turn.letter && !names_somebody(label)) return;
    if (is_spoken(turn.content)) labels_.push_back(label);
  }

  // Fills in what the words of a label tell; false if they cannot be a name.
  bool names_somebody(Label& label) const {
    const Range name = label.turn.speaker;
    label.capitals = true;
    bool odd = false;
    for (std::uint32_t at = name.first; at < name.last; ++at) {
      if (tokens_[at].kind != TokenKind::word) continue;
      label.capitals &= (tokens_[at].shape & shape::all_caps) != 0;
      label.titled |= has_bit(at, phrase_bit::title);
      label.known |= has_bit(at, phrase_bit::title | phrase_bit::first_name);
      label.office |= at == name.first && has_bit(at, phrase_bit::determiner);
      odd |= has_bit(at, phrase_bit::never_name);
    }
    return label.known || !odd;
  }

  // Whether what follows a label is a sentence. Words between marks are left to the marks.
  [[nodiscard]] bool is_spoken(Range content) const {
    return !content.empty() && source_.stretches[content.first] == kNone &&
           ends_as_speech(content.last - 1);
  }
  [[nodiscard]] bool ends_as_speech(std::uint32_t last) const {
    if (tokens_[last].kind == TokenKind::quote_mark) return true;
    return tokens_[last].kind == TokenKind::punctuation && text(last) != ",";
  }

  // Which labels are turns

  // Marks the labels whose name is told by another one, or stands in the running text.
  void look_for_names() {
    std::vector<std::uint32_t> known;
    std::vector<std::uint32_t> asked;
    for (const Label& label : labels_) (label.known ? known : asked).push_back(label.key);
    std::sort(known.begin(), known.end());
    std::sort(asked.begin(), asked.end());
    std::vector<std::uint32_t> named;
    for (std::uint32_t at = 1; at < tokens_.size() && !asked.empty(); ++at) {
      const Token& token = tokens_[at];
      if (!is_capital(at) || (token.shape & shape::all_caps) != 0) continue;
      const TokenKind before = tokens_[at - 1].kind;
      if (before == TokenKind::punctuation || before == TokenKind::quote_mark) continue;
      if ((token.shape & shape::newline_before) != 0) continue;
      if (std::binary_search(asked.begin(), asked.end(), token.word)) named.push_back(token.word);
    }
    std::sort(named.begin(), named.end());
    for (Label& label : labels_) {
      label.known |= std::binary_search(known.begin(), known.end(), label.key);
      label.named = std::binary_search(named.begin(), named.end(), label.key);
    }
  }

  // Keeps the labels of what is a transcript.
  void choose() {
    std::vector<std::uint32_t> names;   // keys of labels that may be a name
    std::vector<std::uint32_t> titled;  // ... in capitals and with a title
    std::uint32_t asked = 0;
    std::uint32_t answered = 0;
    for (const Label& label : labels_) {
      if (label.turn.letter) {
        ++(label.turn.asks ? asked : answered);
      } else if (label.known || (label.capitals && label.named)) {
        names.push_back(label.key);
        if (label.capitals && label.titled) titled.push_back(label.key);
      }
    }
    std::sort(names.begin(), names.end());
    const bool repeated = std::adjacent_find(names.begin(), names.end()) != names.end();
    std::sort(titled.begin(), titled.end());
    titled.erase(std::unique(titled.begin(), titled.end()), titled.end());
    const bool by_name = repeated || titled.size() >= 2;
    questions_only_ = answered == 0;
    const bool by_letter = (asked > 0 && answered > 0) || asked > 1 || answered > 1;
    std::erase_if(labels_, [&](const Label& label) {
      if (label.turn.letter) return !by_letter;
      return !by_name || !(label.known || label.capitals || label.named);
    });
  }

  // How far a turn reaches

  // Takes in the paragraphs after a label: up to the next label, unless the text between them is
  // plainly the reporter's; after the last one, as long as somebody speaks of himself.
  void extend(std::size_t index) {
    Turn& turn = labels_[index].turn;
    const bool followed = index + 1 < labels_.size();
    const std::uint32_t end = followed ? labels_[index + 1].turn.paragraph
                                       : static_cast<std::uint32_t>(document_.paragraphs().size());
    // A letter may ask those who have names.
    const bool enclosed =
        followed && (questions_only_ || labels_[index + 1].turn.letter == turn.letter);
    std::uint32_t dry = 0;
    std::uint32_t p = turn.paragraph + 1;
    for (; p < end; ++p) {
      if (source_.blocks[p].kind != BlockKind::body || begins_anew(p)) break;
      if (speaks_of_self(range_of(p))) {
        turn.last_paragraph = p;
        dry = 0;
      } else if (!enclosed || names_a_speaker(range_of(p)) || ++dry > kDryParagraphs) {
        break;
      }
    }
    if (enclosed && p == end) turn.last_paragraph = end - 1;
  }

  // Whether a paragraph begins with a quotation, or like a turn: `Jane Roe: "Never."`, whose words
  // are left to their marks, or `Audience member: Why?`.
  [[nodiscard]] bool begins_anew(std::uint32_t p) const {
    constexpr std::uint32_t kShortLabel = 3;
    const Range range = range_of(p);
    if (source_.stretches[range.first] != kNone) return true;
    const std::uint32_t end = std::min(range.last, range.first + kLabelTokens);
    for (std::uint32_t at = range.first + 1; at + 1 < end; ++at) {
      if (text(at) != ":") continue;
      return at - range.first <= kShortLabel || source_.stretches[at + 1] != kNone;
    }
    return false;
  }

  [[nodiscard]] bool speaks_of_self(Range range) const {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (source_.stretches[at] != kNone) continue;
      const SetId set = source_.entries[at].set;
      if (rules_.pack().lexicon.classes(set).meets(rules_.first_person())) return true;
    }
    return false;
  }

  [[nodiscard]] bool names_a_speaker(Range range) const {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (is_capital(at) && std::binary_search(keys_.begin(), keys_.end(), tokens_[at].word)) {
        return true;
      }
    }
    return false;
  }

  // Headlines

  void find_headline() {
    if (source_.blocks.empty() || source_.blocks[0].kind != BlockKind::headline) return;
    const Range range = range_of(0);
    pattern::TextHit hit;
    const pattern::TextRuleSet& set = *rules_.pack().text_rule_set;
    const pattern::SiftedText headline = set.sift(document_.text(document_.paragraphs()[0].span));
    for (const std::uint32_t rule : rules_.headlines()) {
      if (!set.find(rule, headline, hit)) continue;
      const auto tokens_of = [&](std::string_view name) {
        const std::uint32_t group = set.group(rule, name);
        return group == kNone || hit.groups[group].empty() ? Range{}
                                                           : tokens_in(0, hit.groups[group]);
      };
      Turn turn;
      turn.rule = rule;
      turn.headline = true;
      turn.speaker = tokens_of("speaker");
      turn.content = tokens_of("content");
      if (turn.speaker.empty() || turn.content.empty() || !is_known(turn.speaker)) continue;
      const Range cue = tokens_of("cue");
      turn.cue = !cue.empty() ? cue.first
                 : turn.speaker.last < range.last && text(turn.speaker.last) == ":"
                     ? turn.speaker.last
                     : kNone;
      out_.push_back(turn);
      return;
    }
  }

  // Whether the article names somebody of that name outside its headline, or its words tell.
  [[nodiscard]] bool is_known(Range name) const {
    for (std::uint32_t at = name.first; at < name.last; ++at) {
      if (has_bit(at, phrase_bit::never_name)) return false;
    }
    for (std::uint32_t at = name.first; at + 1 < name.last; ++at) {
      if (has_bit(at, phrase_bit::title | phrase_bit::first_name)) return true;
    }
    const std::uint32_t word = tokens_[name.last - 1].word;
    for (std::uint32_t at = range_of(0).last; at < tokens_.size(); ++at) {
      if (tokens_[at].word == word && is_capital(at)) return true;
    }
    return false;
  }

  const TurnSource& source_;
  const Document& document_;
  const std::vector<Token>& tokens_;
  const TurnRules& rules_;
  std::vector<Turn>& out_;
  const std::uint32_t colon_ = word_id(":");
  std::vector<Label> labels_;
  std::vector<std::uint32_t> keys_;  // of the names in labels of turns, ascending
  bool questions_only_ = false;      // no letter answers
};

}  // namespace

TurnRules::TurnRules(const PackData& pack) : pack_(&pack) {
  if (!pack.text_rule_set) return;
  for (std::uint32_t rule = 0; rule < pack.text_rules.size(); ++rule) {
    if (pack.text_rules[rule].gives == "turn") turns_.push_back(rule);
    if (pack.text_rules[rule].gives == "headline") headlines_.push_back(rule);
  }
  constexpr std::array<std::string_view, 1> kFirstPerson = {"FirstPerson"};
  first_person_ = pack.lexicon.class_set(kFirstPerson);
}

void find_turns(const TurnSource& source, const TurnRules& rules, std::vector<Turn>& out) {
  TurnFinder(source, rules, out).find();
}

}  // namespace quotary
