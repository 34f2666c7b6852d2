#pragma once

#include <functional>
#include <string>

#include "base/reads.h"

namespace paperboy::outputs {

// The files of a site while they are made. Safe from several threads; each path once.
class SiteFiles {
 public:
  virtual ~SiteFiles() = default;

  // A file under site/: "topics/index.html". `write` gives its bytes; it is called at once, on this thread,
  // and not at all when the build before wrote the file from an archive of the same facts, and from the same
  // texts.
  virtual void add(const std::string& path, const std::function<std::string()>& write) = 0;
  // The same for a file that shows no more of the archive than the parts it reads and those that
  // `shows_changed` asks for: another fact somewhere else does not touch it.
  virtual void add_about(const std::string& path, const base::ShowsChanged&,
                         const std::function<std::string()>& write) {
    add(path, write);
  }
  // The same, but `write` is called in any case: for files that depend on more than the parts they read.
  virtual void make(const std::string& path, const std::function<std::string()>& write) = 0;
  // A file that is known to be as the build before left it. Only for paths that this build before wrote.
  virtual void keep(const std::string& path) = 0;
};

}  // namespace paperboy::outputs
