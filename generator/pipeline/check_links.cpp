#include "pipeline/check_links.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/text_table.h"
#include "pages/address.h"

namespace paperboy::pipeline {

namespace {

// What one page offers and asks for, each as often as it stands there.
struct PageLinks {
  std::vector<std::string_view> ids;
  std::vector<std::string_view> targets;
};

bool ends_with_name(std::string_view text, std::string_view name) {
  return text.ends_with(name) && text.size() > name.size() &&
         base::is_space(text[text.size() - name.size() - 1]);
}

// Where the value of the attribute belongs whose name ends a text; null: nowhere. Its last letter decides for
// most.
std::vector<std::string_view>* place_of_value(std::string_view text, PageLinks& links) {
  switch (text.empty() ? ' ' : text.back()) {
    case 'd':
      return ends_with_name(text, "id") ? &links.ids : nullptr;
    case 'f':
      return ends_with_name(text, "href") ? &links.targets : nullptr;
    case 'c':
      return ends_with_name(text, "src") ? &links.targets : nullptr;
    default:
      return nullptr;
  }
}

// Pages are written by our own layouts, so an attribute is always ` name="value"`.
PageLinks scan_page(std::string_view page) {
  PageLinks links;
  for (std::size_t equals = page.find('='); equals != std::string_view::npos;
       equals = page.find('=', equals + 1)) {
    const std::size_t begin = equals + 2;
    if (begin > page.size() || page[begin - 1] != '"') {
      continue;
    }
    if (auto* values = place_of_value(page.substr(0, equals), links)) {
      const std::size_t end = page.find('"', begin);
      if (end == std::string_view::npos) {
        break;
      }
      values->push_back(page.substr(begin, end - begin));
    }
  }
  return links;
}

std::string decode(std::string_view text) {
  if (text.find_first_of("&%") == std::string_view::npos) {
    return std::string(text);
  }
  std::string plain = base::replace_all(text, "&amp;", "&");
  std::string decoded;
  auto digit = [](char c) {
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
  };
  for (std::size_t i = 0; i < plain.size(); ++i) {
    bool escape =
        plain[i] == '%' && i + 2 < plain.size() && digit(plain[i + 1]) >= 0 && digit(plain[i + 2]) >= 0;
    decoded += escape ? static_cast<char>(digit(plain[i + 1]) * 16 + digit(plain[i + 2])) : plain[i];
    i += escape ? 2 : 0;
  }
  return decoded;
}

bool leaves_site(std::string_view target) {
  const std::size_t end = target.find_first_of(":/?#");
  const bool has_scheme = end != std::string_view::npos && target[end] == ':';
  return has_scheme || target.starts_with("//");
}

std::string_view fragment_of(std::string_view address) {
  const std::size_t hash = address.find('#');
  return hash == std::string_view::npos ? std::string_view() : address.substr(hash + 1);
}

std::string missing_place(std::string_view fragment) {
  return "leads to no place with the id '" + std::string(fragment) + "'";
}

IdHash hash_of(std::string_view id) {
  return static_cast<IdHash>(base::short_digest(id));
}

void report_repeated_ids(const std::string& path, std::vector<std::string_view> ids,
                         base::Diagnostics& diagnostics) {
  std::sort(ids.begin(), ids.end());
  for (auto id = ids.begin(); id != ids.end();) {
    const auto next = std::find_if(id, ids.end(), [id](std::string_view other) { return other != *id; });
    if (next - id > 1) {
      diagnostics.error_at("site/" + path, "repeated-id",
                           "the id '" + std::string(*id) + "' stands twice on this page",
                           "an id in a layout or a text must be unique on its page");
    }
    id = next;
  }
}

}  // namespace

LinkCheck::LinkCheck(std::size_t page_count, PathOf path_of, std::string_view base_path, std::size_t threads)
    : path_of_(std::move(path_of)), base_path_(base_path), threads_(threads), ids_(page_count) {}

void LinkCheck::add_page(std::size_t page, std::string_view html, base::Diagnostics& diagnostics) {
  const PageLinks links = scan_page(html);
  std::vector<IdHash> ids;
  ids.reserve(links.ids.size());
  for (const std::string_view id : links.ids) {
    ids.push_back(hash_of(id));
  }
  std::sort(ids.begin(), ids.end());
  if (std::adjacent_find(ids.begin(), ids.end()) != ids.end()) {
    report_repeated_ids(path_of(page), links.ids, diagnostics);
  }
  ids_[page] = kept_.keep(std::span<const IdHash>(ids));
  for (const std::string_view target : links.targets) {
    if (!leaves_site(target)) {
      add_target(target, page);
    }
  }
}

void LinkCheck::add_target(std::string_view target, std::size_t page) {
  const bool is_here = target.starts_with('#') || target.starts_with('?');
  if (is_here && has_place(ids_[page], fragment_of(decode(target)))) {
    return;
  }
  const std::uint64_t hash = base::short_digest(target);
  // By the upper six bits: the lower ones choose the slot.
  Targets& targets = is_here ? dead_here_ : shards_[hash >> 58U];
  const std::lock_guard lock(targets.mutex);
  targets.first_pages.note(target, hash, page);
}

bool LinkCheck::has_place(std::span<const IdHash> ids, std::string_view fragment) {
  return fragment.empty() || std::binary_search(ids.begin(), ids.end(), hash_of(fragment));
}

// Empty when nothing is wrong.
std::string LinkCheck::problem(std::string_view target, const FindTarget& find) const {
  const std::string address = decode(target);
  const std::string path = address.substr(0, address.find_first_of("#?"));
  if (!base::starts_with(path, base_path_)) {
    return "is outside the site (" + base_path_ + ")";
  }
  const std::optional<Target> found = find(pages::output_path("/" + path.substr(base_path_.size())));
  if (!found) {
    return "leads to no page";
  }
  const std::string_view fragment = fragment_of(address);
  return found->ids && !has_place(*found->ids, fragment) ? missing_place(fragment) : "";
}

void LinkCheck::report(const std::vector<std::string_view>& paths, const WrittenPlaces& written,
                       base::Diagnostics& diagnostics) const {
  std::vector<Target> targets(paths.size());
  base::TextTable places(paths.size());
  for (std::size_t place = 0; place < paths.size(); ++place) {
    places.add(paths[place], static_cast<std::uint32_t>(place));
  }
  for (std::size_t page = 0; page < page_count(); ++page) {
    targets[places.at(path_of(page))].ids = ids_[page];
  }
  const auto find = [&](const std::string& path) {
    const std::uint32_t* place = places.find(path);
    return place == nullptr ? std::nullopt : std::optional(targets[*place]);
  };
  report(find, written, diagnostics);
}

// One mistake in a text or a layout may stand on every page: it is reported once.
void LinkCheck::report(const FindTarget& find, const WrittenPlaces& written,
                       base::Diagnostics& diagnostics) const {
  std::map<std::string, DeadLink> dead;  // by what the page says
  std::mutex mutex;
  const auto add = [&](std::string_view target, std::size_t page, std::string why) {
    const std::lock_guard lock(mutex);
    const auto link = dead.try_emplace(base::replace_all(target, "&amp;", "&"), DeadLink{page, why}).first;
    if (page < link->second.page) {
      link->second = {page, std::move(why)};
    }
  };
  base::parallel_for(shards_.size(), threads_, [&](std::size_t shard) {
    shards_[shard].first_pages.each([&](std::string_view target, std::size_t page) {
      if (std::string why = problem(target, find); !why.empty()) {
        add(target, page, std::move(why));
      }
    });
  });
  dead_here_.first_pages.each([&](std::string_view target, std::size_t page) {
    add(target, page, missing_place(fragment_of(decode(target))));
  });
  for (const auto& [target, link] : dead) {
    report_dead_link(target, link, written, diagnostics);
  }
}

void LinkCheck::report_dead_link(const std::string& target, const DeadLink& link,
                                 const WrittenPlaces& written, base::Diagnostics& diagnostics) const {
  base::Diagnostic diagnostic;
  diagnostic.code = "dead-link";
  diagnostic.message = "the link to " + target + " " + link.problem;
  diagnostic.path = "site/" + path_of(link.page);
  const auto place = written.find(target);
  if (place != written.end()) {
    diagnostic.span = place->second;
  } else {
    diagnostic.hint = "correct the layout this page is made from";
  }
  diagnostics.add(std::move(diagnostic));
}

}  // namespace paperboy::pipeline
