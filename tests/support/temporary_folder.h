#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace paperboy::tests {

// A fresh folder in the system's place for temporary files, removed with all it holds.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  // Writes a file, making its folders.
  void write(std::string_view name, std::string_view bytes) const;
  // The bytes of a file; fails the test when it cannot be read.
  std::string read(std::string_view name) const;

 private:
  std::filesystem::path path_;
};

}  // namespace paperboy::tests
