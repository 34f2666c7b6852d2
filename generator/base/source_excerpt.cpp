#include "base/source_excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace paperboy::base {

namespace {

// A line wider than this is shown in part.
constexpr std::size_t kWindowCells = 160;
constexpr std::size_t kCellsBeforeCaret = 60;
// Bounds the work on lines of megabytes (minified JSON).
constexpr std::size_t kBytesBeforeCaret = 1024;
constexpr std::size_t kBytesAfterCaret = 4096;
constexpr std::size_t kTabCells = 8;

bool steers_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x061C || c == 0x200B || c == 0x200E ||
         c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

std::string visible_character(std::string_view text, std::size_t at, Decoded decoded) {
  if (decoded.character == 0xFFFD && decoded.size == 1) {
    return fmt::format("<0x{:02X}>", static_cast<unsigned char>(text[at]));
  }
  if (steers_terminal(decoded.character) || find_bad_character(text.substr(at, decoded.size))) {
    return fmt::format("<U+{:04X}>", static_cast<unsigned>(decoded.character));
  }
  return std::string(text.substr(at, decoded.size));
}

// One character of a source line as it is printed.
struct Cell {
  std::string text;
  std::size_t width = 1;
  bool is_marked = false;
};

// Byte offsets within a line.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Cell> cells_of(std::string_view line, Range shown, Range marked) {
  std::vector<Cell> cells;
  for (std::size_t at = shown.begin; at < shown.end;) {
    const Decoded decoded = decode_utf8(line, at);
    Cell cell;
    if (decoded.character == '\t') {
      cell = {"\t", kTabCells, false};
    } else {
      cell.text = visible_character(line, at, decoded);
      cell.width = display_width(cell.text);
    }
    cell.is_marked = at + decoded.size > marked.begin && at < marked.end;
    if (cell.width == 0 && !cells.empty()) {
      // A combining mark takes no place of its own.
      cells.back().text += cell.text;
      cells.back().is_marked = cells.back().is_marked || cell.is_marked;
    } else {
      cells.push_back(std::move(cell));
    }
    at += decoded.size;
  }
  return cells;
}

std::size_t width_of(const std::vector<Cell>& cells) {
  std::size_t width = 0;
  for (const Cell& cell : cells) {
    width += cell.width;
  }
  return width;
}

Range bounded(std::string_view line, std::size_t caret) {
  Range range{caret > kBytesBeforeCaret ? caret - kBytesBeforeCaret : 0,
              std::min(line.size(), caret + kBytesAfterCaret)};
  const auto is_inside_character = [line](std::size_t at) {
    return at > 0 && at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
  };
  for (int i = 0; i < 3 && is_inside_character(range.begin); ++i) {
    ++range.begin;
  }
  for (int i = 0; i < 3 && is_inside_character(range.end); ++i) {
    --range.end;
  }
  return range;
}

// Which cells to show: all of a line that is not too wide, else a window around the first marked one.
Range window(const std::vector<Cell>& cells) {
  if (width_of(cells) <= kWindowCells) {
    return {0, cells.size()};
  }
  const auto marked =
      std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.is_marked; });
  Range range;
  range.begin = static_cast<std::size_t>(marked - cells.begin());
  std::size_t before = 0;
  while (range.begin > 0 && before + cells[range.begin - 1].width <= kCellsBeforeCaret) {
    before += cells[--range.begin].width;
  }
  range.end = range.begin;
  std::size_t width = 0;
  while (range.end < cells.size() && width + cells[range.end].width <= kWindowCells) {
    width += cells[range.end++].width;
  }
  return range;
}

// Tabs are kept, so that carets stand right whatever the terminal's tab stops are.
std::string carets_for(const std::vector<Cell>& cells, Range shown, bool is_cut_left) {
  std::string carets = is_cut_left ? " " : "";
  bool has_caret = false;
  for (std::size_t i = shown.begin; i < shown.end; ++i) {
    const Cell& cell = cells[i];
    if (cell.text == "\t") {
      // A tab that is itself what is wrong gets its caret at the place it begins.
      const bool is_only_mark =
          cell.is_marked && !has_caret && (i + 1 == shown.end || !cells[i + 1].is_marked);
      carets += is_only_mark ? "^" : "\t";
      has_caret = has_caret || is_only_mark;
    } else {
      carets.append(cell.width, cell.is_marked ? '^' : ' ');
      has_caret = has_caret || (cell.is_marked && cell.width > 0);
    }
  }
  if (!has_caret) {
    carets += '^';
  }
  const std::size_t last = carets.find_last_of('^');
  return carets.substr(0, last + 1);
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    out += visible_character(text, at, decoded);
    at += decoded.size;
  }
  return out;
}

SourceExcerpt excerpt(const SourceSpan& span) {
  const Source& source = *span.source;
  SourceExcerpt out;
  out.line = source.position(span.begin).line;
  const std::string_view line = source.line(out.line);
  const std::size_t begin = source.line_begin(out.line);
  const std::size_t first = std::min<std::size_t>(span.begin - begin, line.size());
  const std::size_t last = std::clamp<std::size_t>(span.end - begin, first + 1, line.size() + 1);

  const Range slice = bounded(line, first);
  const std::vector<Cell> cells = cells_of(line, slice, {first, last});
  const Range shown = window(cells);
  const bool is_cut_left = slice.begin > 0 || shown.begin > 0;
  const bool is_cut_right = slice.end < line.size() || shown.end < cells.size();
  out.text = is_cut_left ? "…" : "";
  for (std::size_t i = shown.begin; i < shown.end; ++i) {
    out.text += cells[i].text;
  }
  out.text += is_cut_right ? "…" : "";
  out.carets = carets_for(cells, shown, is_cut_left);
  return out;
}

}  // namespace paperboy::base
