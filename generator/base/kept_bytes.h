#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace paperboy::base {

class FileDescriptor;

// Bytes that are kept in memory, or in a file and read where they are looked at.
class KeptBytes {
 public:
  KeptBytes() = default;
  KeptBytes(std::string bytes) : own_(std::move(bytes)) {}  // NOLINT: one is as good as the other
  // Of a file of this size, without its first `skipped` ones; nothing where the system cannot. The file must
  // not become shorter.
  static std::optional<KeptBytes> of_file(const FileDescriptor& file, std::size_t size, std::size_t skipped);

  KeptBytes(KeptBytes&& other) noexcept { swap(other); }
  KeptBytes& operator=(KeptBytes&& other) noexcept {
    swap(other);
    return *this;
  }
  ~KeptBytes();

  std::string_view view() const {
    return file_ == nullptr ? own_ : std::string_view(file_, size_).substr(skipped_);
  }
  operator std::string_view() const { return view(); }  // NOLINT
  friend bool operator==(const KeptBytes& a, const KeptBytes& b) { return a.view() == b.view(); }

  // Those of a file take no memory until they are looked at again, which may be meanwhile.
  void give_up_room() const;

 private:
  void swap(KeptBytes& other) noexcept;

  std::string own_;
  const char* file_ = nullptr;
  std::size_t size_ = 0;
  std::size_t skipped_ = 0;
};

}  // namespace paperboy::base
