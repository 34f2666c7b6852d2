#include "pipeline/assets.h"

#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "pipeline/style_sheet.h"

namespace paperboy::pipeline {

namespace {

constexpr std::string_view kStyle = "style.css";
constexpr std::string_view kExtraStyle = "extra.css";

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

Asset make_asset(std::string_view name, std::string bytes) {
  std::string path = hashed_name("assets/" + std::string(name), bytes);
  return {std::move(path), std::move(bytes)};
}

void report_unknown_asset(const Assets& assets, std::string_view name, base::SourceSpan span,
                          base::Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const auto& [key, asset] : assets) {
    known.push_back(key);
  }
  std::optional<std::string> near = base::nearest(name, known);
  diagnostics.error(span, "unknown-asset", "there is no asset '" + std::string(name) + "'",
                    near ? "did you mean '" + *near + "'?" : "put the file into assets/");
}

bool leads_outside(std::string_view target) {
  return target.empty() || target.front() == '/' || target.front() == '#' ||
         target.find(':') != std::string_view::npos;
}

// Of url(paper.png) in a sheet, which stands beside the other assets: the name the file has on the site.
std::string hashed_target(const Assets& assets, std::string_view target, base::SourceSpan span,
                          base::Diagnostics& diagnostics) {
  if (leads_outside(target)) {
    return "";
  }
  target.remove_prefix(base::starts_with(target, "./") ? 2 : 0);
  std::size_t end = std::min(target.find_first_of("?#"), target.size());
  std::string_view name = target.substr(0, end);
  auto found = assets.find(name);
  if (found == assets.end()) {
    report_unknown_asset(assets, name, span, diagnostics);
    return "";
  }
  constexpr std::string_view kFolder = "assets/";
  return base::percent_encode_path(found->second.output_path.substr(kFolder.size())) +
         std::string(target.substr(end));
}

// The sheets that follow style.css, in their order.
std::vector<std::string> extra_styles(const model::Look& look, const Assets& assets,
                                      base::Diagnostics& diagnostics) {
  if (!look.styles) {
    return assets.count(kExtraStyle) == 0 ? std::vector<std::string>()
                                          : std::vector<std::string>{std::string(kExtraStyle)};
  }
  std::vector<std::string> names;
  for (const model::AssetName& style : *look.styles) {
    if (assets.count(style.name) == 0) {
      report_unknown_asset(assets, style.name, style.span, diagnostics);
    } else if (style.name != kStyle && std::find(names.begin(), names.end(), style.name) == names.end()) {
      names.push_back(style.name);
    } else {
      diagnostics.error(style.span, "repeated-value",
                        "the style sheet '" + style.name + "' is there already");
    }
  }
  return names;
}

const base::Source* clean_source(std::string_view name, const std::string& bytes, base::SourceStore& sources,
                                 base::Diagnostics& diagnostics) {
  const base::Source& source = sources.add("assets/" + std::string(name), bytes);
  std::optional<std::size_t> bad = base::find_bad_character(source.text());
  if (!bad) {
    return &source;
  }
  std::uint32_t at = static_cast<std::uint32_t>(*bad);
  diagnostics.error({&source, at, at + 1}, "control-character",
                    "this is no character that a text file should hold", "save the file as UTF-8");
  return nullptr;
}

void join_styles(Assets& assets, base::SourceStore& sources, const model::Look& look,
                 base::Diagnostics& diagnostics) {
  std::vector<std::string> names = extra_styles(look, assets, diagnostics);
  names.insert(names.begin(), std::string(kStyle));
  std::vector<const base::Source*> sheets;
  for (const std::string& name : names) {
    auto asset = assets.find(name);
    const base::Source* sheet =
        asset == assets.end() ? nullptr : clean_source(name, asset->second.bytes, sources, diagnostics);
    if (sheet != nullptr) {
      sheets.push_back(sheet);
    }
  }
  if (sheets.empty()) {
    return;
  }
  check_contrast(look, sheets.front()->text(), diagnostics);
  std::string joined = join_style_sheets(
      sheets, look,
      [&](std::string_view target, base::SourceSpan span) {
        return hashed_target(assets, target, span, diagnostics);
      },
      diagnostics);
  for (const std::string& name : names) {
    assets.erase(name);
  }
  assets.emplace(kStyle, make_asset(kStyle, std::move(joined)));
}

}  // namespace

Assets make_assets(std::map<std::string, std::string> files, base::SourceStore& sources,
                   const model::Site& site, base::Diagnostics& diagnostics) {
  Assets assets;
  for (auto& [name, bytes] : files) {
    assets.emplace(name, make_asset(name, std::move(bytes)));
  }
  join_styles(assets, sources, site.look, diagnostics);
  if (site.look.logo && assets.count(site.look.logo->file.name) == 0) {
    report_unknown_asset(assets, site.look.logo->file.name, site.look.logo->file.span, diagnostics);
  }
  return assets;
}

pages::AssetAddresses asset_addresses(const Assets& assets, const std::string& base_path) {
  pages::AssetAddresses addresses;
  for (const auto& [name, asset] : assets) {
    addresses[name] = base_path + base::percent_encode_path(asset.output_path);
  }
  return addresses;
}

}  // namespace paperboy::pipeline
