#include "provenance/verdict.h"

#include <algorithm>

namespace quotary {
namespace {

class Judge {
 public:
  Judge(const Document& document, const ProvenanceContext& context,
        const ProvenanceKnowledge& knowledge, Provenance& out)
      : document_(document), houses_(knowledge.words.houses()), out_(out) {
    if (!context.publisher.empty()) {
      publisher_ = houses_.with_domain(context.publisher);
      if (publisher_ == kNone) publisher_ = houses_.with_id(context.publisher);
      if (publisher_ == kNone) publisher_ = houses_.named(context.publisher);
    }
  }

  void judge() {
    for (std::uint32_t s = 0; s < out_.statements.size(); ++s) weigh(s);
    decide();
  }

 private:
  struct Sign {
    std::uint32_t statement = 0;
    std::string_view house;
    std::string_view rule;
    float weight = 0;
  };

  [[nodiscard]] const House* house_of(std::string_view id) const {
    if (id.empty()) return nullptr;
    const std::uint32_t index = houses_.with_id(id);
    return index == kNone ? nullptr : &houses_[index];
  }
  // The house that it belongs to, if that is a wire.
  [[nodiscard]] const House* wire_of(std::string_view id) const {
    const House* house = house_of(id);
    if (house == nullptr) return nullptr;
    if (house->kind == "wire") return house;
    if (house->kind != "photo_agency" && house->kind != "collection") return nullptr;
    const House* owner = house_of(house->part_of);
    return owner != nullptr && owner->kind == "wire" ? owner : nullptr;
  }
  [[nodiscard]] bool is_publisher(std::string_view id) const {
    if (publisher_ == kNone) return false;
    const House& publisher = houses_[publisher_];
    if (publisher.id == id) return true;
    const House* house = house_of(id);
    return house != nullptr && (house->part_of == publisher.id || publisher.part_of == house->id);
  }

  void weigh(std::uint32_t s) {
    const Statement& statement = out_.statements[s];
    switch (statement.kind) {
      case StatementKind::dateline:
        return weigh_houses(s, "verdict.wire-dateline", 0.95F, wires_);
      case StatementKind::byline:
        if (statement.rule == "byline.sign-off") return weigh_sign_off(s);
        return weigh_houses(s, "verdict.wire-byline", 0.9F, wires_);
      case StatementKind::wire_copyright:
        return weigh_houses(s, "verdict.wire-copyright", 0.9F, wires_);
      case StatementKind::contribution:
        return weigh_houses(s, "verdict.wire-contribution", 0.8F, contributions_);
      case StatementKind::syndication:
        if (statement.rule.ends_with("hat-tip")) return;
        origins_.push_back({s, first_house(statement), "verdict.syndication", 0.9F});
        return;
      case StatementKind::repost_disclaimer:
        reposts_.push_back({s, {}, "verdict.repost-disclaimer", 0.9F});
        return;
      default:
        return;
    }
  }

  [[nodiscard]] std::string_view first_house(const Statement& statement) const {
    for (std::uint32_t h = statement.houses.first; h < statement.houses.last; ++h) {
      if (!out_.houses[h].id.empty()) return out_.houses[h].id;
    }
    return {};
  }

  void weigh_houses(std::uint32_t s, std::string_view rule, float weight,
                    std::vector<Sign>& signs) {
    const Statement& statement = out_.statements[s];
    for (std::uint32_t h = statement.houses.first; h < statement.houses.last; ++h) {
      const House* wire = wire_of(out_.houses[h].id);
      if (wire == nullptr || is_publisher(wire->id) || is_publisher(out_.houses[h].id)) continue;
      signs.push_back({s, wire->id, rule, weight});
      return;
    }
  }

  // "(Reporting by A; Editing by B)" is how Reuters closes; houses in it say so themselves.
  void weigh_sign_off(std::uint32_t s) {
    const std::size_t before = wires_.size();
    weigh_houses(s, "verdict.wire-sign-off", 0.9F, wires_);
    if (wires_.size() > before) return;
    const Statement& statement = out_.statements[s];
    const std::string_view text = document_.text(statement.span);
    if (!text.starts_with('(') || statement.people.size() < 2) return;
    if (is_publisher("reuters")) return;
    bool editing = false;
    for (std::uint32_t p = statement.people.first; p < statement.people.last; ++p) {
      editing |= out_.people[p].role == "editing";
    }
    const House* house = house_of("reuters");
    if (editing && house != nullptr) {
      wires_.push_back({s, house->id, "verdict.sign-off-form", 0.85F});
    }
  }

  void take(const std::vector<Sign>& signs) {
    for (const Sign& sign : signs) {
      out_.verdict.evidence.push_back(sign.statement);
      if (std::find(out_.verdict.rules.begin(), out_.verdict.rules.end(), sign.rule) ==
          out_.verdict.rules.end()) {
        out_.verdict.rules.push_back(sign.rule);
      }
      if (out_.verdict.house.empty()) out_.verdict.house = sign.house;
    }
  }

  void decide() {
    Verdict& verdict = out_.verdict;
    if (!reposts_.empty() || !origins_.empty()) {
      verdict.origin = TextOrigin::republished;
      verdict.confidence = 0.9F;
      take(origins_);
      take(reposts_);
      take(wires_);
      take(contributions_);
      if (origins_.empty() && wires_.empty()) verdict.house = {};
      return;
    }
    if (!wires_.empty()) {
      verdict.origin = TextOrigin::wire;
      verdict.confidence = wires_[0].weight;
      take(wires_);
      return;
    }
    if (!contributions_.empty()) {
      verdict.origin = TextOrigin::mixed;
      verdict.confidence = 0.8F;
      take(contributions_);
      return;
    }
    const bool byline =
        std::any_of(out_.statements.begin(), out_.statements.end(),
                    [](const Statement& each) { return each.kind == StatementKind::byline; });
    if (byline) {
      verdict.origin = TextOrigin::own;
      verdict.confidence = 0.6F;
      verdict.rules.push_back("verdict.own-byline");
    }
  }

  const Document& document_;
  const Houses& houses_;
  Provenance& out_;
  std::uint32_t publisher_ = kNone;
  std::vector<Sign> wires_, contributions_, origins_, reposts_;
};

}  // namespace

void decide_verdict(const Document& document, const Analysis& analysis,
                    const ProvenanceContext& context, const ProvenanceKnowledge& knowledge,
                    Provenance& out) {
  static_cast<void>(analysis);
  Judge(document, context, knowledge, out).judge();
}

}  // namespace quotary
