#pragma once

namespace paperboy::base {

// From now on the memory that a thread freed goes back to the system when the thread ends. To be called once,
// before any thread is started.
void return_memory_of_threads();

// What becomes of memory that is freed: Returned goes back to the system soon, Kept stays for what comes
// next. Work of some tenths of a second spends a tenth of them on getting the same memory again; longer work
// takes less of it when it is returned, as it is at first.
enum class FreeMemory { Returned, Kept };
void treat_free_memory(FreeMemory memory);

// Gives memory that was freed back to the system, where it would be kept for what comes next. For the end of
// work that took much room.
void return_free_memory();

}  // namespace paperboy::base
