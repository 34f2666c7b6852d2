#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/text_table.h"
#include "pages/page.h"
#include "pipeline/check_links.h"
#include "pipeline/file_records.h"

namespace paperboy::pipeline {

// What files are made by, and which ids they have, where they are pages.
class KindsOfPages {
 public:
  // `pages` are those that `link_check` saw, which outlives this. Kinds are places in `names`; those that are
  // not there yet are added.
  KindsOfPages(const std::vector<pages::Page>& pages, const LinkCheck& link_check,
               std::vector<std::string>& names);

  void tell(FileRecord& file) const;

 private:
  const LinkCheck& link_check_;
  base::Arena paths_;
  base::TextTable pages_;             // numbers, by path
  std::vector<std::uint32_t> kinds_;  // by number
};

}  // namespace paperboy::pipeline
