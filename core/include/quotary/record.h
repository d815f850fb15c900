// Record: what Quotary publishes about one document. Flat and stable: the one thing writers see.
//
// docs/record.md describes it field by field; docs/record.schema.json is its JSON Schema. Fields
// are only ever added; a change of meaning changes kRecordSchema.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotary/page.h"
#include "quotary/provenance.h"
#include "quotary/rules.h"
#include "quotary/span.h"

namespace quotary {

inline constexpr std::string_view kRecordSchema = "quotary.record/1";

// A stretch of the document: where it stands in the original, in Record::unit, and its text. Empty
// when there is no such thing.
struct Passage {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view text;

  [[nodiscard]] bool empty() const { return text.empty(); }
};

struct RecordMention {
  Passage passage;
  MentionKind kind = MentionKind::nominal;
};

struct RecordCandidate {
  std::string_view rule;
  Passage cue;
  Passage source;
  float score = 0;
  std::string_view lost;  // why it lost; empty for the winner
};

// Who competed to be the antecedent of a source phrase (analysis.h).
struct RecordAntecedent {
  std::string_view sieve;
  Passage name;
  Passage place;
  float points = 0;
  std::string_view lost;  // why; empty for whom the phrase was taken to mean
};

struct RecordRepair {
  RepairKind kind = RepairKind::stray;
  Passage mark;
};

struct RecordBlock {
  BlockKind kind = BlockKind::body;
  Passage passage;
};

// A block of a page: where it stands in the text, and in the bytes of the page.
struct RecordPageBlock {
  Passage passage;
  Span page;  // bytes, whatever the unit of the record is
  ElementHint hint = ElementHint::paragraph;
};

struct RecordPerson {
  Passage passage;
  std::string_view name;
  std::string_view role;
  std::string_view house;  // name of the house that it works for, as written; may be empty
  Passage place;
};

// What the rule pack knows of a house; empty where it knows nothing, or no pack was given.
struct KnownHouse {
  std::string_view name;      // "The Associated Press"
  std::string_view kind;      // "wire", "photo_agency", "broadcaster" ...
  std::string_view wikidata;  // "Q40469"
  std::string_view domain;    // "apnews.com"
};

struct RecordHouse {
  Passage passage;
  std::string_view name;
  std::string_view id;  // of agencies.json; empty: not one of them
  KnownHouse known = {};

  [[nodiscard]] std::string_view full_name() const {
    return known.name.empty() ? name : known.name;
  }
};

struct RecordTerm {
  Passage passage;
  bool prohibited = false;  // false: a duty
  std::string_view action;  // of ODRL
};

struct RecordClause {
  Passage passage;
  std::string_view code;
};

// A statement of provenance (quotary/provenance.h). Ranges point into RecordProvenance.
struct RecordStatement {
  std::uint32_t n = 0;  // 1, 2, ... in the order of the text
  StatementKind kind = StatementKind::credit;
  Passage passage;
  std::string_view rule;
  float confidence = 0;
  Range people, houses, via, places, terms, clauses;
  Range flags;  // RecordProvenance::flags
  std::string_view pool, year, licence;
  Passage date, rights, link;
  std::uint32_t picture = 0;  // n of its picture; 0: none
};

struct RecordPicture {
  std::uint32_t n = 0;
  Passage caption, copy, date;
  std::string_view day;  // "2025-03-17"
  Range places;
  Range credits;  // RecordProvenance::statements; of other kinds, too: ask their `picture`
};

struct RecordCitation {
  Passage passage;
  CitationRole role = CitationRole::source;
  Range chain;              // RecordProvenance::houses
  std::uint32_t quote = 0;  // n of the quote; 0: none
};

struct RecordFinding {
  Passage passage;
  std::string_view code;
  std::string_view advice;
};

struct RecordProvenance {
  bool present = false;  // it was asked for
  Passage headline, section, posted;
  std::string_view posted_at;  // "2025-03-17T21:20"
  std::vector<RecordStatement> statements;
  std::vector<RecordPicture> pictures;
  std::vector<RecordCitation> citations;
  std::vector<RecordFinding> findings;

  TextOrigin origin = TextOrigin::unknown;
  std::string_view house;
  std::string_view origin_name;
  std::vector<std::uint32_t> evidence;  // n of statements
  std::vector<std::string_view> rules;
  float confidence = 0;

  std::vector<RecordPerson> people;
  std::vector<RecordHouse> houses;
  std::vector<Passage> places;
  std::vector<std::string_view> flags;
  std::vector<RecordTerm> terms;
  std::vector<RecordClause> clauses;

