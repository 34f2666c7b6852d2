#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/site.h"
#include "pages/content_link.h"

namespace paperboy::pipeline {

// A file of assets/ as it goes to the site.
struct Asset {
  std::string output_path;  // "assets/style.0a1b2c3d4e.css"
  std::string bytes;
};
using Assets = std::map<std::string, Asset, std::less<>>;  // by name: "style.css"

// What assets/ holds becomes what the site serves: hashed names, and one style sheet, made of style.css, what
// site.yaml says of the look, and the sheets it names (which then are no files of their own). `files` maps
// names to bytes.
Assets make_assets(std::map<std::string, std::string> files, base::SourceStore& sources,
                   const model::Site& site, base::Diagnostics& diagnostics);

// Where pages find each asset.
pages::AssetAddresses asset_addresses(const Assets& assets, const std::string& base_path);

}  // namespace paperboy::pipeline
