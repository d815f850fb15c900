// What holds in every Analysis, and the text of a quote.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/analysis.h"

namespace quotary {
namespace {

// Each check returns a sentence on the first thing that does not hold, or nothing.
class Check {
 public:
  Check(const Document& document, const Analysis& analysis) : d_(document), a_(analysis) {}

  [[nodiscard]] std::string run() const {
    for (const auto check : {&Check::blocks, &Check::stretches, &Check::repairs, &Check::quotes,
                             &Check::cues, &Check::mentions, &Check::antecedents, &Check::sources,
                             &Check::attributions, &Check::candidates, &Check::provenance}) {
      std::string found = (this->*check)();
      if (!found.empty()) return found;
    }
    return {};
  }

 private:
  [[nodiscard]] bool on_border(std::uint32_t at) const {
    const std::string_view text = d_.text();
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  }
  [[nodiscard]] bool in_text(Span span) const {
    return span.begin <= span.end && span.end <= d_.text().size() && on_border(span.begin) &&
           on_border(span.end);
  }
  [[nodiscard]] bool some_text(Span span) const { return !span.empty() && in_text(span); }
  [[nodiscard]] bool token_in(std::uint32_t token, Span span) const {
    return token < d_.tokens().size() && span.contains(d_.tokens()[token].span);
  }
  template <typename T>
  static bool index_or_none(std::uint32_t index, const std::vector<T>& items) {
    return index == kNone || index < items.size();
  }
  static std::string at(std::string_view what, std::size_t index, std::string_view problem) {
    return std::string(what) + " " + std::to_string(index) + " " + std::string(problem);
  }

  [[nodiscard]] std::string blocks() const {
    const auto& paragraphs = d_.paragraphs();
    if (a_.blocks.size() != paragraphs.size()) return "blocks and paragraphs differ in number";
    for (std::size_t i = 0; i < a_.blocks.size(); ++i) {
      const Block& block = a_.blocks[i];
      for (const Span part : {block.dateline, block.credit, block.ignored}) {
        if (part.empty()) continue;
        if (!in_text(part)) return at("block", i, "has a part outside the text");
        if (!paragraphs[i].span.contains(part)) {
          return at("block", i, "has a part outside its paragraph");
        }
      }
    }
    return {};
  }

  [[nodiscard]] std::string stretches() const {
    std::vector<std::uint32_t> open;  // the stretches around the one at hand
    for (std::uint32_t i = 0; i < a_.stretches.size(); ++i) {
      const QuotedStretch& stretch = a_.stretches[i];
      if (!some_text(stretch.outer) || !in_text(stretch.inner)) {
        return at("stretch", i, "is empty or outside the text");
      }
      if (!stretch.outer.contains(stretch.inner)) return at("stretch", i, "is inside out");
      if (i > 0 && stretch.outer.begin < a_.stretches[i - 1].outer.begin) {
        return at("stretch", i, "is out of order");
      }
      while (!open.empty() && a_.stretches[open.back()].outer.end <= stretch.outer.begin) {
        open.pop_back();
      }
      if (!open.empty() && !a_.stretches[open.back()].outer.contains(stretch.outer)) {
        return at("stretch", i, "overlaps the one around it");
      }
      if (stretch.parent != (open.empty() ? kNone : open.back())) {
        return at("stretch", i, "does not name the one around it as its parent");
      }
      const std::size_t deepest = std::numeric_limits<decltype(stretch.depth)>::max();
      if (stretch.depth != std::min(open.size(), deepest)) {
        return at("stretch", i, "has a wrong depth");
      }
      if (stretch.continues != kNone && stretch.continues >= i) {
        return at("stretch", i, "continues one that does not stand before it");
      }
      open.push_back(i);
    }
    return {};
  }

  [[nodiscard]] std::string repairs() const {
    for (std::size_t i = 0; i < a_.repairs.size(); ++i) {
      if (!in_text(a_.repairs[i].mark)) return at("repair", i, "is outside the text");
    }
    return {};
  }

