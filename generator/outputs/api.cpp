#include <set>

#include "base/parallel.h"
#include "outputs/api_schema.h"
#include "outputs/api_writer.h"
#include "outputs/outputs.h"

namespace paperboy::outputs {

namespace {

Output finish(const std::string& address, base::JsonWriter& json) {
  json.end_object();
  return {pages::output_path(address), json.str() + "\n"};
}

std::string series_address(const model::Series& series) {
  return "/api/v1/series/" + series.id + ".json";
}

std::string topic_address(std::string_view topic) {
  return "/api/v1/topics/" + std::string(topic) + ".json";
}

void write_edition_line(base::JsonWriter& json, const ApiWriter& api, const model::Edition& edition) {
  json.begin_object();
  api.edition(json, edition);
  json.member("data", api.catalog().addresses.url(ApiWriter::edition_address(edition))).end_object();
}

void write_series_lines(base::JsonWriter& json, const ApiWriter& api) {
  json.key("series").begin_array();
  for (const model::Series& series : api.catalog().archive.site.series) {
    json.begin_object().member("id", series.id);
    api.texts(json, "title", series.title);
    json.member("data", api.catalog().addresses.url(series_address(series))).end_object();
  }
  json.end_array();
}

void write_topic_lines(base::JsonWriter& json, const ApiWriter& api) {
  json.key("topics").begin_array();
  for (const model::Topic& topic : api.catalog().archive.site.topics) {
    json.begin_object().member("id", topic.id);
    api.texts(json, "label", topic.label);
    const auto found = api.catalog().index.topics.find(topic.id);
    if (found != api.catalog().index.topics.end()) {
      json.member("data", api.catalog().addresses.url(topic_address(topic.id)));
    }
    json.end_object();
  }
  json.end_array();
}

Output archive_file(const ApiWriter& api) {
  const model::Archive& archive = api.catalog().archive;
  const std::string address = "/api/v1/index.json";
  base::JsonWriter json = api.begin(address);
  api.texts(json, "title", archive.site.title);
  api.texts(json, "description", archive.site.description);
  json.member("url", archive.site.base_url);
  json.member("schema", api.catalog().addresses.url("/api/v1/schema.json"));
  json.member("edition_count", static_cast<std::int64_t>(archive.editions.size()));
  json.member("paper_count", static_cast<std::int64_t>(archive.papers.size()));
  if (!archive.editions.empty()) {
    json.member("newest_date", base::to_string(archive.editions.back().date));
  }
  write_series_lines(json, api);
  write_topic_lines(json, api);
  json.key("papers").begin_array();
  for (const model::PaperRecord& record : archive.papers) {
    json.begin_object();
    api.paper_line(json, record);
    json.end_object();
  }
  json.end_array();
  return finish(address, json);
}

Output series_file(const ApiWriter& api, const model::Series& series) {
  const model::Archive& archive = api.catalog().archive;
  base::JsonWriter json = api.begin(series_address(series));
  json.member("id", series.id);
  api.texts(json, "title", series.title);
  json.key("editions").begin_array();
  const auto editions = archive.editions_by_series.find(series.id);
  for (std::size_t i = 0; editions != archive.editions_by_series.end() && i < editions->second.size(); ++i) {
    write_edition_line(json, api, archive.editions[editions->second[i]]);
  }
  json.end_array();
  return finish(series_address(series), json);
}

Output edition_file(const ApiWriter& api, const model::Edition& edition) {
  const model::Archive& archive = api.catalog().archive;
  base::JsonWriter json = api.begin(ApiWriter::edition_address(edition));
  api.edition(json, edition);
  json.key("papers").begin_array();
  for (const model::Entry& entry : edition.entries) {
    json.begin_object();
    api.paper(json, archive.papers[archive.paper_by_id.at(entry.paper.id.canonical())]);
    api.entry(json, entry);
    json.end_object();
  }
  json.end_array();
  return finish(ApiWriter::edition_address(edition), json);
}

// Each paper of the topic once, oldest first.
Output topic_file(const ApiWriter& api, const std::string& topic,
                  const std::vector<model::Appearance>& appearances) {
  const model::Archive& archive = api.catalog().archive;
  base::JsonWriter json = api.begin(topic_address(topic));
  json.member("id", topic);
  if (const model::Topic* known = archive.site.find_topic(topic)) {
    api.texts(json, "label", known->label);
  }
  json.key("papers").begin_array();
  std::set<std::size_t> seen;
  for (const model::Appearance& appearance : appearances) {
    const model::Edition& edition = archive.editions[appearance.edition];
    const std::size_t paper = archive.paper_by_id.at(edition.entries[appearance.entry].paper.id.canonical());
    if (seen.insert(paper).second) {
      json.begin_object().member("date", base::to_string(edition.date));
      api.paper_line(json, archive.papers[paper]);
      json.end_object();
    }
  }
  json.end_array();
  return finish(topic_address(topic), json);
}

Output paper_file(const ApiWriter& api, const model::PaperRecord& record) {
  const model::Archive& archive = api.catalog().archive;
  const std::string address = ApiWriter::paper_address(record.paper.id);
  base::JsonWriter json = api.begin(address);
  api.paper(json, record);
  json.key("appearances").begin_array();
  for (const model::Appearance& appearance : record.appearances) {
    const model::Edition& edition = archive.editions[appearance.edition];
    json.begin_object().member("series", edition.series).member("date", base::to_string(edition.date));
    json.member("data", api.catalog().addresses.url(ApiWriter::edition_address(edition)));
    api.entry(json, edition.entries[appearance.entry]);
    json.end_object();
  }
  json.end_array();
  return finish(address, json);
}

}  // namespace

std::vector<Output> api(const Publication& publication) {
  const model::Archive& archive = publication.catalog.archive;
  const ApiWriter api(publication.catalog);
  std::vector<Output> files = {{"api/v1/schema.json", std::string(kApiSchema)}, archive_file(api)};
  for (const model::Series& series : archive.site.series) {
    files.push_back(series_file(api, series));
  }
  for (const auto& [topic, appearances] : publication.catalog.index.topics) {
    files.push_back(topic_file(api, topic, appearances));
  }
  const std::size_t first = files.size();
  files.resize(first + archive.editions.size() + archive.papers.size());
  base::parallel_for(files.size() - first, publication.threads, [&](std::size_t i) {
    files[first + i] = i < archive.editions.size()
                           ? edition_file(api, archive.editions[i])
                           : paper_file(api, archive.papers[i - archive.editions.size()]);
  });
  return files;
}

}  // namespace paperboy::outputs
