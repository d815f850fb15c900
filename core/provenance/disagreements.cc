#include "provenance/disagreements.h"

#include <algorithm>

#include "quotary/declared.h"
#include "rules/fold_word.h"

namespace quotary {
namespace {

class Comparison {
 public:
  Comparison(const Document& document, const Declared& declared,
             const ProvenanceKnowledge& knowledge, Provenance& out)
      : document_(document), declared_(declared), houses_(knowledge.words.houses()), out_(out) {}

  void compare() {
    compare_authors();
    compare_origin();
  }

 private:
  // "By A and B" where the page declares C.
  void compare_authors() {
    const auto byline =
        std::find_if(out_.statements.begin(), out_.statements.end(), [](const Statement& each) {
          return each.kind == StatementKind::byline && !each.people.empty();
        });
    if (byline == out_.statements.end()) return;
    for (const DeclaredValue& author : declared_.values) {
      if (author.field != DeclaredField::author || author.image != kNone) continue;
      if (houses_.named(author.value) != kNone || names_person(author.value)) continue;
      out_.findings.push_back({"declared-author-not-in-byline", byline->span,
                               "The metadata name an author whom the byline leaves out: make them "
                               "agree."});
      return;
    }
  }

  [[nodiscard]] bool names_person(std::string_view author) const {
    const std::string folded = fold_word(author);
    return std::any_of(out_.people.begin(), out_.people.end(), [&](const CreditedPerson& person) {
      const std::string name = fold_word(person.name);
      return folded.find(name) != std::string::npos || name.find(folded) != std::string::npos;
    });
  }

  // A canonical address elsewhere, or a syndication source, of which the text says nothing.
  void compare_origin() {
    const DeclaredValue* origin = declared_.find(DeclaredField::origin);
    if (origin == nullptr) return;
    const std::string host = host_of(origin->value);
    const std::uint32_t house =
        host.empty() ? houses_.named(origin->value) : houses_.with_domain(host);
    const std::string_view id = house == kNone ? std::string_view() : houses_[house].id;
    for (const Statement& each : out_.statements) {
      if (each.kind != StatementKind::syndication) continue;
      if (each.houses.empty() || id.empty()) return;  // it names an origin, which is not known
      for (std::uint32_t h = each.houses.first; h < each.houses.last; ++h) {
        if (out_.houses[h].id == id) return;
      }
    }
    const std::uint32_t end =
        document_.paragraphs().empty() ? 0 : document_.paragraphs().front().span.end;
    out_.findings.push_back({"declared-origin-not-in-text",
                             {0, end},
                             "The metadata say that it was published first elsewhere, the text "
                             "does not: name the original."});
  }

  const Document& document_;
  const Declared& declared_;
  const Houses& houses_;
  Provenance& out_;
};

}  // namespace

void find_disagreements(const Document& document, const DocumentContext& context,
                        const ProvenanceKnowledge& knowledge, Provenance& out) {
  if (context.declared == nullptr || context.declared->empty()) return;
  Comparison(document, *context.declared, knowledge, out).compare();
}

}  // namespace quotary
