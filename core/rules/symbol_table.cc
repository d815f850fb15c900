#include "rules/symbol_table.h"

#include <array>

namespace quotary {
namespace {

// The structural classes of a symbol of each kind.
constexpr std::array<std::array<std::string_view, 2>, kSymbolKinds> kClassesOfKind = {{
    {"Word", ""},
    {"Word", "Capital"},
    {"Word", "Verb"},
    {"Number", ""},
    {"Mark", ""},
    {"Clitic", ""},
    {"", ""},
    {"Quote", ""},
    {"Name", ""},
    {"Nominal", ""},
}};

pattern::ClassMask mask_of(SymbolKind kind, const pattern::ClassTable& classes) {
  return classes.mask(kClassesOfKind[static_cast<std::size_t>(kind)]);
}

// For each class of the lexicon its bit in the table, or kNone.
std::vector<std::uint32_t> bits_of(const Lexicon& lexicon, const pattern::ClassTable& classes) {
  std::vector<std::uint32_t> bits;
  bits.reserve(lexicon.class_count());
  for (std::size_t id = 0; id < lexicon.class_count(); ++id) {
    bits.push_back(classes.bit(lexicon.class_name(static_cast<ClassId>(id))));
  }
  return bits;
}

pattern::ClassMask mask_of(const ClassSet& set, const std::vector<std::uint32_t>& bits) {
  pattern::ClassMask mask;
  for (std::size_t id = 0; id < bits.size(); ++id) {
    if (bits[id] != kNone && set.has(static_cast<ClassId>(id))) mask.set(bits[id]);
  }
  return mask;
}

constexpr std::uint8_t bit_of(SymbolKind kind) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
}

// The kinds that a token with this text can have.
std::uint8_t kinds_of(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  if (first >= '0' && first <= '9') return bit_of(SymbolKind::number) | bit_of(SymbolKind::word);
  if (word == "'s" || word == "'") return bit_of(SymbolKind::clitic) | bit_of(SymbolKind::mark);
  const bool letter = first >= 0x80 || (first >= 'a' && first <= 'z');
  std::uint8_t kinds = 0;
  if (letter || word.size() > 2) {
    kinds = bit_of(SymbolKind::word) | bit_of(SymbolKind::capital_word) | bit_of(SymbolKind::verb);
  }
  if (first < 'a' || first > 'z') {
    kinds = static_cast<std::uint8_t>(kinds | bit_of(SymbolKind::mark) | bit_of(SymbolKind::other));
  }
  return kinds;
}

// For each set of the lexicon, the kinds of tokens that have it.
std::vector<std::uint8_t> kinds_of_sets(const Lexicon& lexicon) {
  std::vector<std::uint8_t> kinds(lexicon.set_count(), 0);
  lexicon.visit_words([&](std::string_view word, std::span<const SetId, 3> sets) {
    const std::uint8_t of_word = kinds_of(word);
    for (const SetId set : sets) kinds[set] |= of_word;
  });
  for (std::uint32_t node = 0; node < lexicon.node_count(); ++node) {
    for (const SetId set : lexicon.sets_of_node(node)) kinds[set] |= bit_of(SymbolKind::word);
  }
  return kinds;
}

}  // namespace

const std::vector<std::string>& structural_classes() {
  static const std::vector<std::string> names = {"Quote", "Name",   "Nominal", "Word", "Number",
                                                 "Mark",  "Clitic", "Capital", "Verb"};
  return names;
}

std::vector<pattern::ClassMask> SymbolTable::masks(const Lexicon& lexicon,
                                                   const pattern::ClassTable& classes) {
  const std::vector<std::uint32_t> bits = bits_of(lexicon, classes);
  std::vector<pattern::ClassMask> masks;
  for (std::size_t kind = 0; kind < kSymbolKinds; ++kind) {
    masks.push_back(mask_of(static_cast<SymbolKind>(kind), classes));
  }
  const std::vector<std::uint8_t> kinds = kinds_of_sets(lexicon);
  for (std::size_t set = 1; set < lexicon.set_count(); ++set) {
    const pattern::ClassMask mask = mask_of(lexicon.classes(static_cast<SetId>(set)), bits);
    if (mask.empty()) continue;
    for (std::size_t kind = 0; kind < kTokenSymbolKinds; ++kind) {
      if ((kinds[set] >> kind & 1U) == 0) continue;
      masks.push_back(mask | mask_of(static_cast<SymbolKind>(kind), classes));
    }
  }
  return masks;
}

SymbolTable::SymbolTable(const Lexicon& lexicon, const PhraseClasses& phrases,
                         const pattern::Alphabet& alphabet) {
  const std::vector<std::uint32_t> bits = bits_of(lexicon, alphabet.classes());
  phrase_bits_.resize(lexicon.set_count());
  symbols_.resize(lexicon.set_count() * kTokenSymbolKinds);
  std::array<pattern::ClassMask, kTokenSymbolKinds> of_kind;
  std::array<std::uint8_t, kTokenSymbolKinds> plain{};  // of words without classes
  for (std::size_t kind = 0; kind < kTokenSymbolKinds; ++kind) {
    of_kind[kind] = mask_of(static_cast<SymbolKind>(kind), alphabet.classes());
    plain[kind] = alphabet.symbol(of_kind[kind]);
  }
  const std::vector<std::uint8_t> kinds = kinds_of_sets(lexicon);
  for (std::size_t id = 0; id < lexicon.set_count(); ++id) {
    const ClassSet& set = lexicon.classes(static_cast<SetId>(id));
    const pattern::ClassMask mask = mask_of(set, bits);
    for (std::size_t kind = 0; kind < kTokenSymbolKinds; ++kind) {
      const bool occurs = (kinds[id] >> kind & 1U) != 0;
      symbols_[id * kTokenSymbolKinds + kind] =
          occurs ? alphabet.symbol(mask | of_kind[kind]) : plain[kind];
    }
    const auto bit_if = [&set](const ClassSet& classes, std::uint16_t bit) {
      return set.meets(classes) ? bit : std::uint16_t{0};
    };
    unsigned flags = bit_if(phrases.title, phrase_bit::title);
    flags |= bit_if(phrases.first_name, phrase_bit::first_name);
    flags |= bit_if(phrases.particle, phrase_bit::particle);
    flags |= bit_if(phrases.suffix, phrase_bit::suffix);
    flags |= bit_if(phrases.never_name, phrase_bit::never_name);
    flags |= bit_if(phrases.determiner, phrase_bit::determiner);
    flags |= bit_if(phrases.head, phrase_bit::head);
    flags |= bit_if(phrases.modifier, phrase_bit::modifier);
    flags |= bit_if(phrases.never_nominal, phrase_bit::never_nominal);
    flags |= bit_if(phrases.male, phrase_bit::male);
    flags |= bit_if(phrases.female, phrase_bit::female);
    phrase_bits_[id] = static_cast<std::uint16_t>(flags);
  }
  for (std::size_t kind = kTokenSymbolKinds; kind < kSymbolKinds; ++kind) {
    collapsed_[kind - kTokenSymbolKinds] =
        alphabet.symbol(mask_of(static_cast<SymbolKind>(kind), alphabet.classes()));
  }
}

}  // namespace quotary
