#include "pipeline/text_changes.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "pipeline/last_build.h"

namespace paperboy::pipeline {

namespace {

constexpr std::string_view kLayoutFolder = "layouts/";
constexpr std::string_view kLayoutSuffix = ".html";

bool is_layout(const InputChange& change) {
  return base::starts_with(change.path, kLayoutFolder) && base::ends_with(change.path, kLayoutSuffix);
}

// A file whose texts may have changed and nothing else.
bool is_text(const InputChange& change) {
  return change.kind == InputChange::Kind::Changed && base::starts_with(change.path, "content/") &&
         change.path != "content/site.yaml" && change.path != "content/redirects.yaml";
}

class Comparison {
 public:
  Comparison(const SiteRecord& before, const std::vector<InputChange>& changes, const model::Archive& archive,
             const Parts& parts)
      : before_(before), archive_(archive), parts_(parts) {
    for (const InputChange& change : changes) {
      if (is_layout(change)) {
        found_.layouts.emplace(change.path.substr(kLayoutFolder.size()), reason_of(change));
      } else if (is_text(change)) {
        changed_.emplace(change.path, reason_of(change));
      } else if (everything_.empty()) {
        everything_ = reason_of(change);
      }
    }
  }

  std::variant<TextChanges, EverythingChanged> run(const Layouts& layouts, std::size_t threads) {
    check_layouts(layouts);
    if (everything_.empty()) {
      found_.digests = digest_parts(
          archive_, parts_, [&](const model::Edition& edition) { return is_changed(edition); }, threads);
      complete_digests();
    }
    if (!everything_.empty()) {
      return EverythingChanged{everything_};
    }
    found_.parts.resize(parts_.size());
    compare_texts();
    complete_reasons();
    return std::move(found_);
  }

 private:
  // A file of the edition that changed; the end when none did.
  std::map<std::string, std::string>::const_iterator changed_file(const model::Edition& edition) const {
    for (const std::string& file : edition.files) {
      if (const auto found = changed_.find(file); found != changed_.end()) {
        return found;
      }
    }
    return changed_.end();
  }
  bool is_changed(const model::Edition& edition) const { return changed_file(edition) != changed_.end(); }

  // Editions whose files are the same say the same.
  void complete_digests() {
    PartDigests& now = found_.digests;
    const PartDigests& old = before_.digests;
    if (now.names != old.names || now.texts.size() != old.texts.size() || now.facts != old.facts) {
      everything_ = changed_.empty() ? "the facts of the archive changed" : changed_.begin()->second;
      return;
    }
    for (std::size_t index = 0; index < archive_.editions.size(); ++index) {
      const model::Edition& edition = archive_.editions[index];
      const auto file = changed_file(edition);
      if (file != changed_.end()) {
        if (now.editions[index] != old.editions[index]) {
          everything_ = file->second;
          return;
        }
        continue;
      }
      now.editions[index] = old.editions[index];
      copy_text(&edition);
      for (const model::Entry& entry : edition.entries) {
        copy_text(&entry);
      }
    }
  }
  void copy_text(const void* part) {
    const Parts::Number number = *parts_.number_of(part);
    found_.digests.texts[number] = before_.digests.texts[number];
  }

  void compare_texts() {
    for (const model::Edition& edition : archive_.editions) {
      if (const auto file = changed_file(edition); file != changed_.end()) {
        compare(&edition, file->second);
        for (const model::Entry& entry : edition.entries) {
          compare(&entry, file->second);
        }
      }
    }
    for (const model::PaperRecord& record : archive_.papers) {
      for (const model::PaperNote& note : record.notes) {
        compare(&record, reason_at(note.markdown.span));
      }
    }
    for (const model::RollupText& rollup : archive_.rollups) {
      compare(&rollup, reason_at(rollup.markdown.span));
    }
    for (const model::FreePage& page : archive_.pages) {
      compare(&page, reason_at(page.markdown.span));
    }
    for (const auto& [name, prompt] : archive_.prompts) {
      compare(&prompt, reason_at(prompt.markdown.span));
    }
  }
  void compare(const void* part, const std::string& why) {
    const Parts::Number number = *parts_.number_of(part);
    if (found_.digests.texts[number] != before_.digests.texts[number]) {
      found_.parts[number] = true;
      std::string& known = found_.why[number];
      known = known.empty() ? why : known;
    }
  }
  std::string reason_at(const base::SourceSpan& span) const {
    const auto found = span ? changed_.find(span.source->path()) : changed_.end();
    return found == changed_.end() ? "" : found->second;
  }
  // A paper may have notes in several files, so only now it is known that none of them tells why.
  void complete_reasons() {
    for (auto& [part, why] : found_.why) {
      why = why.empty() ? "a text changed" : why;
    }
  }

  // A template that is nowhere any more cannot tell which pages had it.
  void check_layouts(const Layouts& layouts) {
    for (const auto& [name, why] : found_.layouts) {
      const bool is_there = std::all_of(layouts.environments.begin(), layouts.environments.end(),
                                        [&](const auto& each) { return each.second.has_template(name); });
      everything_ = is_there || !everything_.empty() ? everything_ : why;
    }
  }

  const SiteRecord& before_;
  const model::Archive& archive_;
  const Parts& parts_;
  std::map<std::string, std::string> changed_;  // reasons, by path
  std::string everything_;
  TextChanges found_;
};

}  // namespace

std::vector<std::string> layout_reasons(const SiteRecord& before, const TextChanges& changes,
                                        const Layouts& layouts) {
  std::vector<std::string> reasons(before.kinds.size());
  const templates::Environment& environment = layouts.environments.begin()->second;
  for (std::size_t kind = 0; kind < reasons.size() && !changes.layouts.empty(); ++kind) {
    for (const std::string& name :
         environment.dependencies(before.kinds[kind] + std::string(kLayoutSuffix))) {
      if (const auto found = changes.layouts.find(name); found != changes.layouts.end()) {
        reasons[kind] = found->second;
      }
    }
  }
  return reasons;
}

std::string reason_to_make(const FileRecord& file, const TextChanges& changes,
                           const std::vector<std::string>& layout_reasons) {
  const auto changed = std::find_if(file.parts.begin(), file.parts.end(),
                                    [&](Parts::Number part) { return changes.parts[part]; });
  return changed != file.parts.end() ? changes.why.at(*changed) : layout_reasons[file.kind];
}

std::variant<TextChanges, EverythingChanged> find_text_changes(const SiteRecord& before,
                                                               const std::vector<InputChange>& changes,
                                                               const model::Archive& archive,
                                                               const Parts& parts, const Layouts& layouts,
                                                               std::size_t threads) {
  if (!before.is_updatable) {
    return EverythingChanged{changes.empty() ? "" : reason_of(changes.front())};
  }
  return Comparison(before, changes, archive, parts).run(layouts, threads);
}

}  // namespace paperboy::pipeline
