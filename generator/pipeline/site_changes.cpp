#include "pipeline/site_changes.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/digest.h"
#include "base/text.h"
#include "pipeline/last_build.h"

namespace paperboy::pipeline {

namespace {

constexpr std::string_view kLayoutFolder = "layouts/";
constexpr std::string_view kLayoutSuffix = ".html";

bool is_layout(const InputChange& change) {
  return base::starts_with(change.path, kLayoutFolder) && base::ends_with(change.path, kLayoutSuffix);
}

// A file of an edition, a note or another text. Of one that is gone nobody knows what it said.
bool is_text(const InputChange& change) {
  return change.kind != InputChange::Kind::Removed && base::starts_with(change.path, "content/") &&
         change.path != "content/site.yaml" && change.path != "content/redirects.yaml";
}

class Comparison {
 public:
  Comparison(const SiteRecord& before, const std::vector<InputChange>& changes, const model::Archive& archive,
             const Parts& parts)
      : before_(before), old_(before.digests), archive_(archive), parts_(parts) {
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

  std::variant<SiteChanges, EverythingChanged> run(const Layouts& layouts, std::size_t threads) {
    check_layouts(layouts);
    if (everything_.empty()) {
      found_.digests = digest_parts(
          archive_, parts_, [&](const model::Edition& edition) { return changed_file(edition) != nullptr; },
          threads);
      find_facts();
    }
    if (everything_.empty()) {
      match_parts();
    }
    if (!everything_.empty()) {
      return EverythingChanged{everything_};
    }
    compare_texts();
    complete_reasons();
    return std::move(found_);
  }

 private:
  // Why a file of the edition changed; null when none did.
  const std::string* changed_file(const model::Edition& edition) const {
    for (const std::string& file : edition.files) {
      if (const auto found = changed_.find(file); found != changed_.end()) {
        return &found->second;
      }
    }
    return nullptr;
  }

  void give_up() {
    everything_ = changed_.empty() ? "the facts of the archive changed" : changed_.begin()->second;
  }

  // Which editions state other facts. Those whose files are the same say the same.
  void find_facts() {
    PartDigests& now = found_.digests;
    std::unordered_map<std::uint64_t, std::size_t> places;
    for (std::size_t place = 0; place < old_.names.size(); ++place) {
      places.emplace(old_.names[place], place);
    }
    FactChanges facts{"", std::vector<bool>(archive_.editions.size())};
    std::size_t matched = 0;
    for (std::size_t index = 0; index < archive_.editions.size() && everything_.empty(); ++index) {
      const std::string* why = changed_file(archive_.editions[index]);
      const auto place = places.find(now.names[index]);
      const bool was_there = place != places.end();
      old_editions_.push_back(was_there ? std::optional(place->second) : std::nullopt);
      matched += was_there ? 1U : 0U;
      const bool has_same_entries =
          was_there && before_.facts.entries[place->second].size() == archive_.editions[index].entries.size();
      if (why == nullptr) {
        if (!has_same_entries) {
          give_up();
        } else {
          now.editions[index] = old_.editions[place->second];
        }
      } else if (!has_same_entries || now.editions[index] != old_.editions[place->second]) {
        facts.editions[index] = true;
        facts.why = facts.why.empty() ? *why : facts.why;
      }
    }
    if (now.facts != old_.facts || matched != old_.names.size()) {
      give_up();
    } else if (!facts.why.empty()) {
      found_.facts = std::move(facts);
    }
  }

  // Where the parts of the build before are now: archives that state the same facts number them alike.
  void match_parts() {
    if (!found_.facts && old_.names == found_.digests.names && old_.texts.size() == parts_.size()) {
      found_.parts = PartChanges(parts_.size());
      mark_editions();
    } else {
      find_parts();
    }
  }

  void find_parts() {
    std::vector<std::optional<Parts::Number>> now_of(old_.texts.size());
    std::vector<Parts::Number> first_entries;  // of editions of the build before
    std::size_t next = old_.names.size();
    for (std::size_t edition = 0; edition < old_.names.size(); ++edition) {
      first_entries.push_back(static_cast<Parts::Number>(next));
      next += before_.facts.entries[edition].size();
    }
    for (std::size_t index = 0; index < archive_.editions.size(); ++index) {
      const model::Edition& edition = archive_.editions[index];
      if (!old_editions_[index]) {
        continue;
      }
      now_of[*old_editions_[index]] = number_of(edition);
      const bool is_same = !found_.facts || !found_.facts->editions[index];
      for (std::size_t entry = 0; is_same && entry < edition.entries.size(); ++entry) {
        now_of[first_entries[*old_editions_[index]] + entry] = number_of(edition.entries[entry]);
      }
    }
    std::unordered_map<std::uint64_t, const model::PaperRecord*> papers;
    for (const model::PaperRecord& record : archive_.papers) {
      papers.emplace(base::short_digest(record.paper->id.canonical()), &record);
    }
    for (const std::uint64_t id : before_.facts.papers) {
      const auto paper = papers.find(id);
      now_of[next++] = paper == papers.end() ? std::nullopt : std::optional(number_of(*paper->second));
    }
    // What is left stands behind the papers, and there is as much of it.
    const std::size_t rest = old_.texts.size() - next;
    for (std::size_t at = 0; at < rest; ++at) {
      now_of[next + at] = static_cast<Parts::Number>(parts_.size() - rest + at);
    }
    found_.parts = PartChanges(std::move(now_of), parts_.size());
    if (has_same_papers(next - before_.facts.papers.size())) {
      mark_editions();
    } else {
      give_up();
    }
  }

  // Whether editions whose facts are the same name the same papers: those without ids get them from their
  // titles, and another edition may give a title an id.
  bool has_same_papers(std::size_t first_paper) const {
    for (std::size_t index = 0; index < archive_.editions.size(); ++index) {
      const std::vector<model::Entry>& entries = archive_.editions[index].entries;
      for (std::size_t at = 0; !(found_.facts && found_.facts->editions[index]) && at < entries.size();
           ++at) {
        const std::size_t old = first_paper + before_.facts.entries[*old_editions_[index]][at];
        if (found_.parts.now_of(static_cast<Parts::Number>(old)) !=
            number_of(archive_.papers[entries[at].record])) {
          return false;
        }
      }
    }
    return true;
  }

  void mark_editions() {
    for (std::size_t index = 0; index < archive_.editions.size(); ++index) {
      const model::Edition& edition = archive_.editions[index];
      if (changed_file(edition) == nullptr) {
        copy_text(edition);
        for (const model::Entry& entry : edition.entries) {
          copy_text(entry);
        }
      } else if (found_.facts && found_.facts->editions[index]) {
        mark(number_of(edition), *changed_file(edition));
        for (const model::Entry& entry : edition.entries) {
          mark(number_of(entry), *changed_file(edition));
        }
      }
    }
  }

  template <typename Part>
  Parts::Number number_of(const Part& part) const {
    return *parts_.number_of(&part);
  }
  template <typename Part>
  void copy_text(const Part& part) {
    const Parts::Number number = number_of(part);
    found_.digests.texts[number] = old_.texts[*found_.parts.before_of(number)];
  }
  void mark(Parts::Number number, const std::string& why) {
    found_.parts.mark(number);
    std::string& known = found_.why[number];
    known = known.empty() ? why : known;
  }

  void compare_texts() {
    for (const model::Edition& edition : archive_.editions) {
      if (const std::string* why = changed_file(edition); why != nullptr) {
        compare(edition, *why);
        for (const model::Entry& entry : edition.entries) {
          compare(entry, *why);
        }
      }
    }
    for (const model::PaperRecord& record : archive_.papers) {
      for (const model::PaperNote& note : record.notes) {
        compare(record, reason_at(note.markdown.span));
      }
    }
    for (const model::RollupText& rollup : archive_.rollups) {
      compare(rollup, reason_at(rollup.markdown.span));
    }
    for (const model::FreePage& page : archive_.pages) {
      compare(page, reason_at(page.markdown.span));
    }
    for (const auto& [name, prompt] : archive_.prompts) {
      compare(prompt, reason_at(prompt.markdown.span));
    }
  }
  template <typename Part>
  void compare(const Part& part, const std::string& why) {
    const Parts::Number number = number_of(part);
    const std::optional<Parts::Number> before = found_.parts.before_of(number);
    if (!before || found_.digests.texts[number] != old_.texts[*before]) {
      mark(number, why);
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
  const PartDigests& old_;
  const model::Archive& archive_;
  const Parts& parts_;
  std::map<std::string, std::string> changed_;            // reasons, by path
  std::vector<std::optional<std::size_t>> old_editions_;  // by index now: their index in the build before
  std::string everything_;
  SiteChanges found_;
};

}  // namespace

std::vector<std::string> layout_reasons(const SiteRecord& before, const SiteChanges& changes,
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

std::string reason_to_make(const FileRecord& file, const SiteChanges& changes, const PartChanges& parts,
                           const std::vector<std::string>& layout_reasons) {
  const auto changed = std::find_if(file.parts.begin(), file.parts.end(),
                                    [&](Parts::Number part) { return parts.was_changed(part); });
  if (changed == file.parts.end()) {
    return layout_reasons[file.kind];
  }
  const std::optional<Parts::Number> now = parts.now_of(*changed);
  const auto why = now ? changes.why.find(*now) : changes.why.end();
  return why != changes.why.end() ? why->second : changes.facts->why;
}

std::variant<SiteChanges, EverythingChanged> find_changes(const SiteRecord& before,
                                                          const std::vector<InputChange>& changes,
                                                          const model::Archive& archive, const Parts& parts,
                                                          const Layouts& layouts, std::size_t threads) {
  if (!before.is_updatable) {
    return EverythingChanged{changes.empty() ? "" : reason_of(changes.front())};
  }
  return Comparison(before, changes, archive, parts).run(layouts, threads);
}

}  // namespace paperboy::pipeline
