// The published names of enumerators. Parallel to the enumerations; checked by tests.
#include <array>

#include "quotary/record.h"

namespace quotary {
namespace {

template <std::size_t N, typename Enum>
std::string_view pick(const std::array<std::string_view, N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : std::string_view("unknown");
}

constexpr std::array<std::string_view, 3> kQuoteKinds = {"direct", "indirect", "mixed"};
constexpr std::array<std::string_view, 8> kQuoteUses = {
    "speech", "partial", "scare", "title", "nickname", "motto", "headline", "transcript"};
constexpr std::array<std::string_view, 3> kMentionKinds = {"name", "nominal", "pronoun"};
constexpr std::array<std::string_view, 6> kSourceTypes = {"person", "organisation", "document",
                                                          "group",  "unnamed",      "unknown"};
constexpr std::array<std::string_view, 3> kGenders = {"unknown", "female", "male"};
constexpr std::array<std::string_view, 4> kReasons = {"none", "no_cue", "no_subject",
                                                      "not_attributed"};
constexpr std::array<std::string_view, 5> kRepairs = {"unclosed", "unopened", "doubled", "stray",
                                                      "wrong_way"};
constexpr std::array<std::string_view, 8> kBlocks = {"headline", "section", "post_date", "byline",
                                                     "body",     "caption", "credit",    "notice"};
constexpr std::array<std::string_view, 3> kUnits = {"bytes", "codepoints", "utf16"};

}  // namespace

std::string_view name_of(QuoteKind kind) { return pick(kQuoteKinds, kind); }
std::string_view name_of(QuoteUse use) { return pick(kQuoteUses, use); }
std::string_view name_of(MentionKind kind) { return pick(kMentionKinds, kind); }
std::string_view name_of(SourceType type) { return pick(kSourceTypes, type); }
std::string_view name_of(Gender gender) { return pick(kGenders, gender); }
std::string_view name_of(NoSource reason) { return pick(kReasons, reason); }
std::string_view name_of(RepairKind kind) { return pick(kRepairs, kind); }
std::string_view name_of(BlockKind kind) { return pick(kBlocks, kind); }
std::string_view name_of(OffsetUnit unit) { return pick(kUnits, unit); }

}  // namespace quotary
