#include "base/free_memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace paperboy::base {

void reuse_free_memory() {
#ifdef __GLIBC__
  constexpr int kLargestPiece = 32 << 20;  // larger ones are the system's in any case (mallopt(3))
  constexpr int kKept = 256 << 20;
  ::mallopt(M_MMAP_THRESHOLD, kLargestPiece);
  ::mallopt(M_TRIM_THRESHOLD, kKept);
#endif
}

void return_free_memory() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

}  // namespace paperboy::base
