#include "pipeline/check_links.h"

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "pages/address.h"

namespace paperboy::pipeline {

namespace {

// What one page offers and asks for, each as often as it stands there.
struct PageLinks {
  std::vector<std::string_view> ids;
  std::vector<std::string_view> targets;
};

// Pages are written by our own layouts, so an attribute is always ` name="value"`.
PageLinks scan_page(std::string_view page) {
  PageLinks links;
  for (std::size_t equals = page.find("=\""); equals != std::string_view::npos;
       equals = page.find("=\"", equals + 2)) {
    const std::string_view before = page.substr(0, equals);
    const std::size_t end = page.find('"', equals + 2);
    if (end == std::string_view::npos) {
      break;
    }
    const std::string_view value = page.substr(equals + 2, end - equals - 2);
    for (const std::string_view name : {"id", "href", "src"}) {
      if (before.ends_with(name) && before.size() > name.size() &&
          base::is_space(before[before.size() - name.size() - 1])) {
        (name == "id" ? links.ids : links.targets).push_back(value);
      }
    }
  }
  return links;
}

std::string decode(std::string_view text) {
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
  std::size_t colon = target.find(':');
  bool scheme = colon != std::string_view::npos && colon < target.find_first_of("/?#");
  return scheme || base::starts_with(target, "//");
}

void sort_once(std::vector<std::string_view>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

std::string_view fragment_of(std::string_view address) {
  const std::size_t hash = address.find('#');
  return hash == std::string_view::npos ? std::string_view() : address.substr(hash + 1);
}

std::string missing_place(std::string_view fragment) {
  return "leads to no place with the id '" + std::string(fragment) + "'";
}

void report_repeated_ids(const std::string& path, const std::vector<std::string_view>& sorted_ids,
                         base::Diagnostics& diagnostics) {
  for (auto id = sorted_ids.begin(); id != sorted_ids.end();) {
    const auto next =
        std::find_if(id, sorted_ids.end(), [id](std::string_view other) { return other != *id; });
    if (next - id > 1) {
      diagnostics.error_at("site/" + path, "repeated-id",
                           "the id '" + std::string(*id) + "' stands twice on this page",
                           "an id in a layout or a text must be unique on its page");
    }
    id = next;
  }
}

}  // namespace

LinkCheck::LinkCheck(std::size_t page_count, std::string_view base_path)
    : base_path_(base_path), pages_(page_count) {}

void LinkCheck::add_page(std::size_t number, const std::string& path, std::string_view html,
                         base::Diagnostics& diagnostics) {
  PageLinks links = scan_page(html);
  std::sort(links.ids.begin(), links.ids.end());
  report_repeated_ids(path, links.ids, diagnostics);
  Page& page = pages_[number];
  page.path = path;
  for (const std::string_view id : links.ids) {
    page.ids.push_back(base::short_digest(id));
  }
  std::sort(page.ids.begin(), page.ids.end());
  sort_once(links.targets);
  for (const std::string_view target : links.targets) {
    if (!leaves_site(target)) {
      add_target(target, number);
    }
  }
}

void LinkCheck::add_target(std::string_view target, std::size_t page) {
  const bool is_here = target.find_first_of("#?") == 0;
  if (is_here && has_place(pages_[page].ids, fragment_of(decode(target)))) {
    return;
  }
  Targets& targets = is_here ? dead_here_ : shards_[TextHash{}(target) % shards_.size()];
  const std::lock_guard lock(targets.mutex);
  auto found = targets.first_pages.find(target);
  if (found == targets.first_pages.end()) {
    found = targets.first_pages.emplace(target, page).first;
  }
  found->second = std::min(found->second, page);
}

bool LinkCheck::has_place(const std::vector<std::uint64_t>& ids, std::string_view fragment) {
  return fragment.empty() || std::binary_search(ids.begin(), ids.end(), base::short_digest(fragment));
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
  return found->ids != nullptr && !has_place(*found->ids, fragment) ? missing_place(fragment) : "";
}

void LinkCheck::report(const std::vector<std::string>& paths, const WrittenPlaces& written,
                       base::Diagnostics& diagnostics) const {
  std::unordered_map<std::string_view, Target> targets;
  for (const std::string& path : paths) {
    targets.emplace(path, Target{});
  }
  for (const Page& page : pages_) {
    targets[page.path] = {&page.ids};
  }
  const auto find = [&](const std::string& path) {
    const auto found = targets.find(path);
    return found == targets.end() ? std::nullopt : std::optional(found->second);
  };
  report(find, written, diagnostics);
}

// One mistake in a text or a layout may stand on every page: it is reported once.
void LinkCheck::report(const FindTarget& find, const WrittenPlaces& written,
                       base::Diagnostics& diagnostics) const {
  std::map<std::string, DeadLink> dead;  // by what the page says
  const auto add = [&](const std::string& target, std::size_t page, std::string why) {
    const auto link = dead.try_emplace(base::replace_all(target, "&amp;", "&"), DeadLink{page, why}).first;
    if (page < link->second.page) {
      link->second = {page, std::move(why)};
    }
  };
  for (const Targets& targets : shards_) {
    for (const auto& [target, page] : targets.first_pages) {
      if (std::string why = problem(target, find); !why.empty()) {
        add(target, page, std::move(why));
      }
    }
  }
  for (const auto& [target, page] : dead_here_.first_pages) {
    add(target, page, missing_place(fragment_of(decode(target))));
  }
  for (const auto& [target, link] : dead) {
    report_dead_link(target, link, written, diagnostics);
  }
}

void LinkCheck::report_dead_link(const std::string& target, const DeadLink& link,
                                 const WrittenPlaces& written, base::Diagnostics& diagnostics) const {
  base::Diagnostic diagnostic;
  diagnostic.code = "dead-link";
  diagnostic.message = "the link to " + target + " " + link.problem;
  diagnostic.path = "site/" + pages_[link.page].path;
  const auto place = written.find(target);
  if (place != written.end()) {
    diagnostic.span = place->second;
  } else {
    diagnostic.hint = "correct the layout this page is made from";
  }
  diagnostics.add(std::move(diagnostic));
}

}  // namespace paperboy::pipeline
