#include "pipeline/kept_editions.h"

#include <algorithm>
#include <utility>

#include "base/packed.h"
#include "model/packed_edition.h"
#include "pipeline/packed_diagnostics.h"

namespace paperboy::pipeline {

namespace {

using Sources = KeptEditions::Sources;

std::string key_of(std::string_view program, std::string_view context, const Sources& sources) {
  base::PackedWriter key;
  key.text(program).text(context);
  for (const base::Source* source : sources) {
    key.text(source->path()).text(source->digest());
  }
  return key.bytes();
}

std::optional<model::Edition> unpack(std::string_view bytes, const Sources& sources,
                                     base::Diagnostics& diagnostics) {
  base::PackedReader in(bytes);
  std::optional<model::Edition> edition = model::unpack_edition(in.text(), sources);
  const std::optional<std::vector<base::Diagnostic>> found =
      unpack_diagnostics(in.text(), [&](const std::string& path) {
        const auto named = std::find_if(sources.begin(), sources.end(),
                                        [&](const base::Source* source) { return source->path() == path; });
        return named == sources.end() ? nullptr : *named;
      });
  if (!edition || !found) {
    return std::nullopt;
  }
  for (const base::Diagnostic& diagnostic : *found) {
    diagnostics.add(diagnostic);
  }
  return edition;
}

}  // namespace

KeptEditions::KeptEditions(const std::filesystem::path& root, std::string_view program, const Inputs* inputs)
    : keeps_(!root.empty() && !program.empty()),
      cache_(root, ".paperboy/cache/editions"),
      program_(program),
      inputs_(inputs) {}

const std::string* KeptEditions::digest_of(const std::string& path) const {
  if (inputs_ == nullptr) {
    return nullptr;
  }
  const auto known = inputs_->find(path);
  return known == inputs_->end() ? nullptr : &known->second;
}

std::optional<model::Edition> KeptEditions::find(const Sources& sources, std::string_view context,
                                                 base::Diagnostics& diagnostics) {
  if (!keeps_) {
    return std::nullopt;
  }
  const std::optional<std::string> bytes = cache_.find(key_of(program_, context, sources));
  return bytes ? unpack(*bytes, sources, diagnostics) : std::nullopt;
}

std::optional<model::Edition> KeptEditions::read(const Sources& sources, std::string_view context,
                                                 const Read& read, base::Diagnostics& diagnostics) {
  if (!keeps_) {
    return read(diagnostics);
  }
  base::Diagnostics found;
  std::optional<model::Edition> edition = read(found);
  const std::vector<base::Diagnostic> sorted = found.sorted();
  for (const base::Diagnostic& diagnostic : sorted) {
    diagnostics.add(diagnostic);
  }
  if (edition) {
    base::PackedWriter out;
    out.text(model::pack_edition(*edition, sources));
    out.text(pack_diagnostics(sorted));
    cache_.store(key_of(program_, context, sources), out.bytes());
  }
  return edition;
}

}  // namespace paperboy::pipeline
