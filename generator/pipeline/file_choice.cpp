#include "pipeline/file_choice.h"

#include <algorithm>

#include "pages/address.h"

namespace paperboy::pipeline {

FileChoice::FileChoice(const SiteRecord& before, const SiteChanges& changes, const PartChanges& parts,
                       const Parts& numbers, const Layouts& layouts)
    : before_(before),
      changes_(changes),
      parts_(parts),
      numbers_(numbers),
      places_(before.files.size()),
      reasons_(before.reasons),
      wanted_(before.files.size()) {
  const std::vector<std::string> of_kinds = layout_reasons(before, changes, layouts);
  if (changes.facts) {
    usual_reason_ = number_of(changes.facts->why);
  } else if (!changes.why.empty() || !changes.layouts.empty()) {
    usual_reason_ =
        number_of(changes.why.empty() ? changes.layouts.begin()->second : changes.why.begin()->second);
  }
  for (std::size_t place = 0; place < before.files.size(); ++place) {
    const FileRecord file = before.files[place];
    places_.add(file.path, static_cast<std::uint32_t>(place));
    if (const std::string why = reason_to_make(file, changes, parts, of_kinds); !why.empty()) {
      wanted_[place] = number_of(why);
    }
  }
}

std::optional<std::size_t> FileChoice::place_of(std::string_view path) const {
  const std::uint32_t* place = places_.find(path);
  return place == nullptr ? std::nullopt : std::optional<std::size_t>(*place);
}

std::vector<std::string> FileChoice::wanted_pages() const {
  std::vector<std::string> addresses;
  for (std::size_t place = 0; place < before_.files.size(); ++place) {
    if (is_wanted(place) && before_.files[place].is_page()) {
      addresses.push_back(pages::page_address(before_.files[place].path));
    }
  }
  return addresses;
}

bool FileChoice::wants_kind(std::string_view kind) const {
  for (std::size_t place = 0; place < before_.files.size(); ++place) {
    if (is_wanted(place) && before_.kinds[before_.files[place].kind] == kind) {
      return true;
    }
  }
  return false;
}

bool FileChoice::is_touched(const base::ShowsChanged& shows_changed) const {
  return shows_changed([&](const void* part) { return parts_.is_changed(*numbers_.number_of(part)); });
}

std::uint32_t FileChoice::number_of(const std::string& reason) {
  const auto known = std::find(reasons_.begin(), reasons_.end(), reason);
  const auto number = static_cast<std::uint32_t>(known - reasons_.begin());
  if (known == reasons_.end()) {
    reasons_.push_back(reason);
  }
  return number;
}

}  // namespace paperboy::pipeline
