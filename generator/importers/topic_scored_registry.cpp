#include <algorithm>

#include "importers/site_settings.h"
#include "importers/topic_scored.h"
#include "model/field_reader.h"

namespace paperboy::importers {
namespace {

// Reads the registry: topics for site.yaml, and what is kept beside it.
class RegistryReader {
 public:
  explicit RegistryReader(Imported& imported) : imported_(imported) {}

  void read(const value::Value& root) {
    Fields fields(root);
    const value::Value* list = fields.take("topics");
    if (list != nullptr && list->array() != nullptr)
      for (const value::Value& element : in_order(*list->array())) read_topic(element);
    else if (list != nullptr)
      unfit_.push_back(*list);
    imported_.site = Mapping().set("topics", list_value(std::move(topics_))).build();
    Mapping kept(*fields.rest().object());
    kept.set("unfit_topics", list_value(std::move(unfit_)));
    if (!kept.empty())
      imported_.files.push_back({std::string(kTopicFile), kept.build(root.span()), std::nullopt});
  }

 private:
  static value::Array in_order(value::Array topics) {
    const auto order = [](const value::Value& topic) {
      return model::parse_number(scalar_text(Fields(topic).find("order"))).value_or(0);
    };
    std::stable_sort(topics.begin(), topics.end(),
                     [&](const value::Value& a, const value::Value& b) { return order(a) < order(b); });
    return topics;
  }

  void read_topic(const value::Value& element) {
    Fields item(element);
    const value::Value* id = item.take("id");
    Mapping topic;
    topic.set_given("id", id).set_given("label", item.take("label"));
    Mapping rest;
    if (!fits(topic)) {
      unfit_.push_back(element);
      return;
    }
    set_if_fits(topic, "description", item.take("description"), rest);
    set_aliases(topic, item.take("aliases"), rest);
    rest.set_all(*item.rest().object());
    topic.set("extra", rest.build());
    topics_.push_back(topic.build(element.span()));
  }

  bool fits(const Mapping& topic) const {
    value::Array all = topics_;
    all.push_back(topic.build());
    return are_topics(all);
  }

  void set_if_fits(Mapping& topic, std::string_view key, const value::Value* value, Mapping& rest) const {
    if (value == nullptr)
      return;
    Mapping tried = topic;
    if (fits(tried.set(key, *value)))
      topic = std::move(tried);
    else
      rest.set(key, *value);
  }

  // An alias that means another topic already goes to `extra`.
  void set_aliases(Mapping& topic, const value::Value* aliases, Mapping& rest) const {
    if (aliases == nullptr || aliases->array() == nullptr) {
      rest.set("aliases", aliases == nullptr ? value::Value() : *aliases);
      return;
    }
    value::Array good;
    value::Array bad;
    for (const value::Value& alias : *aliases->array()) {
      value::Array tried = good;
      tried.push_back(alias);
      Mapping with = topic;
      if (fits(with.set("aliases", list_value(tried))))
        good = std::move(tried);
      else
        bad.push_back(alias);
    }
    topic.set("aliases", list_value(std::move(good)));
    rest.set("aliases", list_value(std::move(bad)));
  }

  Imported& imported_;
  value::Array topics_;
  value::Array unfit_;
};

}  // namespace

void read_topic_registry(const value::Value& root, Imported& imported) {
  RegistryReader(imported).read(root);
}

}  // namespace paperboy::importers
