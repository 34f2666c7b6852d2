#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
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

// The bytes of an input file; nothing when it cannot be read.
using ReadBytes = std::function<std::optional<std::string>(const std::string& path)>;

// One input text with its path, kept for as long as anything may point into it.
class Source {
 public:
  Source(std::string path, std::string bytes);
  // Its bytes, of which the base::digest() is known, are read when they are asked for. Where they are others
  // by then, all places are at its beginning.
  Source(std::string path, std::string digest, ReadBytes read);

  // Relative to the archive's folder, with forward slashes: this is what users see.
  const std::string& path() const { return path_; }
  // base::digest() of the file's bytes.
  const std::string& digest() const { return digest_; }
  // Its bytes without a byte order mark. Empty where they are read late and are others by then.
  std::string_view text() const;

  // Offsets are bytes into text(); one past the end is allowed.
  Position position(std::size_t offset) const;
  // The text of a line (1-based) without its line break; empty when there is no such line.
  std::string_view line(std::size_t number) const;
  // Byte offset at which a line (1-based) begins.
  std::size_t line_begin(std::size_t number) const;

  // Frees the text, until it is asked for. Nothing may point into it. Where it is another one by then, places
  // in it are told by line alone.
  void give_up_text(ReadBytes read_again);

 private:
  struct Text {
    std::string bytes;
    std::size_t size = 0;  // of the bytes, also where they were given up
    std::vector<std::uint32_t> line_begins;
  };
  struct Later {
    ReadBytes read;
    std::once_flag asked_for;
  };

  static Text with_lines(std::string bytes);
  const Text& wanted() const;

  std::string path_;
  std::string digest_;
  mutable Text text_;
  std::unique_ptr<Later> later_;  // none: text_ is there
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
  const Source& add(std::string path, std::string bytes);
  // One that is read when it is asked for: Source::Source().
  const Source& add(std::string path, std::string digest, ReadBytes read);
  // The one that was added last under this path; null when there is none.
  const Source* find(const std::string& path) const;
  // Of all that were added up to now: they are wanted again where something is told of them. No other thread
  // may use a source meanwhile.
  void give_up_texts(const ReadBytes& read_again);

 private:
  const Source& add(std::unique_ptr<Source> source);

  mutable std::mutex mutex_;
  std::deque<std::unique_ptr<Source>> sources_;
  std::unordered_map<std::string_view, const Source*> by_path_;
};

}  // namespace paperboy::base
