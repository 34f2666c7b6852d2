#include "markup/markdown_guard.h"

#include <algorithm>

#include "base/text.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kMaxBytes = 256u << 10;
constexpr std::size_t kMaxNesting = 100;
constexpr std::size_t kMaxColumns = 100;
constexpr std::size_t kMaxCells = 20'000;
// Per block of lines without a blank one between.
constexpr std::size_t kMaxBrackets = 6'000;
constexpr std::size_t kMaxDelimiterRuns = 10'000;
// Bytes cmark would walk through again and again.
constexpr std::size_t kMaxRescan = 24u << 20;
// Bytes that reference links may copy.
constexpr std::size_t kMaxReferenceCopies = 4u << 20;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Dashes, colons and pipes only: what may turn the lines above it into a table.
bool is_delimiter_row(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of(" \t\r|:->") == std::string_view::npos;
}

std::size_t count(std::string_view text, char wanted) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), wanted));
}

// Markers of quotations and lists at the start of a line, each of which opens a level.
std::size_t opened_levels(std::string_view line) {
  std::size_t levels = 0;
  std::size_t i = 0;
  while (i < line.size()) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789", i), line.size());
    const std::size_t marker = digits - i < 10 ? digits : i;
    const bool ordered = marker > i && marker < line.size() && (line[marker] == '.' || line[marker] == ')');
    const bool bullet = line[i] == '-' || line[i] == '*' || line[i] == '+';
    if (line[i] == '>' || ordered || bullet) {
      ++levels;
      i = ordered ? marker + 1 : i + 1;
    } else if (line[i] == ' ' || line[i] == '\t') {
      ++i;
    } else {
      break;
    }
  }
  return levels;
}

// Walks the lines once, keeping the sums of the block it is in.
class Guard {
 public:
  explicit Guard(std::string_view text) : text_(text) {}

  std::optional<MarkdownRefusal> run() {
    if (text_.size() > kMaxBytes) {
      return MarkdownRefusal{0, "it is longer than " + std::to_string(kMaxBytes) + " bytes"};
    }
    std::size_t begin = 0;
    while (begin < text_.size() && !refusal_) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      line(text_.substr(begin, end - begin), begin);
      begin = end + 1;
    }
    end_block();
    const std::size_t copies = longest_definition_ * count(text_, '[');
    if (copies > kMaxReferenceCopies) {
      refuse(0, "its reference links would repeat a long address too often");
    }
    return refusal_;
  }

 private:
  void refuse(std::size_t offset, std::string reason) {
    if (!refusal_) {
      refusal_ = MarkdownRefusal{offset, std::move(reason)};
    }
  }

  void line(std::string_view line, std::size_t begin) {
    if (is_blank(line)) {
      end_block();
      block_begin_ = begin + line.size();
      return;
    }
    if (opened_levels(line) > kMaxNesting) {
      refuse(begin, "it is nested deeper than " + std::to_string(kMaxNesting) + " levels");
    }
    table(line, begin);
    definition(line);
    inlines(line);
    block_bytes_ += line.size() + 1;
  }

  // cmark reads the whole paragraph again at each line that could be a table's second one, and fills
  // every later row up to the table's width.
  void table(std::string_view line, std::size_t begin) {
    const std::size_t pipes = count(line, '|');
    if (is_delimiter_row(line)) {
      rescanned_ += block_bytes_;
      columns_ = std::max(columns_, pipes + 1);
      rescanned_ += block_pipes_ * block_pipes_ / 4;
    } else if (columns_ > 0) {
      cells_ += columns_;
    }
    block_pipes_ += pipes;
    if (columns_ > kMaxColumns) {
      refuse(begin, "a table has more than " + std::to_string(kMaxColumns) + " columns");
    }
    if (cells_ > kMaxCells) {
      refuse(begin, "its tables have more than " + std::to_string(kMaxCells) + " cells");
    }
    if (rescanned_ > kMaxRescan) {
      refuse(begin, "too many of its lines could begin a table");
    }
  }

  // `[label]: address`, which may go on over the lines below it.
  void definition(std::string_view line) {
    const std::size_t start = line.find_first_not_of(" \t>");
    const std::size_t colon = line.find("]:");
    if (start != std::string_view::npos && line[start] == '[' && colon != std::string_view::npos) {
      definition_bytes_ = 1;
    }
    if (definition_bytes_ > 0) {
      definition_bytes_ += line.size();
      longest_definition_ = std::max(longest_definition_, definition_bytes_);
    }
  }

  void inlines(std::string_view line) {
    brackets_ += count(line, '[');
    angles_ += count(line, '<');
    char before = '\0';
    for (const char c : line) {
      runs_ += (c == '*' || c == '_' || c == '~') && c != before ? 1u : 0u;
      before = c;
    }
  }

  void end_block() {
    if (brackets_ > kMaxBrackets) {
      refuse(block_begin_, "a paragraph has more than " + std::to_string(kMaxBrackets) + " brackets");
    }
    if (runs_ > kMaxDelimiterRuns) {
      refuse(block_begin_,
             "a paragraph has more than " + std::to_string(kMaxDelimiterRuns) + " emphasis marks");
    }
    if (angles_ * block_bytes_ > kMaxRescan) {
      refuse(block_begin_, "a paragraph has too many signs < that begin no tag");
    }
    brackets_ = runs_ = angles_ = block_bytes_ = block_pipes_ = columns_ = definition_bytes_ = 0;
  }

  std::string_view text_;
  std::optional<MarkdownRefusal> refusal_;
  std::size_t block_begin_ = 0;
  std::size_t block_bytes_ = 0;
  std::size_t block_pipes_ = 0;
  std::size_t columns_ = 0;
  std::size_t cells_ = 0;
  std::size_t rescanned_ = 0;
  std::size_t brackets_ = 0;
  std::size_t runs_ = 0;
  std::size_t angles_ = 0;
  std::size_t definition_bytes_ = 0;
  std::size_t longest_definition_ = 0;
};

}  // namespace

std::optional<MarkdownRefusal> check_markdown(std::string_view markdown) {
  return Guard(markdown).run();
}

}  // namespace paperboy::markup
