#include "quotary/record.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "records/house_names.h"
#include "records/offsets.h"
#include "records/provenance.h"

namespace quotary {
namespace {

// Text shown on either side of a quote when its sentence is longer than that.
constexpr std::uint32_t kContextBytes = 400;
// Antecedents followed from a mention; a chain of pronouns may be as long as the document.
constexpr int kMaxSteps = 32;

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::uint32_t size_of(const auto& vector) { return static_cast<std::uint32_t>(vector.size()); }

// Offsets of a valid UTF-8 text in bytes -> in a unit, asked for in ascending order.
class OriginalCounter {
 public:
  OriginalCounter(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {}

  std::uint32_t operator()(std::uint32_t byte) {
    if (unit_ == OffsetUnit::bytes) return byte;
    for (; at_ < byte; ++at_) {
      if (is_continuation_byte(text_[at_])) continue;
      const bool two_units =
          unit_ == OffsetUnit::utf16 && static_cast<unsigned char>(text_[at_]) >= 0xF0;
      count_ += two_units ? 2 : 1;
    }
    return count_;
  }

 private:
  std::string_view text_;
  OffsetUnit unit_;
  std::uint32_t at_ = 0;
  std::uint32_t count_ = 0;
};

class RecordBuilder {
 public:
  RecordBuilder(const Document& document, const Analysis& analysis, const RecordOptions& options)
      : document_(document), analysis_(analysis), options_(options) {}

  Record build(Record reuse) {
    record_ = std::move(reuse);
    clear();
    record_.id = document_.id();
    record_.unit = options_.unit;
    record_.bytes = document_.bytes();
    record_.text = document_.text();
    record_.notes = document_.notes();
    add_repairs();
    if (options_.blocks) add_blocks();
    add_input();
    group_candidates();
    record_index_.assign(analysis_.sources.size(), kNone);
    depths_.assign(analysis_.quotes.size(), 0);
    for (std::uint32_t i = 0; i < size_of(analysis_.quotes); ++i) {
      depths_[i] = depth_of(i);
      consider(i);
    }
    fill_provenance(document_, analysis_, options_.provenance, record_.provenance);
    name_houses(options_.pack, record_.provenance);
    publish_offsets(document_, record_);
    add_page_blocks();
    return std::move(record_);
  }

 private:
  void clear() {
    record_.quotes.clear();
    record_.sources.clear();
    record_.repairs.clear();
    record_.blocks.clear();
    record_.page_blocks.clear();
    record_.parts.clear();
    record_.texts.clear();
    record_.mentions.clear();
    record_.quote_repairs.clear();
    record_.candidates.clear();
    record_.antecedents.clear();
    record_.joint_speakers.clear();
    record_.carried = {};
    std::fill(std::begin(record_.left_out), std::end(record_.left_out), 0U);
  }

  // Offsets are bytes of the decoded text until publish_offsets() has the last word.
  [[nodiscard]] Passage passage(Span span) const {
    if (span.empty()) return {};
    return {span.begin, span.end, document_.text(span)};
  }

  void add_repairs() {
    for (const Repair& repair : analysis_.repairs) {
      record_.repairs.push_back({repair.kind, passage(repair.mark)});
    }
    std::stable_sort(
        record_.repairs.begin(), record_.repairs.end(),
        [](const RecordRepair& a, const RecordRepair& b) { return a.mark.begin < b.mark.begin; });
  }

  void add_blocks() {
    const auto& paragraphs = document_.paragraphs();
    const std::size_t count = std::min(paragraphs.size(), analysis_.blocks.size());
    for (std::size_t i = 0; i < count; ++i) {
      record_.blocks.push_back({analysis_.blocks[i].kind, passage(paragraphs[i].span)});
    }
  }

  // Blocks are known by bytes of the original; from here on offsets are those of the decoded text.
  void add_input() {
    record_.input = options_.input;
    record_.with_text = options_.text;
    if (options_.input == nullptr) return;
    if (options_.input->is_page) record_.notes.invalid_bytes += options_.input->page.invalid_bytes;
  }

