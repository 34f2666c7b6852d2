// Writes an archive to measure with: texts that mean nothing, in the amounts and proportions of real
// archives, the same bytes on every machine.
#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "bench/writers.h"

namespace paperboy::bench {

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (!file) {
    throw std::runtime_error(path.string() + ": cannot be written");
  }
}

namespace {

int run(int argument_count, const char* const* arguments) {
  CLI::App app("Writes an archive to measure with");
  Size size;
  std::filesystem::path output;
  std::filesystem::path hugo;
  app.add_option("--days", size.days, "Days with papers")->capture_default_str()->check(CLI::Range(1, 5000));
  app.add_option("--papers", size.papers, "New papers a day")
      ->capture_default_str()
      ->check(CLI::Range(1, 1500));
  app.add_option("--seed", size.seed, "Another seed gives another archive")->capture_default_str();
  app.add_option("--output", output, "The folder for content/")->required();
  app.add_option("--hugo", hugo, "A folder for the same papers as Hugo reads them");
  CLI11_PARSE(app, argument_count, arguments);
  const Archive archive = make_archive(size);
  write_paperboy(archive, output);
  if (!hugo.empty()) {
    write_hugo(archive, hugo);
  }
  return 0;
}

}  // namespace
}  // namespace paperboy::bench

int main(int argument_count, char** arguments) {
  try {
    return paperboy::bench::run(argument_count, arguments);
  } catch (const std::exception& error) {
    std::cerr << "make_archive: " << error.what() << '\n';
    return 1;
  }
}
