#include "base/file_descriptor.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace paperboy::base {

FileDescriptor::~FileDescriptor() {
  close();
}

int FileDescriptor::close() {
  if (number_ < 0) {
    return 0;
  }
  // Linux frees the number even when close is interrupted, so it must not be tried again.
  const int result = ::close(std::exchange(number_, -1));
  return result == 0 || errno == EINTR ? 0 : errno;
}

Result<std::size_t> read_fully(int descriptor, char* buffer, std::size_t size) {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t count = ::read(descriptor, buffer + done, size - done);
    if (count == 0) {
      break;
    }
    if (count > 0) {
      done += static_cast<std::size_t>(count);
    } else if (errno != EINTR) {
      return Error{std::generic_category().message(errno)};
    }
  }
  return done;
}

int write_fully(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

Error system_error(std::string_view path, std::string_view what, int error_number) {
  std::string message(path);
  message += ": ";
  if (!what.empty()) {
    message += std::string(what) + ": ";
  }
  return Error{message + std::generic_category().message(error_number)};
}

}  // namespace paperboy::base
