// Reports as a table for people and as JSON for programs.
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "quotary/evaluation.h"
#include "quotary/writers.h"

namespace quotary {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kKinds = {AnnotatedKind::direct, AnnotatedKind::indirect, AnnotatedKind::mixed,
                               AnnotatedKind::unknown};

std::string fixed(double value, int digits) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, value);
  return buffer.data();
}

// ".123", "1.00": four columns.
std::string short_share(double value) {
  const std::string text = fixed(value, 3);
  return text[0] == '0' ? text.substr(1) : text.substr(0, 4);
}

std::string right_aligned(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string left_aligned(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string three(const Prf& prf) {
  return short_share(prf.precision) + "/" + short_share(prf.recall) + "/" + short_share(prf.f1);
}

std::string cell(const std::optional<Prf>& prf) {
  return prf ? right_aligned(three(*prf), 16) : "      -         ";
}

std::string cell(const std::optional<double>& share) { return share ? fixed(*share, 3) : "  -  "; }

std::string row(std::string_view name, const Scores& scores) {
  std::string out = left_aligned(std::string(name), 9);
  out += right_aligned(std::to_string(scores.gold), 6);
  out += ' ' + right_aligned(std::to_string(scores.predicted), 6) + ' ';
  for (const auto& prf : {scores.exact, scores.match, scores.partial, scores.source, scores.cue}) {
    out += ' ' + cell(prf);
  }
  out += "  " + cell(scores.attribution) + "   " + cell(scores.attribution_of_matched) + "   " +
         cell(scores.speaker) + "  " + cell(scores.kind) + '\n';
  return out;
}

std::string header() {
  std::string out(9, ' ');
  out += right_aligned("gold", 6) + ' ' + right_aligned("pred", 6) + ' ';
  for (const char* title :
       {"exact P/R/F", "match P/R/F", "partial P/R/F", "source P/R/F", "cue P/R/F"}) {
    out += ' ' + right_aligned(title, 16);
  }
  return out + "  attrib  attr|m  speakr  kind\n";
}

std::string table_of(const Reliability& reliability) {
  std::string out = "\nconfidence     stated   right       n   right of matched       n\n";
  std::uint64_t matched = 0;
  for (const ReliabilityBin& bin : reliability.bins) {
    matched += bin.matched;
    out += fixed(bin.from, 1) + " - " + fixed(bin.to, 1) + "     ";
    out += right_aligned(short_share(bin.stated), 8) + right_aligned(short_share(bin.right), 8);
    out += right_aligned(std::to_string(bin.count), 8);
    out += right_aligned(bin.matched == 0 ? "-" : short_share(bin.right_of_matched), 19);
    out += right_aligned(std::to_string(bin.matched), 8) + '\n';
  }
  out += "calibration error " + right_aligned(short_share(reliability.calibration_error), 11);
  out += right_aligned(std::to_string(reliability.count), 8);
  out += right_aligned(short_share(reliability.calibration_error_of_matched), 19);
  out += right_aligned(std::to_string(matched), 8) + '\n';
  return out;
}

std::string line(std::string_view name, std::string_view value) {
  return left_aligned(std::string(name), 11) + visible(value) + '\n';
}

std::string list_of(const Miss& miss) {
  std::string out = "\n" + line("id", miss.id) + line("iou", fixed(miss.iou, 2)) +
                    line("kind", name_of(miss.kind)) + line("GOLD", miss.content) +
                    line("  source", miss.source) + line("  speaker", miss.speaker);
  if (!miss.predicted) return out + "PRED       -\n";
  return out + line("PRED", miss.predicted_content) + line("  source", miss.predicted_source) +
         line("  speaker", miss.predicted_speaker);
}

Json json_of(const Prf& prf) { return Json::array({prf.precision, prf.recall, prf.f1}); }
Json json_of(const std::optional<Prf>& prf) { return prf ? json_of(*prf) : Json(); }
Json json_of(const std::optional<double>& share) { return share ? Json(*share) : Json(); }

Json json_of(const Scores& scores) {
  Json out;
  out["gold"] = scores.gold;
  out["pred"] = scores.predicted;
  out["exact"] = json_of(scores.exact);
  out["match"] = json_of(scores.match);
  out["partial"] = json_of(scores.partial);
  out["source"] = json_of(scores.source);
  out["cue"] = json_of(scores.cue);
  out["attribution"] = json_of(scores.attribution);
  out["attr|match"] = json_of(scores.attribution_of_matched);
  out["speaker"] = json_of(scores.speaker);
  out["kind"] = json_of(scores.kind);
  out["n_attr"] = scores.with_attribution;
  out["n_speaker"] = scores.with_speaker;
  return out;
}

Json json_of(const RoleScores& roles) {
  return {{"source", json_of(roles.source)},
          {"cue", json_of(roles.cue)},
          {"content", json_of(roles.content)}};
}

Json json_of(const Reliability& reliability) {
  Json out;
  out["count"] = reliability.count;
  out["calibration_error"] = reliability.calibration_error;
  out["calibration_error_of_matched"] = reliability.calibration_error_of_matched;
  out["bins"] = Json::array();
  for (const ReliabilityBin& bin : reliability.bins) {
    out["bins"].push_back({{"from", bin.from},
                           {"to", bin.to},
                           {"count", bin.count},
                           {"stated", bin.stated},
                           {"right", bin.right},
                           {"matched", bin.matched},
                           {"right_of_matched", bin.right_of_matched}});
  }
  return out;
}

Json json_of(const Miss& miss) {
  Json out = {{"id", miss.id},           {"iou", miss.iou},       {"kind", name_of(miss.kind)},
              {"content", miss.content}, {"source", miss.source}, {"speaker", miss.speaker}};
  if (!miss.predicted) return out;
  out["predicted"] = {{"content", miss.predicted_content},
                      {"source", miss.predicted_source},
                      {"speaker", miss.predicted_speaker}};
  return out;
}

}  // namespace

std::string to_table(const Report& report) {
  std::string out = header() + row("all", report.all);
  for (const AnnotatedKind kind : kKinds) {
    const auto& scores = report.by_kind[static_cast<std::size_t>(kind)];
    if (scores) out += row(name_of(kind), *scores);
  }
  if (report.roles) {
    out += "roles     source " + three(report.roles->source) + "  cue " + three(report.roles->cue) +
           "  content " + three(report.roles->content) + '\n';
  }
  if (report.reliability) out += table_of(*report.reliability);
  for (const Miss& miss : report.misses) out += list_of(miss);
  return out;
}

std::string to_json(const Report& report) {
  Json out;
  out["all"] = json_of(report.all);
  out["all"]["roles"] = report.roles ? json_of(*report.roles) : Json();
  for (const AnnotatedKind kind : kKinds) {
    const auto& scores = report.by_kind[static_cast<std::size_t>(kind)];
    if (scores) out[std::string(name_of(kind))] = json_of(*scores);
  }
  if (report.reliability) out["reliability"] = json_of(*report.reliability);
  if (!report.misses.empty()) out["misses"] = Json::array();
  for (const Miss& miss : report.misses) out["misses"].push_back(json_of(miss));
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace quotary
