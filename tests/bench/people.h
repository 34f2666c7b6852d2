#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/random.h"

namespace paperboy::bench {

// The people who write papers. Of the authors of a paper about half are new; the others are drawn from all
// author lines so far, so that who has written much writes more (Simon's model of Zipf's law), and there are
// more people the longer the archive goes on. It begins with people who wrote before.
class People {
 public:
  People();
  // 3 to 12 different names.
  std::vector<std::string> authors(Random& random);

 private:
  std::vector<std::uint32_t> lines_;  // who stands in each author line so far
  std::uint32_t people_ = 0;
};

}  // namespace paperboy::bench
