#include "pipeline/asset_functions.h"

#include <array>

#include "base/digest.h"
#include "base/html.h"
#include "base/text.h"
#include "templates/reading.h"

namespace paperboy::pipeline {

namespace {

// A larger file is better fetched once than carried by every page.
constexpr std::size_t kLargestDataUri = 1024;

// What `assets`, a map by name, holds for the only argument of a call.
template <typename Map>
const typename Map::value_type& asset_of(const Map& assets, std::string_view function,
                                         const templates::Arguments& arguments) {
  std::optional<std::string_view> name = arguments.positional.size() == 1 && arguments.named.empty()
                                             ? templates::text_of(arguments.positional[0])
                                             : std::nullopt;
  if (!name) {
    throw templates::CallError{std::string(function) + "() takes the name of a file in assets/",
                               std::string(function) + "(\"style.css\")"};
  }
  auto found = assets.find(*name);
  if (found != assets.end()) {
    return *found;
  }
  std::vector<std::string_view> known;
  for (const auto& [key, asset] : assets) {
    known.push_back(key);
  }
  std::optional<std::string> near = base::nearest(*name, known);
  throw templates::CallError{"there is no asset '" + std::string(*name) + "'",
                             near ? "did you mean '" + *near + "'?" : "put the file into assets/"};
}

// A script as it stands in a page: line breaks as browsers read them, since they are hashed like that, and
// without the comments on top.
std::string inline_text(const Asset& asset) {
  std::string text = base::replace_all(asset.bytes, "\r\n", "\n");
  std::string_view rest = base::trim(text);
  while (base::starts_with(rest, "//") || base::starts_with(rest, "/*")) {
    bool is_line = rest[1] == '/';
    std::size_t end = rest.find(is_line ? "\n" : "*/");
    rest = end == std::string_view::npos ? "" : base::trim(rest.substr(end + (is_line ? 1 : 2)));
  }
  return std::string(rest);
}

// Inside of an element <script> or <style> only these could end it, or keep it from ending.
void check_inline_text(std::string_view text) {
  std::string lower = base::to_lower_ascii(text);
  for (const char* bad : {"</script", "</style", "<!--"}) {
    if (lower.find(bad) != std::string::npos) {
      throw templates::CallError{"a file with '" + std::string(bad) + "' cannot stand inside a page",
                                 "link it with asset() instead"};
    }
  }
  if (base::find_bad_character(text)) {
    throw templates::CallError{"only text can stand inside a page", "save the file as UTF-8"};
  }
}

std::string_view media_type(std::string_view path) {
  struct Type {
    std::string_view ending, name;
  };
  constexpr std::array<Type, 7> kTypes{{{".svg", "image/svg+xml"},
                                        {".png", "image/png"},
                                        {".jpg", "image/jpeg"},
                                        {".webp", "image/webp"},
                                        {".gif", "image/gif"},
                                        {".ico", "image/x-icon"},
                                        {".css", "text/css"}}};
  for (const Type& type : kTypes) {
    if (base::ends_with(path, type.ending)) {
      return type.name;
    }
  }
  return "application/octet-stream";
}

// Percent-encodes what an attribute or an address cannot hold.
std::string data_uri(const Asset& asset) {
  constexpr std::string_view kKept = "-_.~!*();:@=+$,/?";
  std::string out = "data:" + std::string(media_type(asset.output_path)) + ",";
  for (const char c : base::trim(asset.bytes)) {
    bool is_kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   kKept.find(c) != std::string_view::npos;
    if (is_kept) {
      out += c;
    } else {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      unsigned byte = static_cast<unsigned char>(c);
      out += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    }
  }
  return out;
}

}  // namespace

void add_asset_functions(templates::Environment& environment, std::shared_ptr<const Assets> assets,
                         const pages::AssetAddresses& addresses) {
  using templates::Arguments;
  using templates::Outcome;
  using templates::Ref;
  auto address = [addresses](const Arguments& arguments) {
    return Ref(asset_of(addresses, "asset", arguments).second);
  };
  auto inlined = [assets](const Arguments& arguments) {
    std::string text = inline_text(asset_of(*assets, "inline_asset", arguments).second);
    check_inline_text(text);
    return Ref::owned(base::Html::trusted(std::move(text)));
  };
  auto hash = [assets](const Arguments& arguments) {
    std::string text = inline_text(asset_of(*assets, "asset_hash", arguments).second);
    return Ref::owned("sha256-" + base::sha256_base64(text));
  };
  auto uri = [assets, addresses](const Arguments& arguments) {
    const auto& [name, asset] = asset_of(*assets, "data_uri", arguments);
    bool is_small = asset.bytes.size() <= kLargestDataUri;
    return Ref::owned(is_small ? data_uri(asset) : addresses.find(name)->second);
  };
  environment.add_function("asset", std::move(address), Outcome::Fixed);
  environment.add_function("inline_asset", std::move(inlined), Outcome::Fixed);
  environment.add_function("asset_hash", std::move(hash), Outcome::Fixed);
  environment.add_function("data_uri", std::move(uri), Outcome::Fixed);
}

}  // namespace paperboy::pipeline
