#include "base/program.h"

#include <fcntl.h>
#include <link.h>
#include <sys/stat.h>

#include <cstddef>
#include <optional>

#include "base/digest.h"
#include "base/file_descriptor.h"
#include "base/kept_bytes.h"
#include "base/packed.h"

namespace paperboy::base {

namespace {

int add_library(dl_phdr_info* info, std::size_t, void* out) {
  struct stat status {};
  // The program itself has no name here.
  if (info->dlpi_name != nullptr && *info->dlpi_name != '\0' && ::stat(info->dlpi_name, &status) == 0) {
    static_cast<PackedWriter*>(out)
        ->text(info->dlpi_name)
        .number(static_cast<std::uint64_t>(status.st_size))
        .number(static_cast<std::uint64_t>(status.st_mtim.tv_sec))
        .number(static_cast<std::uint64_t>(status.st_mtim.tv_nsec));
  }
  return 0;
}

// Of the program's file, which is in memory already: reading it would copy it. Empty when that fails.
std::string own_digest() {
  const FileDescriptor file(::open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file || ::fstat(file.number(), &status) != 0) {
    return "";
  }
  const std::optional<KeptBytes> bytes =
      KeptBytes::of_file(file, static_cast<std::size_t>(status.st_size), 0);
  return bytes ? digest(*bytes) : "";
}

}  // namespace

std::string program_digest() {
  const std::string own = own_digest();
  if (own.empty()) {
    return "";
  }
  PackedWriter parts;
  parts.text(own);
  ::dl_iterate_phdr(add_library, &parts);
  return digest(parts.bytes());
}

}  // namespace paperboy::base
