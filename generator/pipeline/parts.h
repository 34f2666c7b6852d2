#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/archive.h"

namespace paperboy::pipeline {

// The parts of an archive whose texts are told apart: editions, their entries, papers with their notes, texts
// of periods, free pages and prompts, and the archive as a whole. They have numbers; archives that state the
// same facts number them alike.
class Parts {
 public:
  using Number = std::uint32_t;

  // Of a linked archive, which outlives this and stays as it is.
  explicit Parts(const model::Archive& archive);

  std::size_t size() const { return size_; }
  // None for what is no part.
  std::optional<Number> number_of(const void* part) const;
  const void* part(Number number) const;
  // Numbers of parts, ascending and each once.
  std::vector<Number> numbers_of(const std::vector<const void*>& parts) const;

 private:
  // Parts that stand in one vector.
  struct Row {
    const char* begin = nullptr;
    std::size_t stride = 0;
    std::size_t count = 0;
    Number first = 0;
  };
  template <typename Part>
  void add(const Part* first, std::size_t count);

  std::size_t size_ = 0;
  std::vector<Row> by_number_;
  std::vector<Row> by_place_;
};

// What parts say, for comparing builds.
struct PartDigests {
  std::uint64_t facts = 0;              // of all parts that are no editions
  std::vector<std::uint64_t> names;     // of editions: series and date
  std::vector<std::uint64_t> editions;  // the facts of each
  std::vector<std::uint64_t> texts;     // of each part, by number
};
// Editions that are not wanted, and their entries, get none but their names.
using ChooseEdition = std::function<bool(const model::Edition& edition)>;
PartDigests digest_parts(const model::Archive& archive, const Parts& parts, const ChooseEdition& wanted,
                         std::size_t threads);

}  // namespace paperboy::pipeline