  [[nodiscard]] std::string quotes() const {
    for (std::size_t i = 0; i < a_.quotes.size(); ++i) {
      const Quote& quote = a_.quotes[i];
      if (quote.parts.empty() || quote.parts.last > a_.parts.size()) {
        return at("quote", i, "has no parts");
      }
      for (std::uint32_t part = quote.parts.first; part < quote.parts.last; ++part) {
        if (!some_text(a_.parts[part])) return at("part", part, "is empty or outside the text");
        if (part > quote.parts.first && a_.parts[part].begin < a_.parts[part - 1].end) {
          return at("part", part, "begins before the part before it ends");
        }
      }
      if (i > 0 && first_byte(quote) < first_byte(a_.quotes[i - 1])) {
        return at("quote", i, "is out of order");
      }
      if (!index_or_none(quote.stretch, a_.stretches)) return at("quote", i, "has no such stretch");
      if (quote.parent == i || !index_or_none(quote.parent, a_.quotes)) {
        return at("quote", i, "has no such parent");
      }
      if (quote.second_hand && quote.parent == kNone) {
        return at("quote", i, "is told at second hand by nobody");
      }
    }
    return {};
  }
  [[nodiscard]] std::uint32_t first_byte(const Quote& quote) const {
    return a_.parts[quote.parts.first].begin;
  }

  [[nodiscard]] std::string cues() const {
    for (std::size_t i = 0; i < a_.cues.size(); ++i) {
      const Cue& cue = a_.cues[i];
      if (!some_text(cue.span)) return at("cue", i, "is empty or outside the text");
      if (!token_in(cue.head, cue.span)) return at("cue", i, "has its head outside");
    }
    return {};
  }

  [[nodiscard]] std::string mentions() const {
    for (std::size_t i = 0; i < a_.mentions.size(); ++i) {
      const Mention& mention = a_.mentions[i];
      if (!some_text(mention.span)) return at("mention", i, "is empty or outside the text");
      if (!token_in(mention.head, mention.span)) return at("mention", i, "has its head outside");
      if (!index_or_none(mention.source, a_.sources)) return at("mention", i, "has no such source");
      if (!index_or_none(mention.antecedent, a_.mentions)) {
        return at("mention", i, "has no such antecedent");
      }
    }
    return {};
  }

  // Whoever follows antecedents gets to an end. Each mention is passed once.
  [[nodiscard]] std::string antecedents() const {
    std::vector<std::uint32_t> passed_from(a_.mentions.size(), kNone);
    for (std::uint32_t i = 0; i < a_.mentions.size(); ++i) {
      std::uint32_t mention = i;
      while (mention != kNone && passed_from[mention] == kNone) {
        passed_from[mention] = i;
        mention = a_.mentions[mention].antecedent;
      }
      if (mention != kNone && passed_from[mention] == i) {
        return at("mention", i, "is resolved by itself in the end");
      }
    }
    return {};
  }

  [[nodiscard]] std::string sources() const {
    std::size_t listed = 0;
    for (std::uint32_t i = 0; i < a_.sources.size(); ++i) {
      const Source& source = a_.sources[i];
      for (const std::uint32_t mention : source.mentions) {
        if (mention >= a_.mentions.size() || a_.mentions[mention].source != i) {
          return at("source", i, "lists a mention that is not its own");
        }
      }
      listed += source.mentions.size();
      for (const std::vector<Span>* traits : {&source.roles, &source.affiliations}) {
        for (const Span trait : *traits) {
          if (!some_text(trait)) return at("source", i, "has a trait outside the text");
        }
      }
    }
    std::size_t resolved = 0;
    for (const Mention& mention : a_.mentions) resolved += mention.source == kNone ? 0 : 1;
    return listed == resolved ? "" : "sources do not list each of their mentions once";
  }

  [[nodiscard]] std::string attributions() const {
    if (a_.attributions.size() != a_.quotes.size()) {
      return "attributions and quotes differ in number";
    }
    for (std::uint32_t i = 0; i < a_.attributions.size(); ++i) {
      const Attribution& each = a_.attributions[i];
      if (each.quote != i) return at("attribution", i, "is of another quote");
      if (!index_or_none(each.cue, a_.cues) || !index_or_none(each.mention, a_.mentions) ||
          !index_or_none(each.source, a_.sources)) {
        return at("attribution", i, "points at nothing");
      }
      if (!in_text(each.medium) || !in_text(each.occasion)) {
        return at("attribution", i, "has a medium or occasion outside the text");
      }
      if (each.joint.first > each.joint.last || each.joint.last > a_.joint_sources.size()) {
        return at("attribution", i, "has joint sources that are not there");
      }
      if (!each.joint.empty() && !is_joint(each)) {
        return at("attribution", i, "has joint sources without its own");
      }
      if (!(each.confidence >= 0 && each.confidence <= 1)) {
        return at("attribution", i, "has a confidence out of range");
      }
      // A pronoun that was not resolved is a mention without a source.
      const bool somebody = each.source != kNone || each.mention != kNone;
      if (somebody != (each.no_source == NoSource::none)) {
        return at("attribution", i,
                  somebody ? "has a source and a reason for having none"
                           : "has neither a source nor a reason");
      }
      if (each.mention != kNone && a_.mentions[each.mention].source != each.source) {
        return at("attribution", i, "has another source than its mention");
      }
    }
    return {};
  }

