// The form in which a Lexicon stores words and compares them: the one that word_id() hashes.
#pragma once

#include <string>
#include <string_view>

namespace quotary {

// Each character as FoldedCharacter has it.
[[nodiscard]] std::string fold_word(std::string_view word);

// Whether fold_word(word) == folded; does not allocate.
[[nodiscard]] bool folds_to(std::string_view word, std::string_view folded);

}  // namespace quotary
