#include "pipeline/build_report.h"

#include <algorithm>
#include <iterator>

#include "base/date.h"
#include "base/text.h"

namespace paperboy::pipeline {

namespace {

std::vector<FileSize> largest_pages(const std::vector<FileSize>& files) {
  constexpr std::size_t kShown = 3;
  std::vector<FileSize> pages;
  std::copy_if(files.begin(), files.end(), std::back_inserter(pages),
               [](const FileSize& file) { return base::ends_with(file.path, ".html"); });
  const auto is_larger = [](const FileSize& a, const FileSize& b) {
    return a.bytes != b.bytes ? a.bytes > b.bytes : a.path < b.path;
  };
  const auto shown = pages.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, pages.size()));
  std::partial_sort(pages.begin(), shown, pages.end(), is_larger);
  pages.erase(shown, pages.end());
  return pages;
}

}  // namespace

BuildReport report_archive(const model::Archive& archive, std::size_t pages) {
  BuildReport report;
  report.pages = pages;
  report.papers = archive.papers.size();
  report.editions = archive.editions.size();
  if (!archive.editions.empty()) {
    report.days =
        base::day_number(archive.editions.back().date) - base::day_number(archive.editions.front().date) + 1;
  }
  return report;
}

void report_files(const std::vector<FileSize>& files, BuildReport& report) {
  report.files = files.size();
  for (const FileSize& file : files) {
    report.bytes += file.bytes;
  }
  report.largest = largest_pages(files);
}

}  // namespace paperboy::pipeline
