#include "sources/cast.h"

#include <algorithm>
#include <utility>

#include "sources/roles.h"

namespace quotary {

Cast::Cast(const Reading& reading, const SourceClasses& classes, Register& names,
           CastScratch& scratch, Analysis& analysis)
    : r_(reading),
      classes_(classes),
      names_(names),
      mention_of_naming_(scratch.mention_of_naming),
      figure_of_source_(scratch.figure_of_source),
      mention_counts_(scratch.mention_counts),
      analysis_(analysis) {
  mention_of_naming_.assign(names_.namings().size(), kNone);
  figure_of_source_.clear();
}

std::uint32_t Cast::mention_for(std::uint32_t naming) {
  if (mention_of_naming_[naming] != kNone) return mention_of_naming_[naming];
  const Naming& where = names_.namings()[naming];
  Mention mention;
  mention.span = r_.document->span_of(where.tokens);
  mention.head = where.tokens.last - 1;
  mention.kind = MentionKind::name;
  mention.source = source_of(where.figure);
  const auto number = static_cast<std::uint32_t>(analysis_.mentions.size());
  mention_of_naming_[naming] = number;
  analysis_.mentions.push_back(mention);
  // A short form points on to the longest one.
  const std::uint32_t longest = names_.figures()[where.figure].longest_naming;
  if (names_.namings()[longest].tokens.size() > where.tokens.size()) {
    const std::uint32_t antecedent = mention_for(longest);
    analysis_.mentions[number].antecedent = antecedent;
  }
  return number;
}

Range Cast::tokens_of(const Mention& mention) const {
  Range tokens = {mention.head, mention.head + 1};
  while (tokens.first > 0 && r_.tokens[tokens.first - 1].span.end > mention.span.begin) {
    --tokens.first;
  }
  while (tokens.last < r_.tokens.size() && r_.tokens[tokens.last].span.begin < mention.span.end) {
    ++tokens.last;
  }
  return tokens;
}

SourceType Cast::type_of_words(std::uint32_t word) const {
  const WordKinds head = classes_.of(r_, word);
  if (head.meets(classes_.document)) return SourceType::document;
  if (head.meets(classes_.crowd) || r_.tag(word) == Tag::num) return SourceType::group;
  if (head.meets(classes_.organisation | classes_.group)) return SourceType::organisation;
  if (r_.tag(word) == Tag::nouns) return SourceType::group;
  const bool person =
      classes_.of_head(r_, word).meets(classes_.role | classes_.person | classes_.somebody);
  return person ? SourceType::unnamed : SourceType::unknown;
}

std::uint32_t Cast::source_for_words(std::uint32_t mention) {
  const Mention& who = analysis_.mentions[mention];
  Source source;
  source.name = std::string(r_.document->text(who.span));
  std::replace(source.name.begin(), source.name.end(), '\n', ' ');
  source.type = type_of_words(who.head);
  source.plural = r_.tag(who.head) == Tag::nouns || classes_.of(r_, who.head).meets(classes_.crowd);
  source.gender = gender_of_words(r_, tokens_of(who), classes_);
  const auto number = static_cast<std::uint32_t>(analysis_.sources.size());
  analysis_.sources.push_back(std::move(source));
  return number;
}

std::uint32_t Cast::source_of(std::uint32_t number) {
  Figure& figure = names_.figures()[number];
  if (figure.source != kNone) return figure.source;
  Source source;
  source.name = std::string(r_.document->text(r_.document->span_of(figure.longest)));
  std::replace(source.name.begin(), source.name.end(), '\n', ' ');
  source.type = figure.type == SourceType::unknown ? SourceType::person : figure.type;
  source.gender = figure.gender;
  collect_roles(r_, names_, number, source);
  figure.source = static_cast<std::uint32_t>(analysis_.sources.size());
  analysis_.sources.push_back(std::move(source));
  figure_of_source_.resize(analysis_.sources.size(), kNone);
  figure_of_source_[figure.source] = number;
  return figure.source;
}

void Cast::list_mentions() {
  const auto& mentions = analysis_.mentions;
  mention_counts_.assign(analysis_.sources.size(), 0);
  for (const Mention& mention : mentions) {
    if (mention.source != kNone) ++mention_counts_[mention.source];
  }
  for (std::size_t i = 0; i < mention_counts_.size(); ++i) {
    analysis_.sources[i].mentions.clear();
    analysis_.sources[i].mentions.reserve(mention_counts_[i]);
  }
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].source != kNone) analysis_.sources[mentions[i].source].mentions.push_back(i);
  }
  const auto by_place = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(mentions[a].span.begin, a) < std::pair(mentions[b].span.begin, b);
  };
  for (Source& source : analysis_.sources) {
    std::sort(source.mentions.begin(), source.mentions.end(), by_place);
  }
}

}  // namespace quotary
