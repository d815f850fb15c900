// What quotary.h promises in its first lines.
#include <quotary/quotary.h>

#include <iostream>

int main() {
  const auto rules = quotary::RulePack::built_in().value();
  const auto extractor = quotary::Extractor::create(rules).value();
  const auto document = extractor.read("\"It rained,\" Ann Lee said.");
  const quotary::Analysis analysis = extractor.analyze(document);
  const quotary::Record record = quotary::make_record(document, analysis);
  for (const auto& quote : record.quotes) {
    const auto* speaker = record.speaker_of(quote);
    std::cout << (speaker != nullptr ? speaker->name : "?") << ": "
              << record.parts_of(quote)[0].text << "\n";
  }
}
