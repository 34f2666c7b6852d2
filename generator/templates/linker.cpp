#include "templates/linker.h"

#include <algorithm>
#include <set>

#include "templates/reach.h"
#include "templates/reading.h"

namespace paperboy::templates {
namespace {

using Names = std::set<std::uint32_t>;

class Linker {
 public:
  Linker(std::vector<CompiledTemplate>& templates, const std::vector<bool>& used, const Registry& registry,
         base::Diagnostics& diagnostics)
      : templates_(templates), used_(used), registry_(registry), diagnostics_(diagnostics) {}

  std::vector<BlockTable> run() {
    for (CompiledTemplate& each : templates_) break_circle(each);
    std::vector<BlockTable> tables;
    for (const CompiledTemplate& each : templates_) tables.push_back(block_table(each));
    spread_names();
    find_doubtful();
    for (std::size_t i = 0; i < templates_.size(); ++i) {
      if (!used_[i])
        continue;
      if (!doubtful_[i])
        check_free_names(i);
      if (!stands_on_broken(templates_[i]))
        check_blocks(templates_[i], tables[i]);
      check_imports(templates_[i]);
    }
    return tables;
  }

 private:
  void break_circle(CompiledTemplate& each);
  BlockTable block_table(const CompiledTemplate& each) const;
  void spread_names();
  bool spread_use(std::size_t from, const Outline::Use& use);
  bool add_all(std::size_t to, const std::vector<VisibleName>& visible, const Names& more);
  Names names_in_block(std::size_t index, Symbol block) const;
  bool stands_on_broken(const CompiledTemplate& each) const;
  void find_doubtful();
  bool given_by_parent(const CompiledTemplate& each, const Outline::ImportedName& imported) const;
  void check_free_names(std::size_t index);
  void report_free_name(std::size_t index, const Outline::FreeName& name, std::string hint);
  void check_blocks(const CompiledTemplate& each, const BlockTable& table);
  void check_imports(const CompiledTemplate& each);
  std::vector<std::string_view> candidates(const CompiledTemplate& each, const Names& known,
                                           Outline::Call call) const;

