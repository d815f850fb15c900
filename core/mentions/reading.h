// Reading: what the attribution stage knows of each token before it decides anything.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "mentions/chunks.h"
#include "mentions/class_words.h"
#include "mentions/name_tags.h"
#include "mentions/quoted_names.h"
#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotes/marks.h"
#include "tags/tagger.h"
#include "tags/tags.h"

namespace quotary {

// The id of an ASCII word that the program itself has to know (punctuation): word_id() at compile
// time.
[[nodiscard]] consteval std::uint32_t ascii_id(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// Parallel arrays over the tokens of one Document. Refilled for each; lives in the Workspace.
struct Reading {
  // Both outlive the Reading.
  Reading(const Lexicon& words, const ClassWords& names);

  const Lexicon* lexicon;
  const ClassWords* class_words;
  ClassSet time_classes;    // words for times: "Thursday", "May"
  ClassSet agent_classes;   // "by"
  ClassSet medium_classes;  // where something is said: "statement", "Twitter", "hearing"
  const Document* document = nullptr;
  std::span<const Token> tokens;
  std::vector<Tag> tags;
  std::vector<WordEntry> entries;
  std::vector<std::uint32_t> sentence;
  std::vector<Range> sentences;  // without what is excluded at either end; parallel to document's
  std::vector<std::uint32_t> paragraph;
  std::vector<std::uint32_t> stretch;  // the outermost QuotedStretch that holds the token, or kNone
  std::vector<std::uint32_t> chunk_at;  // the first chunk that ends after the token
  std::vector<Chunk> chunks;
  std::vector<std::uint8_t> excluded;  // in a credit, a notice, a dateline: no part of anything
  const std::vector<QuotedStretch>* stretches = nullptr;
  const std::vector<Block>* blocks = nullptr;
  std::vector<Range> stretch_tokens;        // marks included; parallel to stretches
  std::vector<QuotedName> quoted_names;     // nicknames and titles: words of their sentence
  bool narrative = false;                   // a story, not a report; Knowledge decides
  bool single_marks = false;                // speech stands between single marks in this document
  std::vector<std::uint32_t> continued_by;  // the stretch that goes on with it, or kNone

  void fill(const Document& document, const Tagger& tagger, const Marks& marks,
            const std::vector<Block>& blocks);

  [[nodiscard]] Tag tag(std::uint32_t at) const {
    return at < tokens.size() ? tags[at] : Tag::none;
  }
  [[nodiscard]] std::uint32_t word(std::uint32_t at) const {
    return at < tokens.size() ? tokens[at].word : 0;
  }
  // Whether a word begins with a capital.
  [[nodiscard]] bool has_capital(std::uint32_t at) const {
    return at < tokens.size() && (tokens[at].shape & shape::capital) != 0;
  }
  // Whether a capital is no matter of where the word stands.
  [[nodiscard]] bool has_capital_by_itself(std::uint32_t at) const {
    if (at == 0 || sentence[at] != sentence[at - 1]) return false;
    const bool closed =
        tags[at - 1] == Tag::quote && tokens[at - 1].span.end < tokens[at].span.begin;
    return !is_mark(tags[at - 1]) || closed || word(at - 1) == ascii_id(",");
  }
  // The first five letters of a word, which most of its forms share: "supported", "supporters". All
  // of it where it is shorter, or one of the five is no ASCII letter.
  [[nodiscard]] std::string_view stem(std::uint32_t at) const;
  // The classes of token `at`, as feature values.
  [[nodiscard]] std::span<const ClassValue> classes(std::uint32_t at) const {
    return class_words->of(entries[at].set);
  }
  // Whether the lexicon has a word in one of the classes.
  [[nodiscard]] bool meets(std::uint32_t at, const ClassSet& some) const {
    return lexicon->classes(entries[at].set).meets(some);
  }
  [[nodiscard]] bool is_time(std::uint32_t at) const { return meets(at, time_classes); }
  // What the lexicon knows of the bytes from `first` to `last` of a token.
  [[nodiscard]] WordEntry entry_of_part(std::uint32_t at, std::size_t first,
                                        std::size_t last) const;
  // How many bytes of "al-Dari" are an article, its hyphen included; 0 where a token has none.
  [[nodiscard]] std::size_t length_of_article(std::uint32_t at) const {
    return (tokens[at].shape & shape::has_hyphen) == 0 ? 0 : article_before_hyphen(at);
  }
  // Whether it is a word for where something is said: "statement", "Twitter", "news conference".
  [[nodiscard]] bool tells_medium(std::uint32_t at) const { return meets(at, medium_classes); }
  // Whether it is a preposition before whoever does something: "by".
  [[nodiscard]] bool leads_to_agent(std::uint32_t at) const { return meets(at, agent_classes); }
  // Whether a word that may be a name stands where names do: "May said", "told Rose", "Wise, 52,
  // left"; not "in May", "Rose gardens".
  [[nodiscard]] bool stands_as_name(std::uint32_t at) const;
  // Where a phrase ends before a time that was read as a part of it: "Cole | earlier Thursday".
  [[nodiscard]] std::uint32_t end_before_time(Range words) const;
  // The sentence of token `at`, as a range of tokens: it begins behind a dateline.
  [[nodiscard]] Range sentence_range(std::uint32_t at) const { return sentences[sentence[at]]; }
  [[nodiscard]] Range paragraph_range(std::uint32_t at) const {
    return document->paragraphs()[paragraph[at]].tokens;
  }
  [[nodiscard]] BlockKind block_of(std::uint32_t at) const { return (*blocks)[paragraph[at]].kind; }
  [[nodiscard]] bool in_chunk(std::uint32_t at) const {
    const std::uint32_t chunk = chunk_at[at];
    return chunk < chunks.size() && chunks[chunk].tokens.contains(at);
  }

 private:
  [[nodiscard]] std::size_t article_before_hyphen(std::uint32_t at) const;
  void fill_positions();
  void fill_exclusions(const std::vector<Block>& blocks);
  [[nodiscard]] Range included_part(Range whole) const;
  void fill_stretches(const std::vector<QuotedStretch>& found);
  void number_chunks();

  QuotedNames naming_marks_;
  NameTags name_tags_;
  ClassSet name_articles_;
  std::vector<WordClasses> tag_classes_;  // scratch of fill()
};

}  // namespace quotary
