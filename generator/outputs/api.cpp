#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

#include "base/parallel.h"
#include "outputs/api_schema.h"
#include "outputs/api_writer.h"
#include "outputs/outputs.h"

namespace paperboy::outputs {

namespace {

const std::string kArchiveAddress = "/api/v1/index.json";
const std::string kSchemaAddress = "/api/v1/schema.json";

std::string finished(base::JsonWriter& json) {
  json.end_object();
  return json.str() + "\n";
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

std::string archive_file(const ApiWriter& api) {
  const model::Archive& archive = api.catalog().archive;
  base::JsonWriter json = api.begin(kArchiveAddress);
  api.texts(json, "title", archive.site.title);
  api.texts(json, "description", archive.site.description);
  json.member("url", archive.site.base_url);
  json.member("schema", api.catalog().addresses.url(kSchemaAddress));
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
  return finished(json);
}

std::string series_file(const ApiWriter& api, const model::Series& series) {
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
  return finished(json);
}

std::string edition_file(const ApiWriter& api, const model::Edition& edition) {
  const model::Archive& archive = api.catalog().archive;
  base::JsonWriter json = api.begin(ApiWriter::edition_address(edition));
  api.edition(json, edition);
  json.key("papers").begin_array();
  for (const model::Entry& entry : edition.entries) {
    json.begin_object();
    api.paper(json, archive.papers[entry.record]);
    api.entry(json, entry);
    json.end_object();
  }
  json.end_array();
  return finished(json);
}

// Each paper of the topic once, oldest first.
std::string topic_file(const ApiWriter& api, const std::string& topic,
                       const std::vector<model::Appearance>& appearances) {
  const model::Archive& archive = api.catalog().archive;
  base::JsonWriter json = api.begin(topic_address(topic));
  json.member("id", topic);
  if (const model::Topic* known = archive.site.topic(topic)) {
    api.texts(json, "label", known->label);
  }
  json.key("papers").begin_array();
  std::set<std::size_t> seen;
  for (const model::Appearance& appearance : appearances) {
    const model::Edition& edition = archive.editions[appearance.edition];
    const std::size_t paper = edition.entries[appearance.entry].record;
    if (seen.insert(paper).second) {
      json.begin_object().member("date", base::to_string(edition.date));
      api.paper_line(json, archive.papers[paper]);
      json.end_object();
    }
  }
  json.end_array();
  return finished(json);
}

std::string paper_file(const ApiWriter& api, const model::PaperRecord& record) {
  const model::Archive& archive = api.catalog().archive;
  base::JsonWriter json = api.begin(ApiWriter::paper_address(record.paper->id));
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
  return finished(json);
}

void add(SiteFiles& files, const std::string& address, const std::function<std::string()>& write) {
  files.add(pages::output_path(address), write);
}

bool shows_changed(const model::Archive& archive, const model::Edition& edition,
                   const base::IsChanged& is_changed) {
  return is_changed(&edition) ||
         std::any_of(edition.entries.begin(), edition.entries.end(),
                     [&](const model::Entry& entry) { return is_changed(&archive.papers[entry.record]); });
}

// Calls `work` with each thing of a list.
template <typename List, typename Work>
void for_each(const List& list, std::size_t threads, Work work) {
  base::parallel_for(list.size(), threads, [&](std::size_t index) {
    work(*std::next(list.begin(), static_cast<std::ptrdiff_t>(index)));
  });
}

}  // namespace

void api(const Publication& publication, SiteFiles& files) {
  const model::Archive& archive = publication.catalog.archive;
  const ApiWriter api(publication.catalog);
  const std::size_t threads = publication.threads;
  add(files, kSchemaAddress, [] { return std::string(kApiSchema); });
  add(files, kArchiveAddress, [&] { return archive_file(api); });
  for_each(archive.site.series, threads, [&](const model::Series& series) {
    add(files, series_address(series), [&] { return series_file(api, series); });
  });
  for_each(publication.catalog.index.topics, threads, [&](const auto& topic) {
    add(files, topic_address(topic.first), [&] { return topic_file(api, topic.first, topic.second); });
  });
  for_each(archive.editions, threads, [&](const model::Edition& edition) {
    files.add_about(
        pages::output_path(ApiWriter::edition_address(edition)),
        [&](const base::IsChanged& is_changed) { return shows_changed(archive, edition, is_changed); },
        [&] { return edition_file(api, edition); });
  });
  for_each(archive.papers, threads, [&](const model::PaperRecord& record) {
    files.add_about(
        pages::output_path(ApiWriter::paper_address(record.paper->id)),
        [&](const base::IsChanged& is_changed) { return is_changed(&record); },
        [&] { return paper_file(api, record); });
  });
}

}  // namespace paperboy::outputs
