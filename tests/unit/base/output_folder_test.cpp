#include "base/output_folder.h"

#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/parallel.h"
#include "support/temporary_folder.h"

namespace paperboy::base {

namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;
using Paths = std::vector<std::string>;

OutputFolder opened(const fs::path& path) {
  Result<OutputFolder> folder = OutputFolder::open(path);
  if (!folder) {
    FAIL(folder.error().message);
  }
  return *std::move(folder);
}

std::string refusal(const fs::path& path) {
  const Result<OutputFolder> folder = OutputFolder::open(path);
  return folder ? "accepted" : folder.error().message;
}

Result<Written> write(OutputFolder& site, const std::string& path, std::string_view bytes) {
  Result<Written> staged = site.stage(path, bytes);
  if (!staged) {
    return staged;
  }
  const Result<void> published = site.publish();
  return published ? staged : published.error();
}

std::string failure(const Result<Written>& result) {
  return result ? "written" : result.error().message;
}

bool changed(const Result<Written>& result) {
  if (!result) {
    FAIL(result.error().message);
  }
  return *result == Written::Changed;
}

}  // namespace

TEST_CASE("Files are written with the folders they need") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "new/site");
  CHECK(changed(write(site, "index.html", "home")));
  CHECK(changed(write(site, "daily/2026-05-06/index.html", "page")));
  CHECK(changed(write(site, "empty.txt", "")));
  CHECK(place.read("new/site/daily/2026-05-06/index.html") == "page");
  CHECK(*site.list() == Paths{"daily/2026-05-06/index.html", "empty.txt", "index.html"});
}

TEST_CASE("A file that already holds the bytes is left alone") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "site");
  const std::string large(100000, 'x');
  CHECK(changed(write(site, "a.html", large)));
  const fs::file_time_type old = fs::last_write_time(place / "site/a.html") - std::chrono::hours(5);
  fs::last_write_time(place / "site/a.html", old);

  CHECK_FALSE(changed(write(site, "a.html", large)));
  CHECK(fs::last_write_time(place / "site/a.html") == old);

  std::string other = large;
  other.back() = 'y';
  CHECK(changed(write(site, "a.html", other)));
  CHECK(place.read("site/a.html") == other);
  CHECK(changed(write(site, "a.html", "short")));
  CHECK(place.read("site/a.html") == "short");
}

TEST_CASE("What is staged is seen only once it is published, and lost without") {
  const TemporaryFolder place;
  {
    OutputFolder site = opened(place / "site");
    CHECK(changed(write(site, "old/page.html", "old")));
    CHECK(changed(site.stage("old/page.html", "new")));
    CHECK(changed(site.stage("new/page.html", "new")));
    CHECK(place.read("site/old/page.html") == "old");
    CHECK_FALSE(fs::exists(place / "site/new"));
  }
  OutputFolder site = opened(place / "site");
  CHECK(*site.list() == Paths{"old/page.html"});
  CHECK(place.read("site/old/page.html") == "old");
  CHECK(changed(site.stage("old/page.html", "new")));
  CHECK(changed(site.stage("new/page.html", "new")));
  CHECK(site.publish());
  CHECK(place.read("site/old/page.html") == "new");
  CHECK(*site.list() == Paths{"new/page.html", "old/page.html"});
}

TEST_CASE("A build can come back to the folder it marked") {
  const TemporaryFolder place;
  {
    OutputFolder site = opened(place / "site");
    CHECK(changed(write(site, "a.html", "1")));
  }
  OutputFolder site = opened(place / "site");
  CHECK(*site.list() == Paths{"a.html"});
}

TEST_CASE("Folders with dot-files only are accepted, and these are never listed") {
  const TemporaryFolder place;
  place.write("site/.gitignore", "*\n");
  place.write("site/.htaccess", "x");
  OutputFolder site = opened(place / "site");
  CHECK(changed(write(site, "a.html", "1")));
  CHECK(*site.list() == Paths{"a.html"});
  CHECK(place.read("site/.gitignore") == "*\n");
}

