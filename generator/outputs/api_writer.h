#pragma once

#include "base/json_writer.h"
#include "pages/catalog.h"

namespace paperboy::outputs {

// The objects of /api/v1/ that stand in several files. Texts are Unicode without TeX or HTML, by language
// ("und": in any); commentary is the Markdown it was written in. A key whose value is unknown is left out.
class ApiWriter {
 public:
  explicit ApiWriter(const pages::Catalog& catalog) : catalog_(catalog) {}

  // What each file begins with: the version, and the file's own address.
  base::JsonWriter begin(const std::string& address) const;

  void texts(base::JsonWriter& json, std::string_view key, const model::Text& texts) const;
  void paper(base::JsonWriter& json, const model::PaperRecord& record) const;
  void entry(base::JsonWriter& json, const model::Entry& entry) const;
  // An edition without its papers.
  void edition(base::JsonWriter& json, const model::Edition& edition) const;
  // A paper in a list: id, title, addresses.
  void paper_line(base::JsonWriter& json, const model::PaperRecord& record) const;

  // Addresses of the files about one thing, without base path.
  static std::string edition_address(const model::Edition& edition);
  static std::string paper_address(const model::PaperId& id);

  const pages::Catalog& catalog() const { return catalog_; }

 private:
  void tex(base::JsonWriter& json, std::string_view key, const model::LocatedText& texts,
           markup::TexField field) const;
  void authors(base::JsonWriter& json, const model::Paper& paper) const;
  void judgement(base::JsonWriter& json, const model::Entry& entry) const;
  void runs(base::JsonWriter& json, const model::Edition& edition) const;
  std::string page_url(const model::PaperRecord& record) const;
  std::string_view plain(std::string_view text, markup::TexField field) const;

  const pages::Catalog& catalog_;
};

}  // namespace paperboy::outputs