  KnownHouse known_house;  // what `house` is the id of

  // Of the wire or the origin, as well as it is known; empty if it is not.
  [[nodiscard]] std::string_view house_name() const {
    if (!known_house.name.empty()) return known_house.name;
    return house.empty() ? origin_name : house;
  }
  [[nodiscard]] std::span<const RecordPerson> people_of(const RecordStatement& statement) const {
    return std::span(people).subspan(statement.people.first, statement.people.size());
  }
  [[nodiscard]] std::span<const RecordHouse> houses_of(Range range) const {
    return std::span(houses).subspan(range.first, range.size());
  }
  [[nodiscard]] std::span<const std::string_view> flags_of(const RecordStatement& statement) const {
    return std::span(flags).subspan(statement.flags.first, statement.flags.size());
  }
  [[nodiscard]] std::span<const Passage> places_of(Range range) const {
    return std::span(places).subspan(range.first, range.size());
  }
  [[nodiscard]] std::span<const RecordTerm> terms_of(const RecordStatement& statement) const {
    return std::span(terms).subspan(statement.terms.first, statement.terms.size());
  }
  [[nodiscard]] std::span<const RecordClause> clauses_of(const RecordStatement& statement) const {
    return std::span(clauses).subspan(statement.clauses.first, statement.clauses.size());
  }

  [[nodiscard]] bool empty() const {
    return statements.empty() && pictures.empty() && citations.empty() && findings.empty() &&
           headline.empty() && posted.empty();
  }
};

// One quotation. Ranges point into the vectors of the Record.
struct RecordQuote {
  std::uint32_t n = 0;  // 1, 2, ... over all quotes found, shown or not: the same in every format
  QuoteKind kind = QuoteKind::direct;
  QuoteUse use = QuoteUse::speech;
  Range parts;      // Record::parts; at least one
  Passage context;  // the sentences around it; filled only on request
  Passage cue;
  Passage source;  // the whole phrase that names who says it
  MentionKind source_kind = MentionKind::nominal;
  std::uint32_t speaker = kNone;  // Record::sources: who stands behind the phrase
  Range joint;                    // Record::joint_speakers; empty unless several say it together
  Range chain;       // Record::texts: "he", "Brankov", "Deputy Prime Minister ... Brankov"
  Passage medium;    // "Reuters" in "told Reuters"
  Passage occasion;  // "a news conference"
  std::string_view sieve;
  std::string_view rule;
  float confidence = 0;
  NoSource no_source = NoSource::none;
  std::uint32_t nested_in = 0;  // n of the quote that holds it; 0: none
  std::uint16_t depth = 0;      // how many quotes hold it
  bool second_hand = false;     // told between the marks of the one that holds it
  Range repairs;                // Record::quote_repairs
  Range candidates;             // Record::candidates
  Range antecedents;            // Record::antecedents
};

// Who or what stands behind mentions.
struct RecordSource {
  std::string_view name;
  SourceType type = SourceType::unknown;
  Gender gender = Gender::unknown;
  bool plural = false;
  Range roles;               // Record::texts; at most kMaxTraits, no two the same
  Range affiliations;        // Record::texts; likewise
  std::uint32_t quotes = 0;  // how many quotes of this Record it says
  Range mentions;            // Record::mentions
};

// Limits that keep a Record linear in the size of its document, whatever the document holds.
inline constexpr std::uint32_t kMaxTraits = 16;    // roles or affiliations listed for a source
inline constexpr std::uint32_t kMaxChain = 8;      // links listed from mention to name
inline constexpr std::uint16_t kMaxTextDepth = 8;  // quotes nested deeper give offsets, no text

// All views point into the Document, the Analysis and the RulePack it was made from (`id` and
// `carried` too, or wherever the caller had them point): it lives no longer than they do.
struct Record {
  std::string_view id;
  OffsetUnit unit = OffsetUnit::bytes;
  std::string_view bytes;  // of the document, as they came in
  std::string_view text;   // the same as Quotary read it; every Passage::text stands in it
  std::vector<RecordQuote> quotes;
  std::vector<RecordSource>
      sources;  // those that say a quote of this Record, in order of appearance
  std::vector<RecordRepair> repairs;
  std::vector<RecordBlock> blocks;  // filled only on request
  RecordProvenance provenance;      // filled unless RecordOptions says otherwise
  DecodeNotes notes;
  // For a page, or where fields declare something; null otherwise. Set by make_record().
  const ReadDocument* input = nullptr;
  std::vector<RecordPageBlock> page_blocks;  // filled only on request
  bool with_text = false;                    // `bytes` are to be written
  // Found but not in `quotes`, by use: see RecordOptions. Indexed by QuoteUse.
  std::uint32_t left_out[8] = {};
  // JSON members of the input's own fields, as `"a":1,"b":[2]`; written through untouched.
  std::string_view carried;

