#include "pipeline/layouts.h"

#include <charconv>

#include "base/date.h"
#include "base/digest.h"
#include "base/text.h"
#include "pipeline/defaults.h"
#include "pipeline/reader_script.h"

namespace paperboy::pipeline {

namespace {

constexpr std::size_t kLargestLayout = 1u << 20;
constexpr std::size_t kLargestAsset = 32u << 20;
constexpr std::string_view kLanguages = "layouts/languages/";

// Path → bytes of layouts/ and assets/, the archive's own files over the defaults.
std::map<std::string, std::string> collect_files(const base::FileSystem& files,
                                                 base::Diagnostics& diagnostics) {
  std::map<std::string, std::string> collected;
  for (const DefaultFile& file : default_files()) {
    collected[std::string(file.path)] = file.bytes;
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
        collected[path] = *std::move(bytes);
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

// "assets/style.css" → "assets/style.0a1b2c3d.css": a changed file has a new name, so no reader sees an
// old copy from a cache.
std::string hashed_name(std::string_view path, std::string_view bytes) {
  std::size_t dot = path.rfind('.');
  std::size_t slash = path.rfind('/');
  std::string hash = base::digest(bytes).substr(0, 10);
  if (dot == std::string_view::npos || dot < slash) {
    return std::string(path) + "." + hash;
  }
  return std::string(path.substr(0, dot)) + "." + hash + std::string(path.substr(dot));
}

void add_asset(const model::Site& site, const std::string& name, std::string bytes, Layouts& layouts) {
  Layouts::Asset& asset = layouts.assets[name];
  asset = {hashed_name("assets/" + name, bytes), std::move(bytes)};
  layouts.asset_addresses[name] = site.base_path + base::percent_encode_path(asset.output_path);
}

// "reader.js" becomes "reader.en.js", "reader.zh.js": the same script with the words of each language.
void translate_reader_script(const model::Site& site, Layouts& layouts) {
  auto script = layouts.assets.find("reader.js");
  if (script == layouts.assets.end()) {
    return;
  }
  std::string bytes = std::move(script->second.bytes);
  layouts.assets.erase(script);
  layouts.asset_addresses.erase("reader.js");
  for (const std::string& language : site.languages) {
    add_asset(site, "reader." + language + ".js", reader_script(bytes, layouts.phrases[language]), layouts);
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
  const auto& content = value.content();
  if (const auto* text = std::get_if<std::string_view>(&content)) {
    return std::string(*text);
  }
  if (const auto* text = std::get_if<std::shared_ptr<const std::string>>(&content)) {
    return **text;
  }
  if (const auto* number = std::get_if<std::int64_t>(&content)) {
    return std::to_string(*number);
  }
  return std::nullopt;
}

// t("papers", count=3), see generator/docs/layouts.md.
templates::Ref phrase_of(const pages::Phrases& phrases, const templates::Arguments& arguments) {
  std::optional<std::string> key =
      arguments.positional.size() == 1 ? scalar_text(arguments.positional[0]) : std::nullopt;
  if (!key) {
    throw templates::CallError{"t() takes the key of a phrase", "t(\"papers\", count=3)"};
  }
  std::vector<std::pair<std::string, std::string>> values;
  std::optional<std::int64_t> count;
  for (const auto& [name, value] : arguments.named) {
    std::optional<std::string> text = scalar_text(value);
    if (!text) {
      throw templates::CallError{"'" + std::string(name.name()) + "' must be a text or a whole number", ""};
    }
    if (name.name() == "count") {
      std::int64_t number = 0;
      std::from_chars(text->data(), text->data() + text->size(), number);
      count = number;
    }
    values.emplace_back(name.name(), *std::move(text));
  }
  std::optional<std::string> text = phrases.text(*key, values, count);
  if (!text) {
    std::optional<std::string> similar = base::nearest(*key, phrases.keys());
    throw templates::CallError{
        "there is no phrase '" + *key + "'",
        similar ? "did you mean '" + *similar + "'?" : "phrases stand in layouts/languages/"};
  }
  return templates::Ref::owned(*std::move(text));
}

// asset("style.css")
templates::Ref asset_address(const pages::AssetAddresses& addresses, const templates::Arguments& arguments) {
  std::optional<std::string> name =
      arguments.positional.size() == 1 ? scalar_text(arguments.positional[0]) : std::nullopt;
  if (!name) {
    throw templates::CallError{"asset() takes the name of a file in assets/", "asset(\"style.css\")"};
  }
  auto found = addresses.find(*name);
  if (found == addresses.end()) {
    std::vector<std::string_view> known;
    for (const auto& [key, address] : addresses) {
      known.push_back(key);
    }
    std::optional<std::string> similar = base::nearest(*name, known);
    throw templates::CallError{"there is no asset '" + *name + "'",
                               similar ? "did you mean '" + *similar + "'?" : "put the file into assets/"};
  }
  return templates::Ref::owned(found->second);
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

templates::Environment make_environment(const pages::Phrases& phrases, const pages::AssetAddresses& assets) {
  templates::Environment environment;
  environment.declare_variable("page");
  environment.declare_variable("site");
  environment.add_function(
      "t", [phrases](const templates::Arguments& arguments) { return phrase_of(phrases, arguments); });
  environment.add_function(
      "date_text", [phrases](const templates::Arguments& arguments) { return date_of(phrases, arguments); });
  environment.add_function(
      "asset", [assets](const templates::Arguments& arguments) { return asset_address(assets, arguments); });
  return environment;
}

}  // namespace

Layouts load_layouts(const base::FileSystem& files, base::SourceStore& sources, const model::Site& site,
                     base::Diagnostics& diagnostics) {
  Layouts layouts;
  add_default_phrases(layouts, sources, diagnostics);
  std::vector<std::pair<std::string, const base::Source*>> templates;
  for (auto& [path, bytes] : collect_files(files, diagnostics)) {
    if (base::starts_with(path, "assets/")) {
      add_asset(site, path.substr(7), std::move(bytes), layouts);
    } else if (base::starts_with(path, kLanguages)) {
      add_own_phrases(path, sources.add(path, std::move(bytes)), layouts, diagnostics);
    } else {
      const base::Source& source = sources.add(path, std::move(bytes));
      if (is_clean_text(source, diagnostics)) {
        templates.emplace_back(path.substr(8), &source);
      }
    }
  }
  complete_phrases(site, layouts, diagnostics);
  translate_reader_script(site, layouts);
  for (const std::string& language : site.languages) {
    templates::Environment environment =
        make_environment(layouts.phrases[language], addresses_in(layouts.asset_addresses, language));
    for (const auto& [name, source] : templates) {
      environment.add_template(name, *source);
      // Those in folders are parts; an archive's own layouts need not use all of the default ones.
      if (name.find('/') == std::string::npos) {
        environment.declare_root(name);
      }
    }
    // Templates are the same in every language, and so is what is wrong with them.
    base::Diagnostics repeated;
    environment.compile_all(layouts.environments.empty() ? diagnostics : repeated);
    layouts.environments.emplace(language, std::move(environment));
  }
  return layouts;
}

}  // namespace paperboy::pipeline
