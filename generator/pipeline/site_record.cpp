#include "pipeline/site_record.h"

#include <bit>
#include <utility>

namespace paperboy::pipeline {

namespace {

// Ascending numbers as their distances.
template <typename Number>
void write_ascending(base::PackedPieces& out, const std::vector<Number>& numbers) {
  out.number(numbers.size());
  Number before = 0;
  for (const Number number : numbers) {
    out.number(number - before);
    before = number;
  }
}

// Damaged bytes may tell of more things than there can be.
std::size_t read_count(base::PackedReader& in) {
  const std::uint64_t count = in.number();
  return in.failed() || count > in.size() ? 0 : count;
}

template <typename Number>
std::vector<Number> read_ascending(base::PackedReader& in) {
  std::vector<Number> numbers(read_count(in));
  Number before = 0;
  for (Number& number : numbers) {
    before += static_cast<Number>(in.number());
    number = before;
  }
  return numbers;
}

void write_texts(base::PackedPieces& out, const std::vector<std::string>& texts) {
  out.number(texts.size());
  for (const std::string& text : texts) {
    out.text(text);
  }
}

std::vector<std::string> read_texts(base::PackedReader& in) {
  std::vector<std::string> texts(read_count(in));
  for (std::string& text : texts) {
    text = in.text();
  }
  return texts;
}

void write_report(base::PackedPieces& out, const BuildReport& report) {
  out.number(report.pages).number(report.papers).number(report.editions).number(report.bytes);
  out.number(report.files).number(std::bit_cast<std::uint64_t>(report.days)).number(report.largest.size());
  for (const FileSize& file : report.largest) {
    out.text(file.path).number(file.bytes);
  }
}

BuildReport read_report(base::PackedReader& in) {
  BuildReport report;
  report.pages = in.number();
  report.papers = in.number();
  report.editions = in.number();
  report.bytes = in.number();
  report.files = in.number();
  report.days = std::bit_cast<double>(in.number());
  report.largest.resize(read_count(in));
  for (FileSize& file : report.largest) {
    file.path = in.text();
    file.bytes = in.number();
  }
  return report;
}

void write_inputs(base::PackedPieces& out, const Inputs& inputs) {
  out.number(inputs.size());
  for (const auto& [path, digest] : inputs) {
    out.text(path).text(digest);
  }
}

Inputs read_inputs(base::PackedReader& in) {
  Inputs inputs;
  for (std::size_t left = read_count(in); left > 0; --left) {
    std::string path(in.text());
    inputs.emplace_hint(inputs.end(), std::move(path), in.text());
  }
  return inputs;
}

void write_values(base::PackedPieces& out, const std::map<std::string, ValueRecord>& values) {
  out.number(values.size());
  for (const auto& [name, value] : values) {
    out.text(name).text(value.digest).number(value.is_of_parts ? 1 : 0).text(value.list);
    write_ascending(out, value.parts);
  }
}

std::map<std::string, ValueRecord> read_values(base::PackedReader& in) {
  std::map<std::string, ValueRecord> values;
  for (std::size_t left = read_count(in); left > 0; --left) {
    std::string name(in.text());
    ValueRecord value;
    value.digest = in.text();
    value.is_of_parts = in.number() != 0;
    value.list = in.text();
    value.parts = read_ascending<Parts::Number>(in);
    values.emplace_hint(values.end(), std::move(name), std::move(value));
  }
  return values;
}

void write_facts(base::PackedPieces& out, const ArchiveFacts& facts) {
  out.items<std::uint64_t>(facts.papers);
  facts.entries.write(out);
  out.items<std::uint32_t>(facts.numbers);
  out.items<ArchiveFacts::Named>(facts.authors).items<ArchiveFacts::Named>(facts.periods);
  out.items<ArchiveFacts::Named>(facts.shared);
  facts.author_papers.write(out);
}

std::optional<ArchiveFacts> read_facts(base::PackedReader& in) {
  ArchiveFacts facts;
  facts.papers = in.items<std::uint64_t>();
  auto entries = base::Lists<std::uint32_t>::read(in);
  facts.numbers = in.items<std::uint32_t>();
  facts.authors = in.items<ArchiveFacts::Named>();
  facts.periods = in.items<ArchiveFacts::Named>();
  facts.shared = in.items<ArchiveFacts::Named>();
  auto author_papers = base::Lists<std::uint32_t>::read(in);
  if (!entries || !author_papers || author_papers->size() != facts.authors.size()) {
    return std::nullopt;
  }
  facts.entries = *std::move(entries);
  facts.author_papers = *std::move(author_papers);
  return facts;
}

// Whether all places it names are there.
bool is_sound(const SiteRecord& record) {
  for (const FileRecord& file : record.files) {
    if (file.reason >= record.reasons.size() || file.kind >= record.kinds.size() ||
        (!file.parts.empty() && file.parts.back() >= record.digests.texts.size())) {
      return false;
    }
  }
  const std::size_t editions = record.digests.names.size();
  std::size_t parts = editions + record.facts.papers.size();
  for (std::size_t edition = 0; edition < record.facts.entries.size(); ++edition) {
    parts += record.facts.entries[edition].size();
  }
  return record.folders.size() == record.folder_states.size() && record.digests.editions.size() == editions &&
         record.facts.entries.size() == editions && record.facts.numbers.size() == editions &&
         parts <= record.digests.texts.size();
}

}  // namespace

base::PackedPieces pack_record(const SiteRecord& record) {
  base::PackedPieces out;
  write_inputs(out, record.inputs);
  write_report(out, record.report);
  out.text(record.diagnostics);
  record.folders.write(out);
  out.items<std::uint64_t>(record.folder_states);
  record.files.write(out);
  out.number(record.is_updatable ? 1 : 0).text(record.text_diagnostics);
  out.number(record.digests.facts).items<std::uint64_t>(record.digests.names);
  out.items<std::uint64_t>(record.digests.editions).items<std::uint64_t>(record.digests.texts);
  write_facts(out, record.facts);
  write_values(out, record.values);
  write_texts(out, record.reasons);
  write_texts(out, record.kinds);
  return out;
}

std::optional<SiteRecord> unpack_record(std::string_view bytes) {
  base::PackedReader in(bytes);
  SiteRecord record;
  record.inputs = read_inputs(in);
  record.report = read_report(in);
  record.diagnostics = in.text();
  auto folders = base::TextList::read(in);
  record.folder_states = in.items<std::uint64_t>();
  auto files = FileRecords::read(in);
  if (!folders || !files) {
    return std::nullopt;
  }
  record.folders = *std::move(folders);
  record.files = *std::move(files);
  record.is_updatable = in.number() != 0;
  record.text_diagnostics = in.text();
  record.digests.facts = in.number();
  record.digests.names = in.items<std::uint64_t>();
  record.digests.editions = in.items<std::uint64_t>();
  record.digests.texts = in.items<std::uint64_t>();
  auto facts = read_facts(in);
  if (!facts) {
    return std::nullopt;
  }
  record.facts = *std::move(facts);
  record.values = read_values(in);
  record.reasons = read_texts(in);
  record.kinds = read_texts(in);
  return in.done() && !in.failed() && is_sound(record) ? std::optional(std::move(record)) : std::nullopt;
}

}  // namespace paperboy::pipeline
