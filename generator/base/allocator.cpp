#include "base/allocator.h"

// Memory comes from mimalloc: what one thread makes and another gives up costs no waiting, and most of a
// build is that. Sanitizers bring an allocator of their own.
#ifdef PAPERBOY_MIMALLOC
#include <mimalloc.h>
#endif

namespace paperboy::base {

void return_memory_of_threads() {
#ifdef PAPERBOY_MIMALLOC
#if MI_MALLOC_VERSION < 210
  ::mi_option_enable(mi_option_abandoned_page_decommit);
#else
  ::mi_option_enable(mi_option_abandoned_page_purge);
#endif
#endif
}

void treat_free_memory(FreeMemory memory) {
#ifdef PAPERBOY_MIMALLOC
#if MI_MALLOC_VERSION < 210
  ::mi_option_set_enabled(mi_option_allow_decommit, memory == FreeMemory::Returned);
#else
  ::mi_option_set(mi_option_purge_delay, memory == FreeMemory::Returned ? 10 : -1);
#endif
#else
  static_cast<void>(memory);
#endif
}

void return_free_memory() {
#ifdef PAPERBOY_MIMALLOC
  ::mi_collect(true);
#endif
}

}  // namespace paperboy::base
