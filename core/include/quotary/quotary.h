// Quotary: who said what, and where it came from.
//
//   #include <quotary/quotary.h>
//
//   const auto rules = quotary::RulePack::built_in().value();
//   const auto extractor = quotary::Extractor::create(rules).value();
//   const auto document = extractor.read("\"It rained,\" Ann Lee said.");
//   const quotary::Analysis analysis = extractor.analyze(document);
//   const quotary::Record record = quotary::make_record(document, analysis);
//   for (const auto& quote : record.quotes) {
//     const auto* speaker = record.speaker_of(quote);
//     std::cout << (speaker ? speaker->name : "?") << ": " << record.parts_of(quote)[0].text <<
//     "\n";
//   }
#pragma once

#include "quotary/analysis.h"
#include "quotary/annotations.h"
#include "quotary/context.h"
#include "quotary/declared.h"
#include "quotary/document.h"
#include "quotary/evaluation.h"
#include "quotary/extractor.h"
#include "quotary/page.h"
#include "quotary/provenance.h"
#include "quotary/readers.h"
#include "quotary/record.h"
#include "quotary/result.h"
#include "quotary/rules.h"
#include "quotary/span.h"
#include "quotary/strip.h"
#include "quotary/writers.h"
