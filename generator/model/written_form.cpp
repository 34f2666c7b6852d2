#include "model/written_form.h"

#include <array>

#include "base/text.h"

namespace paperboy::model {
namespace {

struct Form {
  std::string_view name;
  std::string_view example;
};

// Keys whose value is a list of mappings: one item.
constexpr auto kItems = std::to_array<Form>({
    {"papers", "- id: 2605.03769"},
    {"runs", "- model: name of the model"},
    {"top_picks", "- 2605.03769"},
    {"topics", "- {id: memory, label: Memory Systems}"},
    {"series", "- {id: daily, title: Daily}"},
    {"menu", "- {label: About, target: /about/}"},
});

constexpr auto kLists = std::to_array<Form>({
    {"languages", "[en, zh]"},
    {"scores", "[relevance, novelty]"},
    {"categories", "[cs.LG, stat.ML]"},
    {"accept", "[number-gap]"},
    {"redirects", "[/archive/2026-05/06/]"},
    {"authors", "[Ada Lovelace, Charles Babbage]"},
});

constexpr auto kMappings = std::to_array<Form>({
    {"scores", "{relevance: 9, novelty: 8}"},
    {"links", "{code: https://example.org/}"},
    {"notes", "{Method: what it does, Result: what came out}"},
    {"counts", "{total: 906, scanned: 582, relevant: 35}"},
    {"legend", "{LG: Machine Learning}"},
    {"authors", "{min_papers: 2}"},
    {"lists", "{page_size: 30}"},
    {"rollups", "{top: 10}"},
    {"look", "{theme: auto, colors: {accent: teal}}"},
    {"colors", "{accent: teal}"},
    {"width", "{measure: 44rem}"},
    {"fonts", "{serif: [Georgia, Songti SC]}"},
    {"show", "{scores: false}"},
    {"extra", "{key: value}"},
    {"redirects.yaml", "/archive/2026-05/06/: /daily/2026-05-06/"},
});

// The key with which each mapping of a list begins.
constexpr auto kFirstKeys = std::to_array<Form>({
    {"an entry", "id"},
    {"a run", "model"},
    {"a topic", "id"},
    {"a series", "id"},
    {"a menu link", "label"},
    {"a top pick", "paper"},
});

template <std::size_t size>
std::string_view example(const std::array<Form, size>& forms, std::string_view name) {
  for (const Form& form : forms)
    if (form.name == name)
      return form.example;
  return {};
}

bool is_json(const value::Value& found) {
  const std::string_view path = found.span() ? std::string_view(found.span().source->path()) : "";
  return base::ends_with(path, ".json") || base::ends_with(path, ".jsonl");
}

// A text that may stand between brackets as it is.
std::string_view bare_text(const value::Value& found) {
  const value::Scalar* scalar = found.scalar();
  const bool bare = scalar != nullptr && scalar->text.size() <= 60 &&
                    scalar->text.find_first_of("[]{}\"'#:?&*!|>%@`\n") == std::string::npos;
  return bare ? std::string_view(scalar->text) : std::string_view();
}

std::string form_of_text(const value::Value& found) {
  const std::string_view source = found.span() ? found.span().text() : std::string_view();
  const bool bracket = base::starts_with(source, "[") || base::starts_with(source, "{");
  return bracket ? "put the text in quotes if the bracket belongs to it" : "";
}

}  // namespace

std::string form_of(std::string_view key, std::string_view wanted, const value::Value& found) {
  if (wanted == "a mapping") {
    const std::string_view mapping = example(kMappings, key);
    return mapping.empty() ? "" : "write " + std::string(mapping);
  }
  if (!base::starts_with(wanted, "a list"))
    return base::starts_with(wanted, "a text") ? form_of_text(found) : "";
  if (const std::string_view item = example(kItems, key); !item.empty())
    return "write each on a line of its own below the key: " + std::string(item);
  if (const std::string_view given = bare_text(found); !given.empty())
    return "write [" + std::string(given) + "]";
  const std::string_view list = example(kLists, key);
  return "write " + std::string(list.empty() ? "[one, two]" : list);
}

std::string form_of_mapping(std::string_view what, const value::Value& found) {
  if (what == "an edition")
    return found.array() != nullptr ? "put the list below `papers:`"
                                    : "write `papers:` and the list below it";
  if (what == "site.yaml")
    return "write lines like `title: Papers of the day`";
  const std::string_view first = example(kFirstKeys, what);
  if (first.empty())
    return {};
  if (is_json(found))
    return "begin it with `{\"" + std::string(first) + "\": …`";
  const std::string_view given = bare_text(found);
  if (!given.empty() && first == "id")
    return "write `- " + std::string(first) + ": " + std::string(given) + "`";
  return "begin it with `- " + std::string(first) + ": …`" + (found.is_null() ? ", or delete the dash" : "");
}

}  // namespace paperboy::model
