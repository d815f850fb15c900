// What stands between the marks of reported quotes, as a text of its own: there, statements inside
// quotations are found as all others are.
#pragma once

#include <string>
#include <vector>

#include "quotary/analysis.h"
#include "quotary/document.h"

namespace quotary {

class QuotedWords {
 public:
  // `analysis` is of the document and has its quotes. The document outlives this.
  QuotedWords(const Document& document, const Analysis& analysis);

  [[nodiscard]] bool empty() const { return pieces_.empty(); }

  // As long as the text of the document and blank where nobody is quoted, so that offsets are the
  // same in both. A sentence goes on past "she said"; all else stands in paragraphs of its own.
  [[nodiscard]] std::string text() const;

  // Adds to `analysis` what somebody is said to have said in `inside`, a Document of text(), as
  // quotes at second hand. They stand behind the others until all are put in order.
  void add_found(const Document& inside, const Analysis& found, Analysis& analysis) const;

 private:
  // Words of one quote between the marks of one stretch.
  struct Piece {
    Span span;
    std::uint32_t quote = 0;
  };
  void add_pieces(std::uint32_t quote, Span part, const std::vector<Span>& quoted);
  [[nodiscard]] bool goes_on(const Piece& here, const Piece& next) const;
  [[nodiscard]] std::vector<Piece>::const_iterator piece_at(std::uint32_t byte) const;
  [[nodiscard]] bool in_one_piece(Span span) const;
  [[nodiscard]] Quote take_over(const Quote& quote, const Analysis& found,
                                Analysis& analysis) const;

  const Document& document_;
  std::vector<Piece> pieces_;  // in order of the text, apart
};

}  // namespace quotary
