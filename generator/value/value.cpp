#include "value/value.h"

#include <functional>

namespace paperboy::value {
namespace {

// Below this a scan over the members is faster than hashing.
constexpr std::size_t kIndexedFrom = 16;

std::size_t hash_of(std::string_view key) {
  return std::hash<std::string_view>{}(key);
}

}  // namespace

std::size_t Object::size() const {
  return members_.size();
}

const Member* Object::find_member(std::string_view key) const {
  if (slots_.empty()) {
    for (const Member& member : members_) {
      if (member.key == key) {
        return &member;
      }
    }
    return nullptr;
  }
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash_of(key) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Member& member = members_[slots_[slot] - 1];
    if (member.key == key) {
      return &member;
    }
  }
  return nullptr;
}

const Value* Object::find(std::string_view key) const {
  const Member* member = find_member(key);
  return member == nullptr ? nullptr : &member->value;
}

void Object::add(Member member) {
  members_.push_back(std::move(member));
  if (members_.size() <= kIndexedFrom) {
    return;
  }
  if (members_.size() * 2 > slots_.size()) {
    rebuild_index();
  } else {
    index(static_cast<std::uint32_t>(members_.size() - 1));
  }
}

// Equal keys stand in one probe chain in the order of adding, so finding gives the first.
void Object::index(std::uint32_t member) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(members_[member].key) & mask;
  while (slots_[slot] != 0) {
    slot = (slot + 1) & mask;
  }
  slots_[slot] = member + 1;
}

void Object::rebuild_index() {
  std::size_t size = kIndexedFrom * 4;
  while (size < members_.size() * 4) {
    size *= 2;
  }
  slots_.assign(size, 0);
  for (std::uint32_t member = 0; member < members_.size(); ++member) {
    index(member);
  }
}

std::string_view Value::kind_name() const {
  if (scalar() != nullptr) {
    return "text";
  }
  if (array() != nullptr) {
    return "a list";
  }
  return object() != nullptr ? "a mapping" : "nothing";
}

}  // namespace paperboy::value
