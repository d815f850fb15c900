// What the forms of others have in common: a record seen as an article with pictures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quotary/record.h"

namespace quotary {

// A picture with its credits, or a credit that belongs to no picture that was found.
struct CreditedPicture {
  std::string name;  // "picture-1", "credit-4": unlike all others of the article
  const RecordPicture* picture = nullptr;
  std::vector<const RecordStatement*> credits;
};

enum class Medium : std::uint8_t { picture, video, graphic };

class Article {
 public:
  explicit Article(const Record& record);

  [[nodiscard]] const std::string& uri() const { return uri_; }
  // A part of the article: "URI#picture-1".
  [[nodiscard]] std::string uri_of_part(std::string_view part) const;
  [[nodiscard]] std::string_view headline() const;
  [[nodiscard]] std::string_view section() const;
  [[nodiscard]] const std::vector<CreditedPicture>& pictures() const { return pictures_; }
  // Null if there is none.
  [[nodiscard]] const RecordStatement* first(StatementKind kind) const;
  [[nodiscard]] Medium medium_of(const CreditedPicture& picture) const;
  // "Port Halsen, Luria"
  [[nodiscard]] std::string places(Range range) const;

 private:
  [[nodiscard]] std::string_view block(BlockKind kind) const;
  void find_pictures();

  const Record& record_;
  std::string uri_;
  std::vector<CreditedPicture> pictures_;
};

// "republished, with contributions of Associated Press, origin not named"
[[nodiscard]] std::string verdict_in_words(const RecordProvenance& provenance);

// The house that a person of the statement works for; null if none is said.
[[nodiscard]] const RecordHouse* house_of(const RecordProvenance& provenance,
                                          const RecordStatement& statement,
                                          const RecordPerson& person);

// What somebody does in the making of a text: the role said, or what the kind of statement says.
[[nodiscard]] std::string_view role_in(const RecordStatement& statement,
                                       const RecordPerson& person);
[[nodiscard]] bool is_copyright(const RecordStatement& statement);

}  // namespace quotary
