#include "pipeline/kept_values.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "base/reads.h"

namespace paperboy::pipeline {

namespace {

std::string key_of(const std::string& name, const std::string& digest) {
  return name + "\n" + digest;
}

}  // namespace

bool KeptValues::is_right(const ValueRecord& record) const {
  return std::none_of(record.parts.begin(), record.parts.end(),
                      [&](Parts::Number part) { return (*changed_)[part]; });
}

base::Memo::Value KeptValues::value(const std::string& name, const std::function<std::string()>& make) {
  Value value;
  if (before_ != nullptr) {
    const auto known = before_->find(name);
    if (known != before_->end()) {
      value.before = cache_.find(key_of(name, known->second.digest));
      if (value.before && is_right(known->second)) {
        for (const Parts::Number part : known->second.parts) {
          base::Reads::note(parts_.part(part));
        }
        return {*std::move(value.before), true, std::nullopt};
      }
    }
  }
  const base::Reads reads;
  value.bytes = make();
  ValueRecord record{base::digest(value.bytes), parts_.numbers_of(reads.parts())};
  cache_.store(key_of(name, record.digest), value.bytes);
  const std::lock_guard lock(mutex_);
  made_.insert_or_assign(name, std::move(record));
  return value;
}

std::map<std::string, ValueRecord> KeptValues::records() {
  std::map<std::string, ValueRecord> all = made_;
  if (before_ != nullptr) {
    for (const auto& [name, record] : *before_) {
      if (is_right(record)) {
        all.try_emplace(name, record);
      }
    }
  }
  for (const auto& [name, record] : all) {
    cache_.keep(key_of(name, record.digest));
  }
  return all;
}

}  // namespace paperboy::pipeline
