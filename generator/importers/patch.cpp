#include "importers/patch.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "importers/content_writer.h"
#include "value/read.h"

namespace paperboy::importers {
namespace {

struct Edit {
  std::size_t begin;
  std::size_t end;
  std::string text;
};

class Patcher {
 public:
  explicit Patcher(const base::Source& source) : text_(source.text()) {}

  std::string run(const value::Value& before, const value::Value& after) {
    members(*before.object(), *after.object());
    // From the end, so that places before an edit stay true; edits at one place keep their order.
    std::stable_sort(edits_.begin(), edits_.end(),
                     [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    std::string result;
    std::size_t at = 0;
    for (const Edit& edit : edits_) {
      if (edit.begin < at)
        return {};  // two edits overlap
      result += std::string(text_.substr(at, edit.begin - at)) + edit.text;
      at = edit.end;
    }
    return result + std::string(text_.substr(at));
  }

 private:
  void members(const value::Object& before, const value::Object& after) {
    value::Object added;
    for (const value::Member& member : after.members()) {
      const value::Member* old = before.find_member(member.key);
      if (old == nullptr)
        added.add(member);
      else if (!same_tree(old->value, member.value))
        change(*old, member);
    }
    if (added.size() == 0 || before.size() == 0)
      return;
    const value::Member& last = before.members().back();
    insert_after(last.key_span, last.value.span(),
                 write_members(added, column(before.members().front().key_span.begin)));
  }

  void change(const value::Member& old, const value::Member& member) {
    if (in_lines(old.value) && old.value.object() != nullptr && member.value.object() != nullptr)
      members(*old.value.object(), *member.value.object());
    else if (in_lines(old.value) && can_extend(old.value, member.value))
      items(*old.value.array(), *member.value.array());
    else
      replace(old, member);
  }

  bool is_flow(const value::Value& value) const {
    const std::size_t begin = value.span().begin;
    return begin < text_.size() && (text_[begin] == '[' || text_[begin] == '{');
  }
  bool in_lines(const value::Value& value) const {
    const bool filled = (value.array() != nullptr && !value.array()->empty()) ||
                        (value.object() != nullptr && value.object()->size() > 0);
    return filled && !is_flow(value);
  }

  // Lists of mappings that only grew or changed inside.
  bool can_extend(const value::Value& before, const value::Value& after) const {
    if (before.array() == nullptr || after.array() == nullptr ||
        after.array()->size() < before.array()->size())
      return false;
    for (std::size_t i = 0; i < before.array()->size(); ++i) {
      const value::Value& old = (*before.array())[i];
      if (same_tree(old, (*after.array())[i]))
        continue;
      if (old.object() == nullptr || (*after.array())[i].object() == nullptr || !in_lines(old))
        return false;
    }
    return true;
  }

  void items(const value::Array& before, const value::Array& after) {
    for (std::size_t i = 0; i < before.size(); ++i)
      if (!same_tree(before[i], after[i]))
        members(*before[i].object(), *after[i].object());
    if (after.size() == before.size())
      return;
    const value::Array added(after.begin() + static_cast<std::ptrdiff_t>(before.size()), after.end());
    const base::SourceSpan last = before.back().span();
    const std::size_t dash = text_.rfind('-', before.front().span().begin);
    const bool airy = before.back().object() != nullptr && before.back().object()->find("id") != nullptr;
    if (dash == std::string_view::npos)
      return;
    const std::string text = write_items(added, column(dash), airy ? Spacing::Airy : Spacing::Tight);
    insert_after(last, last, (airy ? "\n" : "") + text);
  }

  void replace(const value::Member& old, const value::Member& member) {
    const std::size_t indent = column(old.key_span.begin);
    value::Object one;
    one.add(member);
    std::string text = write_members(one, indent).substr(indent);
    std::size_t end = std::max<std::size_t>(old.value.span().end, old.key_span.end);
    while (end > old.key_span.end && (text_[end - 1] == '\n' || text_[end - 1] == ' ')) --end;
    if (end == old.key_span.end)  // a key without a value
      end = text_.find(':', end) + 1;
    while (!text.empty() && text.back() == '\n') text.pop_back();
    edits_.push_back({old.key_span.begin, end, std::move(text)});
  }

  std::size_t column(std::size_t offset) const {
    const std::size_t line = text_.rfind('\n', offset == 0 ? 0 : offset - 1);
    return line == std::string_view::npos || offset == 0 ? offset : offset - line - 1;
  }

  void insert_after(base::SourceSpan key, base::SourceSpan last, std::string text) {
    std::size_t at = std::max<std::size_t>(last.end, key.end);
    while (at > key.end && at > 0 && (text_[at - 1] == '\n' || text_[at - 1] == ' ')) --at;
    at = text_.find('\n', at);
    if (at == std::string_view::npos) {
      at = text_.size();
      text = "\n" + text;
    } else {
      ++at;
    }
    edits_.push_back({at, at, std::move(text)});
  }

  std::string_view text_;
  std::vector<Edit> edits_;
};

bool reads_as(const std::string& text, const value::Value& root) {
  base::SourceStore sources;
  base::Diagnostics unheard;
  const base::Source& source = sources.add("content/patched.yaml", text);
  const std::optional<value::Value> read = value::read_yaml(source, value::Aliases::Allowed, unheard);
  return read && same_tree(*read, root);
}

}  // namespace

std::string patch_yaml(const base::Source& source, const value::Value& before, const value::Value& after) {
  if (same_tree(before, after))
    return std::string(source.text());
  if (before.object() != nullptr && after.object() != nullptr && before.object()->size() > 0) {
    std::string patched = Patcher(source).run(before, after);
    if (!patched.empty() && reads_as(patched, after))
      return patched;
  }
  return write_yaml(after);
}

bool same_tree(const value::Value& a, const value::Value& b) {
  if (a.scalar() != nullptr && b.scalar() != nullptr)
    return a.scalar()->text == b.scalar()->text;
  if (a.array() != nullptr && b.array() != nullptr)
    return std::equal(a.array()->begin(), a.array()->end(), b.array()->begin(), b.array()->end(), same_tree);
  if (a.object() == nullptr || b.object() == nullptr)
    return a.is_null() && b.is_null();
  const std::vector<value::Member>& members = a.object()->members();
  return a.object()->size() == b.object()->size() &&
         std::all_of(members.begin(), members.end(), [&](const value::Member& member) {
           const value::Value* other = b.object()->find(member.key);
           return other != nullptr && same_tree(member.value, *other);
         });
}

}  // namespace paperboy::importers