  // Counted from the original text, which need not be the decoded one: after publish_offsets().
  void add_page_blocks() {
    if (!options_.text || options_.input == nullptr) return;
    OriginalCounter count(document_.bytes(), options_.unit);
    for (const PageBlock& block : options_.input->page.blocks) {
      Passage passage{count(block.text.begin), count(block.text.end),
                      document_.bytes().substr(block.text.begin, block.text.size())};
      record_.page_blocks.push_back({passage, block.page, block.hint});
    }
  }

  void group_candidates() {
    candidate_order_.resize(analysis_.candidates.size());
    std::iota(candidate_order_.begin(), candidate_order_.end(), 0U);
    std::stable_sort(candidate_order_.begin(), candidate_order_.end(),
                     [this](std::uint32_t a, std::uint32_t b) {
                       return analysis_.candidates[a].quote < analysis_.candidates[b].quote;
                     });
  }

  // Parents come before their children, so that this is one step.
  [[nodiscard]] std::uint16_t depth_of(std::uint32_t index) const {
    const std::uint32_t parent = analysis_.quotes[index].parent;
    if (parent >= index) return 0;
    const std::uint32_t depth = depths_[parent] + 1U;
    return static_cast<std::uint16_t>(std::min<std::uint32_t>(depth, 0xFFFF));
  }

  void consider(std::uint32_t index) {
    static const Attribution nobody;
    const Quote& quote = analysis_.quotes[index];
    const Attribution& attribution =
        index < analysis_.attributions.size() ? analysis_.attributions[index] : nobody;
    if (quote.parts.empty()) return;
    if (!wanted(quote, attribution)) {
      ++record_.left_out[static_cast<std::size_t>(quote.use)];
      return;
    }
    add(index, attribution);
  }

  [[nodiscard]] bool wanted(const Quote& quote, const Attribution& attribution) const {
    if (attribution.confidence < options_.min_confidence) return false;
    if (options_.all) return true;
    switch (quote.use) {
      case QuoteUse::speech:
      case QuoteUse::partial:
      case QuoteUse::transcript:
        return true;
      case QuoteUse::headline:
        return attribution.source != kNone || attribution.mention != kNone;
      default:
        return false;
    }
  }

  void add(std::uint32_t index, const Attribution& attribution) {
    const Quote& from = analysis_.quotes[index];
    RecordQuote quote;
    quote.n = index + 1;
    quote.kind = from.kind;
    quote.use = from.use;
    quote.depth = depths_[index];
    quote.nested_in = from.parent < index ? from.parent + 1 : 0;
    quote.second_hand = from.second_hand;
    quote.parts = parts_of(from);
    if (options_.context) quote.context = context_of(from);
    if (attribution.cue < analysis_.cues.size()) {
      quote.cue = passage(analysis_.cues[attribution.cue].span);
    }
    if (attribution.mention < analysis_.mentions.size()) {
      const Mention& mention = analysis_.mentions[attribution.mention];
      quote.source = passage(mention.span);
      quote.source_kind = mention.kind;
      quote.chain = chain_from(attribution.mention);
    }
    quote.medium = passage(attribution.medium);
    quote.occasion = passage(attribution.occasion);
    quote.sieve = attribution.sieve;
    quote.rule = attribution.rule;
    quote.confidence = attribution.confidence;
    quote.no_source = attribution.no_source;
    quote.joint = joint_of(attribution);
    quote.speaker = speaker_of(attribution.source);
    for (const std::uint32_t speaker : record_.speakers_of(quote)) {
      ++record_.sources[speaker].quotes;
    }
    quote.repairs = repairs_of(from);
    quote.candidates = candidates_of(index);
    quote.antecedents = antecedents_of(index);
    record_.quotes.push_back(quote);
  }

