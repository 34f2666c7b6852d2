#include "pipeline/file_records.h"

#include <utility>

#include "pages/address.h"

namespace paperboy::pipeline {

FileRecord FileRecords::operator[](std::size_t at) const {
  const Facts& facts = facts_[at];
  return {
      base::text_of(paths_[at]), facts.bytes, facts.state, facts.reason, facts.kind, parts_[at], ids_[at]};
}

void FileRecords::add(const FileRecord& file) {
  paths_.add(file.path);
  facts_.push_back({file.bytes, file.state, file.reason, file.kind});
  parts_.add(file.parts);
  ids_.add(file.ids);
}

void FileRecords::add_run(const FileRecords& other, std::size_t first, std::size_t last) {
  paths_.add_run(other.paths_, first, last);
  facts_.insert(facts_.end(), other.facts_.begin() + static_cast<std::ptrdiff_t>(first),
                other.facts_.begin() + static_cast<std::ptrdiff_t>(last));
  parts_.add_run(other.parts_, first, last);
  ids_.add_run(other.ids_, first, last);
}

void FileRecords::reserve(std::size_t files) {
  paths_.reserve(files);
  facts_.reserve(files);
  parts_.reserve(files);
  ids_.reserve(files);
}

void FileRecords::renumber_reasons(const std::vector<std::uint32_t>& numbers) {
  for (Facts& facts : facts_) {
    facts.reason = numbers[facts.reason];
  }
}

void FileRecords::renumber_parts(const PartChanges& changes) {
  for (Parts::Number& part : parts_.items()) {
    part = *changes.now_of(part);
  }
}

void FileRecords::write(base::PackedPieces& out) const {
  paths_.write(out);
  out.items<Facts>(facts_);
  parts_.write(out);
  ids_.write(out);
}

std::optional<FileRecords> FileRecords::read(base::PackedReader& in) {
  FileRecords files;
  auto paths = base::TextList::read(in);
  files.facts_ = in.items<Facts>();
  auto parts = base::Lists<Parts::Number>::read(in);
  auto ids = base::Lists<std::uint32_t>::read(in);
  if (!paths || !parts || !ids) {
    return std::nullopt;
  }
  files.paths_ = *std::move(paths);
  files.parts_ = *std::move(parts);
  files.ids_ = *std::move(ids);
  const std::size_t count = files.size();
  const bool is_sound =
      files.paths_.size() == count && files.parts_.size() == count && files.ids_.size() == count;
  return is_sound ? std::optional(std::move(files)) : std::nullopt;
}

std::vector<std::string> page_addresses(const FileRecords& files) {
  std::vector<std::string> addresses;
  for (const FileRecord& file : files) {
    if (file.is_page()) {
      addresses.push_back(pages::page_address(file.path));
    }
  }
  return addresses;
}

}  // namespace paperboy::pipeline
