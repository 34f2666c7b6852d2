#include <algorithm>

#include "importers/topic_scored.h"
#include "model/field_reader.h"

namespace paperboy::importers {
namespace {

struct RegistryTopic {
  double order = 0;
  value::Value topic;
};

}  // namespace

void read_topic_registry(const value::Value& root, Imported& imported) {
  Fields fields(root);
  std::vector<RegistryTopic> topics;
  Mapping beside;
  const value::Value* list = fields.take("topics");
  if (list != nullptr && list->array() != nullptr) {
    for (const value::Value& element : *list->array()) {
      Fields item(element);
      const value::Value* id = item.take("id");
      const value::Value* label = item.take("label");
      Mapping topic;
      topic.set_given("id", id).set_given("label", label);
      topic.set_given("description", item.take("description"));
      topic.set_given("aliases", item.take("aliases"));
      const value::Value* order = item.find("order");
      topics.push_back({model::parse_number(scalar_text(order)).value_or(0), topic.build(element.span())});
      if (const value::Value rest = item.rest(); !says_nothing(rest))
        beside.set(scalar_text(id), rest);
    }
  }
  std::stable_sort(topics.begin(), topics.end(),
                   [](const RegistryTopic& a, const RegistryTopic& b) { return a.order < b.order; });
  value::Array in_order;
  for (RegistryTopic& topic : topics) in_order.push_back(std::move(topic.topic));
  imported.site = Mapping().set("topics", list_value(std::move(in_order))).build();
  Mapping kept(*fields.rest().object());
  kept.set("topics", beside.build());
  if (!kept.empty())
    imported.files.push_back({std::string(kTopicFile), kept.build(root.span()), std::nullopt});
}

}  // namespace paperboy::importers
