#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace paperboy::base {

// A place in a text as people count: both numbers start at 1, columns count Unicode characters.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

// One input text with its path, kept for as long as anything may point into it.
class Source {
 public:
  Source(std::string path, std::string text);

  // Relative to the archive's folder, with forward slashes: this is what users see.
  const std::string& path() const { return path_; }
  // The bytes as read, without a byte order mark.
  std::string_view text() const { return text_; }

  // Offsets are bytes into text(); one past the end is allowed.
  Position position(std::size_t offset) const;
  // The text of a line (1-based) without its line break; empty when there is no such line.
  std::string_view line(std::size_t number) const;
  // Byte offset at which a line (1-based) begins.
  std::size_t line_begin(std::size_t number) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_begins_;
};

// Bytes [begin, end) of a source. Without a source it means "no place known".
struct SourceSpan {
  const Source* source = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  explicit operator bool() const { return source != nullptr; }
  std::string_view text() const;
  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

// Owns sources at stable addresses. Adding is safe from several threads.
class SourceStore {
 public:
  const Source& add(std::string path, std::string text);
  // The one that was added last under this path; null when there is none.
  const Source* find(const std::string& path) const;

 private:
  mutable std::mutex mutex_;
  std::deque<std::unique_ptr<const Source>> sources_;
  std::unordered_map<std::string_view, const Source*> by_path_;
};

}  // namespace paperboy::base
