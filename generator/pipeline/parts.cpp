#include "pipeline/parts.h"

#include <algorithm>

#include "base/digest.h"
#include "base/packed.h"
#include "base/parallel.h"
#include "model/packed_edition.h"

namespace paperboy::pipeline {

namespace {

using Writer = base::PackedWriter;

void write_addresses(const std::vector<model::OldAddress>& redirects, Writer& out) {
  out.number(redirects.size());
  for (const model::OldAddress& redirect : redirects) {
    out.text(redirect.address.text).text(redirect.language);
  }
}

// What follows from notes, periods' texts, free pages and prompts beside what they say.
std::uint64_t digest_facts(const model::Archive& archive) {
  Writer out;
  for (const auto& [id, notes] : archive.notes) {
    out.text(id).number(notes.size());
    for (const model::PaperNote& note : notes) {
      out.text(note.language).number(note.markdown.text.empty() ? 0 : 1);
    }
  }
  out.number(archive.rollups.size());
  for (const model::RollupText& rollup : archive.rollups) {
    out.text(rollup.period).text(rollup.language).text(rollup.title);
    out.number(rollup.markdown.text.empty() ? 0 : 1);
  }
  out.number(archive.pages.size());
  for (const model::FreePage& page : archive.pages) {
    out.text(page.name).text(page.language).text(page.title).number(page.markdown.text.empty() ? 0 : 1);
    write_addresses(page.redirects, out);
  }
  out.number(archive.prompts.size());
  for (const auto& [name, prompt] : archive.prompts) {
    out.text(name).text(prompt.title).number(prompt.markdown.text.empty() ? 0 : 1);
  }
  return base::short_digest(out.bytes());
}

std::uint64_t digest_notes(const model::PaperRecord& record) {
  if (record.notes.empty()) {
    return 0;
  }
  Writer out;
  for (const model::PaperNote& note : record.notes) {
    out.text(note.markdown.text).text(note.author);
  }
  return base::short_digest(out.bytes());
}

}  // namespace

template <typename Part>
void Parts::add(const Part* first, std::size_t count) {
  if (count > 0) {
    by_number_.push_back(
        {reinterpret_cast<const char*>(first), sizeof(Part), count, static_cast<Number>(size_)});
    size_ += count;
  }
}

Parts::Parts(const model::Archive& archive) {
  add(archive.editions.data(), archive.editions.size());
  for (const model::Edition& edition : archive.editions) {
    add(edition.entries.data(), edition.entries.size());
  }
  add(archive.papers.data(), archive.papers.size());
  add(archive.rollups.data(), archive.rollups.size());
  add(archive.pages.data(), archive.pages.size());
  for (const auto& [name, prompt] : archive.prompts) {
    add(&prompt, 1);
  }
  add(&archive, 1);
  by_place_ = by_number_;
  std::sort(by_place_.begin(), by_place_.end(),
            [](const Row& a, const Row& b) { return std::less<>()(a.begin, b.begin); });
}

std::optional<Parts::Number> Parts::number_of(const void* part) const {
  const auto* place = static_cast<const char*>(part);
  auto row = std::upper_bound(by_place_.begin(), by_place_.end(), place,
                              [](const char* a, const Row& b) { return std::less<>()(a, b.begin); });
  if (row == by_place_.begin()) {
    return std::nullopt;
  }
  --row;
  const auto distance = static_cast<std::size_t>(place - row->begin);
  if (distance >= row->stride * row->count) {
    return std::nullopt;
  }
  return row->first + static_cast<Number>(distance / row->stride);
}

const void* Parts::part(Number number) const {
  const auto row =
      std::prev(std::upper_bound(by_number_.begin(), by_number_.end(), number,
                                 [](Number wanted, const Row& other) { return wanted < other.first; }));
  return row->begin + row->stride * (number - row->first);
}

std::vector<Parts::Number> Parts::numbers_of(const std::vector<const void*>& parts) const {
  std::vector<Number> numbers;
  for (const void* part : parts) {
    if (const std::optional<Number> number = number_of(part)) {
      numbers.push_back(*number);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

namespace {

std::uint64_t digest_name(const model::Edition& edition) {
  return base::short_digest(edition.series + "/" + base::to_string(edition.date));
}

void add_edition(const model::Edition& edition, const Parts& parts, PartDigests& digests) {
  const Parts::Number number = *parts.number_of(&edition);
  const model::EditionDigests found = model::digest_edition(edition);
  digests.editions[number] = found.facts;
  digests.texts[number] = found.texts;
  for (std::size_t entry = 0; entry < found.entries.size(); ++entry) {
    digests.texts[*parts.number_of(&edition.entries[entry])] = found.entries[entry];
  }
}

}  // namespace

PartDigests digest_parts(const model::Archive& archive, const Parts& parts, const ChooseEdition& wanted,
                         std::size_t threads) {
  PartDigests digests;
  digests.facts = digest_facts(archive);
  digests.texts.resize(parts.size());
  digests.editions.resize(archive.editions.size());
  digests.names.resize(archive.editions.size());
  base::parallel_for(archive.editions.size(), threads, [&](std::size_t index) {
    const model::Edition& edition = archive.editions[index];
    digests.names[index] = digest_name(edition);
    if (wanted(edition)) {
      add_edition(edition, parts, digests);
    }
  });
  const auto write = [&](const auto& part, std::uint64_t digest) {
    digests.texts[*parts.number_of(&part)] = digest;
  };
  for (const model::PaperRecord& record : archive.papers) {
    write(record, digest_notes(record));
  }
  for (const model::RollupText& rollup : archive.rollups) {
    write(rollup, base::short_digest(rollup.markdown.text));
  }
  for (const model::FreePage& page : archive.pages) {
    write(page, base::short_digest(page.markdown.text));
  }
  for (const auto& [name, prompt] : archive.prompts) {
    write(prompt, base::short_digest(prompt.markdown.text));
  }
  return digests;
}

}  // namespace paperboy::pipeline
