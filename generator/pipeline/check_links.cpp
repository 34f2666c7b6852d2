#include "pipeline/check_links.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/parallel.h"
#include "base/text.h"

namespace paperboy::pipeline {

namespace {

// What one page offers and asks for. Views point into the output's bytes.
struct PageLinks {
  std::unordered_set<std::string_view> ids;
  std::vector<std::string_view> repeated_ids;
  std::set<std::string_view> targets;
};

// Pages are written by our own layouts, so an attribute is always ` name="value"`.
void scan_attribute(std::string_view page, std::size_t name_begin, std::string_view name, PageLinks& links) {
  std::size_t begin = name_begin + name.size() + 2;
  std::size_t end = page.find('"', begin);
  if (end == std::string_view::npos) {
    return;
  }
  std::string_view value = page.substr(begin, end - begin);
  if (name == "id") {
    if (!links.ids.insert(value).second) {
      links.repeated_ids.push_back(value);
    }
  } else {
    links.targets.insert(value);
  }
}

PageLinks scan_page(std::string_view page) {
  PageLinks links;
  for (std::size_t equals = page.find("=\""); equals != std::string_view::npos;
       equals = page.find("=\"", equals + 2)) {
    for (std::string_view name :
         {std::string_view("id"), std::string_view("href"), std::string_view("src")}) {
      bool here = equals > name.size() && page.substr(equals - name.size(), name.size()) == name &&
                  base::is_space(page[equals - name.size() - 1]);
      if (here) {
        scan_attribute(page, equals - name.size(), name, links);
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

class LinkCheck {
 public:
  LinkCheck(const std::vector<outputs::Output>& outputs, const std::vector<PageLinks>& links,
            std::string_view base_path)
      : links_(links), base_path_(base_path) {
    for (std::size_t index = 0; index < outputs.size(); ++index) {
      by_path_[outputs[index].path] = index;
    }
  }

  // What is wrong with a link on the page `from`; empty when nothing is.
  std::string problem(std::size_t from, std::string_view target) const {
    std::string address = decode(target);
    std::size_t hash = address.find('#');
    std::string fragment = hash == std::string::npos ? "" : address.substr(hash + 1);
    std::string path = address.substr(0, std::min(hash, address.find('?')));
    std::size_t page = from;
    if (!path.empty()) {
      if (!base::starts_with(path, base_path_)) {
        return "is outside the site (" + std::string(base_path_) + ")";
      }
      auto found = by_path_.find(pages::output_path("/" + path.substr(base_path_.size())));
      if (found == by_path_.end()) {
        return "leads to no page";
      }
      page = found->second;
    }
    bool has_target = fragment.empty() || page >= links_.size() || links_[page].ids.count(fragment) != 0;
    return has_target ? "" : "leads to no place with the id '" + fragment + "'";
  }

 private:
  const std::vector<PageLinks>& links_;
  std::string_view base_path_;
  std::unordered_map<std::string_view, std::size_t> by_path_;
};

// A link of a page that leads nowhere, and why.
struct DeadLink {
  std::string target;
  std::string problem;
};

// One mistake in a text or a layout may stand on every page: it is reported once.
void report_dead_links(const std::vector<outputs::Output>& outputs,
                       const std::vector<std::vector<DeadLink>>& dead, const WrittenPlaces& written,
                       base::Diagnostics& diagnostics) {
  std::map<std::string, std::size_t> first_page;
  std::map<std::string, DeadLink> once;
  for (std::size_t page = 0; page < dead.size(); ++page) {
    for (const DeadLink& link : dead[page]) {
      if (once.try_emplace(link.target, link).second) {
        first_page[link.target] = page;
      }
    }
  }
  for (const auto& [target, link] : once) {
    base::Diagnostic diagnostic;
    diagnostic.code = "dead-link";
    diagnostic.message = "the link to " + target + " " + link.problem;
    diagnostic.path = "site/" + outputs[first_page[target]].path;
    auto place = written.find(target);
    if (place != written.end()) {
      diagnostic.span = place->second;
    } else {
      diagnostic.hint = "correct the layout this page is made from";
    }
    diagnostics.add(std::move(diagnostic));
  }
}

void report_repeated_ids(const outputs::Output& output, const PageLinks& links,
                         base::Diagnostics& diagnostics) {
  for (std::string_view id : links.repeated_ids) {
    diagnostics.error_at("site/" + output.path, "repeated-id",
                         "the id '" + std::string(id) + "' stands twice on this page",
                         "an id in a layout or a text must be unique on its page");
  }
}

}  // namespace

void check_links(const std::vector<pages::Page>& pages, const std::vector<outputs::Output>& outputs,
                 std::string_view base_path, const WrittenPlaces& written, std::size_t threads,
                 base::Diagnostics& diagnostics) {
  std::vector<PageLinks> links(pages.size());
  base::parallel_for(pages.size(), threads,
                     [&](std::size_t index) { links[index] = scan_page(outputs[index].bytes); });
  LinkCheck check(outputs, links, base_path);
  std::vector<std::vector<DeadLink>> dead(pages.size());
  base::parallel_for(pages.size(), threads, [&](std::size_t index) {
    report_repeated_ids(outputs[index], links[index], diagnostics);
    for (std::string_view target : links[index].targets) {
      std::string problem = leaves_site(target) ? "" : check.problem(index, target);
      if (!problem.empty()) {
        dead[index].push_back({base::replace_all(target, "&amp;", "&"), std::move(problem)});
      }
    }
  });
  report_dead_links(outputs, dead, written, diagnostics);
}

}  // namespace paperboy::pipeline
