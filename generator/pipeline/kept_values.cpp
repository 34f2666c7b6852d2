#include "pipeline/kept_values.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "base/reads.h"

namespace paperboy::pipeline {

namespace {

// Begins the names of what is left by a build, apart from those of values.
const std::string kLeft = "left: ";

std::string key_of(const std::string& name, const std::string& digest) {
  return name + "\n" + digest;
}

}  // namespace

bool KeptValues::is_right(const ValueRecord& record) const {
  return (facts_ == outputs::Facts::Same || record.is_of_parts) &&
         std::none_of(record.parts.begin(), record.parts.end(),
                      [&](Parts::Number part) { return changes_->was_changed(part); });
}

ValueRecord KeptValues::renumbered(const ValueRecord& record) const {
  ValueRecord now = record;
  for (Parts::Number& part : now.parts) {
    part = *changes_->now_of(part);
  }
  return now;
}

base::Memo::Value KeptValues::value(const std::string& name, MadeOf made_of, const std::string& list,
                                    const std::function<std::string()>& make) {
  Value value;
  if (before_ != nullptr) {
    const auto known = before_->find(name);
    if (known != before_->end()) {
      value.before = cache_.find_in_file(key_of(name, known->second.digest));
      if (value.before && known->second.list == list && is_right(known->second)) {
        for (const Parts::Number part : known->second.parts) {
          base::Reads::note(parts_.part(*changes_->now_of(part)));
        }
        return {*std::move(value.before), true, std::nullopt};
      }
    }
  }
  const base::Reads reads;
  std::string made = make();
  const std::string key =
      store(name, made, {"", parts_.numbers_of(reads.parts()), made_of == MadeOf::Parts, list});
  if (made.size() >= base::Cache::kLarge) {
    if (std::optional<base::KeptBytes> stored = cache_.find_in_file(key)) {
      value.bytes = *std::move(stored);
      return value;
    }
  }
  value.bytes = std::move(made);
  return value;
}

std::string KeptValues::store(const std::string& name, std::string_view bytes, ValueRecord record) {
  record.digest = base::digest(bytes);
  std::string key = key_of(name, record.digest);
  cache_.store(key, bytes);
  const std::lock_guard lock(mutex_);
  made_.insert_or_assign(name, std::move(record));
  return key;
}

std::optional<std::string> KeptValues::left_before(const std::string& name) {
  if (before_ == nullptr) {
    return std::nullopt;
  }
  const auto known = before_->find(kLeft + name);
  return known == before_->end() ? std::nullopt : cache_.find(key_of(known->first, known->second.digest));
}

void KeptValues::leave(const std::string& name, std::string bytes) {
  store(kLeft + name, bytes, ValueRecord{});
}

std::map<std::string, ValueRecord> KeptValues::records() {
  std::map<std::string, ValueRecord> all = made_;
  if (before_ != nullptr) {
    for (const auto& [name, record] : *before_) {
      if (is_right(record) && !name.starts_with(kLeft)) {
        all.try_emplace(name, renumbered(record));
      }
    }
  }
  for (const auto& [name, record] : all) {
    cache_.keep(key_of(name, record.digest));
  }
  return all;
}

}  // namespace paperboy::pipeline
