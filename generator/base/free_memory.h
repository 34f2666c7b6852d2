#pragma once

namespace paperboy::base {

// For a program that reads and writes large pieces over and over: they take room that was freed before, not
// fresh room of the system, which comes page by page. To be called once, before any thread is started.
void reuse_free_memory();

// Gives memory that was freed back to the system, where the C library would keep it. For the end of work that
// took much room.
void return_free_memory();

}  // namespace paperboy::base
