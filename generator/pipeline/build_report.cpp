#include "pipeline/build_report.h"

#include <algorithm>
#include <iterator>

#include "base/date.h"
#include "base/text.h"

namespace paperboy::pipeline {

namespace {

std::vector<FileSize> largest_pages(const std::vector<FileView>& files) {
  constexpr std::size_t kShown = 3;
  std::vector<FileView> pages;
  std::copy_if(files.begin(), files.end(), std::back_inserter(pages),
               [](const FileView& file) { return base::ends_with(file.path, ".html"); });
  const auto is_larger = [](const FileView& a, const FileView& b) {
    return a.bytes != b.bytes ? a.bytes > b.bytes : a.path < b.path;
  };
  const auto shown = pages.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, pages.size()));
  std::partial_sort(pages.begin(), shown, pages.end(), is_larger);
  std::vector<FileSize> largest;
  std::transform(pages.begin(), shown, std::back_inserter(largest), [](const FileView& page) {
    return FileSize{std::string(page.path), page.bytes};
  });
  return largest;
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

void report_files(const std::vector<FileView>& files, BuildReport& report) {
  report.files = files.size();
  for (const FileView& file : files) {
    report.bytes += file.bytes;
  }
  report.largest = largest_pages(files);
}

}  // namespace paperboy::pipeline