  std::vector<CompiledTemplate>& templates_;
  const std::vector<bool>& used_;
  const Registry& registry_;
  base::Diagnostics& diagnostics_;
  std::vector<bool> doubtful_;  // by template: whether a broken one may give it names
  std::vector<Names> given_;    // by template: what those that use it make known
};

void Linker::break_circle(CompiledTemplate& each) {
  std::set<const Program*> seen{&each.program};
  for (const Program* at = &each.program; at->parent;) {
    at = &templates_[*at->parent].program;
    if (seen.insert(at).second)
      continue;
    if (at == &each.program)
      diagnostics_.error(each.outline.extends_span, "extends-cycle",
                         "template '" + each.program.name + "' extends itself through '" +
                             templates_[*each.program.parent].program.name + "'");
    each.program.parent.reset();
    return;
  }
}

BlockTable Linker::block_table(const CompiledTemplate& each) const {
  BlockTable table;
  std::size_t level = 0;
  for (const Program* at = &each.program; at != nullptr; ++level) {
    for (const Program::BlockEntry& block : at->blocks) {
      auto entry = std::find_if(table.entries.begin(), table.entries.end(),
                                [&](const auto& other) { return other.first == block.name; });
      if (entry == table.entries.end())
        entry = table.entries.insert(table.entries.end(), {block.name, {}});
      entry->second.push_back({block.code, level});
    }
    at = at->parent ? &templates_[*at->parent].program : nullptr;
  }
  return table;
}

bool Linker::add_all(std::size_t to, const std::vector<VisibleName>& visible, const Names& more) {
  const std::size_t before = given_[to].size();
  for (const VisibleName& name : visible) given_[to].insert(name.name.number());
  given_[to].insert(more.begin(), more.end());
  return given_[to].size() != before;
}

// Names a block knows besides its own: those of its template, and those at the places where the
// templates it extends put a block of this name.
Names Linker::names_in_block(std::size_t index, Symbol block) const {
  Names names;
  for (const Program* at = &templates_[index].program; at != nullptr;) {
    const std::size_t here = static_cast<std::size_t>(registry_.templates.find(at->name)->second);
    for (const ContextName& name : at->names) names.insert(name.name.number());
    for (const Outline::BlockPlace& place : templates_[here].outline.block_places)
      if (place.name == block)
        for (const VisibleName& name : place.visible) names.insert(name.name.number());
    names.insert(given_[here].begin(), given_[here].end());
    at = at->parent ? &templates_[*at->parent].program : nullptr;
  }
  return names;
}

bool Linker::spread_use(std::size_t from, const Outline::Use& use) {
  const Names more = use.block == Symbol() ? given_[from] : names_in_block(from, use.block);
  if (use.target)
    return add_all(*use.target, use.visible, more);
  bool changed = false;
  for (std::size_t to = 0; to < templates_.size(); ++to) changed = add_all(to, use.visible, more) || changed;
  return changed;
}

void Linker::spread_names() {
  given_.assign(templates_.size(), {});
  bool changed = true;
  while (changed) {
    changed = false;
    for (std::size_t from = 0; from < templates_.size(); ++from) {
      if (!used_[from])
        continue;
      for (const Outline::Use& use : templates_[from].outline.uses)
        changed = spread_use(from, use) || changed;
    }
  }
}

bool Linker::stands_on_broken(const CompiledTemplate& each) const {
  const CompiledTemplate* at = &each;
  while (!at->is_broken && at->program.parent) at = &templates_[*at->program.parent];
  return at->is_broken;
}

void Linker::find_doubtful() {
  std::vector<std::uint32_t> from;
  for (std::size_t i = 0; i < templates_.size(); ++i)
    if (stands_on_broken(templates_[i]))
      from.push_back(static_cast<std::uint32_t>(i));
  doubtful_ = reach(templates_, std::move(from));
}

std::vector<std::string_view> Linker::candidates(const CompiledTemplate& each, const Names& known,
                                                 Outline::Call call) const {
  std::vector<std::string_view> names;
  for (const Symbol variable : registry_.variables) names.push_back(variable.name());
  for (const ContextName& name : each.program.names) names.push_back(name.name.name());
  for (const auto& code : each.program.codes)
    for (const auto& visible : code->places)
      for (const VisibleName& name : visible) names.push_back(name.name.name());
  for (const CompiledTemplate& other : templates_)
    for (const ContextName& name : other.program.names)
      if (known.count(name.name.number()) > 0)
        names.push_back(name.name.name());
  if (call == Outline::Call::Yes)
    for (const std::string_view function : registry_.function_names()) names.push_back(function);
  return names;
}

void Linker::report_free_name(std::size_t index, const Outline::FreeName& name, std::string hint) {
  const bool is_call = name.call == Outline::Call::Yes;
  base::Diagnostic diagnostic;
  diagnostic.code = is_call ? "unknown-function" : "unknown-variable";
  diagnostic.message =
      std::string(is_call ? "unknown function '" : "unknown variable '") + std::string(name.name) + "'";
  diagnostic.span = name.span;
  diagnostic.hint = std::move(hint);
  if (diagnostic.hint.empty() && name.name == "loop")
    diagnostic.hint = "loop is known inside of for";
  if (diagnostic.hint.empty() && (name.name == "null" || name.name == "nil"))
    diagnostic.hint = "did you mean 'none'?";
  for (std::size_t from = 0; from < templates_.size(); ++from)
    for (const Outline::Use& use : templates_[from].outline.uses)
      if (used_[from] && use.target == index && diagnostic.related.empty())
        diagnostic.related.push_back({"used here, where nothing has this name", use.span});
  diagnostics_.add(std::move(diagnostic));
}

void Linker::check_free_names(std::size_t index) {
  const CompiledTemplate& each = templates_[index];
  std::set<std::string_view> free;
  for (const Outline::FreeName& name : each.outline.free_names) free.insert(name.name);
  // What those that include a part forget to give is missed once, not at every use.
  const bool is_part = std::any_of(templates_.begin(), templates_.end(), [&](const CompiledTemplate& other) {
    return std::any_of(other.outline.uses.begin(), other.outline.uses.end(),
                       [&](const Outline::Use& use) { return use.target == index; });
  });
  std::set<std::string_view> missed;
  for (const Outline::FreeName& name : each.outline.free_names) {
    const Names known = name.block == Symbol() ? given_[index] : names_in_block(index, name.block);
    const std::uint32_t number = Symbol::of(name.name).number();
    if (each.outline.optional_names.count(name.name) > 0)
      continue;
    if (known.count(number) > 0 || (is_part && !missed.insert(name.name).second))
      continue;
    std::vector<std::string_view> names = candidates(each, known, name.call);
    names.erase(std::remove_if(names.begin(), names.end(),
                               [&](std::string_view other) { return free.count(other) > 0; }),
                names.end());
    report_free_name(index, name, nearest_hint(name.name, names));
  }
}

void Linker::check_blocks(const CompiledTemplate& each, const BlockTable& table) {
  for (const Outline::BlockReference& reference : each.outline.block_references) {
    const std::vector<BlockTable::Level>* levels = table.find(reference.name);
    if (levels != nullptr && (!reference.is_super || levels->size() > 1))
      continue;
    const std::string name(reference.name.name());
    if (reference.is_super) {
      diagnostics_.error(reference.span, "unknown-block",
                         "super() has nothing to show: no extended template has a block '" + name + "'");
      continue;
    }
    std::vector<std::string_view> names;
    for (const auto& [known, levels_of_known] : table.entries) names.push_back(known.name());
    diagnostics_.error(reference.span, "unknown-block", "unknown block '" + name + "'",
                       nearest_hint(name, names));
  }
  // A block of the top level that the extended templates never place would never show.
  if (!each.program.parent)
    return;
  std::vector<std::string_view> placed;
  for (const Program* at = &each.program; at != nullptr;) {
    for (const Program::BlockEntry& block : at->blocks)
      if (at != &each.program)
        placed.push_back(block.name.name());
    at = at->parent ? &templates_[*at->parent].program : nullptr;
  }
  std::set<Symbol, bool (*)(Symbol, Symbol)> nested(
      [](Symbol a, Symbol b) { return a.number() < b.number(); });
  for (const auto& code : each.program.codes)
    if (code->kind != CodeKind::Template)
      for (const Instruction& instruction : code->instructions)
        if (instruction.op == Op::CallBlock)
          nested.insert(code->symbols[instruction.a]);
  for (const Program::BlockEntry& block : each.program.blocks)
    if (nested.count(block.name) == 0 &&
        std::find(placed.begin(), placed.end(), block.name.name()) == placed.end())
      diagnostics_.error(block.span, "unknown-block",
                         "no extended template has a block '" + std::string(block.name.name()) + "'",
                         nearest_hint(block.name.name(), placed));
}

// In a block, names known where an extended template places it stand before those of the template.
bool Linker::given_by_parent(const CompiledTemplate& each, const Outline::ImportedName& imported) const {
  if (imported.block == Symbol())
    return false;
  for (const CompiledTemplate* at = &each; at->program.parent;) {
    at = &templates_[*at->program.parent];
    for (const Outline::BlockPlace& place : at->outline.block_places)
      if (place.name == imported.block &&
          std::any_of(place.visible.begin(), place.visible.end(),
                      [&](const VisibleName& name) { return name.name == imported.object; }))
        return true;
  }
  return false;
}

void Linker::check_imports(const CompiledTemplate& each) {
  for (const Outline::ImportedName& imported : each.outline.imported_names) {
    const Program& target = templates_[imported.target].program;
    if (templates_[imported.target].is_broken || stands_on_broken(each) || given_by_parent(each, imported))
      continue;
    std::vector<std::string_view> names;
    for (const ContextName& name : target.names) names.push_back(name.name.name());
    if (std::find(names.begin(), names.end(), imported.name) == names.end())
      diagnostics_.error(imported.span, "unknown-name",
                         "template '" + target.name + "' has no '" + std::string(imported.name) + "'",
                         nearest_hint(imported.name, names));
  }
}

}  // namespace

const std::vector<BlockTable::Level>* BlockTable::find(Symbol name) const {
  for (const auto& [known, levels] : entries)
    if (known == name)
      return &levels;
  return nullptr;
}

std::vector<BlockTable> link(std::vector<CompiledTemplate>& templates, const std::vector<bool>& used,
                             const Registry& registry, base::Diagnostics& diagnostics) {
  return Linker(templates, used, registry, diagnostics).run();
}

}  // namespace paperboy::templates
