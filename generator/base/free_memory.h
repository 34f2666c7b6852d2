#pragma once

namespace paperboy::base {

// From now on the memory that a thread freed goes back to the system when the thread ends. To be called once,
// before any thread is started.
void return_memory_of_threads();

// Gives memory that was freed back to the system, where it would be kept for what comes next. For the end of
// work that took much room.
void return_free_memory();

}  // namespace paperboy::base
