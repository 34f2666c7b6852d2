#include "importers/import.h"

#include <algorithm>
#include <map>

#include "importers/content_writer.h"
#include "importers/formats.h"
#include "importers/site_settings.h"
#include "importers/tree.h"

namespace paperboy::importers {
namespace {

// The files of one edition, by the format that reads them.
using Parts = std::map<const Format*, std::vector<const InputFile*>>;

class Import {
 public:
  Import(const ImportOptions& options, SiteSettings site)
      : options_(options), archive_(options.root, options.writing), site_(std::move(site)) {}

  base::Result<Report> run() {
    base::Diagnostics diagnostics;
    const std::vector<InputFile> files = list_input(options_.paths, diagnostics);
    const std::map<std::string, Parts> groups = group(files, diagnostics);
    std::size_t done = 0;
    for (const auto& [key, parts] : groups) {
      if (options_.on_group)
        options_.on_group(done++, groups.size(), key);
      read_group(key, parts);
    }
    report_.files.push_back(site_.write(archive_, diagnostics));
    take_findings(diagnostics);
    return std::move(report_);
  }

 private:
  std::map<std::string, Parts> group(const std::vector<InputFile>& files, base::Diagnostics& diagnostics) {
    std::map<std::string, Parts> groups;
    for (const InputFile& file : files) {
      const Format* format = options_.format != nullptr ? options_.format : recognise(file);
      if (format == nullptr) {
        base::Diagnostic unknown;
        unknown.severity = base::Severity::Warning;
        unknown.code = "unknown-input";
        unknown.message = "no format recognises this file; it was left out";
        unknown.path = file.path;
        unknown.hint = "name the format instead of `auto` when you know it";
        diagnostics.add(std::move(unknown));
        continue;
      }
      groups[format->group_of(file)][format].push_back(&file);
      ++report_.files_by_format[std::string(format->name())];
    }
    return groups;
  }

  void read_group(const std::string& key, const Parts& parts) {
    base::SourceStore sources;
    base::Diagnostics diagnostics;
    for (const Format* format : formats()) {
      const auto found = parts.find(format);
      if (found == parts.end())
        continue;
      Group group{key, read_files(found->second, sources, diagnostics)};
      SeriesSettings series = format->series();
      if (!options_.series.empty())
        series.id = options_.series;
      if (!key.empty())
        site_.add_series(series, options_.addresses == Addresses::Keep ? series.old_address : "");
      Context context{site_.site(), series, options_.regroup, sources, diagnostics};
      Imported imported = format->read(group, context);
      site_.add(imported.site);
      for (const ContentFile& file : imported.files) write(file, diagnostics);
    }
    take_findings(diagnostics);
  }

  static std::vector<const base::Source*> read_files(const std::vector<const InputFile*>& files,
                                                     base::SourceStore& sources,
                                                     base::Diagnostics& diagnostics) {
    std::vector<const base::Source*> result;
    for (const InputFile* file : files) {
      base::Result<std::string> text = read_input(*file);
      if (text)
        result.push_back(&sources.add(file->path, *std::move(text)));
      else
        diagnostics.error_at(file->path, "unreadable-input", text.error().message);
    }
    return result;
  }

  void write(const ContentFile& file, base::Diagnostics& diagnostics) {
    const std::string text =
        write_content({file.path, file.body ? file.root : in_key_order(file.root), file.body});
    if (base::Result<void> written = archive_.write(file.path, text); !written)
      diagnostics.error_at(file.path, "unwritable-file", written.error().message);
    report_.files.push_back({file.path, FileChange::Created});
  }

  void take_findings(const base::Diagnostics& diagnostics) {
    for (const base::Diagnostic& diagnostic : diagnostics.sorted())
      report_.findings.push_back(finding(diagnostic));
  }

  const ImportOptions& options_;
  ArchiveFolder archive_;
  SiteSettings site_;
  Report report_;
};

}  // namespace

base::Result<Report> import_archive(const ImportOptions& options) {
  base::Result<SiteSettings> site = SiteSettings::open(ArchiveFolder(options.root, options.writing));
  if (!site)
    return site.error();
  return Import(options, *std::move(site)).run();
}

}  // namespace paperboy::importers
