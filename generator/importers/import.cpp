#include "importers/import.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "base/text.h"
#include "importers/clean.h"
#include "importers/fit.h"
#include "importers/formats.h"
#include "importers/join.h"
#include "importers/old_addresses.h"
#include "importers/site_settings.h"
#include "importers/survey.h"
#include "importers/update.h"
#include "importers/verify.h"

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
    if (options_.writing == Writing::Write)
      name_untitled(diagnostics);
    redirect_periods(diagnostics);
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
      for (InputFile& part : format->parts_of(file, diagnostics)) {
        const std::string key = part.group.empty() ? format->group_of(part) : part.group;
        parts_.push_back(std::move(part));
        groups[key][format].push_back(&parts_.back());
      }
      ++report_.files_by_format[std::string(format->name())];
    }
    return groups;
  }

  void read_group(const std::string& key, const Parts& parts) {
    base::SourceStore sources;
    base::Diagnostics diagnostics;
    std::vector<const base::Source*> all;
    std::vector<Imported> read;
    for (const Format* format : formats()) {
      const auto found = parts.find(format);
      if (found == parts.end())
        continue;
      const Group group{key, read_files(found->second, sources, diagnostics)};
      all.insert(all.end(), group.files.begin(), group.files.end());
      read.push_back(read_part(*format, group, sources, diagnostics));
    }
    Imported imported = join(std::move(read), diagnostics);
    site_.add(imported.site);
    std::vector<WrittenFile> written;
    for (ContentFile& file : imported.files) {
      survey_.look_at(file, report_, diagnostics);
      if (!file.body)
        file.root = fit_to_model(file.root, file.path, site_.site(), diagnostics);
      old_addresses_.redirect(file, site_.site());
      Updated updated = update_file(archive_, file, sources, diagnostics);
      report_.files.push_back({file.path, updated.change});
      written.push_back(std::move(updated.file));
    }
    if (options_.verification == Verification::Prove)
      report_.proof += prove(all, imported, std::move(written), diagnostics);
    take_findings(diagnostics);
  }

  Imported read_part(const Format& format, const Group& group, base::SourceStore& sources,
                     base::Diagnostics& diagnostics) {
    SeriesSettings series = series_of(format, group);
    if (!group.key.empty())
      site_.add_series(series, options_.addresses == Addresses::Keep ? series.old_address : "");
    if (!group.key.empty() && site_.site().find_series(series.id) == nullptr) {
      diagnostics.error_at("content/site.yaml", "unusable-series",
                           "`" + series.id + "` cannot be the id of a series; nothing was imported into it",
                           "name another one with --series: lower-case letters, digits, - and _");
      return {};
    }
    const auto read = [&] {
      Context context{site_.site(), series, options_.regroup, sources, diagnostics};
      return format.read(group, context);
    };
    add_languages(format, group, series.id, diagnostics);
    old_addresses_.add_series(series);
    Imported imported = read();
    const std::size_t topics = site_.site().topics.size();
    site_.add(imported.site);
    // With topics known that the group itself brought, it is read as a second import would read it.
    return site_.site().topics.size() == topics ? std::move(imported) : read();
  }

  // A series that is new speaks its format's language, unless its first edition is in another one only.
  SeriesSettings series_of(const Format& format, const Group& group) const {
    SeriesSettings series = format.series();
    std::set<std::string> languages;
    for (const base::Source* source : group.files) languages.insert(format.language_of(*source));
    if (languages.size() == 1 && !languages.begin()->empty())
      series = format.series_in(*languages.begin());
    if (!options_.series.empty())
      series.id = options_.series;
    return series;
  }

  void add_languages(const Format& format, const Group& group, const std::string& series,
                     base::Diagnostics& diagnostics) {
    for (const base::Source* source : group.files) {
      const std::string language = format.language_of(*source);
      if (language.empty() || !site_.add_language(series, language))
        continue;
      base::Diagnostic note;
      note.severity = base::Severity::Note;
      note.code = "new-language";
      note.message = "this is the first text of `" + series + "` in `" + language +
                     "`; content/site.yaml now names that language";
      note.span = {source, 0, 0};
      note.hint = "the series and the site have it in their `languages`";
      diagnostics.add(std::move(note));
    }
  }

  // Only now it is known which papers no edition gives a title.
  void name_untitled(base::Diagnostics& diagnostics) const {
    base::SourceStore sources;
    for (const ContentFile& file : survey_.untitled()) update_file(archive_, file, sources, diagnostics);
  }

  void redirect_periods(base::Diagnostics& diagnostics) {
    report_.redirects = old_addresses_.all();
    const std::optional<ContentFile> file = old_addresses_.for_periods();
    if (!file)
      return;
    base::SourceStore sources;
    report_.files.push_back({file->path, update_file(archive_, *file, sources, diagnostics).change});
  }

  // What is really on disk is what counts.
  Proof prove(const std::vector<const base::Source*>& input, const Imported& imported,
              std::vector<WrittenFile> written, base::Diagnostics& diagnostics) const {
    if (options_.writing == Writing::Write)
      for (WrittenFile& file : written)
        if (base::Result<std::optional<std::string>> text = archive_.read(file.path); text && *text)
          file.text = **text;
    return verify(input, imported, written, site_.root(), diagnostics);
  }

  static std::vector<const base::Source*> read_files(const std::vector<const InputFile*>& files,
                                                     base::SourceStore& sources,
                                                     base::Diagnostics& diagnostics) {
    std::vector<const base::Source*> result;
    for (const InputFile* file : files) {
      const base::Result<std::string> text = read_input(*file);
      if (!text) {
        diagnostics.error_at(file->path, "unreadable-input", text.error().message);
        continue;
      }
      const bool json = base::ends_with(file->path, ".json") || base::ends_with(file->path, ".jsonl");
      CleanText clean = clean_input(*text, json ? Notation::Json : Notation::Text);
      const base::Source& source = sources.add(file->path, std::move(clean.text));
      result.push_back(&source);
      for (const std::size_t line : clean.lines) {
        const auto begin = static_cast<std::uint32_t>(source.line_begin(line));
        diagnostics.warning({&source, begin, begin}, "damaged-characters",
                            "control characters, broken bytes or NaN in this line were replaced");
      }
    }
    return result;
  }

  void take_findings(const base::Diagnostics& diagnostics) {
    for (const base::Diagnostic& diagnostic : diagnostics.sorted())
      report_.findings.push_back(finding(diagnostic));
  }

  const ImportOptions& options_;
  ArchiveFolder archive_;
  SiteSettings site_;
  Survey survey_;
  OldAddresses old_addresses_;
  Report report_;
  std::deque<InputFile> parts_;
};

}  // namespace

base::Result<Report> import_archive(const ImportOptions& options) {
  base::Result<SiteSettings> site = SiteSettings::open(ArchiveFolder(options.root, options.writing));
  if (!site)
    return site.error();
  return Import(options, *std::move(site)).run();
}

}  // namespace paperboy::importers
