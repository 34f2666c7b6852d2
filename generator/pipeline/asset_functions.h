#pragma once

#include <memory>

#include "pages/content_link.h"
#include "pipeline/assets.h"
#include "templates/environment.h"

namespace paperboy::pipeline {

// What templates can ask of assets, see generator/docs/layouts.md: asset(), inline_asset(), asset_hash() and
// data_uri(). `addresses` may know further names of assets.
void add_asset_functions(templates::Environment& environment, std::shared_ptr<const Assets> assets,
                         const pages::AssetAddresses& addresses);

}  // namespace paperboy::pipeline
