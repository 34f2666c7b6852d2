#include "pipeline/load.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "base/parallel.h"
#include "base/text.h"
#include "model/accept.h"
#include "model/document_reader.h"
#include "model/redirect_reader.h"
#include "model/site_reader.h"
#include "pipeline/load_edition.h"
#include "pipeline/load_file_name.h"
#include "value/read.h"

namespace paperboy::pipeline {
namespace {

constexpr const char* kSitePath = "content/site.yaml";
constexpr const char* kRedirectsPath = "content/redirects.yaml";

// A document that is no edition, as read by one task.
struct Document {
  std::optional<model::NamedNote> note;
  std::optional<model::RollupText> rollup;
  std::optional<model::FreePage> page;
  std::optional<model::Prompt> prompt;
};

class Loader {
 public:
  Loader(const base::FileSystem& files, base::SourceStore& sources, KeptEditions& kept, std::size_t threads)
      : files_(files), sources_(sources), kept_(kept), threads_(threads) {}

  model::Archive load() {
    const std::optional<model::Site> site = load_site();
    if (!site)
      return std::move(archive_);
    archive_.site = *site;
    const base::Result<std::vector<std::string>> paths = files_.list("content");
    if (!paths) {
      found_.error_at("content", "unreadable-file", paths.error().message);
      return std::move(archive_);
    }
    classify(*paths);
    load_redirects();
    load_documents();
    load_editions();
    return std::move(archive_);
  }

  const base::Diagnostics& found() const { return found_; }

 private:
  using EditionKey = std::pair<base::Date, std::size_t>;  // date, index of the series: the archive's order

  std::optional<model::Site> load_site() {
    if (!files_.exists(kSitePath)) {
      found_.error_at(kSitePath, "missing-site", "an archive needs this file",
                      "it gives the site's title, base_url, languages and series");
      return std::nullopt;
    }
    const base::Source* source = read_source(files_, sources_, kSitePath, found_);
    if (source == nullptr)
      return std::nullopt;
    site_digest_ = source->digest();
    const std::optional<value::Value> root = value::read_yaml(*source, value::Aliases::Allowed, found_);
    return root ? model::read_site(*root, found_) : std::nullopt;
  }

  void load_redirects() {
    if (!files_.exists(kRedirectsPath))
      return;
    const base::Source* source = read_source(files_, sources_, kRedirectsPath, found_);
    if (source == nullptr)
      return;
    if (const std::optional<value::Value> root = value::read_yaml(*source, value::Aliases::Refused, found_))
      archive_.redirects = model::read_redirects(*root, found_);
  }

  void classify(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      if (path == kSitePath || path == kRedirectsPath)
        continue;
      std::optional<FileName> name = read_file_name(path, archive_.site, found_);
      if (!name)
        continue;
      if (name->kind == FileKind::Edition)
        editions_[{name->date, name->series}].push_back(std::move(*name));
      else
        documents_.push_back(std::move(*name));
    }
  }

  Document load_document(const FileName& name) {
    Document document;
    const base::Source* source = read_source(files_, sources_, name.path, found_);
    const std::optional<value::FrontMatter> text =
        source == nullptr ? std::nullopt : value::read_front_matter(*source, found_);
    if (!text)
      return document;
    model::ReadContext context{archive_.site, name.language, found_};
    switch (name.kind) {
      case FileKind::Note:
        document.note = model::read_note(name.name, text->fields, text->body, context);
        break;
      case FileKind::Rollup:
        document.rollup = model::read_rollup_text(name.name, text->fields, text->body, context);
        break;
      case FileKind::Prompt:
        document.prompt = model::read_prompt(name.name, text->fields, text->body, context);
        break;
      case FileKind::Page:
        document.page = model::read_page(name.name, text->fields, text->body, context);
        break;
      case FileKind::Edition:
        break;
    }
    return document;
  }