TEST_CASE("Somebody's files are never taken for output") {
  const TemporaryFolder place;
  place.write("thesis/chapter.tex", "years of work");
  place.write("thesis/zebra.tex", "x");
  CHECK(refusal(place / "thesis") ==
        (place / "thesis").string() +
            ": cannot be the output folder: it holds files that no build wrote (\"chapter.tex\"); "
            "empty it or choose another folder");
  CHECK_FALSE(fs::exists(place / "thesis/.paperboy-site"));
}

TEST_CASE("An archive's own folder is refused, marked or not") {
  const TemporaryFolder place;
  place.write("archive/content/site.yaml", "x");
  const std::string message = (place / "archive").string() +
                              ": cannot be the output folder: it holds the archive's content/; "
                              "choose a folder beside content/";
  CHECK(refusal(place / "archive") == message);
  place.write("archive/.paperboy-site", "x");
  CHECK(refusal(place / "archive") == message);
}

TEST_CASE("A git repository is refused") {
  const TemporaryFolder place;
  place.write("repository/.git/config", "x");
  CHECK(refusal(place / "repository") == (place / "repository").string() +
                                             ": cannot be the output folder: it holds a git repository "
                                             "(.git); choose a folder inside it");
}

TEST_CASE("The root of the file system and home folders are refused") {
  const TemporaryFolder place;
  CHECK(refusal("/") == "/: cannot be the output folder: it is the root of the file system");
  CHECK(refusal("/tmp/..") == "/: cannot be the output folder: it is the root of the file system");
  CHECK(refusal("") == ": cannot be the output folder: its name is empty");
  const char* home = std::getenv("HOME");
  const std::string before = home == nullptr ? "" : home;
  fs::create_directory_symlink(".", place / "link");
  ::setenv("HOME", place.path().c_str(), 1);
  CHECK(refusal(place / "link") ==
        place.path().string() + ": cannot be the output folder: it is a home folder");
  ::setenv("HOME", before.c_str(), 1);
}

TEST_CASE("A file cannot be the output folder") {
  const TemporaryFolder place;
  place.write("file", "x");
  CHECK(refusal(place / "file").starts_with((place / "file").string() + ": cannot be the output folder: "));
  CHECK(place.read("file") == "x");
}

TEST_CASE("Two builds cannot write to one folder at once") {
  const TemporaryFolder place;
  {
    OutputFolder first = opened(place / "site");
    CHECK(refusal(place / "site") ==
          (place / "site").string() +
              ": cannot be the output folder: another build is writing to it just now");
  }
  CHECK(refusal(place / "site") == "accepted");
}

TEST_CASE("Paths that could leave the folder are refused") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "site");
  for (const std::string path : {"../x", "/tmp/x", "a/../../x", "", "a//b", "a/", "./a", "a/./b", ".."}) {
    INFO(path);
    CHECK(failure(write(site, path, "x")) == "\"" + path + "\": is not a path below the output folder");
    CHECK_FALSE(site.remove(path));
  }
  CHECK_FALSE(write(site, std::string("a\0b", 3), "x"));
  CHECK(site.list()->empty());
}

TEST_CASE("The folder's own files and git's are not the build's to write") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "site");
  for (const std::string path :
       {".paperboy-site", ".gitignore", ".gitkeep", ".git/hooks/x", "a/.GIT/x", ".tmp-1"}) {
    CHECK(failure(write(site, path, "x")) == path + ": this name is reserved in the output folder");
    CHECK_FALSE(site.remove(path));
  }
  CHECK(changed(write(site, ".nojekyll", "")));
  CHECK(changed(write(site, "a/.gitignore", "")));
}

TEST_CASE("A link in the place of a folder is not followed") {
  const TemporaryFolder place;
  place.write("outside/keep.html", "precious");
  OutputFolder site = opened(place / "site");
  CHECK(changed(write(site, "a/b/page.html", "1")));
  fs::create_directory_symlink(place / "outside", place / "site/link");
  fs::create_directory_symlink("../../../outside", place / "site/a/b/deep");

  CHECK(failure(write(site, "link/keep.html", "x")) ==
        "link: is a symbolic link where a folder is needed; it is not followed");
  CHECK(failure(write(site, "a/b/deep/new/keep.html", "x")) ==
        "a/b/deep: is a symbolic link where a folder is needed; it is not followed");
  CHECK_FALSE(site.remove("link/keep.html"));
  CHECK(*site.list() == Paths{"a/b/page.html"});
  CHECK(place.read("outside/keep.html") == "precious");
  CHECK_FALSE(fs::exists(place / "outside/new"));
}

