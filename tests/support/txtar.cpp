#include "support/txtar.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <utility>

namespace paperboy::tests {

namespace {

constexpr std::string_view kMarkerBegin = "-- ";
constexpr std::string_view kMarkerEnd = " --";

// The name in a `-- name --` line; empty for any other line.
std::string_view part_name(std::string_view line) {
  if (line.size() <= kMarkerBegin.size() + kMarkerEnd.size() || !line.starts_with(kMarkerBegin) ||
      !line.ends_with(kMarkerEnd)) {
    return {};
  }
  line.remove_prefix(kMarkerBegin.size());
  line.remove_suffix(kMarkerEnd.size());
  return line;
}

std::string with_line_end(std::string text) {
  if (!text.empty() && text.back() != '\n') {
    text += '\n';
  }
  return text;
}

}  // namespace

const TxtarFile* Txtar::find(std::string_view name) const {
  const auto found =
      std::find_if(files.begin(), files.end(), [name](const TxtarFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

const std::string& Txtar::at(std::string_view name) const {
  const TxtarFile* file = find(name);
  if (file == nullptr) {
    FAIL("there is no part \"" << name << "\"");
    throw std::out_of_range("no such part");
  }
  return file->text;
}

void Txtar::set(std::string_view name, std::string text) {
  text = with_line_end(std::move(text));
  for (TxtarFile& file : files) {
    if (file.name == name) {
      file.text = std::move(text);
      return;
    }
  }
  files.push_back({std::string(name), std::move(text)});
}

Txtar parse_txtar(std::string_view text) {
  Txtar archive;
  std::string* part = &archive.prose;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    const std::string_view bare = line.ends_with('\n') ? line.substr(0, line.size() - 1) : line;
    if (const std::string_view name = part_name(bare); !name.empty()) {
      archive.files.push_back({std::string(name), {}});
      part = &archive.files.back().text;
    } else {
      *part += line;
    }
  }
  *part = with_line_end(std::move(*part));
  return archive;
}

std::string format_txtar(const Txtar& archive) {
  std::string out = with_line_end(archive.prose);
  for (const TxtarFile& file : archive.files) {
    out += std::string(kMarkerBegin) + file.name + std::string(kMarkerEnd) + "\n" + with_line_end(file.text);
  }
  return out;
}

}  // namespace paperboy::tests
