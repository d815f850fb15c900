// Record: what Quotary publishes about one document. Flat and stable: the one thing writers see.
//
// docs/record.md describes it field by field; docs/record.schema.json is its JSON Schema. Fields
// are only ever added; a change of meaning changes kRecordSchema.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotary/provenance_record.h"
#include "quotary/rules.h"
#include "quotary/span.h"

namespace quotary {

inline constexpr std::string_view kRecordSchema = "quotary.record/1";

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

struct RecordRepair {
  RepairKind kind = RepairKind::stray;
  Passage mark;
};

struct RecordBlock {
  BlockKind kind = BlockKind::body;
  Passage passage;
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
  Range chain;                    // Record::texts: "he", "Vulin", "Deputy Prime Minister ... Vulin"
  Passage medium;                 // "Reuters" in "told Reuters"
  Passage occasion;               // "a news conference"
  std::string_view sieve;
  std::string_view rule;
  float confidence = 0;
  NoSource no_source = NoSource::none;
  std::uint32_t nested_in = 0;  // n of the quote that holds it; 0: none
  std::uint16_t depth = 0;      // how many quotes hold it
  Range repairs;                // Record::quote_repairs
  Range candidates;             // Record::candidates
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
  bool has_quotes = true;  // false: they were not asked for
  std::vector<RecordQuote> quotes;
  std::vector<RecordSource>
      sources;  // those that say a quote of this Record, in order of appearance
  std::vector<RecordRepair> repairs;
  std::vector<RecordBlock> blocks;  // filled only on request
  bool has_provenance = false;      // false: it was not asked for
  RecordProvenance provenance;
  DecodeNotes notes;
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
  // Null when nobody is known.
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
  bool quotes = true;        // false: leave out quotes and sources
  bool provenance = false;   // fill Record::provenance
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