  Range parts_of(const Quote& quote) {
    const std::uint32_t first = size_of(record_.parts);
    for (std::uint32_t i = quote.parts.first; i < quote.parts.last; ++i) {
      record_.parts.push_back(passage(analysis_.parts[i]));
    }
    return {first, size_of(record_.parts)};
  }

  // The dateline of the paragraph of `at`; empty if it has none.
  [[nodiscard]] Span dateline_before(std::uint32_t at) const {
    const auto& paragraphs = document_.paragraphs();
    const auto after =
        std::partition_point(paragraphs.begin(), paragraphs.end(),
                             [&](const Paragraph& each) { return each.span.begin <= at; });
    const auto number = static_cast<std::size_t>(after - paragraphs.begin());
    return number == 0 || number > analysis_.blocks.size() ? Span{}
                                                           : analysis_.blocks[number - 1].dateline;
  }

  [[nodiscard]] Passage context_of(const Quote& quote) const {
    const Span hull = {analysis_.parts[quote.parts.first].begin,
                       analysis_.parts[quote.parts.last - 1].end};
    const auto& tokens = document_.tokens();
    const std::uint32_t last_token = size_of(tokens) - 1;
    if (tokens.empty()) return passage(hull);
    const auto sentence_at = [&](std::uint32_t at) {
      const std::uint32_t token = std::min(document_.token_at(at), last_token);
      return document_.span_of(document_.sentences()[document_.sentence_of(token)].tokens);
    };
    Span span = {std::min(sentence_at(hull.begin).begin, hull.begin),
                 std::max(sentence_at(hull.end - 1).end, hull.end)};
    const Span dateline = dateline_before(hull.begin);
    if (dateline.end > span.begin && dateline.end <= hull.begin) span.begin = dateline.end;
    if (hull.begin - span.begin > kContextBytes) span.begin = hull.begin - kContextBytes;
    if (span.end - hull.end > kContextBytes) span.end = hull.end + kContextBytes;
    const std::string_view text = document_.text();
    while (span.begin < hull.begin && is_continuation_byte(text[span.begin])) ++span.begin;
    while (span.end < text.size() && is_continuation_byte(text[span.end])) ++span.end;
    return passage(span);
  }

  // The mention, then what it was resolved by, without pronouns on the way and without repetition.
  Range chain_from(std::uint32_t mention) {
    const std::uint32_t first = size_of(record_.texts);
    std::uint32_t at = mention;
    for (int step = 0; step < kMaxSteps && at < analysis_.mentions.size(); ++step) {
      const Mention& link = analysis_.mentions[at];
      at = link.antecedent;
      const std::string_view text = document_.text(link.span);
      if (step != 0 && link.kind == MentionKind::pronoun) continue;
      if (step != 0 && text == record_.texts.back()) continue;
      record_.texts.push_back(text);
      if (size_of(record_.texts) - first == kMaxChain) break;
    }
    return {first, size_of(record_.texts)};
  }

  std::uint32_t speaker_of(std::uint32_t source) {
    if (source >= analysis_.sources.size()) return kNone;
    std::uint32_t& index = record_index_[source];
    if (index == kNone) {
      index = size_of(record_.sources);
      add_source(analysis_.sources[source]);
    }
    return index;
  }

  Range joint_of(const Attribution& attribution) {
    const std::uint32_t first = size_of(record_.joint_speakers);
    for (std::uint32_t i = attribution.joint.first; i < attribution.joint.last; ++i) {
      record_.joint_speakers.push_back(speaker_of(analysis_.joint_sources[i]));
    }
    return {first, size_of(record_.joint_speakers)};
  }