  void load_documents() {
    std::vector<Document> documents(documents_.size());
    base::parallel_for(documents.size(), threads_,
                       [&](std::size_t i) { documents[i] = load_document(documents_[i]); });
    for (Document& document : documents) {
      if (document.note && !document.note->paper.empty())
        archive_.notes[document.note->paper].push_back(std::move(document.note->note));
      if (document.rollup)
        archive_.rollups.push_back(std::move(*document.rollup));
      if (document.page)
        archive_.pages.push_back(std::move(*document.page));
      if (document.prompt)
        archive_.prompts.insert_or_assign(document.prompt->name, std::move(*document.prompt));
    }
  }

  void load_editions() {
    std::vector<std::vector<FileName>> groups;
    for (auto& [key, names] : editions_) groups.push_back(std::move(names));
    std::vector<std::optional<model::Edition>> editions(groups.size());
    const std::vector<std::string> prompts = prompt_names();
    const std::string context = base::join(prompts, "\n") + "\n\n" + site_digest_;
    base::parallel_for(groups.size(), threads_, [&](std::size_t i) {
      editions[i] = find_edition(groups[i], context);
      if (!editions[i]) {
        editions[i] = read_edition(groups[i], prompts, context);
      }
    });
    kept_.remove_unused();
    for (std::optional<model::Edition>& edition : editions)
      if (edition) {
        edition->entries.shrink_to_fit();  // they grew as they were read, and there are many
        archive_.editions.push_back(std::move(*edition));
      }
  }

  // As a build before read it: its files are read where something is told of them.
  std::optional<model::Edition> find_edition(const std::vector<FileName>& names, const std::string& context) {
    KeptEditions::Sources sources;
    for (const FileName& name : names) {
      const std::string* digest = kept_.digest_of(name.path);
      if (digest == nullptr)
        return std::nullopt;
      sources.push_back(&sources_.add(name.path, *digest, reading_late(files_)));
    }
    return kept_.find(sources, context, found_);
  }

  std::optional<model::Edition> read_edition(const std::vector<FileName>& names,
                                             const std::vector<std::string>& prompts,
                                             const std::string& context) {
    std::vector<EditionSource> files;
    KeptEditions::Sources sources;
    for (const FileName& name : names)
      if (const base::Source* source = read_source(files_, sources_, name.path, found_)) {
        files.push_back({name, source});
        sources.push_back(source);
      }
    if (files.empty())
      return std::nullopt;
    const auto read = [&](base::Diagnostics& found) {
      return EditionLoader(archive_.site, prompts, found).load(files);
    };
    return kept_.read(sources, context, read, found_);
  }

  std::vector<std::string> prompt_names() const {
    std::vector<std::string> names;
    for (const auto& [name, prompt] : archive_.prompts) names.push_back(name);
    return names;
  }

  const base::FileSystem& files_;
  base::SourceStore& sources_;
  KeptEditions& kept_;
  std::size_t threads_;
  base::Diagnostics found_;
  model::Archive archive_;
  std::string site_digest_;  // of site.yaml
  std::vector<FileName> documents_;
  std::map<EditionKey, std::vector<FileName>> editions_;
};

}  // namespace

base::ReadBytes reading_late(const base::FileSystem& files) {
  return [&files](const std::string& path) {
    base::Result<std::string> bytes = files.read(path, value::Limits().bytes);
    return bytes ? std::optional(*std::move(bytes)) : std::nullopt;
  };
}

model::Archive load_archive(const base::FileSystem& files, base::SourceStore& sources, KeptEditions& kept,
                            std::size_t threads, base::Diagnostics& diagnostics) {
  Loader loader(files, sources, kept, threads);
  model::Archive archive = loader.load();
  for (base::Diagnostic& diagnostic : model::without_accepted(loader.found().sorted(), archive))
    diagnostics.add(std::move(diagnostic));
  return archive;
}

}  // namespace paperboy::pipeline
