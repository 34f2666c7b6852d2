#include "base/file_system.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "support/memory_file_system.h"
#include "support/temporary_folder.h"

namespace paperboy::base {

namespace fs = std::filesystem;
using tests::TemporaryFolder;
using Paths = std::vector<std::string>;

TEST_CASE("Files are listed recursively in the order of their bytes") {
  const TemporaryFolder folder;
  for (const std::string_view name : {"content/b.md", "content/a/z.md", "content/a.md", "content/B.md",
                                      "content/深.md", "content/a/b/c.yaml", "other/x.md"}) {
    folder.write(name, "x");
  }
  const DiskFileSystem files(folder.path());
  CHECK(*files.list("content") == Paths{"content/B.md", "content/a.md", "content/a/b/c.yaml",
                                        "content/a/z.md", "content/b.md", "content/深.md"});
  CHECK(*files.list("content/a") == Paths{"content/a/b/c.yaml", "content/a/z.md"});
  CHECK(files.list("")->size() == 7);
}

TEST_CASE("Hidden files and folders are left out") {
  const TemporaryFolder folder;
  folder.write("content/.draft.md", "x");
  folder.write("content/.git/config", "x");
  folder.write("content/seen.md", "x");
  CHECK(*DiskFileSystem(folder.path()).list("content") == Paths{"content/seen.md"});
}

TEST_CASE("A folder that does not exist holds no files") {
  const TemporaryFolder folder;
  CHECK(DiskFileSystem(folder.path()).list("content")->empty());
}

TEST_CASE("Links to files are read, links to folders are not followed") {
  const TemporaryFolder folder;
  folder.write("target/file.md", "text");
  folder.write("content/own.md", "x");
  fs::create_symlink("../target/file.md", folder / "content/link.md");
  fs::create_directory_symlink("../target", folder / "content/folder");
  fs::create_directory_symlink(".", folder / "content/loop");
  const DiskFileSystem files(folder.path());
  CHECK(*files.list("content") == Paths{"content/link.md", "content/own.md"});
  CHECK(*files.read("content/link.md", 100) == "text");
}

TEST_CASE("A link to a missing file is listed, so that reading tells what is wrong") {
  const TemporaryFolder folder;
  folder.write("content/a.md", "x");
  fs::create_symlink("gone.md", folder / "content/link.md");
  const DiskFileSystem files(folder.path());
  CHECK(*files.list("content") == Paths{"content/a.md", "content/link.md"});
  CHECK(files.read("content/link.md", 100).error().message ==
        "content/link.md: cannot be read: No such file or directory");
}

TEST_CASE("Pipes and devices are neither listed nor opened") {
  const TemporaryFolder folder;
  folder.write("a.md", "x");
  REQUIRE(::mkfifo((folder / "pipe.md").c_str(), 0600) == 0);
  fs::create_symlink("/dev/zero", folder / "zero.md");
  const DiskFileSystem files(folder.path());
  CHECK(*files.list("") == Paths{"a.md"});
  CHECK(files.read("pipe.md", 100).error().message == "pipe.md: is not a regular file");
  CHECK(files.read("zero.md", 100).error().message == "zero.md: is not a regular file");
}

TEST_CASE("Reading says what is wrong with a file") {
  const TemporaryFolder folder;
  folder.write("big.md", std::string(101, 'x'));
  folder.write("folder/a.md", "x");
  const DiskFileSystem files(folder.path());
  CHECK(files.read("none.md", 9).error().message == "none.md: cannot be read: No such file or directory");
  CHECK(files.read("big.md", 100).error().message == "big.md: is larger than the limit of 100 bytes");
  CHECK(files.read("big.md", 101)->size() == 101);
  CHECK(files.read("folder", 100).error().message == "folder: is not a regular file");
}

TEST_CASE("Bytes are read as they are") {
  const TemporaryFolder folder;
  const std::string bytes("\0\r\n\xFF\x1A", 5);
  folder.write("bytes.bin", bytes);
  folder.write("empty.md", "");
  const DiskFileSystem files(folder.path());
  CHECK(*files.read("bytes.bin", 5) == bytes);
  CHECK(files.read("empty.md", 0)->empty());
}

TEST_CASE("A file whose size is not known before is still capped") {
  const DiskFileSystem files("/proc/self");
  CHECK(files.read("status", 1 << 20)->find("Pid:") != std::string::npos);
  CHECK(files.read("status", 10).error().message == "status: is larger than the limit of 10 bytes");
}

TEST_CASE("Paths that could leave the root are refused") {
  const TemporaryFolder folder;
  folder.write("secret.md", "x");
  folder.write("root/a.md", "x");
  const DiskFileSystem files(folder / "root");
  for (const std::string path : {"../secret.md", "/etc/passwd", "", "a//b", "./a.md", "a.md/.."}) {
    INFO(path);
    CHECK_FALSE(files.read(path, 100));
    CHECK_FALSE(files.exists(path));
  }
  CHECK_FALSE(files.list(".."));
  CHECK_FALSE(files.list("/etc"));
  CHECK_FALSE(files.read(std::string("a.md\0x", 6), 100));
  CHECK(files.read("../secret.md", 9).error().message ==
        "\"../secret.md\": is not a path below the archive's folder");
}

TEST_CASE("Files and folders exist or not") {
  const TemporaryFolder folder;
  folder.write("a/b.md", "x");
  const DiskFileSystem files(folder.path());
  CHECK(files.exists("a"));
  CHECK(files.exists("a/b.md"));
  CHECK_FALSE(files.exists("a/c.md"));
}

TEST_CASE("Files in memory behave as those on disk") {
  const TemporaryFolder folder;
  tests::MemoryFileSystem memory;
  for (const std::string name : {"c/a.md", "c/a/b.md", "c/.x/y.md", "c/.hidden", "d.md", "cc/e.md"}) {
    folder.write(name, name);
    memory.files[name] = name;
  }
  const DiskFileSystem disk(folder.path());
  for (const std::string where : {"", "c", "c/a", "none", "d"}) {
    INFO(where);
    CHECK(*memory.list(where) == *disk.list(where));
  }
  for (const std::string path : {"c", "c/a.md", "c/a", "none", "d.md", "c/.hidden"}) {
    INFO(path);
    CHECK(memory.exists(path) == disk.exists(path));
    CHECK(static_cast<bool>(memory.read(path, 100)) == static_cast<bool>(disk.read(path, 100)));
    CHECK_FALSE(memory.read(path, 1));
  }
}

}  // namespace paperboy::base
