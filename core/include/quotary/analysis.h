// Analysis: everything Quotary found in one Document. Plain vectors that point at each other by
// index and into the text by Span; they mean nothing without the Document they came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/document.h"
#include "quotary/provenance.h"
#include "quotary/span.h"

namespace quotary {

// What a paragraph is in the make-up of an article.
enum class BlockKind : std::uint8_t {
  headline,
  section,    // a label such as "War" or "Politics"
  post_date,  // "Post At: Mar 17/2025 09:20PM"
  byline,
  body,
  caption,
  credit,
  notice,  // contribution lines, copyright lines, disclaimers
};

// One for each paragraph of the Document, in its order.
struct Block {
  BlockKind kind = BlockKind::body;
  Span dateline;  // a leading "DALLAS (AP) — ", empty if there is none; no part of any content
  Span credit;    // a credit line inside the paragraph, empty if there is none
  Span ignored;   // a truncated copy of a caption that follows in full: adds nothing
};

// How a stretch between quotation marks is written down. Decided by its marks, not by its words.
struct QuotedStretch {
  Span outer;                       // with its marks
  Span inner;                       // without them
  std::uint32_t parent = kNone;     // the stretch that holds it
  std::uint32_t continues = kNone;  // the stretch of an earlier paragraph that it goes on with
  std::uint16_t depth = 0;          // 0: outermost
  bool single = false;              // ‘ ’ or ' ' or ‚ ‘
  bool opened = true;               // false: the opening mark was missing and has been supposed
  bool closed = true;               // false: the closing mark was missing (or left out by custom)
  bool frame = false;               // a whole story told inside marks: what it quotes is the speech
};

enum class RepairKind : std::uint8_t { unclosed, unopened, doubled, stray, wrong_way };

// A mark that did not fit, and what was made of it.
struct Repair {
  Span mark;
  RepairKind kind = RepairKind::stray;
};

enum class QuoteKind : std::uint8_t { direct, indirect, mixed };

// What a quotation is used for.
enum class QuoteUse : std::uint8_t {
  speech,
  partial,     // quoted words inside a sentence of the reporter's, with a cue: a "rare gift"
  scare,       // words held at arm's length: no cue, no speaker
  title,       // of a work: "The Crown"
  nickname,    // Rodrigo "Digong" Duterte
  motto,       // slogans, placards, chants
  headline,    // quoted words in a headline
  transcript,  // a turn in a transcript or interview
};

// A quotation (PARC: the content). Its parts are Analysis::parts[parts.first .. parts.last).
struct Quote {
  Range parts;
  QuoteKind kind = QuoteKind::direct;
  QuoteUse use = QuoteUse::speech;
  std::uint32_t stretch = kNone;  // the (first) stretch of quotation marks, if any
  std::uint32_t parent = kNone;   // the quote that this one is nested in
  bool second_hand = false;       // told between the marks of its parent: "He says it rained."
};

// Words that signal attribution: "said", "according to", "has vowed".
struct Cue {
  Span span;
  std::uint32_t head = 0;  // the token that decided: "vowed"
};

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

// Text that names a source: the whole phrase, and the token that heads it.
struct Mention {
  Span span;
  std::uint32_t head = 0;
  MentionKind kind = MentionKind::nominal;
  std::uint32_t source = kNone;      // index into Analysis::sources
  std::uint32_t antecedent = kNone;  // the mention this one was resolved by: "he" <- "Brankov"
};

enum class SourceType : std::uint8_t { person, organisation, document, group, unnamed, unknown };
enum class Gender : std::uint8_t { unknown, female, male };

// Whoever or whatever stands behind mentions.
struct Source {
  std::string name;  // canonical: the longest form found, without titles. "Milo Brankov"
  SourceType type = SourceType::unknown;
  Gender gender = Gender::unknown;
  bool plural = false;
  std::vector<Span> roles;         // "Deputy Prime Minister", "former intelligence chief"
  std::vector<Span> affiliations;  // "Ostavia"
  std::vector<std::uint32_t> mentions;
};

// Why a quote has no source.
enum class NoSource : std::uint8_t {
  none,            // it has one
  no_cue,          // nothing near it signals attribution
  no_subject,      // a cue without anyone who says it: "it was said that"
  not_attributed,  // a scare quote, title or motto: nobody says it
};

// Who says a quote, and why we think so.
struct Attribution {
  std::uint32_t quote = 0;
  std::uint32_t cue = kNone;
  std::uint32_t mention = kNone;
  std::uint32_t source = kNone;
  Range joint;             // Analysis::joint_sources: all of several who say it; empty for one
  Span medium;             // "Reuters" in "told Reuters", "a statement", "X"
  Span occasion;           // "a news conference", "the sidelines of ..."
  std::string_view sieve;  // owned by the RulePack
  std::string_view rule;   // owned by the RulePack
  float confidence = 0;    // calibrated: of those at 0.9, nine in ten are right
  NoSource no_source = NoSource::none;
};

// A cue, mention or rule that was considered for a quote and lost; kept only on request.
struct Candidate {
  std::uint32_t quote = 0;
  Span cue;
  Span mention;
  std::string_view rule;
  float score = 0;
  std::string_view lost;  // why: "another candidate scored higher"; empty for the winner
};

// Somebody who was considered as the antecedent of the phrase that names a source ("he", "the
// senator"), at the place that speaks for them best; kept only on request.
struct Antecedent {
  std::uint32_t quote = 0;
  std::string_view sieve;  // the step of resolution that considered them: "pronoun", "bearer"
  Span name;               // the longest form of the name; the phrase of those who have none
  Span place;              // where they are spoken of: "Brankov", "his"
  float points = 0;        // comparable within a step
  std::string_view lost;   // why; empty for whom the phrase was taken to mean
};

struct Analysis {
  std::vector<Block> blocks;             // parallel to Document::paragraphs()
  std::vector<QuotedStretch> stretches;  // in order of their opening marks
  std::vector<Repair> repairs;
  std::vector<Span> parts;
  std::vector<Quote> quotes;  // in order of their first part
  std::vector<Cue> cues;
  std::vector<Mention> mentions;
  std::vector<Source> sources;
  std::vector<Attribution> attributions;     // parallel to quotes
  std::vector<std::uint32_t> joint_sources;  // in the order of the text, a range of each quote's
  std::vector<Candidate> candidates;
  std::vector<Antecedent> antecedents;  // in the order of quotes, and of steps
  Provenance provenance;

  // The text of a quote's parts, joined by a space.
  [[nodiscard]] std::string text(const Document& document, const Quote& quote) const;

  // Empty when every invariant holds (spans inside the text and on character borders, indices in
  // range, parts ordered and apart, stretches nested); otherwise a sentence on the first that does
  // not. Linear in the size of the Analysis.
  [[nodiscard]] std::string inconsistency(const Document& document) const;
  [[nodiscard]] bool consistent(const Document& document) const {
    return inconsistency(document).empty();
  }
};

}  // namespace quotary
