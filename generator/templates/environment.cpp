#include "templates/environment.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/text.h"
#include "templates/compiler.h"
#include "templates/linker.h"
#include "templates/parser.h"
#include "templates/reach.h"
#include "templates/registry.h"
#include "templates/vm.h"

namespace paperboy::templates {

struct Environment::State {
  struct Added {
    std::string name;
    const base::Source* source;
  };
  Registry registry;
  std::vector<Added> added;
  std::set<std::string, std::less<>> roots;
  std::vector<CompiledTemplate> templates;
  std::vector<BlockTable> blocks;
  std::uint32_t sites = 0;
  bool ready = false;  // compiled without errors
  std::unique_ptr<Machines> machines;

  std::vector<bool> used() const;
};

// By template: whether a page may show it.
std::vector<bool> Environment::State::used() const {
  if (roots.empty())
    return std::vector<bool>(templates.size(), true);
  std::vector<std::uint32_t> from;
  for (const std::string& name : roots)
    if (const std::optional<std::uint32_t> index = registry.find_template(name))
      from.push_back(*index);
  return reach(templates, std::move(from));
}

Environment::Environment() : state_(std::make_unique<State>()) {}
Environment::~Environment() = default;
Environment::Environment(Environment&&) noexcept = default;
Environment& Environment::operator=(Environment&&) noexcept = default;

void Environment::add_function(std::string_view name, Function function, Outcome outcome) {
  state_->registry.functions.emplace_back(name, Registry::Custom{std::move(function), outcome});
}

void Environment::add_filter(std::string_view name, Filter filter) {
  state_->registry.filters.emplace_back(name, std::move(filter));
}

void Environment::declare_variable(std::string_view name) {
  const Symbol symbol = Symbol::of(name);
  if (!state_->registry.find_variable(symbol))
    state_->registry.variables.push_back(symbol);
}

void Environment::add_template(std::string name, const base::Source& source) {
  const auto known = state_->registry.templates.find(name);
  if (known != state_->registry.templates.end()) {
    state_->added[known->second].source = &source;
    return;
  }
  state_->registry.templates.emplace(name, static_cast<std::uint32_t>(state_->added.size()));
  state_->added.push_back({std::move(name), &source});
}

void Environment::declare_root(std::string_view name) {
  state_->roots.emplace(name);
}

void Environment::compile_all(base::Diagnostics& diagnostics) {
  State& state = *state_;
  base::Diagnostics found;
  state.templates.clear();
  state.sites = 0;
  for (const State::Added& added : state.added) {
    const ParsedTemplate parsed = parse(*added.source, found);
    // A broken template still has its place, so that others find it.
    state.templates.push_back(
        parsed.ok ? compile(parsed.body, added.name, *added.source, state.registry, state.sites, found)
                  : broken_template(added.name, *added.source, state.registry));
  }
  state.blocks = link(state.templates, state.used(), state.registry, found);
  state.ready = !found.has_errors();
  state.machines = std::make_unique<Machines>();
  for (base::Diagnostic& diagnostic : found.sorted()) diagnostics.add(std::move(diagnostic));
}

bool Environment::has_template(std::string_view name) const {
  return state_->registry.find_template(name).has_value();
}

Environment::Rendered Environment::render(std::string_view name, const std::vector<Binding>& bindings,
                                          base::Diagnostics& diagnostics, const RenderLimits& limits) const {
  const State& state = *state_;
  const std::optional<std::uint32_t> index = state.registry.find_template(name);
  if (!index || !state.ready) {
    diagnostics.error_at(
        std::string(name), "unknown-template",
        index ? "templates with errors cannot be rendered" : "unknown template '" + std::string(name) + "'",
        index ? "" : state.registry.template_hint(name));
    return {};
  }
  std::vector<Ref> globals;
  for (const Symbol variable : state.registry.variables)
    globals.push_back(Ref(Undefined{variable, nullptr, nullptr}));
  for (const Binding& binding : bindings)
    if (const std::optional<std::uint32_t> variable =
            state.registry.find_variable(Symbol::find(binding.name)))
      globals[*variable] = binding.value;
  return state.machines->run({state.registry, state.templates, state.blocks, state.sites}, *index,
                             std::move(globals), limits, diagnostics);
}

std::vector<std::string> Environment::dependencies(std::string_view name) const {
  std::vector<std::string> names;
  const std::optional<std::uint32_t> first = state_->registry.find_template(name);
  if (!first || *first >= state_->templates.size())
    return names;
  const std::vector<bool> reached = reach(state_->templates, {*first});
  for (std::size_t i = 0; i < reached.size(); ++i)
    if (reached[i])
      names.push_back(state_->added[i].name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace paperboy::templates
