// A text and an Analysis of it made by hand: what the records and writers are tested on.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotary/record.h"

namespace quotary {

class MarkedText {
 public:
  explicit MarkedText(std::string bytes, std::string id = "test")
      : document(Document::from_bytes(std::move(bytes), std::move(id))) {
    analysis.blocks.resize(document.paragraphs().size());
  }

  // Where `text` stands, from byte `after` on.
  [[nodiscard]] Span find(std::string_view text, std::size_t after = 0) const {
    const std::size_t at = document.text().find(text, after);
    if (at == std::string_view::npos) {
      ADD_FAILURE() << "the test looks for `" << text << "`, which is not there";
      return {};
    }
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
  }

  // A quote without anybody who says it.
  Attribution& quote(std::initializer_list<std::string_view> parts) {
    const auto first = static_cast<std::uint32_t>(analysis.parts.size());
    std::size_t after = 0;
    for (const std::string_view part : parts) {
      analysis.parts.push_back(find(part, after));
      after = analysis.parts.back().end;
    }
    Quote quote;
    quote.parts = {first, static_cast<std::uint32_t>(analysis.parts.size())};
    Attribution attribution;
    attribution.quote = static_cast<std::uint32_t>(analysis.quotes.size());
    attribution.no_source = NoSource::no_cue;
    analysis.quotes.push_back(quote);
    return analysis.attributions.emplace_back(attribution);
  }

  std::uint32_t mention(std::string_view text, MentionKind kind, std::uint32_t antecedent = kNone) {
    Mention mention;
    mention.span = find(text);
    mention.kind = kind;
    mention.antecedent = antecedent;
    analysis.mentions.push_back(mention);
    return static_cast<std::uint32_t>(analysis.mentions.size() - 1);
  }

  std::uint32_t source(std::string name, std::initializer_list<std::uint32_t> mentions) {
    Source source;
    source.name = std::move(name);
    source.type = SourceType::person;
    source.mentions = mentions;
    const auto index = static_cast<std::uint32_t>(analysis.sources.size());
    for (const std::uint32_t at : mentions) analysis.mentions[at].source = index;
    analysis.sources.push_back(std::move(source));
    return index;
  }

  // Lets `mention` say the last quote, by `cue`.
  Attribution& said_by(std::uint32_t mention, std::string_view cue) {
    Attribution& last = analysis.attributions.back();
    analysis.cues.push_back({find(cue), 0});
    last.cue = static_cast<std::uint32_t>(analysis.cues.size() - 1);
    last.mention = mention;
    last.source = analysis.mentions[mention].source;
    last.no_source = NoSource::none;
    last.sieve = "beside";
    last.rule = "en.test";
    last.confidence = 0.95F;
    return last;
  }

  [[nodiscard]] Record record(const RecordOptions& options = {}) const {
    return make_record(document, analysis, options);
  }

  Document document;
  Analysis analysis;
};

// Ann Lee tells what Bo Berg says.
inline MarkedText told_by_ann_lee() {
  MarkedText text("\"Bo Berg says it rained,\" said Ann Lee.");
  const std::uint32_t lee = text.mention("Ann Lee", MentionKind::name);
  Attribution& told = text.quote({"\"Bo Berg says it rained,\""});
  told.mention = lee;
  told.source = text.source("Ann Lee", {lee});
  told.no_source = NoSource::none;
  text.quote({"it rained"});
  text.analysis.quotes.back().kind = QuoteKind::indirect;
  text.analysis.quotes.back().parent = 0;
  text.analysis.quotes.back().second_hand = true;
  return text;
}

// `"The dam held," he said. "We were lucky."` by Mayor Olaf Brenn, who is called "he" there.
inline MarkedText flooded_town(std::string id = "floods.txt") {
  MarkedText text(
      "Mayor Olaf Brenn, 61, walked the wall. Brenn was calm.\n\n"
      "\"The dam held,\" he said. \"We were lucky.\"\n\nThe \"miracle\" was discussed.",
      std::move(id));
  const std::uint32_t full = text.mention("Mayor Olaf Brenn", MentionKind::name);
  const std::uint32_t brief = text.mention("Brenn was", MentionKind::name, full);
  text.analysis.mentions[brief].span.end -= 4;
  const std::uint32_t he = text.mention("he said", MentionKind::pronoun, brief);
  text.analysis.mentions[he].span.end -= 5;
  const std::uint32_t mayor = text.source("Olaf Brenn", {full, brief, he});
  text.analysis.sources[mayor].gender = Gender::male;
  text.analysis.sources[mayor].roles = {text.find("Mayor")};
  text.quote({"\"The dam held,\"", "\"We were lucky.\""});
  text.said_by(he, "said");
  text.quote({"\"miracle\""}).no_source = NoSource::not_attributed;
  text.analysis.quotes.back().use = QuoteUse::scare;
  return text;
}

}  // namespace quotary