  void add_source(const Source& from) {
    RecordSource source;
    source.name = from.name;
    source.type = from.type;
    source.gender = from.gender;
    source.plural = from.plural;
    source.roles = traits(from.roles);
    source.affiliations = traits(from.affiliations);
    const std::uint32_t first = size_of(record_.mentions);
    for (const std::uint32_t index : from.mentions) {
      if (index >= analysis_.mentions.size()) continue;
      const Mention& mention = analysis_.mentions[index];
      // A place can be mentioned twice: as the source of a quote, and as what another refers to.
      const Passage where = passage(mention.span);
      const bool repeated = size_of(record_.mentions) > first &&
                            record_.mentions.back().passage.text.data() == where.text.data() &&
                            record_.mentions.back().passage.text.size() == where.text.size();
      if (!repeated) record_.mentions.push_back({where, mention.kind});
    }
    source.mentions = {first, size_of(record_.mentions)};
    if (source.name.empty() && !source.mentions.empty()) {
      source.name = record_.mentions[first].passage.text;
    }
    record_.sources.push_back(source);
  }

  Range traits(const std::vector<Span>& spans) {
    const std::uint32_t first = size_of(record_.texts);
    for (const Span span : spans) {
      if (size_of(record_.texts) - first == kMaxTraits) break;
      const std::string_view text = document_.text(span);
      const auto listed = record_.texts.begin() + first;
      if (std::find(listed, record_.texts.end(), text) == record_.texts.end()) {
        record_.texts.push_back(text);
      }
    }
    return {first, size_of(record_.texts)};
  }

  // Repairs of the marks at either end of the quote's own stretch.
  Range repairs_of(const Quote& quote) {
    const std::uint32_t first = size_of(record_.quote_repairs);
    if (quote.stretch < analysis_.stretches.size() && !record_.repairs.empty()) {
      const QuotedStretch& stretch = analysis_.stretches[quote.stretch];
      add_repairs_within({stretch.outer.begin, std::max(stretch.inner.begin, stretch.outer.begin)});
      add_repairs_within({std::min(stretch.inner.end, stretch.outer.end), stretch.outer.end});
    }
    return {first, size_of(record_.quote_repairs)};
  }

  void add_repairs_within(Span marks) {
    auto at = std::lower_bound(
        record_.repairs.begin(), record_.repairs.end(), marks.begin,
        [](const RecordRepair& repair, std::uint32_t begin) { return repair.mark.begin < begin; });
    for (; at != record_.repairs.end() && at->mark.begin <= marks.end; ++at) {
      if (at->mark.end > marks.end && at->mark.begin != marks.end) break;
      record_.quote_repairs.push_back(at->kind);
    }
  }

  Range candidates_of(std::uint32_t index) {
    const std::uint32_t first = size_of(record_.candidates);
    while (next_candidate_ < candidate_order_.size()) {
      const Candidate& candidate = analysis_.candidates[candidate_order_[next_candidate_]];
      if (candidate.quote > index) break;
      ++next_candidate_;
      if (candidate.quote < index) continue;
      record_.candidates.push_back({candidate.rule, passage(candidate.cue),
                                    passage(candidate.mention), candidate.score, candidate.lost});
    }
    return {first, size_of(record_.candidates)};
  }

  // Those of an Analysis are in the order of its quotes.
  Range antecedents_of(std::uint32_t index) {
    const std::uint32_t first = size_of(record_.antecedents);
    for (; next_antecedent_ < analysis_.antecedents.size(); ++next_antecedent_) {
      const Antecedent& each = analysis_.antecedents[next_antecedent_];
      if (each.quote > index) break;
      if (each.quote < index) continue;
      record_.antecedents.push_back(
          {each.sieve, passage(each.name), passage(each.place), each.points, each.lost});
    }
    return {first, size_of(record_.antecedents)};
  }

  const Document& document_;
  const Analysis& analysis_;
  const RecordOptions& options_;
  Record record_;
  std::vector<std::uint32_t> record_index_;  // of an Analysis's source, in Record::sources
  std::vector<std::uint16_t> depths_;
  std::vector<std::uint32_t> candidate_order_;
  std::size_t next_candidate_ = 0;
  std::size_t next_antecedent_ = 0;
};

}  // namespace

Record make_record(const Document& document, const Analysis& analysis, const RecordOptions& options,
                   Record reuse) {
  return RecordBuilder(document, analysis, options).build(std::move(reuse));
}

}  // namespace quotary
