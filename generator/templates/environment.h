#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "templates/output_kind.h"
#include "templates/ref.h"

namespace paperboy::templates {

struct RenderLimits {
  std::size_t steps = 20'000'000;  // instructions in one render
  std::size_t depth = 60;          // includes, macro calls and blocks inside each other
  std::size_t bytes = 64u << 20;   // output
};

// A function that templates may call: positional and named arguments; throws CallError for a wrong use.
struct Arguments {
  std::vector<Ref> positional;
  std::vector<std::pair<Symbol, Ref>> named;
};
using Function = std::function<Ref(const Arguments&)>;
// Whether a function gives the same for the same arguments as long as the environment lives: it is then asked
// once for constant ones, not by every page.
enum class Outcome { Varying, Fixed };
// A filter gets the value before the bar first.
using Filter = std::function<Ref(const Ref& input, const Arguments&)>;

// One name of the outermost scope of a render: `page`, `site`, …
struct Binding {
  std::string_view name;
  Ref value;
};

// Holds compiled templates. After the last add_*() and compile_all() it is never changed, so any number of
// threads may render from it.
class Environment {
 public:
  Environment();
  ~Environment();
  Environment(Environment&&) noexcept;
  Environment& operator=(Environment&&) noexcept;

  void add_function(std::string_view name, Function function, Outcome outcome = Outcome::Varying);
  void add_filter(std::string_view name, Filter filter);
  // Names that every render binds (`site`, `page`, …): known to the compiler, so that an unknown name in a
  // template is found before anything is rendered.
  void declare_variable(std::string_view name);

  // `name` is what other templates use in include, extends and import ("parts/pager.html").
  void add_template(std::string name, const base::Source& source);
  // Templates that are rendered themselves. When any is declared, free names, blocks and imports are checked
  // only in what these lead to by extends, include and import: parts that no page uses any more may stay as
  // they are. Names that no template has are passed over.
  void declare_root(std::string_view name);
  // Compiles all templates and checks the names they refer to (templates, filters, tests, functions,
  // variables, blocks). All errors of all templates are reported.
  void compile_all(base::Diagnostics& diagnostics);
  bool has_template(std::string_view name) const;

  // Renders into a new string. On an error the diagnostics hold template, place, caret and where the value
  // came from, and the result is empty.
  struct Rendered {
    std::string text;
    bool ok = false;
  };
  Rendered render(std::string_view name, const std::vector<Binding>& bindings, base::Diagnostics& diagnostics,
                  const RenderLimits& limits = {}) const;
  // Templates that `name` needs, itself included: by extends, include, import; sorted. For fingerprints.
  std::vector<std::string> dependencies(std::string_view name) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace paperboy::templates
