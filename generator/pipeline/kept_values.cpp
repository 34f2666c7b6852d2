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
  store(name, value.bytes, parts_.numbers_of(reads.parts()));
  return value;
}

void KeptValues::store(const std::string& name, const std::string& bytes, std::vector<Parts::Number> parts) {
  ValueRecord record{base::digest(bytes), std::move(parts)};
  cache_.store(key_of(name, record.digest), bytes);
  const std::lock_guard lock(mutex_);
  made_.insert_or_assign(name, std::move(record));
}

std::optional<std::string> KeptValues::left_before(const std::string& name) {
  if (before_ == nullptr) {
    return std::nullopt;
  }
  const auto known = before_->find(kLeft + name);
  return known == before_->end() ? std::nullopt : cache_.find(key_of(known->first, known->second.digest));
}

void KeptValues::leave(const std::string& name, std::string bytes) {
  store(kLeft + name, bytes, {});
}

std::map<std::string, ValueRecord> KeptValues::records() {
  std::map<std::string, ValueRecord> all = made_;
  if (before_ != nullptr) {
    for (const auto& [name, record] : *before_) {
      if (is_right(record) && !name.starts_with(kLeft)) {
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
