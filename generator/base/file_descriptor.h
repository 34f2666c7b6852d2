#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace paperboy::base {

// Owns one open file or folder.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~FileDescriptor();

  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }
  // Gives up ownership.
  int release() { return std::exchange(number_, -1); }
  // Closes now; 0 or the error number, which can tell of bytes that did not reach the disk.
  int close();

 private:
  int number_ = -1;
};

// Reads into `buffer` until `size` bytes or the end of the file. The number of bytes, or an error
// with the system's words.
Result<std::size_t> read_fully(int descriptor, char* buffer, std::size_t size);
// Writes all of `bytes`; 0 or the error number.
int write_fully(int descriptor, std::string_view bytes);

// "path: what: No such file or directory"; `what` may be empty.
Error system_error(std::string_view path, std::string_view what, int error_number);

}  // namespace paperboy::base
