#include "importers/site_settings.h"

#include <algorithm>

#include "importers/content_writer.h"
#include "importers/patch.h"
#include "importers/tree.h"
#include "model/site_reader.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

constexpr const char* kSiteFile = "content/site.yaml";

value::Value new_site() {
  Mapping site;
  site.set("title", text_value("Paper archive")).set("base_url", text_value("https://example.org/"));
  return site.build();
}

// Content that outlives the input it was read from.
value::Value without_places(const value::Value& value) {
  if (const value::Array* array = value.array()) {
    value::Array result;
    for (const value::Value& element : *array) result.push_back(without_places(element));
    return list_value(std::move(result));
  }
  if (const value::Object* object = value.object()) {
    Mapping result;
    for (const value::Member& member : object->members())
      result.set_empty(member.key, without_places(member.value));
    return result.build();
  }
  if (const value::Scalar* scalar = value.scalar())
    return text_value(scalar->text, {}, scalar->style);
  return {};
}

bool has_id(const value::Value& item, std::string_view id) {
  return item.object() != nullptr && scalar_text(item.object()->find("id")) == id;
}

std::size_t mistakes(const value::Value& root) {
  base::Diagnostics found;
  model::read_site(root, found);
  return found.count(base::Severity::Error);
}

// What a registry may add to a topic that is there; a series that is there is its owner's.
bool is_topic_key(std::string_view key) {
  return key == "description" || key == "aliases" || key == "label" || key == "extra";
}

// Adds a topic or series, or to the one of the same id the keys it lacks. Whether anything changed.
bool add_item(const value::Value& item, value::Array& items) {
  const std::string_view id = scalar_text(item.object() == nullptr ? nullptr : item.object()->find("id"));
  const auto present =
      std::find_if(items.begin(), items.end(), [&](const value::Value& other) { return has_id(other, id); });
  if (present == items.end()) {
    items.push_back(without_places(item));
    return true;
  }
  if (present->object() == nullptr)
    return false;
  Mapping filled(*present->object());
  bool changed = false;
  for (const value::Member& member : item.object()->members())
    if (is_topic_key(member.key) && filled.find(member.key) == nullptr && !says_nothing(member.value)) {
      filled.set(member.key, without_places(member.value));
      changed = true;
    }
  if (changed)
    *present = filled.build(present->span());
  return changed;
}

}  // namespace

base::Result<SiteSettings> SiteSettings::open(const ArchiveFolder& archive) {
  SiteSettings settings;
  settings.sources_ = std::make_shared<base::SourceStore>();
  base::Result<std::optional<std::string>> text = archive.read(kSiteFile);
  if (!text)
    return text.error();
  settings.is_new_ = !*text;
  settings.root_ = new_site();
  if (*text) {
    base::Diagnostics diagnostics;
    const base::Source& source = settings.sources_->add(kSiteFile, **text);
    std::optional<value::Value> root = value::read_yaml(source, value::Aliases::Allowed, diagnostics);
    if (!root || root->object() == nullptr)
      return base::Error{std::string(kSiteFile) + " has mistakes; `paperboy check` tells which"};
    settings.text_ = **text;
    settings.root_ = *std::move(root);
  }
  settings.refresh();
  return settings;
}

// What the model makes of the tree. Mistakes are for `check` to tell.
void SiteSettings::refresh() {
  base::Diagnostics unheard;
  std::optional<model::Site> site = model::read_site(root_, unheard);
  site_ = std::make_shared<model::Site>(site ? *std::move(site) : model::Site());
}

void SiteSettings::add_series(const SeriesSettings& series, std::string_view address) {
  Mapping mapping(*series_value(series).object());
  mapping.set("address", text_value(std::string(address)));
  add_language(series.language);
  add(Mapping().set("series", list_value({mapping.build()})).build());
}

bool SiteSettings::add_language(std::string_view series, const std::string& language) {
  const model::Series* known = site_->find_series(series);
  if (known == nullptr ||
      std::find(known->languages.begin(), known->languages.end(), language) != known->languages.end())
    return false;
  std::vector<std::string> languages = known->languages;
  languages.push_back(language);
  add_language(language);
  value::Array list;
  for (const std::string& code : languages) list.push_back(text_value(code));
  Mapping root(*root_.object());
  const value::Value* all = root.find("series");
  if (all == nullptr || all->array() == nullptr)
    return false;
  value::Array changed = *all->array();
  for (value::Value& item : changed)
    if (has_id(item, series))
      item = Mapping(*item.object()).set("languages", list_value(list)).build(item.span());
  root.set("series", list_value(std::move(changed), all->span()));
  return accept(root.build(root_.span()));
}

void SiteSettings::add_language(const std::string& language) {
  std::vector<std::string> languages = site_->languages;
  if (std::find(languages.begin(), languages.end(), language) != languages.end())
    return;
  if (is_new_ && site_->series.empty())
    languages.clear();
  languages.push_back(language);
  value::Array list;
  for (const std::string& code : languages) list.push_back(text_value(code));
  Mapping root(*root_.object());
  root.set("languages", list_value(std::move(list)));
  root_ = root.build(root_.span());
  refresh();
}

void SiteSettings::add(const value::Value& parts) {
  if (parts.object() == nullptr || says_nothing(parts))
    return;
  for (const char* key : {"topics", "series"}) {
    const value::Value* added = parts.object()->find(key);
    if (added == nullptr || added->array() == nullptr)
      continue;
    for (const value::Value& item : *added->array()) {
      Mapping root(*root_.object());
      const value::Value* present = root.find(key);
      const bool is_list = present != nullptr && present->array() != nullptr;
      value::Array items = is_list ? *present->array() : value::Array();
      if (!add_item(item, items))
        continue;
      root.set(key, list_value(std::move(items), is_list ? present->span() : base::SourceSpan{}));
      accept(root.build(root_.span()));
    }
  }
}

bool SiteSettings::accept(value::Value root) {
  const std::size_t before = mistakes(root_);
  if (mistakes(root) > before)
    return false;
  root_ = std::move(root);
  refresh();
  return true;
}

bool are_topics(const value::Array& topics) {
  Mapping site(*new_site().object());
  const value::Value series =
      Mapping().set("id", text_value("series")).set("title", text_value("Series")).build();
  site.set("series", list_value({series})).set_empty("topics", list_value(topics));
  return mistakes(site.build()) == 0;
}

FileOutcome SiteSettings::write(const ArchiveFolder& archive, base::Diagnostics& diagnostics) const {
  std::string text;
  if (is_new_) {
    text = write_yaml(root_);
  } else {
    base::SourceStore sources;
    base::Diagnostics unheard;
    const base::Source& source = sources.add(kSiteFile, text_);
    const std::optional<value::Value> before = value::read_yaml(source, value::Aliases::Allowed, unheard);
    text = before ? patch_yaml(source, *before, root_) : text_;
  }
  if (!is_new_ && text == text_)
    return {kSiteFile, FileChange::Unchanged};
  if (base::Result<void> written = archive.write(kSiteFile, text); !written)
    diagnostics.error_at(kSiteFile, "unwritable-file", written.error().message);
  return {kSiteFile, is_new_ ? FileChange::Created : FileChange::Updated};
}

}  // namespace paperboy::importers
