#include "sources/antecedents.h"

#include <algorithm>

namespace quotary {

namespace {

constexpr std::uint32_t kNamingsBack = 40;

bool fits(const Figure& figure, const Wanted& wanted) {
  if (wanted.organisation) {
    const bool named = wanted.named == 0 || std::find(figure.words.begin(), figure.words.end(),
                                                      wanted.named) != figure.words.end();
    return named && figure.type == SourceType::organisation;
  }
  if (wanted.person &&
      (figure.type == SourceType::organisation || figure.type == SourceType::document)) {
    return false;
  }
  return wanted.gender == Gender::unknown || figure.gender == Gender::unknown ||
         figure.gender == wanted.gender;
}

}  // namespace

std::uint32_t find_antecedent(const Reading& r, const Register& names, std::uint32_t at,
                              const Wanted& wanted, const Discourse& discourse,
                              const AntecedentPoints& points) {
  const std::uint32_t next = names.naming_after(at);
  const std::uint32_t low = next > kNamingsBack ? next - kNamingsBack : 0;
  const bool inside = r.stretch[at] != kNone;
  std::uint32_t best = kNone;
  float best_score = -1e9F;
  for (std::uint32_t i = next; i > low; --i) {
    const Naming& naming = names.namings()[i - 1];
    const Figure& figure = names.figures()[naming.figure];
    if (!fits(figure, wanted)) continue;
    if (naming.quoted && (!inside || r.stretch[naming.tokens.first] != r.stretch[at])) continue;
    const std::uint32_t away = r.sentence[at] - r.sentence[naming.tokens.first];
    float score = -points.sentence_away * static_cast<float>(std::min(away, 12U));
    if (away == 0) score += points.same_sentence;
    if (naming.governed) score += points.governed;
    if (naming.subject) score += points.subject;
    if (naming.owner) score += points.owner;
    if (r.chunks[naming.chunk].tokens.first == r.sentence_range(naming.tokens.first).first) {
      score += points.first;
    }
    if (r.chunks[naming.chunk].kind == ChunkKind::possessive) score += points.possessive;
    if (naming.figure == discourse.last_speaker && discourse.last_speaker_at < at) {
      const std::uint32_t since = r.paragraph[at] - r.paragraph[discourse.last_speaker_at];
      score +=
          points.last_speaker - points.paragraph_since * static_cast<float>(std::min(since, 6U));
    }
    if (wanted.gender != Gender::unknown && figure.gender == wanted.gender) score += points.gender;
    if (wanted.person && figure.type == SourceType::person) score += points.person;
    score += points.frequent * static_cast<float>(std::min(figure.count, 10U));
    if (score > best_score) {
      best_score = score;
      best = i - 1;
    }
  }
  return best;
}

std::uint32_t find_bearer(const Reading& r, const Register& names, std::uint32_t head,
                          const Wanted& wanted) {
  const std::uint32_t next = names.naming_after(head);
  const std::uint32_t low = next > kNamingsBack ? next - kNamingsBack : 0;
  for (std::uint32_t i = next; i > low; --i) {
    const Naming& naming = names.namings()[i - 1];
    if (!fits(names.figures()[naming.figure], wanted)) continue;
    const auto in_role = [&](Range role) {
      for (std::uint32_t at = role.first; at < role.last; ++at) {
        if (r.word(at) == r.word(head)) return true;
      }
      return false;
    };
    if (in_role(naming.role)) return i - 1;
    // The appositive after the name: "Ann Lee, a lawyer from Ohio".
    const std::uint32_t after = r.chunks[naming.chunk].tokens.last;
    if (after + 1 < r.tokens.size() && r.word(after) == ascii_id(",") && r.in_chunk(after + 1) &&
        in_role(r.chunks[r.chunk_at[after + 1]].tokens)) {
      return i - 1;
    }
  }
  return kNone;
}

}  // namespace quotary
