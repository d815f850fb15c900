#include "attribution_files.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace quotary::training {

void write_prediction(std::ofstream& out, const Example& example,
                      const std::vector<Proposal>& proposals,
                      const std::vector<std::uint32_t>& held) {
  OffsetConverter convert(example.document, OffsetUnit::codepoints);
  const auto span = [&](Range range) {
    const Span bytes = example.document.span_of(range);
    return nlohmann::json::array({convert(bytes.begin), convert(bytes.end)});
  };
  auto quotes = nlohmann::json::array();
  for (const std::uint32_t i : held) {
    const Proposal& p = proposals[i];
    static constexpr const char* kKinds[] = {"indirect", "mixed", "direct"};
    nlohmann::json quote;
    quote["kind"] = kKinds[quoted_share(example.reading, p)];
    quote["content"] = nlohmann::json::array();
    if (!p.left.empty()) quote["content"].push_back(span(p.left));
    if (!p.right.empty()) quote["content"].push_back(span(p.right));
    quote["cue"] = nlohmann::json::array({span(p.cue)});
    quote["source"] = nlohmann::json::array();
    if (!p.source.empty()) quote["source"].push_back(span(p.source));
    quote["speaker"] = nullptr;
    quote["confidence"] = p.accept;
    quotes.push_back(std::move(quote));
  }
  out << nlohmann::json{{"id", example.document.id()}, {"quotes", quotes}}.dump() << '\n';
}

std::size_t write_weights(const std::string& path, const Registry& registry,
                          const std::vector<float>& weights, float least) {
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    if (std::fabs(weights[i]) <= least) continue;
    char number[32];
    std::snprintf(number, sizeof number, "\t%.3g", static_cast<double>(weights[i]));
    lines.push_back(registry.name(i) + number);
  }
  std::sort(lines.begin(), lines.end());
  std::ofstream out(path);
  out << "# Weights of the attribution stage (core/attribution), one feature a line.\n"
         "# Learned by training/train_attribution from the dev half of PolNeAR (Newell, Margolin "
         "and\n"
         "# Ruths 2018; US political news of 2015-16, no licence stated): names of features and\n"
         "# numbers only, no text of the corpus.\n";
  for (const std::string& line : lines) out << line << '\n';
  return lines.size();
}

}  // namespace quotary::training
