#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/kept_bytes.h"

namespace paperboy::base {

// Values that were dear to make, by name, kept from one build to the next for as long as the parts of the
// archive they were made from (base::Reads) stay the same.
class Memo {
 public:
  virtual ~Memo() = default;

  struct Value {
    KeptBytes bytes;
    bool is_kept = false;             // from the build before
    std::optional<KeptBytes> before;  // what the build before had under this name, where that is known
  };
  // What a value follows from.
  enum class MadeOf {
    Archive,  // anything: no fact of the archive may change
    Parts,    // what it reads, and nothing else but what `list` names
  };
  // `make` is called on this thread when the value is not known, or no longer right. Each name once a build.
  // `list` tells which parts are read, where that is not clear from the name. Safe from several threads.
  virtual Value value(const std::string& name, MadeOf made_of, const std::string& list,
                      const std::function<std::string()>& make) = 0;
  Value value(const std::string& name, const std::function<std::string()>& make) {
    return value(name, MadeOf::Archive, "", make);
  }

  // What is left to the next build under a name, whatever was read for it: each build that wants the next one
  // to have it leaves it anew. Names are apart from those of values.
  virtual std::optional<std::string> left_before(const std::string&) { return std::nullopt; }
  virtual void leave(const std::string&, std::string) {}
};

// Remembers nothing.
class NoMemo final : public Memo {
 public:
  using Memo::value;
  Value value(const std::string&, MadeOf, const std::string&,
              const std::function<std::string()>& make) override {
    return {make(), false, std::nullopt};
  }
};

}  // namespace paperboy::base
