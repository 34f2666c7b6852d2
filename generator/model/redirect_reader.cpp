#include "model/redirect_reader.h"

#include <utility>

namespace paperboy::model {

std::vector<Redirect> read_redirects(const value::Value& root, base::Diagnostics& diagnostics) {
  std::vector<Redirect> redirects;
  if (root.is_null())
    return redirects;
  if (root.object() == nullptr) {
    report_wrong_kind(root, "redirects.yaml", "a mapping from old to new address", diagnostics);
    return redirects;
  }
  for (const value::Member& member : root.object()->members()) {
    if (member.value.scalar() == nullptr || member.value.scalar()->text.empty()) {
      report_wrong_kind(member.value, member.key, "the address it leads to", diagnostics);
      continue;
    }
    redirects.push_back({{member.key, member.key_span}, located_text(member.value)});
  }
  return redirects;
}

std::vector<OldAddress> read_old_addresses(FieldReader& fields, const std::string& language) {
  std::vector<OldAddress> addresses;
  for (Located& address : fields.texts("redirects")) addresses.push_back({std::move(address), language});
  return addresses;
}

}  // namespace paperboy::model
