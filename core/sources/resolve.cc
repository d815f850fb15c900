#include "sources/resolve.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "sources/antecedent_list.h"
#include "sources/antecedents.h"
#include "sources/cast.h"
#include "sources/conversation.h"
#include "sources/descriptions.h"
#include "sources/discourse_reader.h"
#include "sources/joint_sources.h"
#include "sources/same_name.h"
#include "sources/source_phrases.h"

namespace quotary {

namespace {

// Namings that introduce an interview, and what being a person counts among them.
constexpr std::uint32_t kIntroduction = 24;
constexpr std::uint32_t kPersonPoints = 2;

// Works through one Analysis from the first quote to the last.
class Resolver {
 public:
  Resolver(const Reading& reading, const Resolution& by, Analysis& analysis)
      : r_(reading),
        classes_(by.classes),
        names_(by.scratch.names),
        phrases_(reading, classes_, names_),
        cast_(reading, classes_, names_, by.scratch.cast, analysis),
        analysis_(analysis),
        discourse_(reading, phrases_, cast_, by.scratch.discourse, analysis),
        joint_(reading, classes_, cast_, by.scratch.joint, analysis),
        told_of_(by.scratch.told_of),
        labels_(by.scratch.labels),
        descriptions_(reading, cast_, by.scratch.described, analysis) {
    labels_.clear();
    if (by.keep_antecedents) explained_.emplace(reading, names_, analysis);
  }

  void run();

 private:
  void resolve_attribution(Attribution& attribution);
  void resolve_late(Attribution& attribution);
  void resolve_phrase(std::uint32_t mention);
  bool resolve_companions(std::uint32_t mention, Range tokens);
  [[nodiscard]] bool is_named(Range tokens) const;
  void resolve_self(std::uint32_t mention, const Quote& quote);
  void resolve_interviewee(std::uint32_t mention);
  void resolve_label(std::uint32_t mention);
  [[nodiscard]] bool is_word_of_headline(const Quote& quote, std::uint32_t mention) const;
  void resolve_pronoun(std::uint32_t mention);
  void resolve_nominal(std::uint32_t mention);
  [[nodiscard]] bool is_ranked(Range tokens, std::uint32_t head) const;
  [[nodiscard]] Range before_clause(Range tokens, std::uint32_t head) const;
  [[nodiscard]] bool may_be_epithet(Range tokens, std::uint32_t head) const;
  [[nodiscard]] bool is_former(Range tokens) const;
  void describe(std::uint32_t mention, std::uint32_t described);

  [[nodiscard]] Range tokens_of(const Mention& who) const { return cast_.tokens_of(who); }

  [[nodiscard]] std::span<const ToldOf> told_of(std::uint32_t head);
  void explain(std::uint32_t mention);

  void refer(std::uint32_t mention, std::uint32_t naming);
  void refer(std::uint32_t mention, const Spoken& antecedent);
  const Spoken* find_spoken(std::uint32_t head, const Wanted& wanted);
  void explain_spoken(std::uint32_t head, const Wanted& wanted, const Spoken* place);

