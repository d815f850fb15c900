#include "gold.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace quotary::training {

namespace {

// Finds tokens by code points of the original text.
class TokenFinder {
 public:
  explicit TokenFinder(const Document& document) {
    OffsetConverter convert(document, OffsetUnit::codepoints);
    for (const Token& token : document.tokens()) {
      begins_.push_back(convert(token.span.begin));
      ends_.push_back(convert(token.span.end));
    }
  }
  [[nodiscard]] Range tokens(std::uint32_t begin, std::uint32_t end) const {
    const auto first = std::upper_bound(ends_.begin(), ends_.end(), begin) - ends_.begin();
    const auto last = std::lower_bound(begins_.begin(), begins_.end(), end) - begins_.begin();
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace

std::vector<std::unique_ptr<Example>> read_examples(const std::string& path,
                                                    const Knowledge& knowledge) {
  std::vector<std::unique_ptr<Example>> examples;
  std::ifstream in(path);
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(1);
  }
  MarkScratch scratch;
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    auto example = std::make_unique<Example>(
        Document::from_bytes(json["text"].get<std::string>(), json["id"].get<std::string>(),
                             knowledge.pack.data().text_rules_of_language),
        knowledge);
    knowledge.prepare(example->document, scratch, example->marks, example->blocks);
    example->reading.fill(example->document, knowledge.tagger, example->marks, example->blocks);
    const TokenFinder finder(example->document);
    const auto first_range = [&](const nlohmann::json& spans) {
      return spans.empty() ? Range{} : finder.tokens(spans[0][0], spans[0][1]);
    };
    for (const auto& quote : json["quotes"]) {
      GoldAttribution gold;
      for (const auto& span : quote["content"]) {
        const Range range = finder.tokens(span[0], span[1]);
        if (!range.empty()) gold.content.push_back(range);
      }
      gold.cue = first_range(quote["cue"]);
      gold.source = first_range(quote["source"]);
      gold.kind = quote["kind"];
      if (!gold.content.empty()) example->gold.push_back(std::move(gold));
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<std::uint32_t> numbers_of_originals(
    const std::vector<std::unique_ptr<Example>>& examples, std::uint32_t originals) {
  std::map<std::string, std::uint32_t, std::less<>> by_id;
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < examples.size(); ++i) {
    const auto known = by_id.try_emplace(std::string(examples[i]->document.id()), i);
    if (known.first->second >= originals) {
      std::fprintf(stderr, "no document has the id of a variant: %s\n", known.first->first.c_str());
      std::exit(1);
    }
    numbers.push_back(known.first->second);
  }
  return numbers;
}

}  // namespace quotary::training
