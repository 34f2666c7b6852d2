#include "base/source.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "base/text.h"

namespace paperboy::base {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string without_byte_order_mark(std::string text) {
  if (starts_with(text, kByteOrderMark)) {
    text.erase(0, kByteOrderMark.size());
  }
  return text;
}

}  // namespace

Source::Text Source::with_lines(std::string bytes) {
  Text text;
  text.bytes = without_byte_order_mark(std::move(bytes));
  text.size = text.bytes.size();
  text.line_begins.push_back(0);
  for (std::size_t at = text.bytes.find('\n'); at != std::string::npos; at = text.bytes.find('\n', at + 1)) {
    text.line_begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return text;
}

Source::Source(std::string path, std::string bytes)
    : path_(std::move(path)), digest_(base::digest(bytes)), text_(with_lines(std::move(bytes))) {}

Source::Source(std::string path, std::string digest, ReadBytes read)
    : path_(std::move(path)), digest_(std::move(digest)), later_(std::make_unique<Later>()) {
  later_->read = std::move(read);
}

void Source::give_up_text(ReadBytes read_again) {
  if (later_ == nullptr) {
    later_ = std::make_unique<Later>();
    later_->read = std::move(read_again);
    std::string().swap(text_.bytes);  // assigning an empty string would keep the room
  }
}

const Source::Text& Source::wanted() const {
  if (later_ != nullptr) {
    std::call_once(later_->asked_for, [this] {
      std::optional<std::string> bytes = later_->read(path_);
      if (bytes && base::digest(*bytes) == digest_) {
        text_ = with_lines(*std::move(bytes));
      } else if (text_.line_begins.empty()) {
        text_ = with_lines({});
      }
    });
  }
  return text_;
}

std::string_view Source::text() const {
  return wanted().bytes;
}

Position Source::position(std::size_t offset) const {
  const Text& text = wanted();
  offset = std::min(offset, text.size);
  const auto next = std::upper_bound(text.line_begins.begin(), text.line_begins.end(), offset);
  Position position{static_cast<std::size_t>(next - text.line_begins.begin()), 1};
  std::size_t at = *(next - 1);
  while (at < offset && at < text.bytes.size()) {
    at += decode_utf8(text.bytes, at).size;
    // An offset inside a character belongs to that character.
    if (at <= offset) {
      ++position.column;
    }
  }
  return position;
}

std::string_view Source::line(std::size_t number) const {
  const Text& text = wanted();
  if (number == 0 || number > text.line_begins.size() || text.bytes.size() < text.size) {
    return {};
  }
  const std::size_t begin = text.line_begins[number - 1];
  const std::size_t end = number < text.line_begins.size() ? text.line_begins[number] - 1 : text.size;
  std::string_view line = std::string_view(text.bytes).substr(begin, end - begin);
  if (ends_with(line, "\r")) {
    line.remove_suffix(1);
  }
  return line;
}

std::size_t Source::line_begin(std::size_t number) const {
  const Text& text = wanted();
  if (number == 0) {
    return 0;
  }
  return number > text.line_begins.size() ? text.size : text.line_begins[number - 1];
}

std::string_view SourceSpan::text() const {
  if (source == nullptr) {
    return {};
  }
  const std::string_view all = source->text();
  const std::size_t first = std::min<std::size_t>(begin, all.size());
  const std::size_t last = std::clamp<std::size_t>(end, first, all.size());
  return all.substr(first, last - first);
}

const Source& SourceStore::add(std::string path, std::string bytes) {
  return add(std::make_unique<Source>(std::move(path), std::move(bytes)));
}

const Source& SourceStore::add(std::string path, std::string digest, ReadBytes read) {
  return add(std::make_unique<Source>(std::move(path), std::move(digest), std::move(read)));
}

const Source& SourceStore::add(std::unique_ptr<Source> source) {
  const std::scoped_lock lock(mutex_);
  sources_.push_back(std::move(source));
  const Source& added = *sources_.back();
  by_path_[added.path()] = &added;
  return added;
}

void SourceStore::give_up_texts(const ReadBytes& read_again) {
  for (const std::unique_ptr<Source>& source : sources_) {
    source->give_up_text(read_again);
  }
}

const Source* SourceStore::find(const std::string& path) const {
  const std::scoped_lock lock(mutex_);
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : found->second;
}

}  // namespace paperboy::base
