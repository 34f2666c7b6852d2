#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <mutex>
#include <set>

#include "base/date.h"
#include "base/reads.h"
#include "outputs/outputs.h"
#include "pipeline/link.h"
#include "pipeline/load.h"
#include "support/memory_file_system.h"

// What a build keeps of the search index of the build before.
namespace paperboy::pipeline {
namespace {

using Files = std::map<std::string, std::string>;

// What one build knows for the next.
struct Left {
  struct Value {
    std::string bytes;
    std::set<std::string> papers;  // that it was made from, by id
  };
  std::map<std::string, Value> values;
  std::map<std::string, std::string> left;
  Files files;
};

class KeptValues final : public base::Memo {
 public:
  KeptValues(const model::Archive& archive, const Left& before, const std::set<std::string>& changed)
      : before_(before), changed_(changed) {
    for (const model::PaperRecord& record : archive.papers) {
      ids_[&record] = record.paper->id.canonical();
      for (const model::Appearance& appearance : record.appearances) {
        ids_[&archive.editions[appearance.edition].entries[appearance.entry]] = record.paper->id.canonical();
      }
    }
  }

  Value value(const std::string& name, MadeOf, const std::string&,
              const std::function<std::string()>& make) override {
    const auto known = before_.values.find(name);
    if (known != before_.values.end() && is_right(known->second)) {
      keep(name, known->second);
      return {known->second.bytes, true, std::nullopt};
    }
    Left::Value made;
    {
      base::Reads reads;
      made.bytes = make();
      for (const void* part : reads.parts()) {
        made.papers.insert(ids_.at(part));
      }
    }
    keep(name, made);
    return {made.bytes, false,
            known == before_.values.end() ? std::nullopt : std::optional(known->second.bytes)};
  }
  std::optional<std::string> left_before(const std::string& name) override {
    const auto found = before_.left.find(name);
    return found == before_.left.end() ? std::nullopt : std::optional(found->second);
  }
  void leave(const std::string& name, std::string bytes) override { now.left[name] = std::move(bytes); }

  Left now;

 private:
  bool is_right(const Left::Value& value) const {
    return std::none_of(changed_.begin(), changed_.end(),
                        [&](const std::string& id) { return value.papers.count(id) > 0; });
  }
  void keep(const std::string& name, const Left::Value& value) {
    const std::scoped_lock lock(mutex_);
    now.values[name] = value;
  }

  const Left& before_;
  const std::set<std::string>& changed_;
  std::map<const void*, std::string> ids_;
  std::mutex mutex_;
};

class WrittenFiles final : public outputs::SiteFiles {
 public:
  explicit WrittenFiles(const Files& before) : before_(before) {}

  void add(const std::string& path, const std::function<std::string()>& write) override {
    const std::scoped_lock lock(mutex_);
    CHECK(files.emplace(path, write()).second);
    added.insert(path);
  }
  void make(const std::string& path, const std::function<std::string()>& write) override { add(path, write); }
  void keep(const std::string& path) override {
    const std::scoped_lock lock(mutex_);
    CHECK(files.emplace(path, before_.at(path)).second);
  }

  Files files;
  std::set<std::string> added;

 private:
  const Files& before_;
  std::mutex mutex_;
};

struct Built {
  Left left;
  std::set<std::string> added;  // paths of files that were not kept
};

// The search index of an archive, over what was left of a build before in which some papers said something
// else.
Built build(const Files& content, const Left& before, const std::set<std::string>& changed) {
  tests::MemoryFileSystem files;
  files.files = content;
  base::SourceStore sources;
  base::Diagnostics diagnostics;
  KeptEditions nothing_kept;
  model::Archive archive = load_archive(files, sources, nothing_kept, 2, diagnostics);
  link_archive(archive, 2, diagnostics);
  pages::Texts texts;
  markup::MathRenderer math;
  pages::add_tex_texts(archive, texts);
  pages::add_markdown_texts(archive, texts);
  texts.convert(math, {}, 2, diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  base::NoMemo no_memo;
  const pages::ArchiveIndex index = pages::index_archive(archive, texts, no_memo);
  const pages::Addresses addresses(archive.site);
  const pages::PhrasesByLanguage phrases;
  KeptValues memo(archive, before, changed);
  const pages::Catalog catalog(archive, addresses, texts, index, phrases, memo);
  WrittenFiles written(before.files);
  outputs::search_index({catalog, {}, 2}, written);
  memo.now.files = std::move(written.files);
  return {std::move(memo.now), std::move(written.added)};
}

// Papers of a day each, with comments; enough for several blocks of the index.
constexpr int kPapers = 600;

Files archive_of_days() {
  Files archive = {{"content/site.yaml",
                    "title: Papers\nbase_url: https://example.org/\nseries: [{id: daily, title: Daily}]\n"}};
  for (int day = 0; day < kPapers; ++day) {
    const std::string date = base::to_string(base::add_days({2025, 1, 1}, day));
    archive["content/daily/" + date + ".yaml"] =
        "papers: [{id: '2501." + std::to_string(10'000 + day) + "', title: Model " +
        std::to_string(day * day) + " of worlds, abstract: It is a model., comment: Calm and new.}]\n";
  }
  return archive;
}

// The comment of that day's paper is another one.
Files with_comment(Files archive, const std::string& comment, const std::string& date) {
  std::string& bytes = archive.at("content/daily/" + date + ".yaml");
  bytes.replace(bytes.find("Calm and new."), 13, comment);
  return archive;
}

TEST_CASE("an index of which parts are kept is the one that would be made anew") {
  const Built before = build(archive_of_days(), {}, {});
  const Files edited = with_comment(archive_of_days(), "Calm and odd and newest.", "2025-10-28");
  const Built after = build(edited, before.left, {"arxiv:2501.10300"});
  const Built anew = build(edited, {}, {});
  CHECK(after.left.files == anew.left.files);
  CHECK(after.left.left == anew.left.left);
  CHECK(before.added.size() > 300);
  // The table, eight files of records, and those of words.
  CHECK(after.added.size() < 16);
  CHECK(after.added.count("search/index.json") == 1);
}

TEST_CASE("an index of which nothing has changed is kept whole") {
  const Built before = build(archive_of_days(), {}, {});
  const Built again = build(archive_of_days(), before.left, {});
  CHECK(again.added.empty());
  CHECK(again.left.files == before.left.files);
  CHECK(again.left.left == before.left.left);
}

}  // namespace
}  // namespace paperboy::pipeline
