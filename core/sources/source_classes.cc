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
  read("antecedent.subject", points.subject);
  read("antecedent.first", points.first);
  read("antecedent.last-speaker", points.last_speaker);
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

}  // namespace

SourceClasses::SourceClasses(const PackData& pack)
    : points(points_of(pack)),
      conversation(static_cast<float>(pack.threshold("conversation.confidence", 0.5))) {
  const auto set = [&](std::initializer_list<std::string_view> names) {
    return pack.lexicon.class_set(std::span(names.begin(), names.size()));
  };
  honorific = set({"HonorificMale", "HonorificFemale", "HonorificNeutral"});
  honorific_male = set({"HonorificMale"});
  honorific_female = set({"HonorificFemale"});
  first_male = set({"FirstNameMale"});
  first_female = set({"FirstNameFemale"});
  title = set({"Title"});
  role = set({"Title", "RoleNoun", "RoleMale", "RoleFemale"});
  male = set({"RoleMale", "KinMale", "PersonMale", "HonorificMale"});
  female = set({"RoleFemale", "KinFemale", "PersonFemale", "HonorificFemale"});
  person = set({"PersonNoun", "PersonMale", "PersonFemale", "Kinship", "KinMale", "KinFemale"});
  organisation = set({"OrgHead", "OrgSuffix", "MediaOutlet"});
  generic = set({"OrgGeneric"});
  outlet = set({"MediaOutlet"});
  document = set({"DocumentNoun"});
  group = set({"GroupNoun"});
  place = set({"Country", "UsState", "City"});
  nationality = set({"Nationality"});
  particle = set({"NameParticle"});
  suffix = set({"NameSuffix"});
  he = set({"ReferMale"});
  she = set({"ReferFemale"});
  they = set({"ReferThey"});
  it = set({"ReferThing"});
  first_person = set({"PronounFirst"});
  self = set({"ReferSelf"});
  for (std::size_t id = 0; id < pack.lexicon.class_count(); ++id) {
    const std::string_view name = pack.lexicon.class_name(static_cast<ClassId>(id));
    if (name.starts_with("ReferOffice")) offices.push_back(set({name}));
  }
  former = set({"ReferFormer"});
  who = set({"ReferWho"});
  reflexive = set({"Reflexive"});
  by = set({"ReferAgent"});
  name_link = set({"ReferLink"});
  place_link = set({"ReferPlace"});
  people = set({"ReferPeople"});
  not_name = set({"TimeWord", "Month"});
}

}  // namespace quotary
