#include "importers/input.h"

#include <algorithm>
#include <fstream>

#include "base/file_system.h"
#include "base/text.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeadBytes = 8192;

class Lister {
 public:
  explicit Lister(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add(const std::string& given) {
    std::error_code error;
    const fs::file_status status = fs::status(given, error);
    if (fs::is_regular_file(status))
      add_file(given, given);
    else if (fs::is_directory(status))
      add_folder(given);
    else
      diagnostics_.error_at(given, "unreadable-input", "there is no such file or folder");
  }

  std::vector<InputFile> take() {
    std::sort(files_.begin(), files_.end(),
              [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    const auto same = [](const InputFile& a, const InputFile& b) { return a.path == b.path; };
    files_.erase(std::unique(files_.begin(), files_.end(), same), files_.end());
    return std::move(files_);
  }

 private:
  void add_folder(const std::string& given) {
    base::Result<std::vector<std::string>> below = base::DiskFileSystem(given).list("");
    if (!below) {
      diagnostics_.error_at(given, "unreadable-input", below.error().message);
      return;
    }
    const std::string prefix = base::ends_with(given, "/") ? given : given + "/";
    for (const std::string& path : *below) add_file(prefix + path, fs::path(given) / path);
  }

  void add_file(std::string shown, const fs::path& disk) {
    std::error_code error;
    InputFile file{std::move(shown), disk, {}, static_cast<std::size_t>(fs::file_size(disk, error)), {}, {}};
    std::ifstream stream(disk, std::ios::binary);
    if (error || !stream) {
      diagnostics_.error_at(file.path, "unreadable-input", "this file cannot be read");
      return;
    }
    file.head.resize(std::min(kHeadBytes, file.bytes));
    stream.read(file.head.data(), static_cast<std::streamsize>(file.head.size()));
    file.head.resize(static_cast<std::size_t>(stream.gcount()));
    files_.push_back(std::move(file));
  }

  base::Diagnostics& diagnostics_;
  std::vector<InputFile> files_;
};

base::Result<std::string> read_runs(const InputFile& file) {
  std::string text;
  std::size_t line = 0;
  std::ifstream stream(file.disk, std::ios::binary);
  for (const LineRun& run : file.runs) {
    text.append(run.first_line - line, '\n');
    const std::size_t begin = text.size();
    if (begin + run.bytes > value::Limits{}.bytes)
      return base::Error{"there are more lines of " + file.group + " than one edition can hold, " +
                         std::to_string(value::Limits{}.bytes >> 20) + " MB"};
    text.resize(begin + run.bytes);
    stream.seekg(static_cast<std::streamoff>(run.begin));
    if (!stream.read(text.data() + begin, static_cast<std::streamsize>(run.bytes)))
      return base::Error{"this file cannot be read"};
    if (text.back() != '\n')
      text += '\n';
    line = run.first_line + static_cast<std::size_t>(std::count(
                                text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), '\n'));
  }
  return text;
}

}  // namespace

std::string_view InputFile::name() const {
  return std::string_view(path).substr(path.rfind('/') + 1);
}

std::vector<InputFile> list_input(const std::vector<std::string>& paths, base::Diagnostics& diagnostics) {
  Lister lister(diagnostics);
  for (const std::string& path : paths) lister.add(path);
  return lister.take();
}

base::Result<std::string> read_input(const InputFile& file) {
  if (!file.runs.empty())
    return read_runs(file);
  const fs::path folder = file.disk.parent_path();
  const base::DiskFileSystem files(folder.empty() ? fs::path(".") : folder);
  return files.read(file.disk.filename().string(), value::Limits{}.bytes);
}

}  // namespace paperboy::importers
