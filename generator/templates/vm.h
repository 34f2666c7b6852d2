#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "base/diagnostic.h"
#include "templates/environment.h"
#include "templates/linker.h"
#include "templates/registry.h"

namespace paperboy::templates {

// All that a render reads; nothing of it changes.
struct Library {
  const Registry& registry;
  const std::vector<CompiledTemplate>& templates;
  const std::vector<BlockTable>& blocks;
  std::uint32_t sites;  // field accesses and calls with fixed outcome in all templates
};

class Machine;

// Runs the templates of one library, on a machine for each thread that asks at a time.
class Machines {
 public:
  Machines();
  ~Machines();

  // Runs template `index` with these values of the environment's variables. An error is added to the
  // diagnostics; the text is then empty.
  Environment::Rendered run(const Library& library, std::uint32_t index, std::vector<Ref> globals,
                            const RenderLimits& limits, base::Diagnostics& diagnostics);

 private:
  std::unique_ptr<Machine> take();

  std::mutex mutex_;
  std::vector<std::unique_ptr<Machine>> idle_;
};

}  // namespace paperboy::templates
