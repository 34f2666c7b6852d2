#include "base/kept_bytes.h"

#include <sys/mman.h>

#include "base/file_descriptor.h"

namespace paperboy::base {

std::optional<KeptBytes> KeptBytes::of_file(const FileDescriptor& file, std::size_t size,
                                            std::size_t skipped) {
  void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (bytes == MAP_FAILED) {
    return std::nullopt;
  }
  KeptBytes kept;
  kept.file_ = static_cast<const char*>(bytes);
  kept.size_ = size;
  kept.skipped_ = skipped;
  return kept;
}

KeptBytes::~KeptBytes() {
  if (file_ != nullptr) {
    ::munmap(const_cast<char*>(file_), size_);
  }
}

void KeptBytes::give_up_room() const {
  if (file_ != nullptr) {
    ::madvise(const_cast<char*>(file_), size_, MADV_DONTNEED);
  }
}

void KeptBytes::swap(KeptBytes& other) noexcept {
  own_.swap(other.own_);
  std::swap(file_, other.file_);
  std::swap(size_, other.size_);
  std::swap(skipped_, other.skipped_);
}

}  // namespace paperboy::base
