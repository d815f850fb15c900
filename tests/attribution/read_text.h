// A text as the attribution stage reads it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "attribution/knowledge.h"

namespace quotary {

struct ReadText {
  explicit ReadText(const std::string& text)
      : knowledge(Knowledge::of(RulePack::built_in().value()).value()),
        document(Document::from_bytes(text, "test", knowledge->pack.data().text_rules_of_language)),
        reading(knowledge->lexicon(), knowledge->class_words) {
    MarkScratch scratch;
    knowledge->prepare(document, scratch, marks, blocks);
    reading.fill(document, knowledge->tagger, marks, blocks);
  }
  std::shared_ptr<const Knowledge> knowledge;
  Document document;
  Marks marks;
  std::vector<Block> blocks;
  Reading reading;
};

}  // namespace quotary