  // Pools that the ranges above point into.
  std::vector<Passage> parts;
  std::vector<std::string_view> texts;
  std::vector<RecordMention> mentions;
  std::vector<RepairKind> quote_repairs;
  std::vector<RecordCandidate> candidates;
  std::vector<RecordAntecedent> antecedents;
  std::vector<std::uint32_t> joint_speakers;  // Record::sources

  // Null if it is left out.
  [[nodiscard]] const RecordQuote* quote_numbered(std::uint32_t n) const {
    const auto at = std::partition_point(quotes.begin(), quotes.end(),
                                         [&](const RecordQuote& quote) { return quote.n < n; });
    return at != quotes.end() && at->n == n ? &*at : nullptr;
  }
  [[nodiscard]] std::span<const Passage> parts_of(const RecordQuote& quote) const {
    return std::span(parts).subspan(quote.parts.first, quote.parts.size());
  }
  [[nodiscard]] std::span<const std::string_view> texts_of(Range range) const {
    return std::span(texts).subspan(range.first, range.size());
  }
  [[nodiscard]] std::span<const RecordMention> mentions_of(const RecordSource& source) const {
    return std::span(mentions).subspan(source.mentions.first, source.mentions.size());
  }
  [[nodiscard]] std::span<const RepairKind> repairs_of(const RecordQuote& quote) const {
    return std::span(quote_repairs).subspan(quote.repairs.first, quote.repairs.size());
  }
  [[nodiscard]] std::span<const RecordCandidate> candidates_of(const RecordQuote& quote) const {
    return std::span(candidates).subspan(quote.candidates.first, quote.candidates.size());
  }
  [[nodiscard]] std::span<const RecordAntecedent> antecedents_of(const RecordQuote& quote) const {
    return std::span(antecedents).subspan(quote.antecedents.first, quote.antecedents.size());
  }
  // All who say it, in the order of the text, as indices of `sources`; mostly one, or none.
  [[nodiscard]] std::span<const std::uint32_t> speakers_of(const RecordQuote& quote) const {
    if (quote.joint.empty()) return {&quote.speaker, quote.speaker == kNone ? 0U : 1U};
    return std::span(joint_speakers).subspan(quote.joint.first, quote.joint.size());
  }
  // The one that the phrase is headed by, if several say it. Null when nobody is known.
  [[nodiscard]] const RecordSource* speaker_of(const RecordQuote& quote) const {
    return quote.speaker == kNone ? nullptr : &sources[quote.speaker];
  }
};

struct RecordOptions {
  OffsetUnit unit = OffsetUnit::bytes;
  // False: speech, partial quotes, turns of transcripts, and quoted words in headlines that
  // somebody is said to have said. True: scare quotes, titles, nicknames, mottos and all others as
  // well.
  bool all = false;
  float min_confidence = 0;  // 0..1; leaves out quotes whose attribution is less certain
  bool context = false;      // fill RecordQuote::context
  bool blocks = false;       // fill Record::blocks
  bool text = false;         // write the text that offsets point into, and fill page_blocks
  // What the document was read from, if that is to be in the record; outlives it. Its text may have
  // been moved into the Document.
  const ReadDocument* input = nullptr;
  bool provenance = true;  // fill Record::provenance
  // Where houses get their full names, kinds and domains from; it has to outlive the Record.
  const RulePack* pack = nullptr;
};

// Linear in the size of the Analysis, but for a sort of the offsets where they have to be counted
// in characters. `reuse` lends its memory: `record = make_record(d, a, o, std::move(record))`.
[[nodiscard]] Record make_record(const Document& document, const Analysis& analysis,
                                 const RecordOptions& options = {}, Record reuse = {});

// The names used in records: "direct", "organisation", "no_cue", "post_date", ...
[[nodiscard]] std::string_view name_of(QuoteKind kind);
[[nodiscard]] std::string_view name_of(QuoteUse use);
[[nodiscard]] std::string_view name_of(MentionKind kind);
[[nodiscard]] std::string_view name_of(SourceType type);
[[nodiscard]] std::string_view name_of(Gender gender);
[[nodiscard]] std::string_view name_of(NoSource reason);
[[nodiscard]] std::string_view name_of(RepairKind kind);
[[nodiscard]] std::string_view name_of(BlockKind kind);
[[nodiscard]] std::string_view name_of(OffsetUnit unit);

}  // namespace quotary
