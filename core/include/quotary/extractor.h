// Extractor: Document -> Analysis.
#pragma once

#include <memory>

#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotary/rules.h"

namespace quotary {

struct ExtractOptions {
  bool keep_candidates = false;  // fill Analysis::candidates (for --explain); slower
};

// Scratch buffers of one thread, reused from document to document so that the hot path does not
// allocate. Not shared between threads.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct Buffers;  // core/attribution
  [[nodiscard]] Buffers& buffers() { return *buffers_; }

 private:
  std::unique_ptr<Buffers> buffers_;
};

// Finds quotations, cues, sources and the people behind them. Const and thread-safe; one per
// process is enough. Time is linear in the size of the document.
class Extractor {
 public:
  explicit Extractor(RulePack rules, ExtractOptions options = {});

  [[nodiscard]] Analysis analyze(const Document& document, Workspace& workspace) const;
  // The same with a workspace of its own: convenient for a single document.
  [[nodiscard]] Analysis analyze(const Document& document) const;

 private:
  RulePack rules_;
  ExtractOptions options_;
};

}  // namespace quotary
