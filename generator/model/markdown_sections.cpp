#include "model/markdown_sections.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.h"
#include "model/markdown_facts.h"
#include "model/title_key.h"

namespace paperboy::model {
namespace {

struct PartName {
  std::string_view key;  // as title_key() has it, without digits
  SectionKind kind;
};
constexpr auto kPartNames = std::to_array<PartName>({
    {"top", SectionKind::TopPicks},          {"toppicks", SectionKind::TopPicks},
    {"editorspicks", SectionKind::TopPicks}, {"editorpicks", SectionKind::TopPicks},
    {"本周top推荐", SectionKind::TopPicks},  {"本周top", SectionKind::TopPicks},
    {"本周推荐", SectionKind::TopPicks},     {"本月推荐", SectionKind::TopPicks},
    {"今日推荐", SectionKind::TopPicks},     {"本期推荐", SectionKind::TopPicks},
    {"top推荐", SectionKind::TopPicks},      {"编辑推荐", SectionKind::TopPicks},
    {"keywords", SectionKind::Keywords},     {"keyword", SectionKind::Keywords},
    {"关键词", SectionKind::Keywords},       {"本周关键词", SectionKind::Keywords},
    {"本月关键词", SectionKind::Keywords},   {"今日关键词", SectionKind::Keywords},
    {"本期关键词", SectionKind::Keywords},   {"themes", SectionKind::Themes},
    {"theme", SectionKind::Themes},          {"主题", SectionKind::Themes},
    {"本周主题", SectionKind::Themes},       {"本月主题", SectionKind::Themes},
    {"今日主题", SectionKind::Themes},       {"本期主题", SectionKind::Themes},
    {"summary", SectionKind::Summary},       {"摘要", SectionKind::Summary},
    {"本周摘要", SectionKind::Summary},      {"本期摘要", SectionKind::Summary},
    {"今日摘要", SectionKind::Summary},
});

std::optional<SectionKind> part_called(std::string_view name) {
  if (name.size() > 60)
    return std::nullopt;
  std::string key = title_key(name);
  std::erase_if(key, [](char c) { return c >= '0' && c <= '9'; });
  for (const PartName& part : kPartNames)
    if (part.key == key)
      return part.kind;
  return std::nullopt;
}

struct HashHeading {
  int level = 0;  // 0: none
  std::string_view text;
};

HashHeading read_hash_heading(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes == 0 || hashes > 6 || (hashes < line.size() && !base::is_space(line[hashes])))
    return {};
  std::string_view text = base::trim(line.substr(hashes));
  const std::size_t end = text.find_last_not_of('#');
  if (end == std::string_view::npos)
    text = {};
  else if (end + 1 < text.size() && base::is_space(text[end]))
    text = base::trim(text.substr(0, end + 1));
  return {static_cast<int>(hashes), text};
}

bool is_underline(std::string_view line, char mark) {
  return line.size() >= 3 && line.find_first_not_of(mark) == std::string_view::npos;
}

class SectionSplitter {
 public:
  SectionSplitter(const MarkdownLines& lines, const Site& site) : lines_(lines), site_(site) {}

