#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "base/source.h"
#include "model/site.h"
#include "pages/catalog.h"
#include "pages/content_link.h"
#include "pipeline/assets.h"
#include "templates/environment.h"

namespace paperboy::pipeline {

// Layouts, interface words and assets: the program's own, where the archive has none of the same name.
struct Layouts {
  // One a language of the site, with the same templates: t() speaks its language.
  std::map<std::string, templates::Environment, std::less<>> environments;
  pages::PhrasesByLanguage phrases;
  std::shared_ptr<const Assets> assets;  // shared with the functions of the environments
  pages::AssetAddresses asset_addresses;
};

// Reads layouts/ and assets/ of the archive over the defaults and compiles every template.
Layouts load_layouts(const base::FileSystem& files, base::SourceStore& sources, const model::Site& site,
                     base::Diagnostics& diagnostics);

}  // namespace paperboy::pipeline
