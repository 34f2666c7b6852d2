#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "importers/page_text.h"

namespace paperboy::importers {
namespace {

constexpr std::string_view kBullet = "•";

// Marks that Markdown would take for its own. The prompt's words stay as they are.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside_word =
        i > 0 && i + 1 < text.size() && !base::is_space(text[i - 1]) && !base::is_space(text[i + 1]);
    const char c = text[i];
    if (c == '*' || c == '`' || c == '<' || c == '\\' || c == '$' || (c == '_' && !inside_word) ||
        (i == 0 && (c == '#' || c == '>' || c == '-' || c == '+')))
      out += '\\';
    out += c;
  }
  return out;
}

// Pasted headings have lost their marks: short lines that stand alone and end like no sentence.
bool is_heading(std::string_view line) {
  if (line.empty() || line.size() > 60 || line[0] < 'A' || line[0] > 'Z')
    return false;
  return std::string_view(".:,;!?").find(line.back()) == std::string_view::npos;
}

std::string_view heading_marks(std::string_view line) {
  if (line == "System Prompt" || line == "User Prompt")
    return "## ";
  return base::ends_with(line, " Scoring") ? "#### " : "### ";
}

// "1. Topic - Keep: … - Filter: …": the points of a list that were pasted into its line.
std::string with_points(std::string text) {
  const std::size_t dot = text.find('.');
  if (dot > 3 || text.compare(dot, 2, ". ") != 0)
    return text;
  for (const std::string_view point : {"Keep:", "Filter:", "Relevant:", "Irrelevant:"})
    text = base::replace_all(text, " - " + std::string(point), "\n   - " + std::string(point));
  return text;
}

std::string markdown_line(std::string_view line, bool alone) {
  if (line.front() == '{')
    return "```\n" + std::string(line) + "\n```";
  if (alone && is_heading(line))
    return std::string(heading_marks(line)) + std::string(line);
  return with_points(escaped(line));
}

}  // namespace

ContentFile page_prompt(Piece title, Piece body) {
  std::vector<std::string_view> lines;
  for (const std::string_view line : base::split(body.text(), '\n')) lines.push_back(base::trim(line));
  const auto blank = [&](std::size_t i) { return i >= lines.size() || lines[i].empty(); };
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (blank(i))
      continue;
    const bool follows = i > 0 && !blank(i - 1);
    if (follows)  // points of a list keep a line each
      text += base::starts_with(lines[i], kBullet) ? "\\\n" : "\n";
    else if (!text.empty())
      text += "\n\n";
    text += markdown_line(lines[i], !follows && blank(i + 1));
  }
  const std::string name = "selection-" + base::digest(text).substr(0, 8);
  return {"content/prompts/" + name + ".md", Mapping().set("title", text_of(title)).build(),
          text_value(text + "\n", body.span())};
}

}  // namespace paperboy::importers
