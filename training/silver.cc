#include "silver.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

namespace quotary::training {
namespace {

struct Piece {
  Span span;  // in the original bytes
  Tag tag;
};

bool is_finite_auxiliary(Tag tag) {
  return tag == Tag::be || tag == Tag::have || tag == Tag::do_ || tag == Tag::modal;
}

// Tokens of ours that hold several pieces: "don't" is its verb, "they've" a pronoun with its verb,
// "63-year-old" what its last part is.
Tag tag_of_pieces(const std::vector<Tag>& pieces, bool hyphenated) {
  if (pieces.empty()) return Tag::none;
  if (pieces.size() == 1) return pieces.front();
  if (hyphenated) return pieces.back();
  const bool nominal = pieces[0] == Tag::pron || pieces[0] == Tag::wh || pieces[0] == Tag::det ||
                       pieces[0] == Tag::noun || pieces[0] == Tag::propn;
  if (nominal && is_finite_auxiliary(pieces[1])) return Tag::pronv;
  return pieces.front();
}

// The kind of a token settles its tag, as it does in tagging.
Tag tag_of_kind(TokenKind kind) {
  switch (kind) {
    case TokenKind::number:
      return Tag::num;
    case TokenKind::punctuation:
      return Tag::punct;
    case TokenKind::quote_mark:
      return Tag::quote;
    case TokenKind::other:
      return Tag::other;
    case TokenKind::word:
    case TokenKind::clitic:
      break;
  }
  return Tag::none;
}

std::vector<Tag> carry_over(const Document& document, const std::vector<Piece>& pieces) {
  std::vector<Tag> tags;
  std::vector<Tag> inside;
  std::size_t first = 0;
  for (const Token& token : document.tokens()) {
    const Span span = {document.original_offset(token.span.begin),
                       document.original_offset(token.span.end)};
    while (first < pieces.size() && pieces[first].span.end <= span.begin) ++first;
    inside.clear();
    for (std::size_t at = first; at < pieces.size() && pieces[at].span.begin < span.end; ++at) {
      const bool mark = pieces[at].tag == Tag::punct || pieces[at].tag == Tag::quote;
      if (!mark) inside.push_back(pieces[at].tag);
    }
    const Tag of_kind = tag_of_kind(token.kind);
    const bool hyphenated = (token.shape & shape::has_hyphen) != 0;
    tags.push_back(of_kind != Tag::none ? of_kind : tag_of_pieces(inside, hyphenated));
  }
  return tags;
}

TaggedDocument read_line(const std::string& line, const TextRules& rules) {
  const nlohmann::json json = nlohmann::json::parse(line);
  std::vector<Piece> pieces;
  for (const nlohmann::json& piece : json.at("tags")) {
    const std::optional<Tag> tag = tag_of_name(piece.at(2).get<std::string>());
    pieces.push_back({{piece.at(0), piece.at(1)}, tag.value_or(Tag::none)});
  }
  Document document = Document::from_bytes(json.at("text").get<std::string>(), {}, rules);
  std::vector<Tag> tags = carry_over(document, pieces);
  return {std::move(document), std::move(tags)};
}

void add_lexicon(const nlohmann::json& lexicon, TextRules& rules) {
  const std::string name = lexicon.at("class");
  for (const nlohmann::json& entry : lexicon.at("entries")) {
    const std::string word = entry;
    if (name == "AbbreviationTitle") rules.add_abbreviation(word, Abbreviation::title);
    if (name == "Abbreviation") rules.add_abbreviation(word, Abbreviation::plain);
    if (name == "AbbreviationNumber") rules.add_abbreviation(word, Abbreviation::number);
    if (name == "SentenceStarter") rules.add_sentence_starter(word);
  }
}

}  // namespace

Result<TextRules> read_text_rules(const std::string& path) {
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::cannot_read, "cannot read the abbreviations", {path}};
  TextRules rules;
  try {
    const nlohmann::json json = nlohmann::json::parse(file);
    for (const nlohmann::json& lexicon : json.at("lexicons")) add_lexicon(lexicon, rules);
  } catch (const nlohmann::json::exception& error) {
    return Error{ErrorCode::bad_lexicon, error.what(), {path}};
  }
  return rules;
}

Result<std::vector<TaggedDocument>> read_silver(const std::string& path, const TextRules& rules) {
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::cannot_read, "cannot read the training text", {path}};
  std::vector<TaggedDocument> documents;
  std::string line;
  std::uint32_t number = 0;
  while (std::getline(file, line)) {
    ++number;
    try {
      documents.push_back(read_line(line, rules));
    } catch (const nlohmann::json::exception& error) {
      return Error{ErrorCode::bad_annotation, error.what(), {path, number}};
    }
  }
  return documents;
}

}  // namespace quotary::training
