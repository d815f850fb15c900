#pragma once

#include "quotary/writers.h"

namespace quotary {

// W3C Web Annotation: an AnnotationPage for each document, whose items select what they are about
// by its words and by its position in code points.
class WebAnnotationWriter final : public Writer {
 public:
  void write(const Record& record, std::string& out) const override;
};

}  // namespace quotary
