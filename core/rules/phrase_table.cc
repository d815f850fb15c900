#include "rules/phrase_table.h"

#include <algorithm>

#include "rules/fold_word.h"

namespace quotary {

// The slot of this beginning, or the empty one where it would stand.
std::size_t PhraseTable::slot_of(std::uint64_t hash) const {
  const std::size_t mask = beginnings_.size() - 1;
  std::size_t at = hash & mask;
  while (beginnings_[at].hash != hash && beginnings_[at].hash != 0) at = (at + 1) & mask;
  return at;
}

void PhraseTable::grow() {
  std::vector<Beginning> known(beginnings_.size() * 2);
  known.swap(beginnings_);
  for (const Beginning& one : known) {
    if (one.hash != 0) beginnings_[slot_of(one.hash)] = one;
  }
}

PhraseTable::Beginning& PhraseTable::beginning(std::uint64_t hash) {
  if (beginning_count_ * 2 >= beginnings_.size()) grow();
  Beginning& slot = beginnings_[slot_of(hash)];
  if (slot.hash == 0) {
    slot.hash = hash;
    ++beginning_count_;
  }
  return slot;
}

Span PhraseTable::store(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(letters_.size());
  letters_.append(text);
  return {begin, static_cast<std::uint32_t>(letters_.size())};
}

bool PhraseTable::add(std::string_view spelling, Spelling how, std::uint32_t phrase) {
  scan_line(spelling, scratch_);
  if (scratch_.empty() || scratch_.size() > kMaxTokens) return false;
  std::uint64_t hash = 0;
  for (const LineToken& token : scratch_) {
    hash = key(hash, token);
    (&token == scratch_.data() ? first_ : longer_).set(hash % first_.size());
    beginning(hash);
  }
  const auto count = static_cast<std::uint16_t>(scratch_.size());
  std::uint64_t& head = beginning(hash).entry;
  for (std::uint64_t at = head; at != 0; at = entries_[at - 1].next) {
    Entry& known = entries_[at - 1];
    if (known.how != how || known.tokens != count) continue;
    if (how == Spelling::exact && letters(known.written) != spelling) continue;
    known.phrase = phrase;
    return true;
  }
  entries_.push_back({store(spelling), store(fold_word(spelling)), phrase,
                      static_cast<std::uint32_t>(head), count, how});
  head = entries_.size();
  return true;
}

std::uint32_t PhraseTable::find(std::string_view spelling, Spelling how) const {
  std::vector<LineToken> tokens;
  scan_line(spelling, tokens);
  std::uint64_t hash = 0;
  for (const LineToken& token : tokens) hash = key(hash, token);
  for (std::uint64_t at = beginnings_[slot_of(hash)].entry; at != 0; at = entries_[at - 1].next) {
    const Entry& entry = entries_[at - 1];
    if (entry.how == how && (how == Spelling::folded || letters(entry.written) == spelling)) {
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

bool PhraseTable::may_begin_with(std::uint32_t word, std::uint32_t next) const {
  if (!may_begin_with(word)) return false;
  const Beginning& first = beginnings_[slot_of(key(0, word))];
  if (first.hash == 0 || first.entry != 0) return first.hash != 0;
  return beginnings_[slot_of(key(first.hash, next))].hash != 0;
}

const PhraseTable::Entry* PhraseTable::match(std::uint64_t entry, std::string_view text,
                                             const std::vector<LineToken>& tokens,
                                             std::uint32_t first, std::uint32_t count,
                                             bool& as_written) const {
  const Entry* best = nullptr;
  for (std::uint64_t at = entry; at != 0; at = entries_[at - 1].next) {
    const Entry& known = entries_[at - 1];
    if (known.tokens != count) continue;
    const std::uint32_t begin = tokens[first].span.begin;
    const std::string_view words = text.substr(begin, tokens[first + count - 1].span.end - begin);
    const std::string_view written = letters(known.written);
    const bool exact = words == written;
    if (known.how == Spelling::exact && !exact) continue;
    // Blanks may differ; then the hash of all words is proof enough.
    if (!exact && words.size() == written.size() && !folds_to(words, letters(known.folded))) {
      continue;
    }
    if (best == nullptr || exact) best = &known, as_written = exact;
  }
  return best;
}

FoundPhrase PhraseTable::longest_from(std::string_view text, const std::vector<LineToken>& tokens,
                                      std::uint32_t first, std::uint32_t last) const {
  FoundPhrase found;
  std::uint64_t hash = key(0, tokens[first]);
  for (std::uint32_t count = 1;; ++count) {
    const Beginning& reached = beginnings_[slot_of(hash)];
    if (reached.hash == 0) break;
    bool as_written = false;
    const Entry* const entry =
        reached.entry == 0 ? nullptr : match(reached.entry, text, tokens, first, count, as_written);
    if (entry != nullptr) found = {count, entry->phrase, as_written};
    if (first + count == last) break;
    hash = key(hash, tokens[first + count]);
    if (!longer_[hash % longer_.size()]) break;
  }
  return found;
}

}  // namespace quotary