TEST_CASE("A link in the place of a file is replaced, what it points to stays") {
  const TemporaryFolder place;
  place.write("outside.html", "precious");
  OutputFolder site = opened(place / "site");
  fs::create_symlink(place / "outside.html", place / "site/index.html");
  CHECK(changed(write(site, "index.html", "precious")));
  CHECK_FALSE(fs::is_symlink(place / "site/index.html"));
  CHECK(place.read("outside.html") == "precious");
}

TEST_CASE("A pipe in the place of a file is replaced without being opened") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "site");
  REQUIRE(::mkfifo((place / "site/index.html").c_str(), 0600) == 0);
  CHECK(changed(write(site, "index.html", "")));
  CHECK(fs::is_regular_file(place / "site/index.html"));
}

TEST_CASE("Files and folders of an older build give way to each other") {
  const TemporaryFolder place;
  place.write("outside/keep.html", "precious");
  OutputFolder site = opened(place / "site");
  CHECK(changed(write(site, "topics", "a file")));
  CHECK(changed(write(site, "topics/llm/index.html", "1")));
  CHECK(*site.list() == Paths{"topics/llm/index.html"});

  fs::create_directory_symlink(place / "outside", place / "site/topics/link");
  CHECK(changed(write(site, "topics", "a file again")));
  CHECK(*site.list() == Paths{"topics"});
  CHECK(place.read("site/topics") == "a file again");
  CHECK(place.read("outside/keep.html") == "precious");
}

TEST_CASE("What an interrupted build left is cleared") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "site");
  CHECK(changed(write(site, "a/page.html", "1")));
  place.write("site/.tmp-7", "half");
  place.write("site/a/.tmp-1-2", "half");
  place.write("site/a/.tmp-3/old/x.html", "old");
  CHECK(*site.list() == Paths{"a/page.html"});
  CHECK_FALSE(fs::exists(place / "site/.tmp-7"));
  CHECK_FALSE(fs::exists(place / "site/a/.tmp-1-2"));
  CHECK_FALSE(fs::exists(place / "site/a/.tmp-3"));
}

TEST_CASE("A write that fails says why and leaves nothing behind") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "site");
  const std::string name(300, 'n');
  CHECK(failure(write(site, "a/" + name, "x")) == "a/" + name + ": cannot be written: File name too long");
  CHECK_FALSE(fs::exists(place / "site/a"));
}

TEST_CASE("Removing a file removes the folders that became empty") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "site");
  CHECK(changed(write(site, "a/b/c/page.html", "1")));
  CHECK(changed(write(site, "a/other.html", "1")));
  CHECK(site.remove("a/b/c/page.html"));
  CHECK_FALSE(fs::exists(place / "site/a/b"));
  CHECK(*site.list() == Paths{"a/other.html"});
  CHECK(site.remove("a/other.html"));
  CHECK(site.remove("a/other.html"));
  CHECK(site.list()->empty());
  CHECK(fs::exists(place / "site"));
}

TEST_CASE("Folders are not removed as files") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "site");
  CHECK(changed(write(site, "a/page.html", "1")));
  CHECK(site.remove("a").error().message == "a: cannot be removed: Is a directory");
  CHECK(place.read("site/a/page.html") == "1");
}

TEST_CASE("Many threads can write at once, also where folders must first give way") {
  const TemporaryFolder place;
  OutputFolder site = opened(place / "site");
  for (int i = 0; i < 20; ++i) {
    CHECK(changed(write(site, "d" + std::to_string(i), "a file of an older build")));
  }
  std::atomic<int> failures{0};
  parallel_for(400, 8, [&](std::size_t i) {
    const std::string path = "d" + std::to_string(i % 20) + "/" + std::to_string(i) + "/index.html";
    failures += site.stage(path, path) ? 0 : 1;
  });
  CHECK(site.publish());
  CHECK(failures == 0);
  const Result<Paths> files = site.list();
  REQUIRE(files->size() == 400);
  for (const std::string& path : *files) {
    REQUIRE(place.read("site/" + path) == path);
  }
}

}  // namespace paperboy::base
