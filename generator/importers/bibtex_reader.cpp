#include <algorithm>
#include <optional>

#include "base/text.h"
#include "importers/bibtex.h"

namespace paperboy::importers {
namespace {

bool is_name_character(char c) {
  return static_cast<unsigned char>(c) > 0x20 &&
         std::string_view("{}\"#%'(),=@").find(c) == std::string_view::npos;
}

class BibReader {
 public:
  BibReader(const base::Source& source, base::Diagnostics& diagnostics)
      : source_(source), text_(source.text()), diagnostics_(diagnostics) {}

  BibFile read() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      at_ = next_entry(at_);
      keep_comment(begin, at_);
      if (at_ < text_.size())
        read_entry();
    }
    return std::move(file_);
  }

 private:
  base::SourceSpan span(std::size_t begin, std::size_t end) const {
    return {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
  }

  void keep_comment(std::size_t begin, std::size_t end) {
    const std::string_view inner = base::trim(text_.substr(begin, end - begin));
    if (inner.find_first_not_of("{}(),%\"") == std::string_view::npos)
      return;
    const auto first = static_cast<std::size_t>(inner.data() - text_.data());
    file_.comments.push_back(span(first, first + inner.size()));
  }

  // Where `@word{` or `@word(` stands at or after a place.
  std::size_t next_entry(std::size_t from) const {
    for (std::size_t at = text_.find('@', from); at != std::string_view::npos; at = text_.find('@', at + 1))
      if (begins_entry(at))
        return at;
    return text_.size();
  }

  bool begins_entry(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < text_.size() && is_name_character(text_[end])) ++end;
    if (end == at + 1)
      return false;
    while (end < text_.size() && base::is_space(text_[end])) ++end;
    return end < text_.size() && (text_[end] == '{' || text_[end] == '(');
  }

  void skip_space() {
    while (at_ < text_.size() && base::is_space(text_[at_])) ++at_;
  }
  bool at_character(char c) const { return at_ < text_.size() && text_[at_] == c; }

  base::SourceSpan read_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    return span(begin, at_);
  }

  void read_entry() {
    BibEntry entry;
    const std::size_t begin = at_++;
    entry.type = read_name();
    skip_space();
    const char close = text_[at_] == '(' ? ')' : '}';
    ++at_;
    end_ = find_end(begin, at_, close);
    const std::string type = base::to_lower_ascii(entry.type.text());
    if (type == "comment" || type == "preamble") {
      at_ = std::min(end_ + 1, text_.size());
      keep_comment(begin, at_);
      return;
    }
    skip_space();
    if (type != "string")
      read_key(entry);
    read_fields(entry);
    entry.rest = span(at_, end_);
    if (!base::trim(entry.rest.text()).empty())
      diagnostics_.warning(entry.rest, "unparsed-line",
                           "from here on this entry cannot be read; it is kept under `extra`");
    at_ = std::min(end_ + 1, text_.size());
    entry.whole = span(begin, at_);
    file_.entries.push_back(std::move(entry));
  }

  // Keys may hold anything but a comma.
  void read_key(BibEntry& entry) {
    const std::size_t comma = std::min(text_.find_first_of(",=", at_), end_);
    if (comma < end_ && text_[comma] == '=')
      return;  // an entry without a key
    const std::string_view key = base::trim(text_.substr(at_, comma - at_));
    entry.key = span(at_, at_ + key.size());
    at_ = std::min(comma + 1, end_);
  }

  // The closing bracket of an entry that was opened before `from`. When it is missing, where the next entry
  // begins on a line of its own.
  std::size_t find_end(std::size_t begin, std::size_t from, char close) {
    std::size_t depth = 0;
    for (std::size_t at = from; at < text_.size(); ++at) {
      const char c = text_[at];
      if (depth == 0 && c == close)
        return at;
      if (c == '{')
        ++depth;
      else if (c == '}' && depth > 0)
        --depth;
      else if (c == '@' && at > 0 && text_[at - 1] == '\n' && begins_entry(at))
        return report_unclosed(begin, at);
    }
    return report_unclosed(begin, text_.size());
  }

  std::size_t report_unclosed(std::size_t begin, std::size_t end) {
    diagnostics_.warning(span(begin, begin + 1), "unclosed-entry", "this entry is never closed",
                         "look for a missing `}`; what could be read was taken");
    return end - (end < text_.size() ? 1 : 0);
  }

  void read_fields(BibEntry& entry) {
    while (true) {
      while (at_ < end_ && (base::is_space(text_[at_]) || text_[at_] == ',')) ++at_;
      if (at_ >= end_)
        return;
      const std::size_t begin = at_;
      BibField field;
      field.name = read_name();
      skip_space();
      if (field.name.text().empty() || !at_character('=') || at_ >= end_) {
        at_ = begin;
        return;
      }
      ++at_;
      if (!read_value(field)) {
        at_ = begin;
        return;
      }
      entry.fields.push_back(std::move(field));
    }
  }

  bool read_value(BibField& field) {
    skip_space();
    const std::size_t begin = at_;
    while (true) {
      const std::optional<BibPart> part = read_part();
      if (!part)
        return false;
      field.parts.push_back(*part);
      field.value = span(begin, at_);
      skip_space();
      if (!at_character('#') || at_ >= end_)
        return true;
      ++at_;
      skip_space();
    }
  }

  std::optional<BibPart> read_part() {
    if (at_ >= end_)
      return std::nullopt;
    if (text_[at_] != '{' && text_[at_] != '"') {
      const base::SourceSpan name = read_name();
      if (name.text().empty())
        return std::nullopt;
      return BibPart{name, name.text().find_first_not_of("0123456789") != std::string_view::npos};
    }
    const char close = text_[at_] == '{' ? '}' : '"';
    const std::size_t begin = ++at_;
    std::size_t depth = 0;
    for (; at_ < end_; ++at_) {
      const char c = text_[at_];
      // Not BibTeX, but written all the same: "G\"odel".
      if (c == '\\' && close == '"' && at_ + 1 < end_ && text_[at_ + 1] == '"')
        ++at_;
      else if (depth == 0 && c == close)
        return BibPart{span(begin, at_++), false};
      else if (c == '{')
        ++depth;
      else if (c == '}' && depth > 0)
        --depth;
    }
    return std::nullopt;
  }

  const base::Source& source_;
  std::string_view text_;
  base::Diagnostics& diagnostics_;
  BibFile file_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;  // of the entry being read
};

}  // namespace

BibFile read_bibtex(const base::Source& source, base::Diagnostics& diagnostics) {
  return BibReader(source, diagnostics).read();
}

}  // namespace paperboy::importers
