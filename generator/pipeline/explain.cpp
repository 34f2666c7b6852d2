#include "pipeline/explain.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/program.h"
#include "base/text.h"
#include "pages/address.h"
#include "pipeline/kept_editions.h"
#include "pipeline/last_build.h"
#include "pipeline/layouts.h"
#include "pipeline/link.h"
#include "pipeline/load.h"
#include "pipeline/site_changes.h"

namespace paperboy::pipeline {

namespace {

// The files that the texts of some parts stand in.
class ContentFiles {
 public:
  // `wanted` ascending.
  ContentFiles(const model::Archive& archive, const Parts& parts, std::vector<Parts::Number> wanted)
      : parts_(parts), wanted_(std::move(wanted)) {
    for (const model::Edition& edition : archive.editions) {
      if (is_wanted(&edition)) {
        files_.insert(edition.files.begin(), edition.files.end());
      }
    }
    for (const model::PaperRecord& record : archive.papers) {
      for (std::size_t note = 0; is_wanted(&record) && note < record.notes.size(); ++note) {
        add_file(record.notes[note].markdown.span);
      }
    }
    for (const model::RollupText& rollup : archive.rollups) {
      add_document(rollup);
    }
    for (const model::FreePage& page : archive.pages) {
      add_document(page);
    }
    for (const auto& [name, prompt] : archive.prompts) {
      add_document(prompt);
    }
  }

  std::vector<std::string> list() const { return {files_.begin(), files_.end()}; }

 private:
  bool is_wanted(const void* part) const {
    return std::binary_search(wanted_.begin(), wanted_.end(), *parts_.number_of(part));
  }
  void add_file(const base::SourceSpan& span) {
    if (span) {
      files_.insert(span.source->path());
    }
  }
  template <typename Document>
  void add_document(const Document& document) {
    if (is_wanted(&document)) {
      add_file(document.markdown.span);
    }
  }

  const Parts& parts_;
  std::vector<Parts::Number> wanted_;
  std::set<std::string> files_;
};

// A file of the site by what people call it.
std::optional<FileRecord> find_file(const SiteRecord& record, const model::Site& site,
                                    std::string_view page) {
  std::string name(page);
  for (const std::string& prefix : {site.base_url, std::string("site/")}) {
    if (base::starts_with(name, prefix)) {
      name.erase(0, prefix.size());
    }
  }
  name.erase(0, std::min(name.find_first_not_of('/'), name.size()));
  for (const std::string& path :
       {name, pages::output_path("/" + name), pages::output_path("/" + name + "/")}) {
    for (const FileRecord& file : record.files) {
      if (file.path == path) {
        return file;
      }
    }
  }
  return std::nullopt;
}

// What it shows, as far as that is still there.
std::vector<Parts::Number> parts_now(const FileRecord& file, const PartChanges& changes) {
  std::vector<Parts::Number> parts;
  for (const Parts::Number before : file.parts) {
    if (const std::optional<Parts::Number> now = changes.now_of(before)) {
      parts.push_back(*now);
    }
  }
  return parts;
}

}  // namespace

std::variant<Explanation, Unexplained> explain(const base::FileSystem& files, const BuildOptions& options,
                                               const std::string& page) {
  const std::string program = base::program_digest();
  LastBuild last_build(files, options, options.root, program);
  const SiteRecord* record = last_build.record();
  if (record == nullptr) {
    return Unexplained{last_build.reason(), "run `paperboy build` first"};
  }
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  KeptEditions editions(options.root, program, last_build.inputs());
  model::Archive archive = load_archive(files, sources, editions, options.threads, diagnostics);
  link_archive(archive, options.threads, diagnostics);
  const Layouts layouts = load_layouts(files, sources, archive.site, diagnostics);
  if (diagnostics.has_errors()) {
    return Unexplained{"there are mistakes in content or layouts", "run `paperboy check`"};
  }
  const std::optional<FileRecord> file = find_file(*record, archive.site, page);
  if (!file) {
    return Unexplained{"the site has no page " + page,
                       "name a page by its address, such as /daily/2026-05-06/, or a file below site/"};
  }
  Explanation explanation{std::string(file->path), file->bytes, record->reasons[file->reason], {}, {},
                          last_build.reason(),     ""};
  if (!record->kinds[file->kind].empty()) {
    explanation.layouts =
        layouts.environments.begin()->second.dependencies(record->kinds[file->kind] + ".html");
  }
  const Parts parts(archive);
  const auto changes = find_changes(*record, last_build.changes(), archive, parts, layouts, options.threads);
  const auto* some = std::get_if<SiteChanges>(&changes);
  if (some != nullptr) {
    explanation.content = ContentFiles(archive, parts, parts_now(*file, some->parts)).list();
  } else if (parts.size() == record->digests.texts.size()) {
    explanation.content = ContentFiles(archive, parts, {file->parts.begin(), file->parts.end()}).list();
  }
  if (explanation.next.empty()) {
    explanation.next =
        some == nullptr ? std::get<EverythingChanged>(changes).why
                        : reason_to_make(*file, *some, some->parts, layout_reasons(*record, *some, layouts));
    explanation.perhaps = some != nullptr && some->facts ? some->facts->why : "";
  }
  return explanation;
}

}  // namespace paperboy::pipeline
