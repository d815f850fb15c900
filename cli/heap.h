// The memory that the program allocates.
#pragma once

namespace quotary::cli {

// Lays the heap in large pages where the system has them. The tables of the rules are looked into
// at random for every word, and the processor keeps in mind where a few hundred pages lie, however
// large they are. Does nothing where that cannot be done; to be called before anything large is
// allocated.
void use_large_pages();

}  // namespace quotary::cli
