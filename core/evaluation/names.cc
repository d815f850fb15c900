#include "evaluation/names.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

#include "evaluation/characters.h"
#include "evaluation/measure_words.h"

namespace quotary {
namespace {

constexpr std::array<char32_t, 2> kApostrophes = {U'\'', U'\u2019'};

bool is_apostrophe(char32_t c) { return c == kApostrophes[0] || c == kApostrophes[1]; }

bool is_word_character(char32_t c) {
  return c == U'_' || is_letter_or_digit(static_cast<Codepoint>(c));
}

// Full case folding, as the Unicode standard has it (section 3.13).
std::u32string case_folded(std::string_view text) {
  std::u32string out;
  std::array<utf8proc_int32_t, 8> folded{};
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t code = -1;
    const utf8proc_ssize_t size = utf8proc_iterate(at, left, &code);
    at += std::max<utf8proc_ssize_t>(size, 1);
    left -= std::max<utf8proc_ssize_t>(size, 1);
    if (size <= 0) continue;
    int boundary = 0;
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(code, folded.data(), folded.size(), UTF8PROC_CASEFOLD, &boundary);
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
      out += static_cast<char32_t>(folded[static_cast<std::size_t>(i)]);
    }
  }
  return out;
}

// "smith's" -> "smith"; 's inside a word stays.
std::u32string without_possessives(const std::u32string& text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool possessive = is_apostrophe(text[at]) && at + 1 < text.size() &&
                            text[at + 1] == U's' &&
                            (at + 2 == text.size() || !is_word_character(text[at + 2]));
    if (possessive) {
      ++at;
    } else {
      out += text[at];
    }
  }
  return out;
}

// White space and full stops divide, apostrophes join.
std::vector<std::u32string> split_words(const std::u32string& text) {
  std::vector<std::u32string> words;
  bool inside = false;
  for (const char32_t c : text) {
    if (is_apostrophe(c)) continue;
    if (c == U'.' || is_white_space(static_cast<Codepoint>(c))) {
      inside = false;
      continue;
    }
    if (!std::exchange(inside, true)) words.emplace_back();
    if (c == U'-' || is_word_character(c)) words.back() += c;
  }
  std::erase(words, std::u32string());
  return words;
}

bool one_initial_fits(const std::u32string& a, const std::u32string& b) {
  return std::min(a.size(), b.size()) == 1 && a[0] == b[0];
}

// Calls `visit` with the parts between "; " until it returns true.
template <typename Visit>
bool any_of_joint(std::string_view speakers, Visit visit) {
  constexpr std::string_view kBetween = "; ";
  while (true) {
    const std::size_t end = speakers.find(kBetween);
    if (visit(std::string(speakers.substr(0, end)))) return true;
    if (end == std::string_view::npos) return false;
    speakers.remove_prefix(end + kBetween.size());
  }
}

}  // namespace

NameKey name_key(std::string_view name) {
  NameKey key;
  std::vector<std::u32string> all = split_words(without_possessives(case_folded(name)));
  for (const std::u32string& word : all) {
    const std::u32string_view view = word;
    key.male = key.male || measure::is_one_of(view, measure::kMaleHonorifics);
    key.female = key.female || measure::is_one_of(view, measure::kFemaleHonorifics);
    if (measure::is_one_of(view, measure::kHonorifics)) continue;
    if (measure::is_one_of(view, measure::kNameSuffixes)) continue;
    key.words.push_back(word);
  }
  if (key.words.empty()) key.words = std::move(all);
  return key;
}

bool same_name(const NameKey& a, const NameKey& b) {
  if (a.words.empty() || b.words.empty()) return false;
  if ((a.male && b.female) || (a.female && b.male)) return false;
  if (a.words == b.words) return true;
  if (a.words.back() != b.words.back()) return false;
  if (a.words.size() == 1 || b.words.size() == 1) return true;
  return a.words[0] == b.words[0] || one_initial_fits(a.words[0], b.words[0]);
}

SpeakerNames::SpeakerNames(const std::vector<Aliases>& aliases) {
  for (const Aliases& each : aliases) aliases_[each.name] = &each.others;
}

bool SpeakerNames::agree(std::string_view gold, std::string_view predicted) {
  return any_of_joint(gold, [&](const std::string& one) {
    return any_of_joint(predicted,
                        [&](const std::string& other) { return one_agrees(one, other); });
  });
}

bool SpeakerNames::one_agrees(const std::string& gold, const std::string& predicted) {
  std::vector<const NameKey*> names = {&key(gold)};
  if (const auto found = aliases_.find(gold); found != aliases_.end()) {
    for (const std::string& other : *found->second) names.push_back(&key(other));
  }
  const NameKey& said = key(predicted);
  // "John Smith" is to be held against "Jane Smith", not against her alias "Smith".
  const auto is_full = [&said](const NameKey* name) {
    return said.words.size() > 1 && name->words.size() > 1 &&
           name->words.back() == said.words.back();
  };
  const bool only_full = std::any_of(names.begin(), names.end(), is_full);
  return std::any_of(names.begin(), names.end(), [&](const NameKey* name) {
    return (!only_full || is_full(name)) && same_name(*name, said);
  });
}

const NameKey& SpeakerNames::key(const std::string& name) {
  const auto [found, is_new] = keys_.try_emplace(name);
  if (is_new) found->second = name_key(name);
  return found->second;
}

}  // namespace quotary