  // Several who are there, and the source among them.
  [[nodiscard]] bool is_joint(const Attribution& attribution) const {
    bool itself = false;
    for (std::uint32_t i = attribution.joint.first; i < attribution.joint.last; ++i) {
      if (a_.joint_sources[i] >= a_.sources.size()) return false;
      itself |= a_.joint_sources[i] == attribution.source;
    }
    return itself && attribution.joint.size() > 1;
  }

  [[nodiscard]] std::string candidates() const {
    for (std::size_t i = 0; i < a_.candidates.size(); ++i) {
      const Candidate& each = a_.candidates[i];
      if (each.quote >= a_.quotes.size()) return at("candidate", i, "has no such quote");
      if (!in_text(each.cue) || !in_text(each.mention)) {
        return at("candidate", i, "is outside the text");
      }
    }
    for (std::size_t i = 0; i < a_.antecedents.size(); ++i) {
      const Antecedent& each = a_.antecedents[i];
      if (each.quote >= a_.quotes.size()) return at("antecedent", i, "has no such quote");
      if (!in_text(each.name) || !in_text(each.place)) {
        return at("antecedent", i, "is outside the text");
      }
    }
    return {};
  }

  // Spans of provenance lie in the text, ranges in their pools.
  [[nodiscard]] std::string provenance() const {
    const Provenance& p = a_.provenance;
    const auto in = [](Range range, std::size_t size) {
      return range.first <= range.last && range.last <= size;
    };
    for (std::size_t i = 0; i < p.statements.size(); ++i) {
      const Statement& each = p.statements[i];
      if (!in_text(each.span) || !in_text(each.date) || !in_text(each.rights) ||
          !in_text(each.link)) {
        return at("statement", i, "is outside the text");
      }
      if (each.paragraph >= d_.paragraphs().size() || !in(each.people, p.people.size()) ||
          !in(each.houses, p.houses.size()) || !in(each.via, p.houses.size()) ||
          !in(each.flags, p.flags.size()) || !in(each.places, p.places.size()) ||
          !in(each.terms, p.terms.size()) || !in(each.clauses, p.clauses.size()) ||
          (each.picture != kNone && each.picture >= p.pictures.size())) {
        return at("statement", i, "points at what is not there");
      }
    }
    for (std::size_t i = 0; i < p.pictures.size(); ++i) {
      const Picture& each = p.pictures[i];
      if (!in_text(each.caption) || !in_text(each.copy) || !in_text(each.date)) {
        return at("picture", i, "is outside the text");
      }
      if (!in(each.credits, p.statements.size()) || !in(each.places, p.places.size())) {
        return at("picture", i, "points at what is not there");
      }
    }
    for (std::size_t i = 0; i < p.citations.size(); ++i) {
      const Citation& each = p.citations[i];
      if (!in_text(each.span) || !in(each.chain, p.houses.size()) ||
          (each.quote != kNone && each.quote >= a_.quotes.size())) {
        return at("citation", i, "is outside the text or points at what is not there");
      }
    }
    for (std::size_t i = 0; i < p.people.size(); ++i) {
      if (!in_text(p.people[i].span) || !in_text(p.people[i].place)) {
        return at("person", i, "is outside the text");
      }
    }
    for (std::size_t i = 0; i < p.houses.size(); ++i) {
      if (!in_text(p.houses[i].span)) return at("house", i, "is outside the text");
    }
    return {};
  }

  const Document& d_;
  const Analysis& a_;
};

}  // namespace

std::string Analysis::text(const Document& document, const Quote& quote) const {
  std::string out;
  for (std::uint32_t part = quote.parts.first; part < quote.parts.last; ++part) {
    if (!out.empty()) out += ' ';
    out += document.text(parts[part]);
  }
  return out;
}

std::string Analysis::inconsistency(const Document& document) const {
  return Check(document, *this).run();
}

}  // namespace quotary
