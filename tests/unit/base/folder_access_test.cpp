#include "base/folder_access.h"

#include <fcntl.h>

#include <catch2/catch.hpp>

#include "support/temporary_folder.h"

namespace paperboy::base {

namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;

using OpenFolder = Result<FileDescriptor> (*)(int, const std::vector<std::string>&, Missing);

FileDescriptor root_of(const TemporaryFolder& place) {
  return FileDescriptor(::open(place.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

bool holds(const FileDescriptor& folder, std::string_view name) {
  const auto entries = read_folder(folder.number());
  return entries->size() == 1 && entries->front().name == name;
}

}  // namespace

// Both ways to open a folder must give the same answers, whichever the kernel allows.
TEST_CASE("Folders are opened below the root only") {
  const OpenFolder open = GENERATE(&open_folder, &open_folder_by_parts);
  const TemporaryFolder place;
  place.write("a/b/file", "x");
  place.write("plain", "x");
  fs::create_directory_symlink("a", place / "link");
  fs::create_directory_symlink("..", place / "a/up");
  const FileDescriptor root = root_of(place);

  CHECK(holds(*open(root.number(), {"a", "b"}, Missing::Fail), "file"));
  CHECK(open(root.number(), {}, Missing::Fail));
  CHECK_FALSE(open(root.number(), {"link"}, Missing::Fail));
  CHECK_FALSE(open(root.number(), {"link", "b"}, Missing::Fail));
  CHECK_FALSE(open(root.number(), {"a", "up", "a"}, Missing::Fail));
  CHECK_FALSE(open(root.number(), {"plain"}, Missing::Fail));
  CHECK(open(root.number(), {"a", "none"}, Missing::Fail).error().message ==
        "a/none: cannot open this folder: No such file or directory");
}

TEST_CASE("Missing folders are made, files give way, links stay") {
  const OpenFolder open = GENERATE(&open_folder, &open_folder_by_parts);
  const TemporaryFolder place;
  place.write("plain", "x");
  fs::create_directory_symlink("/", place / "link");
  const FileDescriptor root = root_of(place);

  CHECK(open(root.number(), {"x", "y", "z"}, Missing::Create));
  CHECK(fs::is_directory(place / "x/y/z"));
  CHECK(open(root.number(), {"plain", "below"}, Missing::Create));
  CHECK(fs::is_directory(place / "plain/below"));
  CHECK(open(root.number(), {"link", "tmp"}, Missing::Create).error().message ==
        "link: is a symbolic link where a folder is needed; it is not followed");
  CHECK(fs::is_symlink(place / "link"));
}

}  // namespace paperboy::base