  std::vector<Section> split() {
    open({}, 0);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_.is_blank(i) || lines_.is_code(i))
        continue;
      if (!read_hash(i) && !read_underlined(i) && !read_part(i))
        read_plain_title(i);
    }
    sections_.back().last = lines_.size();
    return std::move(sections_);
  }

 private:
  // Begins a section whose lines begin at `first`.
  void open(Section section, std::size_t first) {
    if (!sections_.empty())
      sections_.back().last = std::min(section.line, lines_.size());
    section.first = first;
    sections_.push_back(section);
  }

  // Below "Top 3" deeper headings are picks, not sections.
  bool belongs_to_picks(int level) const {
    const Section& current = sections_.back();
    return current.kind == SectionKind::TopPicks &&
           level > (current.level == kPlainLevel ? 2 : current.level);
  }

  bool read_hash(std::size_t i) {
    const HashHeading heading = read_hash_heading(lines_[i]);
    if (heading.level == 0)
      return false;
    add_heading(heading.level, heading.text, i, i + 1);
    return true;
  }

  bool read_underlined(std::size_t i) {
    if (!lines_.begins_paragraph(i))
      return false;
    const int level = is_underline(lines_[i + 1], '=') ? 1 : is_underline(lines_[i + 1], '-') ? 2 : 0;
    if (level != 0)
      add_heading(level, lines_[i], i, i + 2);
    return level != 0;
  }

  void add_heading(int level, std::string_view text, std::size_t line, std::size_t first) {
    const std::optional<SectionKind> part = part_called(split_heading(text).title);
    if (!part && belongs_to_picks(level))
      return;
    Section section;
    section.kind = part.value_or(SectionKind::Heading);
    section.level = level;
    section.line = line;
    section.heading = split_heading(text);
    open(section, first);
  }

  // "本周关键词" standing alone, or "本周主题：A、B。".
  bool read_part(std::size_t i) {
    if (!lines_.begins_paragraph(i))
      return false;
    Section section;
    section.line = i;
    if (const std::optional<SectionKind> part = part_called(lines_[i]); part && lines_.stands_alone(i)) {
      section.kind = *part;
      open(section, i + 1);
      return true;
    }
    const LabelledLine labelled = split_label(lines_[i]);
    const std::optional<SectionKind> part = part_called(labelled.label);
    if (!part || *part == SectionKind::TopPicks || labelled.value.empty() || is_fact(i))
      return false;
    section.kind = *part;
    section.value = *part == SectionKind::Summary ? paragraph_from(labelled.value, i) : labelled.value;
    open(section, i + 1);
    // What follows is the edition's own text again.
    Section text;
    text.line = i + 1;
    std::size_t end = i + 1;
    while (*part == SectionKind::Summary && end < lines_.size() && !lines_.is_blank(end)) ++end;
    text.line = end;
    open(text, end);
    return true;
  }

  // From a view in line `i` to the end of its paragraph.
  std::string_view paragraph_from(std::string_view begin, std::size_t i) const {
    std::size_t last = i;
    while (last + 1 < lines_.size() && !lines_.is_blank(last + 1)) ++last;
    const char* end = lines_[last].data() + lines_[last].size();
    return {begin.data(), static_cast<std::size_t>(end - begin.data())};
  }

  // Directly below a paper's title "主题：…" and "摘要：…" are the paper's.
  bool is_fact(std::size_t i) const {
    const Section& current = sections_.back();
    if (current.kind != SectionKind::Heading || current.level == 1 || !read_fact(lines_[i], site_))
      return false;
    for (std::size_t line = current.first; line < i; ++line)
      if (!lines_.is_blank(line) && !read_fact(lines_[line], site_))
        return false;
    return true;
  }

  // "3. The Title" or "**The Title**" followed by an address, or holding one.
  void read_plain_title(std::size_t i) {
    if (!lines_.begins_paragraph(i))
      return;
    const std::string_view line = lines_[i];
    const bool numbered = !leading_number(line).empty();
    const bool bold = without_emphasis(line) != line && base::starts_with(line, "**");
    if (!numbered && !bold)
      return;
    const HeadingParts parts = split_heading(line);
    const bool holds_address =
        !parts.reference.empty() && lines_.stands_alone(i) && sections_.back().kind != SectionKind::TopPicks;
    if (!holds_address && !address_follows(i))
      return;
    Section section;
    section.kind = SectionKind::Heading;
    section.line = i;
    section.heading = parts;
    open(section, i + 1);
  }

  bool address_follows(std::size_t i) const {
    const std::optional<Fact> fact = read_fact(lines_[lines_.next_text(i + 1)], site_);
    return fact && (fact->kind == FactKind::Reference || fact->kind == FactKind::Link);
  }

  const MarkdownLines& lines_;
  const Site& site_;
  std::vector<Section> sections_;
};

}  // namespace

std::vector<Section> split_sections(const MarkdownLines& lines, const Site& site) {
  return SectionSplitter(lines, site).split();
}

}  // namespace paperboy::model
