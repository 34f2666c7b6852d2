#include "pipeline/build_site.h"

#include <optional>
#include <utility>
#include <variant>

#include "base/program.h"
#include "model/site_address.h"
#include "pipeline/card_fonts.h"
#include "pipeline/kept_editions.h"
#include "pipeline/last_build.h"
#include "pipeline/layouts.h"
#include "pipeline/link.h"
#include "pipeline/load.h"
#include "pipeline/make_site.h"
#include "pipeline/site_changes.h"
#include "pipeline/update_site.h"

namespace paperboy::pipeline {

namespace {

void move_site(model::Site& site, const std::string& base_url) {
  if (std::optional<model::BaseAddress> address = model::parse_base_url(base_url)) {
    site.base_url = address->url;
    site.base_path = address->path;
  }
}

}  // namespace

// The passes, in order. Diagnostics are collected; where a pass needs sound input, the build stops before it.
BuildReport build_site(const base::FileSystem& files, const BuildOptions& options, base::SourceStore& sources,
                       base::Diagnostics& diagnostics) {
  std::optional<base::Trace::Span> pass;
  const auto begin_pass = [&](std::string_view name) {
    pass.reset();
    pass.emplace(options.trace, name);
    if (options.on_pass) {
      options.on_pass(name);
    }
  };

  // A check leaves nothing behind.
  const std::filesystem::path kept = options.output ? options.root : std::filesystem::path();
  begin_pass("compare");
  const std::string program = base::program_digest();
  LastBuild last_build(files, options, kept, program);
  if (std::optional<BuildReport> same = last_build.same(sources, diagnostics)) {
    return *std::move(same);  // checkpoint: the site is what this build would write
  }

  begin_pass("load");
  KeptEditions editions(kept, program, last_build.inputs());
  model::Archive archive = load_archive(files, sources, editions, options.threads, diagnostics);
  if (archive.site.base_url.empty()) {
    return BuildReport{};  // no usable site.yaml: everything else would be a consequence
  }
  move_site(archive.site, options.base_url);
  // What was read stands in the archive; a file is read again where something is told of it.
  sources.give_up_texts(reading_late(files));

  begin_pass("link");
  link_archive(archive, options.threads, diagnostics);
  // Beyond this point no paper or edition is added, changed or dropped.

  if (options.output) {
    // Pages name their pictures, so it must be known before them whether there are any.
    check_card_fonts(archive.site, diagnostics);
  }

  begin_pass("compile");
  Layouts layouts = load_layouts(files, sources, archive.site, diagnostics);

  const Parts parts(archive);
  const SiteWork work{options, kept, program, sources, archive, parts, layouts, last_build, begin_pass};
  std::string why;
  const SiteRecord* before = last_build.record();
  if (before != nullptr && !diagnostics.has_errors()) {
    const auto changes =
        find_changes(*before, last_build.changes(), archive, parts, layouts, options.threads);
    if (const auto* some = std::get_if<SiteChanges>(&changes)) {
      // With other facts there is much to plan; a workflow has the cache, but often no site to update.
      const bool is_worth_planning = !some->facts || last_build.is_untouched();
      std::optional<BuildReport> report =
          is_worth_planning ? update_site(work, *before, *some, diagnostics) : std::nullopt;
      if (report) {
        return *std::move(report);  // checkpoint: all that changed is in its place
      }
      why = last_build.changes().empty() ? "the build before cannot be read"
                                         : reason_of(last_build.changes().front());
    } else {
      why = std::get<EverythingChanged>(changes).why;
    }
  }
  const std::string reason = last_build.reason();
  return make_site(work, reason.empty() ? why : reason, diagnostics);
}

}  // namespace paperboy::pipeline
