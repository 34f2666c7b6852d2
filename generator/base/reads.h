#pragma once

#include <functional>
#include <vector>

namespace paperboy::base {

// Whether a part says something else than it did in the build before, or is new.
using IsChanged = std::function<bool(const void* part)>;
// Whether anything of that shows in something that follows from parts it has not read yet: a list that a new
// part belongs to.
using ShowsChanged = std::function<bool(const IsChanged& is_changed)>;

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
