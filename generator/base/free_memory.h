#pragma once

namespace paperboy::base {

// Gives memory that was freed back to the system, where the C library would keep it. For the end of work that
// took much room.
void return_free_memory();

}  // namespace paperboy::base
