#include "pipeline/site_record.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "base/packed.h"

namespace paperboy::pipeline {

namespace {

// Ascending numbers as their distances.
template <typename Number>
void write_ascending(base::PackedWriter& out, const std::vector<Number>& numbers) {
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

// As they stand in memory: only the program that wrote them reads them.
void write_digests(base::PackedWriter& out, const std::vector<std::uint64_t>& digests) {
  out.text({reinterpret_cast<const char*>(digests.data()), digests.size() * sizeof(std::uint64_t)});
}

std::vector<std::uint64_t> read_digests(base::PackedReader& in) {
  const std::string_view bytes = in.text();
  std::vector<std::uint64_t> digests(bytes.size() / sizeof(std::uint64_t));
  if (!digests.empty()) {
    std::memcpy(digests.data(), bytes.data(), digests.size() * sizeof(std::uint64_t));
  }
  return digests;
}

void write_texts(base::PackedWriter& out, const std::vector<std::string>& texts) {
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

void write_report(base::PackedWriter& out, const BuildReport& report) {
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

void write_file(base::PackedWriter& out, const FileRecord& file) {
  out.text(file.path).number(file.bytes).number(file.state).number(file.reason);
  out.number(file.kind);
  write_ascending(out, file.parts);
  write_digests(out, file.ids);
}

FileRecord read_file(base::PackedReader& in) {
  FileRecord file;
  file.path = in.text();
  file.bytes = in.number();
  file.state = in.number();
  file.reason = static_cast<std::uint32_t>(in.number());
  file.kind = static_cast<std::uint32_t>(in.number());
  file.parts = read_ascending<Parts::Number>(in);
  file.ids = read_digests(in);
  return file;
}

void write_inputs(base::PackedWriter& out, const Inputs& inputs) {
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

void write_values(base::PackedWriter& out, const std::map<std::string, ValueRecord>& values) {
  out.number(values.size());
  for (const auto& [name, value] : values) {
    out.text(name).text(value.digest);
    write_ascending(out, value.parts);
  }
}

std::map<std::string, ValueRecord> read_values(base::PackedReader& in) {
  std::map<std::string, ValueRecord> values;
  for (std::size_t left = read_count(in); left > 0; --left) {
    std::string name(in.text());
    std::string digest(in.text());
    values.emplace_hint(values.end(), std::move(name),
                        ValueRecord{std::move(digest), read_ascending<Parts::Number>(in)});
  }
  return values;
}

// Whether all places it names are there.
bool is_sound(const SiteRecord& record) {
  return record.folders.size() == record.folder_states.size() &&
         std::all_of(record.files.begin(), record.files.end(), [&](const FileRecord& file) {
           return file.reason < record.reasons.size() && file.kind < record.kinds.size() &&
                  (file.parts.empty() || file.parts.back() < record.digests.texts.size());
         });
}

}  // namespace

std::string pack_record(const SiteRecord& record) {
  base::PackedWriter out;
  write_inputs(out, record.inputs);
  write_report(out, record.report);
  out.text(record.diagnostics);
  write_texts(out, record.folders);
  write_digests(out, record.folder_states);
  out.number(record.files.size());
  for (const FileRecord& file : record.files) {
    write_file(out, file);
  }
  out.number(record.is_updatable ? 1 : 0).text(record.text_diagnostics);
  out.number(record.digests.facts);
  write_digests(out, record.digests.names);
  write_digests(out, record.digests.editions);
  write_digests(out, record.digests.texts);
  write_values(out, record.values);
  write_texts(out, record.reasons);
  write_texts(out, record.kinds);
  return out.bytes();
}

std::optional<SiteRecord> unpack_record(std::string_view bytes) {
  base::PackedReader in(bytes);
  SiteRecord record;
  record.inputs = read_inputs(in);
  record.report = read_report(in);
  record.diagnostics = in.text();
  record.folders = read_texts(in);
  record.folder_states = read_digests(in);
  record.files.resize(read_count(in));
  for (FileRecord& file : record.files) {
    file = read_file(in);
  }
  record.is_updatable = in.number() != 0;
  record.text_diagnostics = in.text();
  record.digests.facts = in.number();
  record.digests.names = read_digests(in);
  record.digests.editions = read_digests(in);
  record.digests.texts = read_digests(in);
  record.values = read_values(in);
  record.reasons = read_texts(in);
  record.kinds = read_texts(in);
  return in.done() && !in.failed() && is_sound(record) ? std::optional(std::move(record)) : std::nullopt;
}

}  // namespace paperboy::pipeline
