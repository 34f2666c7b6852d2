#include "base/program.h"

#include <link.h>
#include <sys/stat.h>

#include <cstddef>

#include "base/digest.h"
#include "base/file_system.h"
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

}  // namespace

std::string program_digest() {
  constexpr std::size_t kLargestProgram = 1u << 30;
  const Result<std::string> bytes = DiskFileSystem("/proc/self").read("exe", kLargestProgram);
  if (!bytes) {
    return "";
  }
  PackedWriter parts;
  parts.text(digest(*bytes));
  ::dl_iterate_phdr(add_library, &parts);
  return digest(parts.bytes());
}

}  // namespace paperboy::base