  const Reading& r_;
  const SourceClasses& classes_;
  Register& names_;
  SourcePhrases phrases_;
  Cast cast_;
  Analysis& analysis_;
  DiscourseReader discourse_;
  std::string_view step_;                    // of resolution that has the phrase in hand
  std::optional<AntecedentList> explained_;  // if somebody asks why
  JointSources joint_;                       // of the phrase in hand
  Spoken heard_;                             // whom the last pronoun meant ...
  std::uint32_t heard_at_ = kNone;           // ... and where it stands
  std::uint32_t interviewee_ = kNone;        // a naming of whoever answers the questions
  const Quote* said_ = nullptr;              // the quote in hand
  std::vector<ToldOf>& told_of_;             // the figures it names, once somebody has asked ...
  bool told_of_listed_ = false;              // ... for them
  bool second_hand_ = false;                 // the quote in hand is told inside another ...
  std::uint32_t around_ = kNone;             // ... by this figure
  WordMap& labels_;                          // mentions, by their last word
  Descriptions descriptions_;
};

void Resolver::refer(std::uint32_t mention, const Spoken& antecedent) {
  if (antecedent.naming != kNone) return refer(mention, antecedent.naming);
  analysis_.mentions[mention].source = analysis_.mentions[antecedent.mention].source;
  analysis_.mentions[mention].antecedent = antecedent.mention;
}

void Resolver::refer(std::uint32_t mention, std::uint32_t naming) {
  const std::uint32_t antecedent = cast_.mention_for(naming);
  Mention& who = analysis_.mentions[mention];
  who.source = analysis_.mentions[antecedent].source;
  const Mention& named = analysis_.mentions[antecedent];
  const bool itself = who.span.contains(named.span);
  who.antecedent = itself ? named.antecedent : antecedent;
}

void Resolver::resolve_pronoun(std::uint32_t mention) {
  const std::uint32_t head = analysis_.mentions[mention].head;
  if (r_.tag(head) == Tag::wh) {
    step_ = "relative";
    const std::uint32_t naming = phrases_.before_relative(head);
    if (naming != kNone) refer(mention, naming);
    return;
  }
  Wanted wanted = wanted_by(r_, classes_, head);
  if (!wanted.person && !wanted.organisation && !wanted.plural) return;
  wanted.other_than = around_;
  wanted.told_of = told_of(head);
  step_ = "pronoun";
  // "He said ..., but predicted": one word means one person, whatever it is the source of.
  const Spoken* place = head == heard_at_ ? &heard_ : find_spoken(head, wanted);
  if (place == nullptr) return;
  heard_ = *place;
  heard_at_ = head;
  refer(mention, *place);
  if (wanted.plural && place->naming != kNone) phrases_.find_group(place->naming, joint_.namings());
}

// Whom those who have been spoken of a pronoun or an epithet means; null if nobody fits.
const Spoken* Resolver::find_spoken(std::uint32_t head, const Wanted& wanted) {
  const Spoken* const place = discourse_.find(head, wanted);
  if (explained_) explain_spoken(head, wanted, place);
  return place;
}

void Resolver::explain_spoken(std::uint32_t head, const Wanted& wanted, const Spoken* place) {
  explained_->add(step_, discourse_.rank(head, wanted), place);
}

void Resolver::resolve_nominal(std::uint32_t mention) {
  const Mention who = analysis_.mentions[mention];
  const Range tokens = tokens_of(who);
  const WordKinds head = classes_.of(r_, who.head);
  // "Trump tells", "Stone:", where the tagger takes a surname for another word.
  if (tokens.size() == 1 && r_.has_capital(who.head) && !opens_as_plural(r_, who.head, classes_)) {
    step_ = "name";
    if (const std::uint32_t naming = names_.bearer_of(r_, r_.word(who.head)); naming != kNone) {
      refer(mention, naming);
      return;
    }
  }
  const bool plural = r_.tag(who.head) == Tag::nouns;
  const bool organisation = head.meets(classes_.organisation | classes_.group);
  const bool document = head.meets(classes_.document);
  if (document) {
    step_ = "maker";
    if (const std::uint32_t maker = phrases_.maker_of(tokens, who.head); maker != kNone) {
      refer(mention, maker);
      describe(mention, mention);
      return;
    }
  }
  step_ = "description";
  if (descriptions_.repeats(who) && descriptions_.refer(mention)) return;
  const bool ahead = r_.block_of(who.head) == BlockKind::headline && head.meets(classes_.role);
  const bool ranked = organisation && is_ranked(tokens, who.head);
  if (!plural && (is_definite(r_, tokens) || ahead || ranked) && !document) {
    Wanted wanted;
    wanted.gender = gender_of_words(r_, tokens, classes_);
    wanted.person = !organisation;
    wanted.organisation = organisation;
    wanted.other_than = around_;
    const bool any = head.meets(classes_.generic) || ranked;
    if (organisation && !any) wanted.named = r_.word(who.head);
    step_ = "bearer";
    const Description description{tokens, who.head, ahead};
    std::uint32_t naming = find_bearer(r_, names_, classes_, description, wanted);
    if (explained_) {
      explained_->add(step_, list_bearers(r_, names_, classes_, description, wanted), naming);
    }
    wanted.office =
        head.meets(classes_.role) && !head.meets(classes_.any_office) && !is_former(tokens);
    wanted.house = organisation && !head.meets(classes_.place);
    wanted.press = head.meets(classes_.press);
    // "the self-identified socialist": an epithet of whoever the text is about.
    const Range words = before_clause(tokens, who.head);
    const bool alone = words.size() <= 5 && r_.tag(words.first) == Tag::det &&
                       r_.chunks[r_.chunk_at[words.first]].kind != ChunkKind::possessive &&
                       (organisation || may_be_epithet(words, who.head));
    if (naming == kNone && (alone || ranked)) {
      step_ = "epithet";
      wanted.by_name = true;  // or it goes to nobody
      wanted.told_of = told_of(who.head);
      const Spoken* place = find_spoken(who.head, wanted);
      if (place != nullptr) naming = place->naming;
    }
    if (naming != kNone) {
      refer(mention, naming);
      return;
    }
  }
  step_ = "description";
  if (descriptions_.refer(mention)) return;
  const std::uint32_t described = descriptions_.fuller_mention(mention);
  const std::uint32_t source = cast_.source_for_words(described);
  analysis_.mentions[described].source = source;
  analysis_.mentions[mention].source = source;
  if (described != mention) analysis_.mentions[mention].antecedent = described;
  describe(mention, described);
}

// "Ostavia's largest lender": one of a kind, so that the text must have named it.
bool Resolver::is_ranked(Range tokens, std::uint32_t head) const {
  const Chunk& owner = r_.chunks[r_.chunk_at[tokens.first]];
  if (owner.kind != ChunkKind::possessive) return false;
  for (std::uint32_t at = owner.tokens.last; at < head; ++at) {
    if (classes_.of(r_, at).meets(classes_.rank)) return true;
  }
  return false;
}

// "the German, who turned 60": without what the clause tells besides.
Range Resolver::before_clause(Range tokens, std::uint32_t head) const {
  const std::uint32_t comma = r_.in_chunk(head) ? r_.chunks[r_.chunk_at[head]].tokens.last : head;
  const bool clause =
      comma + 1 < tokens.last && r_.word(comma) == ascii_id(",") && r_.tag(comma + 1) == Tag::wh;
  return clause ? Range{tokens.first, comma} : tokens;
}

// What a noun means from here on; what is told at second hand leaves no trace.
void Resolver::describe(std::uint32_t mention, std::uint32_t described) {
  if (!second_hand_) descriptions_.add(mention, described);
}

// Whether a definite noun may be another name for a person: "the socialist", "the 64-year-old",
// "the Texan"; "the meeting" may not.
bool Resolver::may_be_epithet(Range tokens, std::uint32_t head) const {
  const WordKinds word = classes_.of(r_, head);
  const bool role = word.meets(classes_.title) ||
                    (word.meets(classes_.role) && tokens.size() > 2);  // "the Ohio banker"
  return r_.entries[head].set == 0 || role || word.meets(classes_.person | classes_.nationality);
}

// "The former judge": an office that says who somebody was, not who it is.
bool Resolver::is_former(Range tokens) const {
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    if (classes_.of(r_, at).meets(classes_.former)) return true;
  }
  return false;
}

void Resolver::resolve_phrase(std::uint32_t mention) {
  const Mention who = analysis_.mentions[mention];
  const Range tokens = tokens_of(who);
  if (tokens.size() == 1 && classes_.of(r_, who.head).meets(classes_.fact)) {
    analysis_.mentions[mention].kind = MentionKind::pronoun;  // and it stands for nobody
    return;
  }
  if (who.kind == MentionKind::pronoun) {
    resolve_pronoun(mention);
    return;
  }
  if (resolve_companions(mention, tokens)) return;
  const std::uint32_t naming = phrases_.naming_in(tokens, who.head);
  if (naming != kNone) {
    step_ = "name";
    refer(mention, naming);
    phrases_.find_joint(tokens, naming, joint_.namings());
    const std::uint32_t last = joint_.namings().empty() ? naming : joint_.namings().back();
    const std::uint32_t after = last_chunk(r_, names_.namings()[last]).tokens.last;
    if (!is_named({after, tokens.last})) joint_.add_nameless({after, tokens.last}, naming);
    return;
  }
  phrases_.find_apposed(tokens, who.head, joint_.namings());
  if (joint_.namings().empty()) return resolve_nominal(mention);
  step_ = "name";
  refer(mention, joint_.namings().front());
}

// "He and Lund": whom the pronoun means, and those named beside them. False if it means nobody.
bool Resolver::resolve_companions(std::uint32_t mention, Range tokens) {
  if (tokens.size() < 3 || r_.tag(tokens.first + 1) != Tag::conj) return false;
  if (r_.tag(tokens.first + 2) == Tag::pron) return false;  // "he or she"
  Wanted wanted = wanted_by(r_, classes_, tokens.first);
  if (!wanted.person && !wanted.plural) return false;
  wanted.other_than = around_;
  step_ = "pronoun";
  const Spoken* place = discourse_.find(tokens.first, wanted);
  if (place == nullptr || place->naming == kNone) return false;
  const std::uint32_t meant = place->naming;
  const Range rest = {tokens.first + 1, tokens.last};
  const std::uint32_t beside = names_.naming_after(rest.first);
  const bool named = is_named(rest);
  if (named && names_.namings()[beside].figure == place->figure) return false;
  if (explained_) explain_spoken(tokens.first, wanted, place);
  refer(mention, meant);
  std::vector<std::uint32_t>& joint = joint_.namings();
  if (wanted.plural) phrases_.find_group(meant, joint);
  if (!named) {
    joint_.add_nameless(rest, meant);
  } else if (!wanted.plural &&
             r_.chunks[names_.namings()[beside].chunk].tokens.first <= rest.first + 1) {
    phrases_.find_joint(rest, beside, joint);
    if (joint.empty()) joint.push_back(beside);
    joint.insert(joint.begin(), meant);
  }
  return true;
}

// Whether a name stands in `tokens`.
bool Resolver::is_named(Range tokens) const {
  const std::uint32_t naming = names_.naming_after(tokens.first);
  return naming < names_.namings().size() && names_.namings()[naming].tokens.first < tokens.last;
}

// "I" is whoever has the turn, or whose quoted words it stands in.
void Resolver::resolve_self(std::uint32_t mention, const Quote& quote) {
  Mention& who = analysis_.mentions[mention];
  const WordKinds self = second_hand_ ? classes_.self : classes_.first_person;
  if (quote.parent == kNone || !classes_.of(r_, who.head).meets(self)) return;
  step_ = second_hand_ ? "quotation" : "turn";
  const Attribution& around = analysis_.attributions[quote.parent];
  who.source = around.source;
  who.antecedent = around.source == kNone ? kNone : around.mention;
}

// The name in a label or a headline, where capitals tell little of what is a name: whoever the text
// names so, or an earlier label.
void Resolver::resolve_label(std::uint32_t mention) {
  Mention& who = analysis_.mentions[mention];
  const Range tokens = tokens_of(who);
  const std::uint32_t word = name_word(r_, tokens.last - 1);
  std::uint32_t& label = labels_[word];
  const std::uint32_t known = label;  // an earlier one
  if (known == kNone) label = mention;
  step_ = "label";
  if (phrases_.naming_in(tokens, who.head) != kNone) return resolve_phrase(mention);
  if (const std::uint32_t naming = names_.bearer_of(r_, word); naming != kNone) {
    refer(mention, naming);
  } else if (known == kNone) {
    resolve_phrase(mention);
  } else {
    who.source = analysis_.mentions[known].source;
    who.antecedent = who.source == kNone ? kNone : known;
  }
}

// Whoever answers in an interview is named most in what stands before it.
void Resolver::resolve_interviewee(std::uint32_t mention) {
  step_ = "interviewee";
  const Mention who = analysis_.mentions[mention];
  if (interviewee_ == kNone) {
    const std::uint32_t end = std::min(names_.naming_after(who.head), kIntroduction);
    std::uint32_t best = 0;
    for (std::uint32_t i = 0; i < end; ++i) {
      const Figure& figure = names_.figures()[names_.namings()[i].figure];
      if (figure.type != SourceType::person && figure.type != SourceType::unknown) continue;
      std::uint32_t points = figure.type == SourceType::person ? kPersonPoints : 0;
      for (const std::uint32_t naming : names_.namings_of(figure)) {
        if (naming >= end) break;
        points += names_.namings()[naming].subject ? 2 : 1;
      }
      if (points <= best) continue;
      best = points;
      interviewee_ = i;
    }
  }
  if (interviewee_ != kNone) refer(mention, interviewee_);
}

bool Resolver::is_word_of_headline(const Quote& quote, std::uint32_t mention) const {
  const Mention& who = analysis_.mentions[mention];
  return quote.use == QuoteUse::headline && who.kind != MentionKind::pronoun &&
         tokens_of(who).size() == 1;
}

// The figures that the quote in hand names, where token `head` says who speaks: whoever says it
// would rather say "I".
std::span<const ToldOf> Resolver::told_of(std::uint32_t head) {
  if (told_of_listed_) return told_of_;
  told_of_listed_ = true;
  told_of_.clear();
  const auto& namings = names_.namings();
  for (std::uint32_t i = said_->parts.first; i < said_->parts.last; ++i) {
    const Span part = analysis_.parts[i];
    for (std::uint32_t n = names_.naming_after(r_.document->token_at(part.begin));
         n < namings.size() && r_.tokens[namings[n].tokens.first].span.begin < part.end; ++n) {
      const Naming& named = namings[n];
      // Some speak of themselves by name, and reports of somebody's things.
      const bool by_itself = !named.modifier && r_.stretch[named.tokens.first] == kNone &&
                             r_.chunks[named.chunk].kind != ChunkKind::possessive;
      told_of_.push_back({named.figure, by_itself && named.tokens.first > head});
    }
  }
  return told_of_;
}

// Steps that look for nobody but whom the words themselves point at.
void Resolver::explain(std::uint32_t mention) {
  const Mention& who = analysis_.mentions[mention];
  if (who.kind == MentionKind::name || who.antecedent == kNone || explained_->decided()) return;
  explained_->add(step_, who.antecedent);
}

void Resolver::resolve_attribution(Attribution& attribution) {
  if (attribution.mention == kNone) return;
  joint_.clear();
  if (explained_) explained_->begin(attribution.quote);
  const Quote& said = analysis_.quotes[attribution.quote];
  const MentionKind kind = analysis_.mentions[attribution.mention].kind;
  discourse_.read_on(analysis_.mentions[attribution.mention].head);
  said_ = &said;
  told_of_listed_ = false;
  second_hand_ = said.second_hand;
  // Whoever has the floor would say "I".
  const bool inside = second_hand_ || (said.parent != kNone &&
                                       analysis_.quotes[said.parent].use == QuoteUse::transcript);
  around_ = inside ? cast_.figure_of(analysis_.attributions[said.parent].source) : kNone;
  if (said.use == QuoteUse::transcript && kind == MentionKind::pronoun) {
    resolve_interviewee(attribution.mention);
  } else if (said.use == QuoteUse::transcript || is_word_of_headline(said, attribution.mention)) {
    resolve_label(attribution.mention);
  } else {
    resolve_phrase(attribution.mention);
    resolve_self(attribution.mention, said);
  }
  attribution.source = analysis_.mentions[attribution.mention].source;
  if (explained_) explain(attribution.mention);
  if (attribution.source == kNone) return;
  attribution.joint = joint_.write();
  if (second_hand_) return;
  discourse_.keep_in_mind(attribution.mention);
  const std::uint32_t figure = cast_.figure_of(attribution.source);
  const std::uint32_t named_at = analysis_.mentions[attribution.mention].head;
  // Quoted words make a speaker; a report that somebody hopes for something does not.
  if (said.kind != QuoteKind::indirect) {
    if (figure != kNone) discourse_.spoke(figure, named_at);
  } else if (attribution.cue != kNone &&
             classes_.of(r_, analysis_.cues[attribution.cue].head).meets(classes_.says)) {
    discourse_.reported(figure, named_at);
  }
}

// "I" in a quote without a cue, whose speaker the conversation told.
void Resolver::resolve_late(Attribution& attribution) {
  const Quote& said = analysis_.quotes[attribution.quote];
  if (!said.second_hand || attribution.mention == kNone || attribution.source != kNone) return;
  second_hand_ = true;
  resolve_self(attribution.mention, said);
  attribution.source = analysis_.mentions[attribution.mention].source;
}

void Resolver::run() {
  for (Attribution& attribution : analysis_.attributions) resolve_attribution(attribution);
  hold_conversation(r_, names_, classes_.conversation, cast_, analysis_);
  for (Attribution& attribution : analysis_.attributions) resolve_late(attribution);
  cast_.list_mentions();
}

}  // namespace

void resolve_sources(const Reading& reading, const Resolution& by, Analysis& analysis) {
  if (analysis.quotes.empty()) return;
  by.scratch.names.fill(reading);
  // Most texts have fewer; they are costly to move.
  analysis.sources.reserve(analysis.attributions.size() / 2 + 1);
  analysis.mentions.reserve(2 * analysis.mentions.size());
  Resolver(reading, by, analysis).run();
}

}  // namespace quotary
