#include "pipeline/kinds_of_pages.h"

#include <algorithm>

namespace paperboy::pipeline {

KindsOfPages::KindsOfPages(const std::vector<pages::Page>& pages, const LinkCheck& link_check,
                           std::vector<std::string>& names)
    : link_check_(link_check), pages_(pages.size()) {
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const auto known = std::find(names.begin(), names.end(), pages[page].kind);
    kinds_.push_back(static_cast<std::uint32_t>(known - names.begin()));
    if (known == names.end()) {
      names.push_back(pages[page].kind);
    }
    pages_.add(paths_.keep(link_check.path_of(page)), static_cast<std::uint32_t>(page));
  }
}

void KindsOfPages::tell(FileRecord& file) const {
  if (const std::uint32_t* page = pages_.find(file.path)) {
    file.kind = kinds_[*page];
    file.ids = link_check_.ids_of(*page);
  }
}

}  // namespace paperboy::pipeline
