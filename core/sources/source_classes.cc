#include "sources/source_classes.h"

#include <initializer_list>

namespace quotary {

SourceClasses::SourceClasses(const Lexicon& lexicon) {
  const auto set = [&](std::initializer_list<std::string_view> names) {
    return lexicon.class_set(std::span(names.begin(), names.size()));
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
  he = set({"PronounSubjectMale"});
  she = set({"PronounSubjectFemale"});
  they = set({"PronounPlural"});
  first_person = set({"PronounFirst"});
  not_name = set({"TimeWord", "Month"});
}

}  // namespace quotary
