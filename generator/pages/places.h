#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/lazy_list.h"
#include "pages/catalog.h"

namespace paperboy::pages {

// Where the names on a page lead, seen from one language: topics, sources, categories and people. Computed
// once, because every entry asks.
class Places {
 public:
  Places(const Catalog& catalog, std::string_view language);

  // Null for one that is not in the registry.
  const TopicLinkView* topic(const std::string& id) const;
  // Empty when no paper comes from the source.
  std::string source_address(const std::string& source) const;
  CategoryView category(const std::string& source, const std::string& name) const;
  // Empty when the person has too few papers for a page.
  std::string_view author_address(const AuthorRecord& record) const;

 private:
  TopicLinkView topic_link(const model::Topic& topic) const;

  const Catalog& catalog_;
  std::string language_;
  std::map<std::string, TopicLinkView> topics_;
  std::map<std::string, std::string> source_addresses_;   // by slug
  std::map<std::string, CategoryView> categories_;        // by slug of source '/' slug of category
  mutable base::LazyList<std::string> author_addresses_;  // by AuthorRecord::number
};

}  // namespace paperboy::pages
