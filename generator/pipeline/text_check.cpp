#include "pipeline/text_check.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "pages/catalog.h"
#include "pipeline/packed_diagnostics.h"

namespace paperboy::pipeline {

namespace {

using Said = std::multiset<std::pair<std::string, std::string>>;  // code and message

bool is_in(const std::set<std::string>& paths, const base::SourceSpan& span) {
  return span && paths.contains(span.source->path());
}

Said said_in(const std::vector<base::Diagnostic>& diagnostics, const std::set<std::string>& paths) {
  Said said;
  for (const base::Diagnostic& diagnostic : diagnostics) {
    if (is_in(paths, diagnostic.span)) {
      said.emplace(diagnostic.code, diagnostic.message);
    }
  }
  return said;
}

}  // namespace

std::optional<std::vector<base::Diagnostic>> check_texts(const SiteWork& work, const SiteRecord& before,
                                                         const pages::ContentLinks& links,
                                                         markup::MathRenderer& math,
                                                         const pages::Texts::ResolveLink& resolve) {
  std::set<std::string> changed;
  for (const InputChange& change : work.last_build.changes()) {
    changed.insert(change.path);
  }
  pages::Texts texts;
  pages::add_tex_texts(work.archive, texts, &changed);
  pages::add_markdown_texts(work.archive, texts, &changed);
  base::Diagnostics found;
  texts.convert(math, resolve, work.options.threads, found);
  links.check(texts, found);
  const std::vector<base::Diagnostic> now = found.sorted();
  std::optional<std::vector<base::Diagnostic>> all = unpack_diagnostics(
      before.text_diagnostics, [&](const std::string& path) { return work.sources.find(path); });
  if (!all || said_in(*all, changed) != said_in(now, changed)) {
    return std::nullopt;
  }
  std::erase_if(*all, [&](const base::Diagnostic& old) { return is_in(changed, old.span); });
  std::copy_if(now.begin(), now.end(), std::back_inserter(*all),
               [&](const base::Diagnostic& each) { return is_in(changed, each.span); });
  return all;
}

}  // namespace paperboy::pipeline
