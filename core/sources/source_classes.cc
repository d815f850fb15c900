#include "sources/source_classes.h"

#include <initializer_list>
#include <string_view>

namespace quotary {

namespace {

AntecedentPoints points_of(const PackData& pack) {
  AntecedentPoints points;
  const auto read = [&](std::string_view name, float& value) {
    value = static_cast<float>(pack.threshold(name, static_cast<double>(value)));
  };
  read("antecedent.same-sentence", points.same_sentence);
  read("antecedent.sentence-away", points.sentence_away);
  read("antecedent.same-paragraph", points.same_paragraph);
  read("antecedent.subject", points.subject);
  read("antecedent.first", points.first);
  read("antecedent.last-speaker", points.last_speaker);
  read("antecedent.last-reported", points.last_reported);
  read("antecedent.told-of", points.told_of);
  read("antecedent.house-told-of", points.house_told_of);
  read("antecedent.paragraph-since", points.paragraph_since);
  read("antecedent.gender", points.gender);
  read("antecedent.person", points.person);
  read("antecedent.governed", points.governed);
  read("antecedent.possessive", points.possessive);
  read("antecedent.owner", points.owner);
  read("antecedent.pronoun", points.pronoun);
  read("antecedent.fresh", points.fresh);
  read("antecedent.frequent", points.frequent);
  return points;
}

struct KindNames {
  WordKinds kind;
  std::initializer_list<std::string_view> classes;
};

// The kinds of each set of classes that the lexicon knows.
std::vector<WordKinds> kinds_of(const Lexicon& lexicon, std::initializer_list<KindNames> names) {
  std::vector<WordKinds> kinds(lexicon.set_count());
  for (const KindNames& each : names) {
    const ClassSet wanted = lexicon.class_set(std::span(each.classes.begin(), each.classes.size()));
    for (std::size_t set = 0; set < kinds.size(); ++set) {
      const bool meets = lexicon.classes(static_cast<SetId>(set)).meets(wanted);
      if (meets) kinds[set] = kinds[set] | each.kind;
    }
  }
  return kinds;
}

ClassSet classes_named(const Lexicon& lexicon, std::string_view prefix) {
  ClassSet classes;
  for (std::size_t id = 0; id < lexicon.class_count(); ++id) {
    const auto each = static_cast<ClassId>(id);
    if (lexicon.class_name(each).starts_with(prefix)) classes.add(each);
  }
  return classes;
}

}  // namespace

SourceClasses::SourceClasses(const PackData& pack)
    : given_names(&pack.given_names),
      kinds(kinds_of(
          pack.lexicon,
          {{honorific, {"HonorificMale", "HonorificFemale", "HonorificNeutral"}},
           {first_male, {"FirstNameMale"}},
           {first_female, {"FirstNameFemale"}},
           {title, {"Title"}},
           {role, {"Title", "RoleNoun", "RoleMale", "RoleFemale", "ReferRank"}},
           {male, {"RoleMale", "KinMale", "PersonMale", "HonorificMale"}},
           {female, {"RoleFemale", "KinFemale", "PersonFemale", "HonorificFemale"}},
           {person,
            {"PersonNoun", "PersonMale", "PersonFemale", "Kinship", "KinMale", "KinFemale"}},
           {organisation, {"OrgHead", "OrgSuffix", "MediaOutlet"}},
           {generic, {"OrgGeneric"}},
           {outlet, {"MediaOutlet"}},
           {document, {"DocumentNoun"}},
           {group, {"GroupNoun"}},
           {place, {"Country", "UsState", "City"}},
           {nationality, {"Nationality"}},
           {particle, {"NameParticle"}},
           {suffix, {"NameSuffix"}},
           {by, {"ReferAgent"}},
           {he, {"ReferMale"}},
           {she, {"ReferFemale"}},
           {they, {"ReferThey"}},
           {it, {"ReferThing"}},
           {former, {"ReferFormer"}},
           {rank, {"ReferRank"}},
           {who, {"ReferWho"}},
           {reflexive, {"Reflexive"}},
           {first_person, {"PronounFirst"}},
           {self, {"ReferSelf"}},
           {name_link, {"ReferLink"}},
           {place_link, {"ReferPlace"}},
           {people, {"ReferPeople"}},
           {not_name, {"TimeWord", "Month", "ReferSeat"}},
           {trade, {"ReferTrade"}},
           {any_office, {"ReferAnyOffice"}},
           {press, {"ReferPress"}},
           {field, {"ReferField"}},
           {fact, {"ReferFact"}},
           {wide, {"ReferWideWord"}},
           {company, {"ReferCompany"}},
           {crowd, {"ReferCrowd"}},
           {outlet_word, {"OutletWord"}},
           {somebody, {"ReferSomebody"}},
           {says, {"SpeechVerb", "QuoteVerb"}},
           {platform, {"SocialMedia"}}})),
      offices(classes_named(pack.lexicon, "ReferOffice")),
      wide_offices(classes_named(pack.lexicon, "ReferWide")),
      points(points_of(pack)),
      conversation(static_cast<float>(pack.threshold("conversation.confidence", 0.5))) {}

WordKinds SourceClasses::of_head(const Reading& r, std::uint32_t at) const {
  if (at == 0) return of(r, at);
  const auto phrase = r.lexicon->phrase_at(r.tokens, r.entries, at - 1);
  const bool whole = phrase && phrase->tokens.last == at + 1;
  return whole ? of(r, at) | of(phrase->set) : of(r, at);
}

}  // namespace quotary
