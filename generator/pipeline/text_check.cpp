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

// Finds what is wrong with the texts that stand in some files.
class TextChecker {
 public:
  TextChecker(const SiteWork& work, const pages::ContentLinks& links, markup::MathRenderer& math,
              const pages::Texts::ResolveLink& resolve, const std::set<std::string>& paths)
      : work_(work), links_(links), math_(math), resolve_(resolve), paths_(paths) {}

  // As if there were no other files.
  std::vector<base::Diagnostic> alone() const {
    pages::Texts texts;
    add(texts, &paths_);
    return check(texts);
  }

  // As a build of everything tells it, which converts equal texts once: where the first of them stands.
  std::vector<base::Diagnostic> among_all() const {
    pages::Texts texts;
    add(texts, nullptr);
    texts.leave_only([&](const base::SourceSpan& span) { return is_in(paths_, span); });
    return check(texts);
  }

 private:
  void add(pages::Texts& texts, const pages::ContentFiles* files) const {
    pages::add_tex_texts(work_.archive, texts, files);
    pages::add_markdown_texts(work_.archive, texts, files);
  }

  std::vector<base::Diagnostic> check(pages::Texts& texts) const {
    base::Diagnostics found;
    texts.convert(math_, resolve_, work_.options.threads, found);
    links_.check(texts, found);
    return found.sorted();
  }

  const SiteWork& work_;
  const pages::ContentLinks& links_;
  markup::MathRenderer& math_;
  const pages::Texts::ResolveLink& resolve_;
  const std::set<std::string>& paths_;
};

}  // namespace

std::optional<std::vector<base::Diagnostic>> check_texts(const SiteWork& work, const SiteRecord& before,
                                                         const pages::ContentLinks& links,
                                                         markup::MathRenderer& math,
                                                         const pages::Texts::ResolveLink& resolve) {
  std::set<std::string> changed;
  for (const InputChange& change : work.last_build.changes()) {
    changed.insert(change.path);
  }
  const TextChecker checker(work, links, math, resolve, changed);
  std::vector<base::Diagnostic> now = checker.alone();
  std::optional<std::vector<base::Diagnostic>> all = unpack_diagnostics(
      before.text_diagnostics, [&](const std::string& path) { return work.sources.find(path); });
  if (!all) {
    return std::nullopt;
  }
  const Said before_said = said_in(*all, changed);
  if (said_in(now, changed) != before_said) {
    now = checker.among_all();  // looks at every text, so it comes second
    if (said_in(now, changed) != before_said) {
      return std::nullopt;
    }
  }
  std::erase_if(*all, [&](const base::Diagnostic& old) { return is_in(changed, old.span); });
  std::copy_if(now.begin(), now.end(), std::back_inserter(*all),
               [&](const base::Diagnostic& each) { return is_in(changed, each.span); });
  return all;
}

}  // namespace paperboy::pipeline
