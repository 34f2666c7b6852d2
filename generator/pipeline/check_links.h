#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "pipeline/first_pages.h"

namespace paperboy::pipeline {

// Where in the content an address was asked for; other links come from layouts.
using WrittenPlaces = std::map<std::string, base::SourceSpan>;

// Of an element's id: the same in all builds of one program. Few ids of a page are looked for, so short ones
// do.
using IdHash = std::uint32_t;

// Every href and src of every page that stays on the site must lead to an output, and to an id of it where it
// has a fragment; no page may hold one id twice. Pages are looked at as they are finished, and not kept.
class LinkCheck {
 public:
  // The path of a page's file.
  using PathOf = std::function<std::string(std::size_t page)>;
  // `base_path` begins every address of the site. Links are followed on `threads` threads.
  LinkCheck(std::size_t page_count, PathOf path_of, std::string_view base_path, std::size_t threads);

  // The page of that number, each once. Safe from several threads.
  void add_page(std::size_t page, std::string_view html, base::Diagnostics& diagnostics);

  // Once every page was added. `paths` are those of all outputs.
  void report(const std::vector<std::string_view>& paths, const WrittenPlaces& written,
              base::Diagnostics& diagnostics) const;

  // An output that a link may lead to.
  struct Target {
    std::optional<std::span<const IdHash>> ids;  // hashes, ascending; none: it is no page
  };
  // None when there is no such output. Safe from several threads.
  using FindTarget = std::function<std::optional<Target>(const std::string& path)>;
  // The same where only some pages were added, and `find` knows them and all others.
  void report(const FindTarget& find, const WrittenPlaces& written, base::Diagnostics& diagnostics) const;

  std::size_t page_count() const { return ids_.size(); }
  std::string path_of(std::size_t page) const { return path_of_(page); }
  // Hashes of the page's ids, ascending.
  std::span<const IdHash> ids_of(std::size_t page) const { return ids_[page]; }

 private:
  struct Targets {
    std::mutex mutex;
    FirstPages first_pages;
  };
  struct DeadLink {
    std::size_t page = 0;
    std::string problem;
  };
  static bool has_place(std::span<const IdHash> ids, std::string_view fragment);
  void add_target(std::string_view target, std::size_t page);
  std::string problem(std::string_view target, const FindTarget& find) const;
  void report_dead_link(const std::string& target, const DeadLink& link, const WrittenPlaces& written,
                        base::Diagnostics& diagnostics) const;

  PathOf path_of_;
  std::string base_path_;
  std::size_t threads_;
  base::Arena kept_;                          // what ids_ points to
  std::vector<std::span<const IdHash>> ids_;  // by page: hashes, ascending
  // What pages ask for, with the first page that does. A target stands in one shard; several keep threads
  // out of each other's way.
  std::array<Targets, 64> shards_;
  Targets dead_here_;  // places of the page itself that it does not have
};

}  // namespace paperboy::pipeline
