#include "pipeline/layouts.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "pipeline/asset_functions.h"
#include "pipeline/defaults.h"
#include "pipeline/reader_script.h"
#include "pipeline/script_folders.h"
#include "templates/reading.h"

namespace paperboy::pipeline {

namespace {

constexpr std::size_t kLargestLayout = 1u << 20;
constexpr std::size_t kLargestAsset = 32u << 20;
constexpr std::string_view kAssets = "assets/";
constexpr std::string_view kLayouts = "layouts/";
constexpr std::string_view kLanguages = "layouts/languages/";

struct FoundFile {
  std::string bytes;
  bool is_own = false;  // the archive's, not the program's
};

// layouts/ and assets/ by path, the archive's own files over the defaults.
std::map<std::string, FoundFile> collect_files(const base::FileSystem& files,
                                               base::Diagnostics& diagnostics) {
  std::map<std::string, FoundFile> collected;
  for (const DefaultFile& file : default_files()) {
    collected[std::string(file.path)] = {std::string(file.bytes), false};
  }
  for (const char* folder : {"layouts", "assets"}) {
    base::Result<std::vector<std::string>> own = files.list(folder);
    if (!own) {
      diagnostics.error_at(folder, "unreadable-file", own.error().message);
      continue;
    }
    for (const std::string& path : *own) {
      std::size_t limit = base::starts_with(path, "layouts/") ? kLargestLayout : kLargestAsset;
      base::Result<std::string> bytes = files.read(path, limit);
      if (bytes) {
        collected[path] = {*std::move(bytes), true};
      } else {
        diagnostics.error_at(path, "unreadable-file", bytes.error().message);
      }
    }
  }
  return collected;
}

// What a template holds outside its tags goes to pages as it stands.
bool is_clean_text(const base::Source& source, base::Diagnostics& diagnostics) {
  std::optional<std::size_t> bad = base::find_bad_character(source.text());
  if (bad) {
    std::uint32_t at = static_cast<std::uint32_t>(*bad);
    diagnostics.error({&source, at, at + 1}, "control-character",
                      "this is no character that a text file should hold", "save the file as UTF-8");
  }
  return !bad;
}

// "reader.js" becomes "reader.en.js", "reader.zh.js": the same script with the words of each language.
void translate_reader_script(const model::Site& site, const pages::PhrasesByLanguage& phrases,
                             std::map<std::string, std::string>& assets) {
  auto script = assets.extract("reader.js");
  for (const std::string& language : site.languages) {
    if (!script.empty()) {
      assets["reader." + language + ".js"] = reader_script(script.mapped(), phrases.find(language)->second);
    }
  }
}

void add_phrases(const std::string& path, const base::Source& source, Layouts& layouts,
                 base::Diagnostics& diagnostics) {
  std::string_view name = std::string_view(path).substr(kLanguages.size());
  if (!base::ends_with(name, ".yaml")) {
    return;
  }
  if (std::optional<pages::Phrases> phrases = pages::Phrases::read(source, diagnostics)) {
    layouts.phrases[std::string(name.substr(0, name.size() - 5))] = *std::move(phrases);
  }
}

// The words of a language that lacks some are filled from English, so that no page shows a bare key.
void complete_phrases(const model::Site& site, Layouts& layouts, base::Diagnostics& diagnostics) {
  const pages::Phrases english = layouts.phrases["en"];
  for (const std::string& language : site.languages) {
    if (layouts.phrases.find(language) == layouts.phrases.end()) {
      diagnostics.error_at("layouts/languages/" + language + ".yaml", "missing-language",
                           "the interface has no words in the language '" + language + "'",
                           "copy layouts/languages/en.yaml to this name and translate it");
    }
    layouts.phrases[language].fill_from(english);
  }
}

void add_default_phrases(Layouts& layouts, base::SourceStore& sources, base::Diagnostics& diagnostics) {
  for (const DefaultFile& file : default_files()) {
    if (base::starts_with(file.path, kLanguages)) {
      add_phrases(std::string(file.path), sources.add(std::string(file.path), std::string(file.bytes)),
                  layouts, diagnostics);
    }
  }
}

// An archive's own file of phrases replaces single phrases; the defaults stay for the others.
void add_own_phrases(const std::string& path, const base::Source& source, Layouts& layouts,
                     base::Diagnostics& diagnostics) {
  pages::PhrasesByLanguage before = layouts.phrases;
  add_phrases(path, source, layouts, diagnostics);
  for (auto& [language, phrases] : layouts.phrases) {
    auto default_phrases = before.find(language);
    if (default_phrases != before.end()) {
      phrases.fill_from(default_phrases->second);
    }
  }
}

std::optional<std::string> scalar_text(const templates::Ref& value) {
  if (const std::optional<std::string_view> text = templates::text_of(value)) {
    return std::string(*text);
  }
  if (const std::optional<std::int64_t> number = templates::integer_of(value)) {
    return std::to_string(*number);
  }
  return std::nullopt;
}

[[noreturn]] void fail_phrase(const pages::Phrases& phrases, std::string_view key) {
  std::optional<std::string> similar = base::nearest(key, phrases.keys());
  throw templates::CallError{
      "there is no phrase '" + std::string(key) + "'",
      similar ? "did you mean '" + *similar + "'?" : "phrases stand in layouts/languages/"};
}

// A phrase with values in it.
templates::Ref filled_phrase(const pages::Phrases& phrases, std::string_view key,
                             const std::vector<std::pair<templates::Symbol, templates::Ref>>& named) {
  static const templates::Symbol count_name = templates::Symbol::of("count");
  std::vector<std::pair<std::string, std::string>> values;
  std::optional<std::int64_t> count;
  for (const auto& [name, value] : named) {
    std::optional<std::string> text = scalar_text(value);
    if (!text) {
      throw templates::CallError{"'" + std::string(name.name()) + "' must be a text or a whole number", ""};
    }
    if (name == count_name) {
      std::int64_t number = 0;
      std::from_chars(text->data(), text->data() + text->size(), number);
      count = number;
    }
    values.emplace_back(name.name(), *std::move(text));
  }
  std::optional<std::string> text = phrases.text(key, values, count);
  if (!text) {
    fail_phrase(phrases, key);
  }
  return templates::Ref::owned(*std::move(text));
}

// t("papers", count=3), see generator/docs/layouts.md. `phrases` outlives rendering: most texts are shown as
// they stand.
templates::Ref phrase_of(const pages::Phrases& phrases, const templates::Arguments& arguments) {
  const std::optional<std::string> key =
      arguments.positional.size() == 1 ? scalar_text(arguments.positional[0]) : std::nullopt;
  if (!key) {
    throw templates::CallError{"t() takes the key of a phrase", "t(\"papers\", count=3)"};
  }
  if (!arguments.named.empty()) {
    return filled_phrase(phrases, *key, arguments.named);
  }
  const std::string* phrase = phrases.find(*key, std::nullopt);
  if (phrase == nullptr) {
    fail_phrase(phrases, *key);
  }
  return *phrase;
}

// The names by which the layouts of a language ask for assets: "reader.js" is the one in their language.
pages::AssetAddresses addresses_in(pages::AssetAddresses addresses, const std::string& language) {
  auto script = addresses.find("reader." + language + ".js");
  if (script != addresses.end()) {
    addresses["reader.js"] = script->second;
  }
  return addresses;
}

// date_text("2026-05-06") and date_text("2026-05-06", "date_short")
templates::Ref date_of(const pages::Phrases& phrases, const templates::Arguments& arguments) {
  std::vector<std::string> texts;
  for (const templates::Ref& argument : arguments.positional) {
    texts.push_back(scalar_text(argument).value_or(""));
  }
  std::optional<base::Date> date =
      texts.empty() || texts.size() > 2 ? std::nullopt : base::parse_date(texts.front());
  if (!date) {
    throw templates::CallError{"date_text() takes a date, and may be given the key of a phrase",
                               "date_text(card.date, \"date_short\")"};
  }
  return templates::Ref::owned(pages::date_text(phrases, texts.size() == 2 ? texts[1] : "date_long", *date));
}

templates::Environment make_environment(const Layouts& layouts, const std::string& language) {
  const pages::Phrases& phrases = layouts.phrases.find(language)->second;
  templates::Environment environment;
  environment.declare_variable("page");
  environment.declare_variable("site");
  environment.add_function(
      "t", [phrases](const templates::Arguments& arguments) { return phrase_of(phrases, arguments); },
      templates::Outcome::Fixed);
  environment.add_function(
      "date_text", [phrases](const templates::Arguments& arguments) { return date_of(phrases, arguments); },
      templates::Outcome::Fixed);
  add_asset_functions(environment, layouts.assets, addresses_in(layouts.asset_addresses, language));
  return environment;
}

struct Template {
  std::string name;  // "parts/pager.html"
  const base::Source* source = nullptr;
  bool is_own = false;
};

// The layouts of pages: those of the program that stand in no folder, but for the frame of all of them.
std::vector<std::string> page_layouts() {
  std::vector<std::string> names;
  for (const DefaultFile& file : default_files()) {
    std::string_view name = file.path;
    if (base::starts_with(name, kLayouts) && name.find('/', kLayouts.size()) == std::string_view::npos &&
        name != "layouts/base.html") {
      names.emplace_back(name.substr(kLayouts.size()));
    }
  }
  return names;
}

// A file that no page's layout leads to is a slip in its name most of the time.
void warn_of_unused(const std::vector<Template>& templates, const templates::Environment& environment,
                    base::Diagnostics& diagnostics) {
  std::set<std::string, std::less<>> used;
  for (const std::string& layout : page_layouts()) {
    for (std::string& name : environment.dependencies(layout)) {
      used.insert(std::move(name));
    }
  }
  std::vector<std::string_view> known;
  for (const Template& each : templates) {
    if (!each.is_own) {
      known.push_back(each.name);
    }
  }
  known.insert(known.end(), used.begin(), used.end());
  for (const Template& each : templates) {
    if (each.is_own && used.count(each.name) == 0) {
      std::optional<std::string> near = base::nearest(each.name, known);
      diagnostics.warning({each.source, 0, 0}, "unused-layout", "no page uses layouts/" + each.name,
                          near
                              ? "did you mean '" + *near + "'?"
                              : "include it somewhere, name it like the file it shall replace, or delete it");
    }
  }
}

// Words in a language that the site does not have.
void warn_of_unspoken(const base::Source& source, const std::vector<std::string>& languages,
                      base::Diagnostics& diagnostics) {
  std::vector<std::string> wanted;
  for (const std::string& language : languages) {
    wanted.push_back(std::string(kLanguages) + language + ".yaml");
  }
  if (std::find(wanted.begin(), wanted.end(), source.path()) == wanted.end()) {
    diagnostics.warning({&source, 0, 0}, "unused-layout", "no page uses " + source.path(),
                        "the languages of the site want " + base::join(wanted, ", "));
  }
}

}  // namespace

Layouts load_layouts(const base::FileSystem& files, base::SourceStore& sources, const model::Site& site,
                     base::Diagnostics& diagnostics) {
  Layouts layouts;
  add_default_phrases(layouts, sources, diagnostics);
  std::vector<Template> templates;
  std::map<std::string, std::string> assets;
  for (auto& [path, file] : collect_files(files, diagnostics)) {
    if (base::starts_with(path, kAssets)) {
      assets[path.substr(kAssets.size())] = std::move(file.bytes);
    } else if (base::starts_with(path, kLanguages)) {
      const base::Source& source = sources.add(path, std::move(file.bytes));
      add_own_phrases(path, source, layouts, diagnostics);
      if (file.is_own) {
        warn_of_unspoken(source, site.languages, diagnostics);
      }
    } else {
      const base::Source& source = sources.add(path, std::move(file.bytes));
      if (is_clean_text(source, diagnostics)) {
        templates.push_back({path.substr(kLayouts.size()), &source, file.is_own});
      }
    }
  }
  complete_phrases(site, layouts, diagnostics);
  assets = join_script_folders(std::move(assets));
  translate_reader_script(site, layouts.phrases, assets);
  layouts.assets = std::make_shared<const Assets>(make_assets(std::move(assets), sources, site, diagnostics));
  layouts.asset_addresses = asset_addresses(*layouts.assets, site.base_path);
  for (const std::string& language : site.languages) {
    templates::Environment environment = make_environment(layouts, language);
    for (const Template& each : templates) {
      environment.add_template(each.name, *each.source);
      // Those in folders are parts; an archive's own layouts need not use all of the default ones.
      if (each.name.find('/') == std::string::npos) {
        environment.declare_root(each.name);
      }
    }
    // Templates are the same in every language, and so is what is wrong with them.
    base::Diagnostics repeated;
    environment.compile_all(layouts.environments.empty() ? diagnostics : repeated);
    if (layouts.environments.empty()) {
      warn_of_unused(templates, environment, diagnostics);
    }
    layouts.environments.emplace(language, std::move(environment));
  }
  return layouts;
}

}  // namespace paperboy::pipeline
