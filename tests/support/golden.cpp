#include "support/golden.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace paperboy::tests {

namespace {

std::vector<std::filesystem::path> golden_files(std::string_view folder) {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path root = std::filesystem::path(PAPERBOY_GOLDEN_FOLDER) / folder;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (entry.path().extension() == ".txtar") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    FAIL("cannot read " << path);
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

bool accepts_new_output() {
  const char* value = std::getenv("PAPERBOY_ACCEPT");
  return value != nullptr && std::string_view(value) == "1";
}

void check_same(const Txtar& expected, const Txtar& actual) {
  for (const TxtarFile& part : actual.files) {
    INFO("part " << part.name);
    const TxtarFile* golden = expected.find(part.name);
    if (golden == nullptr) {
      FAIL_CHECK("the file has no such part; this came out:\n" << part.text);
    } else {
      CHECK(part.text == golden->text);
    }
  }
  CHECK(format_txtar(actual) == format_txtar(expected));
}

}  // namespace

void run_goldens(std::string_view folder, const std::function<Txtar(Txtar)>& run) {
  const std::vector<std::filesystem::path> files = golden_files(folder);
  REQUIRE_FALSE(files.empty());
  for (const std::filesystem::path& file : files) {
    INFO(file.filename().string());
    const Txtar expected = parse_txtar(read_file(file));
    const Txtar actual = run(expected);
    if (!accepts_new_output()) {
      check_same(expected, actual);
    } else if (format_txtar(actual) != format_txtar(expected)) {
      std::ofstream out(file, std::ios::binary | std::ios::trunc);
      out << format_txtar(actual);
      out.close();
      CHECK(out.good());
    }
  }
}

}  // namespace paperboy::tests
