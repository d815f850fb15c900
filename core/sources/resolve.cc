#include "sources/resolve.h"

namespace quotary {

void resolve_sources(const Reading& reading, Analysis& analysis) {
  (void)reading;
  (void)analysis;
}

}  // namespace quotary
