#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lists.h"
#include "base/packed.h"
#include "pipeline/part_changes.h"
#include "pipeline/parts.h"

namespace paperboy::pipeline {

// A file of a site, as a build left it. What it points to stands elsewhere.
struct FileRecord {
  std::string_view path;
  std::uint64_t bytes = 0;
  std::uint64_t state = 0;               // what the system knew of it (base::OutputFolder::states)
  std::uint32_t reason = 0;              // why it was written when it was: a place in SiteRecord::reasons
  std::uint32_t kind = 0;                // of a page, what it is made by: a place in SiteRecord::kinds
  std::span<const Parts::Number> parts;  // whose texts it shows, ascending
  std::span<const std::uint32_t> ids;    // of a page: hashes of its elements' ids, ascending

  bool is_page() const { return kind != 0; }
};

// All files of a site, column by column: there may be a million.
class FileRecords {
 public:
  std::size_t size() const { return facts_.size(); }
  // What it points to stands here until another is added.
  FileRecord operator[](std::size_t at) const;
  void add(const FileRecord& file);
  // The files [first, last) of another site.
  void add_run(const FileRecords& other, std::size_t first, std::size_t last);
  void reserve(std::size_t files);
  // The reason `number` becomes `numbers[number]`.
  void renumber_reasons(const std::vector<std::uint32_t>& numbers);

  // Of all files so far: parts get the numbers they have now. None may be gone.
  void renumber_parts(const PartChanges& changes);

  // What is written stays here until it was read.
  void write(base::PackedPieces& out) const;
  // None when the bytes are damaged.
  static std::optional<FileRecords> read(base::PackedReader& in);

  class Iterator {
   public:
    Iterator(const FileRecords& files, std::size_t at) : files_(&files), at_(at) {}
    FileRecord operator*() const { return (*files_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const FileRecords* files_;
    std::size_t at_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

 private:
  struct Facts {
    std::uint64_t bytes, state;
    std::uint32_t reason, kind;
  };

  base::TextList paths_;
  std::vector<Facts> facts_;
  base::Lists<Parts::Number> parts_;
  base::Lists<std::uint32_t> ids_;
};

// Of those that are pages.
std::vector<std::string> page_addresses(const FileRecords& files);

}  // namespace paperboy::pipeline
