#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paperboy::tests {

// One `-- name --` part.
struct TxtarFile {
  std::string name;
  std::string text;
};

// Prose on top, then parts: every golden test is one such file, so a test shows its whole input.
struct Txtar {
  std::string prose;
  std::vector<TxtarFile> files;

  const TxtarFile* find(std::string_view name) const;
  // The text of a part; fails the test when there is none.
  const std::string& at(std::string_view name) const;
  // Replaces or appends a part.
  void set(std::string_view name, std::string text);
};

Txtar parse_txtar(std::string_view text);
std::string format_txtar(const Txtar& archive);

}  // namespace paperboy::tests
