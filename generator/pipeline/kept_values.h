#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cache.h"
#include "base/memo.h"
#include "outputs/publication.h"
#include "pipeline/part_changes.h"
#include "pipeline/parts.h"
#include "pipeline/site_record.h"

namespace paperboy::pipeline {

// Values of one build, and of the build before.
class KeptValues final : public base::Memo {
 public:
  // A build that makes everything: nothing from before is right. All arguments outlive this.
  KeptValues(base::Cache& cache, const Parts& parts) : cache_(cache), parts_(parts) {}
  // A build for which a value from before is right unless a part it was made from changed. With other facts
  // only values that were made of parts alone can be right; they may be asked for once `changes` are
  // complete.
  KeptValues(base::Cache& cache, const Parts& parts, const std::map<std::string, ValueRecord>& before,
             const PartChanges& changes, outputs::Facts facts)
      : cache_(cache), parts_(parts), before_(&before), changes_(&changes), facts_(facts) {}

  using base::Memo::value;
  Value value(const std::string& name, MadeOf made_of, const std::string& list,
              const std::function<std::string()>& make) override;
  std::optional<std::string> left_before(const std::string& name) override;
  void leave(const std::string& name, std::string bytes) override;

  // All that this build made and, of the build before, what stays right.
  std::map<std::string, ValueRecord> records();

 private:
  bool is_right(const ValueRecord& record) const;
  // With the numbers that its parts have now.
  ValueRecord renumbered(const ValueRecord& record) const;
  // The key it is stored under.
  std::string store(const std::string& name, std::string_view bytes, ValueRecord record);

  base::Cache& cache_;
  const Parts& parts_;
  const std::map<std::string, ValueRecord>* before_ = nullptr;
  const PartChanges* changes_ = nullptr;
  outputs::Facts facts_ = outputs::Facts::Same;
  std::mutex mutex_;
  std::map<std::string, ValueRecord> made_;
};

}  // namespace paperboy::pipeline
