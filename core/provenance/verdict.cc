#include "provenance/verdict.h"

#include <algorithm>

namespace quotary {
namespace {

class Judge {
 public:
  Judge(const Document& document, const DocumentContext& context,
        const ProvenanceKnowledge& knowledge, Provenance& out)
      : document_(document),
        pack_(knowledge.words.pack()),
        houses_(knowledge.words.houses()),
        out_(out) {
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
  };

  // How sure a rule of decision is: a threshold of pack.json.
  [[nodiscard]] float weight(std::string_view rule) const {
    return static_cast<float>(pack_.threshold(rule, 0.5));
  }

  [[nodiscard]] const House* house_of(std::string_view id) const {
    if (id.empty()) return nullptr;
    const std::uint32_t index = houses_.with_id(id);
    return index == kNone ? nullptr : &houses_[index];
  }
  // The house that it belongs to, if that is a wire.
  [[nodiscard]] const House* wire_of(std::string_view id) const {
    const House* house = house_of(id);
    if (house == nullptr) return nullptr;
    if (house->kind == HouseKind::wire) return house;
    if (house->kind != HouseKind::photo_agency && house->kind != HouseKind::collection)
      return nullptr;
    const House* owner = house_of(house->part_of);
    return owner != nullptr && owner->kind == HouseKind::wire ? owner : nullptr;
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
    if (statement.kind != StatementKind::credit && names_press_release_wire(statement)) {
      releases_.push_back({s, first_house(statement), "verdict.press-release-wire"});
      return;
    }
    switch (statement.kind) {
      case StatementKind::dateline:
        return weigh_houses(s, "verdict.wire-dateline", wires_);
      case StatementKind::byline:
        if (statement.rule == "byline.sign-off") return weigh_sign_off(s);
        return weigh_houses(s, "verdict.wire-byline", wires_);
      case StatementKind::wire_copyright:
        return weigh_houses(s, "verdict.wire-copyright", wires_);
      case StatementKind::contribution:
        return weigh_houses(s, "verdict.wire-contribution", contributions_);
      case StatementKind::syndication:
        if (statement.rule.ends_with("hat-tip")) return;
        origins_.push_back({s, first_house(statement), "verdict.syndication"});
        return;
      case StatementKind::repost_disclaimer:
        reposts_.push_back({s, {}, "verdict.repost-disclaimer"});
        return;
      default:
        return;
    }
  }

  [[nodiscard]] bool names_press_release_wire(const Statement& statement) const {
    for (std::uint32_t h = statement.houses.first; h < statement.houses.last; ++h) {
      const House* house = house_of(out_.houses[h].id);
      if (house != nullptr && house->kind == HouseKind::press_release_wire) return true;
    }
    return false;
  }
  [[nodiscard]] bool own_byline() const {
    for (const Statement& each : out_.statements) {
      if (each.kind != StatementKind::byline || each.rule == "byline.sign-off") continue;
      for (std::uint32_t h = each.houses.first; h < each.houses.last; ++h) {
        if (is_publisher(out_.houses[h].id)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::string_view first_house(const Statement& statement) const {
    for (std::uint32_t h = statement.houses.first; h < statement.houses.last; ++h) {
      if (!out_.houses[h].id.empty()) return out_.houses[h].id;
    }
    return {};
  }

  void weigh_houses(std::uint32_t s, std::string_view rule, std::vector<Sign>& signs) {
    const Statement& statement = out_.statements[s];
    for (std::uint32_t h = statement.houses.first; h < statement.houses.last; ++h) {
      const House* wire = wire_of(out_.houses[h].id);
      if (is_publisher(out_.houses[h].id) || (wire != nullptr && is_publisher(wire->id))) {
        own_.push_back({s, out_.houses[h].id, "verdict.own-house"});
        continue;
      }
      if (wire == nullptr) continue;
      signs.push_back({s, wire->id, rule});
      return;
    }
  }

  // "(Reporting by A; Editing by B)": houses in it say so themselves, else the form is that of one
  // house.
  void weigh_sign_off(std::uint32_t s) {
    const std::size_t before = wires_.size();
    weigh_houses(s, "verdict.wire-sign-off", wires_);
    if (wires_.size() > before) return;
    const Statement& statement = out_.statements[s];
    const std::string_view text = document_.text(statement.span);
    if (!text.starts_with('(') || statement.people.size() < 2) return;
    const House* house = houses_.with_sign_off();
    if (house == nullptr || is_publisher(house->id)) return;
    bool editing = false;
    for (std::uint32_t p = statement.people.first; p < statement.people.last; ++p) {
      editing |= out_.people[p].role == "editing";
    }
    if (editing) wires_.push_back({s, house->id, "verdict.sign-off-form"});
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
    if (!releases_.empty()) {
      verdict.origin = TextOrigin::press_release;
      verdict.confidence = weight(releases_[0].rule);
      return take(releases_);
    }
    if (!reposts_.empty() || !origins_.empty()) {
      verdict.origin = TextOrigin::republished;
      verdict.confidence = weight((origins_.empty() ? reposts_ : origins_)[0].rule);
      take(origins_);
      take(reposts_);
      take(wires_);
      take(contributions_);
      if (origins_.empty() && wires_.empty()) verdict.house = {};
      name_origin();
      return;
    }
    if (!wires_.empty()) {
      verdict.origin = own_byline() || !own_.empty() ? TextOrigin::mixed : TextOrigin::wire;
      verdict.confidence = weight(wires_[0].rule);
      take(wires_);
      return;
    }
    if (!own_.empty() && contributions_.empty()) {
      verdict.origin = TextOrigin::own;
      verdict.confidence = weight(own_[0].rule);
      return take(own_);
    }
    if (!contributions_.empty()) {
      verdict.origin = TextOrigin::mixed;
      verdict.confidence = weight(contributions_[0].rule);
      take(contributions_);
      return;
    }
    const bool byline =
        std::any_of(out_.statements.begin(), out_.statements.end(),
                    [](const Statement& each) { return each.kind == StatementKind::byline; });
    if (byline) {
      verdict.origin = TextOrigin::own;
      const std::string_view rule =
          publisher_ == kNone ? "verdict.byline" : "verdict.byline-of-publisher";
      verdict.confidence = weight(rule);
      verdict.rules.push_back(rule);
    }
  }

  // As it is written, where it is no known house.
  void name_origin() {
    for (const Sign& sign : origins_) {
      const Statement& statement = out_.statements[sign.statement];
      if (statement.houses.empty()) continue;
      out_.verdict.origin_name = out_.houses[statement.houses.first].name;
      return;
    }
  }

  const Document& document_;
  const PackData& pack_;
  const Houses& houses_;
  Provenance& out_;
  std::uint32_t publisher_ = kNone;
  std::vector<Sign> wires_, contributions_, origins_, reposts_, releases_, own_;
};

}  // namespace

void decide_verdict(const Document& document, const DocumentContext& context,
                    const ProvenanceKnowledge& knowledge, Provenance& out) {
  Judge(document, context, knowledge, out).judge();
}

}  // namespace quotary
