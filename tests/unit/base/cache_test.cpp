#include "base/cache.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>

#include "base/digest.h"
#include "base/parallel.h"
#include "support/temporary_folder.h"

namespace paperboy::base {
namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;

constexpr std::string_view kPlace = ".paperboy/cache/things";
using Found = std::optional<std::string>;

std::string file_of(std::string_view key) {
  return std::string(kPlace) + "/" + digest(key);
}

std::size_t file_count(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST_CASE("what was stored is found again, by the next build too") {
  const TemporaryFolder root;
  const std::string bytes("\0 any bytes \xff\n", 14);
  {
    Cache cache(root.path(), kPlace);
    CHECK(cache.find("key") == std::nullopt);
    cache.store("key", bytes);
    cache.store("empty", "");
    CHECK(cache.find("key") == bytes);
  }
  Cache cache(root.path(), kPlace);
  CHECK(cache.find("key") == bytes);
  CHECK(cache.find("empty") == "");
  CHECK(cache.find("another key") == std::nullopt);
  cache.store("in pieces", std::vector<std::string_view>{"some ", "", "bytes"});
  CHECK(cache.find("in pieces") == "some bytes");
  cache.store("key", "later");
  CHECK(cache.find("key") == "later");
}

TEST_CASE("what stays in its file is read there, for as long as it is wanted") {
  const TemporaryFolder root;
  const std::string bytes(100'000, 'x');
  Cache cache(root.path(), kPlace);
  CHECK(cache.find_in_file("key") == std::nullopt);
  cache.store("key", bytes);
  cache.store("empty", "");
  CHECK(cache.find_in_file("empty")->view().empty());
  std::optional<KeptBytes> found = cache.find_in_file("key");
  REQUIRE(found.has_value());
  const KeptBytes kept = *std::move(found);
  CHECK(kept.view() == bytes);
  kept.give_up_room();
  cache.store("key", "other bytes");  // another file under the same name
  CHECK(kept.view() == bytes);
  CHECK(cache.find_in_file("key")->view() == "other bytes");
}

TEST_CASE("version control does not see a cache") {
  const TemporaryFolder root;
  Cache cache(root.path(), kPlace);
  CHECK(root.read(std::string(kPlace) + "/.gitignore") == "*\n");
}

TEST_CASE("a damaged entry is as good as none") {
  const TemporaryFolder root;
  Cache cache(root.path(), kPlace);
  cache.store("key", "some bytes");
  const std::string sound = root.read(file_of("key"));
  const std::string changed = sound.substr(0, sound.size() - 1) + "x";
  const std::string of_another_version = "paperboy-cache 0" + sound.substr(16);
  for (const std::string& damaged : {changed, sound.substr(0, sound.size() - 1), sound + "x",
                                     sound.substr(0, 20), std::string(), of_another_version}) {
    root.write(file_of("key"), damaged);
    CHECK(cache.find("key") == std::nullopt);
    CHECK_FALSE(cache.find_in_file("key").has_value());
  }
  cache.store("key", "some bytes");
  CHECK(cache.find("key") == "some bytes");
}

TEST_CASE("a damaged entry that stays in its file is as good as none") {
  const TemporaryFolder root;
  Cache cache(root.path(), kPlace);
  cache.store("key", std::string(2 * Cache::kLarge, 'x'));
  const std::string sound = root.read(file_of("key"));
  CHECK(cache.find_in_file("key").has_value());
  for (const std::string& damaged :
       {sound.substr(0, sound.size() - 1) + "y", sound.substr(0, sound.size() - 1), sound + "x",
        "paperboy-cache 0" + sound.substr(16)}) {
    root.write(file_of("key"), damaged);
    CHECK_FALSE(cache.find_in_file("key").has_value());
  }
}

TEST_CASE("entries that a build did not use are removed at its end") {
  const TemporaryFolder root;
  {
    Cache cache(root.path(), kPlace);
    for (const char* key : {"found", "stored again", "unused"}) {
      cache.store(key, "bytes");
    }
    CHECK(cache.remove_unused() == 0);
  }
  root.write(std::string(kPlace) + "/.tmp-1-1", "of a build that was interrupted");
  root.write(std::string(kPlace) + "/README", "somebody's");
  Cache cache(root.path(), kPlace);
  CHECK(cache.find("found"));
  cache.store("stored again", "bytes");
  CHECK(cache.remove_unused() == 1);
  CHECK(cache.find("found"));
  CHECK(cache.find("stored again"));
  CHECK(cache.find("unused") == std::nullopt);
  CHECK(file_count(root / kPlace) == 4);
}

TEST_CASE("of folders with entries those that were changed last stay, and none without") {
  const TemporaryFolder root;
  const fs::path place = root / ".paperboy/cache/builds";
  for (const char* name : {"new", "old", "older"}) {
    Cache(root.path(), ".paperboy/cache/builds/" + std::string(name)).store("key", "bytes");
  }
  fs::last_write_time(place / "old", fs::last_write_time(place / "new") - std::chrono::hours(1));
  fs::last_write_time(place / "older", fs::last_write_time(place / "new") - std::chrono::hours(2));
  root.write(".paperboy/cache/builds/README", "somebody's");
  Cache(root.path(), ".paperboy/cache/builds/empty");
  remove_old_folders(root.path(), ".paperboy/cache/builds", 3);
  CHECK_FALSE(fs::exists(place / "empty"));
  CHECK(fs::exists(place / "older"));
  Cache(root.path(), ".paperboy/cache/builds/older").freshen();
  remove_old_folders(root.path(), ".paperboy/cache/builds", 2);
  CHECK(fs::exists(place / "new"));
  CHECK(fs::exists(place / "older"));
  CHECK_FALSE(fs::exists(place / "old"));
  CHECK(fs::exists(place / "README"));
  remove_old_folders(root.path(), ".paperboy/cache/missing", 2);
}

TEST_CASE("where nothing can be kept, nothing fails") {
  const auto keeps_nothing = [](Cache& cache) {
    cache.store("key", "bytes");
    CHECK(cache.find("key") == std::nullopt);
    CHECK(cache.remove_unused() == 0);
  };
  const TemporaryFolder root;
  SECTION("no folder wanted") {
    Cache cache;
    keeps_nothing(cache);
  }
  SECTION("no archive there") {
    Cache cache(root / "missing", kPlace);
    keeps_nothing(cache);
    CHECK_FALSE(fs::exists(root / "missing"));
  }
  SECTION("a file in the way") {
    root.write(".paperboy", "somebody's");
    Cache cache(root.path(), kPlace);
    keeps_nothing(cache);
    CHECK(root.read(".paperboy") == "somebody's");
  }
  SECTION("a link in the way") {
    const TemporaryFolder elsewhere;
    fs::create_directory_symlink(elsewhere.path(), root / ".paperboy");
    Cache cache(root.path(), kPlace);
    keeps_nothing(cache);
    CHECK(fs::is_empty(elsewhere.path()));
  }
  SECTION("a folder that is only to be read") {
    if (::geteuid() == 0) {
      return;  // nothing keeps that user from writing
    }
    ::chmod(root.path().c_str(), 0555);
    Cache cache(root.path(), kPlace);
    keeps_nothing(cache);
    ::chmod(root.path().c_str(), 0755);
  }
}

TEST_CASE("a cache that can only be read still gives what it holds") {
  const TemporaryFolder root;
  Cache(root.path(), kPlace).store("key", "bytes");
  ::chmod((root / kPlace).c_str(), 0555);
  Cache cache(root.path(), kPlace);
  CHECK(cache.find("key") == "bytes");
  cache.store("key 2", "bytes");
  ::chmod((root / kPlace).c_str(), 0755);
}

TEST_CASE("a link in the place of an entry is not followed") {
  const TemporaryFolder root;
  Cache cache(root.path(), kPlace);
  cache.store("key", "bytes");
  fs::rename(root / file_of("key"), root / "entry");
  fs::create_symlink(root / "entry", root / file_of("key"));
  CHECK(cache.find("key") == std::nullopt);
  cache.store("key", "new bytes");
  CHECK(cache.find("key") == "new bytes");
  CHECK(root.read("entry").ends_with("\nbytes"));
}

TEST_CASE("threads share a cache") {
  const TemporaryFolder root;
  Cache cache(root.path(), kPlace);
  parallel_for(200, 4, [&](std::size_t number) {
    const std::string key = std::to_string(number % 50);
    cache.store(key, "bytes of " + key);
    CHECK_NOTHROW(cache.find(key));
  });
  for (int number = 0; number < 50; ++number) {
    CHECK(cache.find(std::to_string(number)) == "bytes of " + std::to_string(number));
  }
}

}  // namespace
}  // namespace paperboy::base
