#include "rules/example_reader.h"

#include <algorithm>

#include "rules/guards.h"

namespace quotary {
namespace {

const QuoteMarkPair* pair_opened_by(std::string_view mark, const QuoteMarks& marks) {
  for (const QuoteMarkPair& pair : marks.pairs) {
    if (!pair.single && pair.cost == 0 && pair.open == mark) return &pair;
  }
  return nullptr;
}

}  // namespace

std::vector<Range> ExampleReader::quotes(const Document& document) const {
  std::vector<Range> found;
  const std::vector<Token>& tokens = document.tokens();
  for (const Paragraph& paragraph : document.paragraphs()) {
    for (std::uint32_t at = paragraph.tokens.first; at < paragraph.tokens.last; ++at) {
      if (tokens[at].kind != TokenKind::quote_mark) continue;
      const QuoteMarkPair* pair = pair_opened_by(document.text(tokens[at]), pack_.quote_marks);
      if (pair == nullptr) continue;
      std::uint32_t close = at + 1;
      while (close < paragraph.tokens.last && document.text(tokens[close]) != pair->close) ++close;
      if (close == paragraph.tokens.last) continue;
      found.push_back({at, close + 1});
      at = close;
    }
  }
  return found;
}

ReadExample ExampleReader::read(std::string_view text) const {
  ReadExample example{
      Document::from_bytes(std::string(text), {}, pack_.text_rules_of_language), {}, {}};
  const Document& document = example.document;
  std::vector<WordEntry>& entries = example.entries;
  pack_.lexicon.look_up(document.tokens(), document.text(), entries);
  std::vector<Tag> tags;
  if (pack_.tagger) {
    tags.resize(document.tokens().size());
    pack_.tagger->tag(document, {0, static_cast<std::uint32_t>(tags.size())}, tags);
  }
  const std::vector<Range> found = quotes(document);
  const SymbolSource source{document, pack_.lexicon, pack_.symbols, entries, tags, found};
  for (const Paragraph& paragraph : document.paragraphs()) {
    read_symbols(source, paragraph.tokens, example.paragraphs.emplace_back());
  }
  return example;
}

std::vector<ExampleHit> ExampleReader::match(const ReadExample& example) const {
  std::vector<ExampleHit> hits = match_patterns(example);
  std::erase_if(hits, [](const ExampleHit& hit) { return hit.failed.has_value(); });
  return hits;
}

std::vector<ExampleHit> ExampleReader::match_patterns(const ReadExample& example) const {
  std::vector<ExampleHit> hits;
  for (std::size_t i = 0; i < example.paragraphs.size(); ++i) {
    const SymbolString& symbols = example.paragraphs[i];
    for (std::uint32_t at = 0; at < symbols.size(); ++at) {
      for (const pattern::Anchor anchor : {pattern::Anchor::quote, pattern::Anchor::cue}) {
        pattern::Hits found = pack_.matcher->hits({symbols.symbols, at, anchor});
        while (const std::optional<pattern::Hit> hit = found.next()) {
          hits.push_back({*hit, i, at,
                          failed_guard({example.document, pack_, example.entries, symbols, *hit})});
        }
      }
    }
  }
  return hits;
}

FilledRoles ExampleReader::roles(const ReadExample& example, const ExampleHit& hit) const {
  std::vector<std::size_t> order;
  for (std::size_t role = 0; role < pattern::kRoleCount; ++role) {
    if (!hit.hit.roles[role].empty()) order.push_back(role);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return hit.hit.roles[a].first < hit.hit.roles[b].first;
  });
  FilledRoles filled;
  for (const std::size_t role : order) {
    filled.emplace_back(pattern::kRoleNames[role],
                        example.text(example.paragraphs[hit.paragraph], hit.hit.roles[role]));
  }
  return filled;
}

}  // namespace quotary
