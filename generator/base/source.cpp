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

Source::Source(std::string path, std::string text)
    : path_(std::move(path)), text_(without_byte_order_mark(std::move(text))), size_(text_.size()) {
  line_begins_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    line_begins_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

void Source::give_up_text(ReadAgain read_again) {
  if (given_up_ != nullptr) {
    return;
  }
  auto given_up = std::make_unique<GivenUp>();
  given_up->digest = short_digest(text());
  given_up->read_again = std::move(read_again);
  given_up_ = std::move(given_up);
  std::string().swap(text_);  // assigning an empty string would keep the room
}

std::string_view Source::text() const {
  if (given_up_ == nullptr) {
    return text_;
  }
  std::call_once(given_up_->asked_for, [this] {
    std::string text = without_byte_order_mark(given_up_->read_again(path_).value_or(""));
    if (short_digest(text) == given_up_->digest) {
      given_up_->text = std::move(text);
    }
  });
  return given_up_->text;
}

Position Source::position(std::size_t offset) const {
  offset = std::min(offset, size_);
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  Position position{static_cast<std::size_t>(next - line_begins_.begin()), 1};
  std::size_t at = *(next - 1);
  const std::string_view all = text();
  while (at < offset && at < all.size()) {
    at += decode_utf8(all, at).size;
    // An offset inside a character belongs to that character.
    if (at <= offset) {
      ++position.column;
    }
  }
  return position;
}

std::string_view Source::line(std::size_t number) const {
  const std::string_view all = text();
  if (number == 0 || number > line_begins_.size() || all.size() < size_) {
    return {};
  }
  const std::size_t begin = line_begins_[number - 1];
  const std::size_t end = number < line_begins_.size() ? line_begins_[number] - 1 : size_;
  std::string_view line = all.substr(begin, end - begin);
  if (ends_with(line, "\r")) {
    line.remove_suffix(1);
  }
  return line;
}

std::size_t Source::line_begin(std::size_t number) const {
  if (number == 0) {
    return 0;
  }
  return number > line_begins_.size() ? size_ : line_begins_[number - 1];
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

const Source& SourceStore::add(std::string path, std::string text) {
  auto source = std::make_unique<Source>(std::move(path), std::move(text));
  const std::scoped_lock lock(mutex_);
  sources_.push_back(std::move(source));
  const Source& added = *sources_.back();
  by_path_[added.path()] = &added;
  return added;
}

void SourceStore::give_up_texts(const ReadAgain& read_again) {
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
