#pragma once

#include <vector>

namespace paperboy::base {

// Notes what a piece of work reads: the parts, known by their address, that the thread looked at while the
// object lived. Of two that live at the same time the outer one notes what the inner one does.
class Reads {
 public:
  Reads();
  ~Reads();
  Reads(const Reads&) = delete;
  Reads& operator=(const Reads&) = delete;

  // For those who hand out parts: the thread looks at this one now.
  static void note(const void* part);

  // Each once, in no order that means anything.
  std::vector<const void*> parts() const;

 private:
  std::vector<const void*> parts_;
  Reads* outer_;
};

// What the thread looks at while this lives is not noted. For those that show less of the parts they are
// handed than others do, and note that themselves.
class UnnotedReads {
 public:
  UnnotedReads();
  ~UnnotedReads();
  UnnotedReads(const UnnotedReads&) = delete;
  UnnotedReads& operator=(const UnnotedReads&) = delete;

 private:
  Reads* outer_;
};

}  // namespace paperboy::base
