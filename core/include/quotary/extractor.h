// Extractor: Document -> Analysis.
#pragma once

#include <memory>

#include "quotary/analysis.h"
#include "quotary/context.h"
#include "quotary/document.h"
#include "quotary/rules.h"

namespace quotary {

struct ExtractOptions {
  bool keep_candidates = false;  // fill candidates and antecedents (for --explain); slower
  bool provenance = true;        // fill Analysis::provenance
  bool nested = false;           // find what is told inside quotations, too; slower
  bool each_part = false;        // each part of a content becomes a quote of its own
};

// Scratch buffers of one thread, reused from document to document so that the hot path does not
// allocate. Not shared between threads.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct Buffers;  // core/extraction
  [[nodiscard]] Buffers& buffers() { return *buffers_; }

 private:
  std::unique_ptr<Buffers> buffers_;
};

struct Knowledge;            // core/attribution
struct SourceClasses;        // core/sources
struct ProvenanceKnowledge;  // core/provenance

// Finds quotations, cues, sources and the people behind them. Const and thread-safe; one per
// process is enough, copies share everything. Time is linear in the size of the document.
class Extractor {
 public:
  // Parses the weights of the pack. Errors: bad_model.
  static Result<Extractor> create(const RulePack& rules, ExtractOptions options = {});

  // A Document for this extractor's language.
  [[nodiscard]] Document read(std::string bytes, std::string id = {}) const;

  [[nodiscard]] Analysis analyze(const Document& document, Workspace& workspace,
                                 const DocumentContext& context = {}) const;
  // The same with a workspace of its own: convenient for a single document.
  [[nodiscard]] Analysis analyze(const Document& document) const;

 private:
  Extractor(std::shared_ptr<const Knowledge> knowledge, ExtractOptions options);

  std::shared_ptr<const Knowledge> knowledge_;
  std::shared_ptr<const SourceClasses> source_classes_;
  std::shared_ptr<const ProvenanceKnowledge> provenance_;
  ExtractOptions options_;
};

}  // namespace quotary
