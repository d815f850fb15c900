#include "rules/phrase_table.h"

#include <algorithm>

#include "rules/fold_word.h"

namespace quotary {
std::uint64_t PhraseTable::key(std::uint64_t hash, const LineToken& token) {
  return key(hash, token.kind == LineTokenKind::mark ? 0x100000000ULL + token.mark : token.word);
}

bool PhraseTable::add(std::string_view spelling, Spelling how, std::uint32_t phrase) {
  scan_line(spelling, scratch_);
  if (scratch_.empty() || scratch_.size() > kMaxTokens) return false;
  std::uint64_t hash = 0;
  for (const LineToken& token : scratch_) hash = key(hash, token);
  const auto count = static_cast<std::uint32_t>(scratch_.size());
  const std::uint64_t first = key(0, scratch_[0]);
  first_.set(first % first_.size());
  std::uint32_t& longest = longest_[first];
  longest = std::max(longest, count);
  std::uint32_t& head = by_hash_[hash];
  for (std::uint32_t at = head; at != 0; at = entries_[at - 1].next) {
    Entry& known = entries_[at - 1];
    if (known.how != how || known.tokens != count) continue;
    if (how == Spelling::exact && known.spelling != spelling) continue;
    known.phrase = phrase;
    return true;
  }
  entries_.push_back({std::string(spelling), fold_word(spelling), count, phrase, how, head});
  head = static_cast<std::uint32_t>(entries_.size());
  return true;
}

std::uint32_t PhraseTable::find(std::string_view spelling, Spelling how) const {
  std::vector<LineToken> tokens;
  scan_line(spelling, tokens);
  std::uint64_t hash = 0;
  for (const LineToken& token : tokens) hash = key(hash, token);
  const auto found = by_hash_.find(hash);
  if (found == by_hash_.end()) return kNone;
  for (std::uint32_t at = found->second; at != 0; at = entries_[at - 1].next) {
    const Entry& entry = entries_[at - 1];
    if (entry.how == how && (how == Spelling::folded || entry.spelling == spelling)) {
      return entry.phrase;
    }
  }
  return kNone;
}

std::uint32_t PhraseTable::find_folded(std::string_view text) const {
  std::vector<LineToken> tokens;
  scan_line(text, tokens);
  if (tokens.empty()) return kNone;
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const FoundPhrase found = longest_at(text, tokens, 0, count);
  return found.tokens == count ? found.phrase : kNone;
}

const PhraseTable::Entry* PhraseTable::match(std::uint64_t hash, std::string_view text,
                                             const std::vector<LineToken>& tokens,
                                             std::uint32_t first, std::uint32_t count,
                                             bool& as_written) const {
  const auto found = by_hash_.find(hash);
  if (found == by_hash_.end()) return nullptr;
  const Entry* best = nullptr;
  for (std::uint32_t at = found->second; at != 0; at = entries_[at - 1].next) {
    const Entry& entry = entries_[at - 1];
    if (entry.tokens != count) continue;
    const std::uint32_t begin = tokens[first].span.begin;
    const std::string_view words = text.substr(begin, tokens[first + count - 1].span.end - begin);
    // Blanks may differ; then the hash of all words is proof enough.
    if (words.size() == entry.spelling.size() && !folds_to(words, entry.folded)) continue;
    const bool exact = words == entry.spelling;
    if (entry.how == Spelling::exact && !exact) continue;
    if (best == nullptr || exact) best = &entry, as_written = exact;
  }
  return best;
}

FoundPhrase PhraseTable::longest_at(std::string_view text, const std::vector<LineToken>& tokens,
                                    std::uint32_t first, std::uint32_t last) const {
  FoundPhrase found;
  std::uint64_t hash = key(0, tokens[first]);
  if (!first_[hash % first_.size()]) return found;
  const auto longest = longest_.find(hash);
  if (longest == longest_.end()) return found;
  const std::uint32_t most = std::min(longest->second, last - first);
  for (std::uint32_t count = 1; count <= most; ++count) {
    if (count > 1) hash = key(hash, tokens[first + count - 1]);
    bool as_written = false;
    if (const Entry* entry = match(hash, text, tokens, first, count, as_written)) {
      found = {count, entry->phrase, as_written};
    }
  }
  return found;
}

}  // namespace quotary
