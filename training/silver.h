// Annotated text for the tagger: what silver_tags.py writes, carried over to our own tokens.
#pragma once

#include <string>
#include <vector>

#include "quotary/document.h"
#include "quotary/result.h"
#include "tags/tags.h"

namespace quotary::training {

struct TaggedDocument {
  Document document;
  std::vector<Tag> tags;  // parallel to document.tokens(); Tag::none where nothing is known
};

// The abbreviations and sentence starters of a language, from rules/<lang>/abbreviations.json: text
// is divided for training as it is for tagging. Errors: cannot_read, bad_lexicon.
Result<TextRules> read_text_rules(const std::string& path);

// Lines of {"text": "...", "tags": [[begin, end, "noun"], ...]}, offsets in bytes of the text.
// Errors: cannot_read, bad_annotation.
Result<std::vector<TaggedDocument>> read_silver(const std::string& path, const TextRules& rules);

}  // namespace quotary::training
