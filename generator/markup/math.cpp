#include "markup/math.h"

#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "markup/katex_engine.h"
#include "markup/math_cache.h"
#include "markup/math_guard.h"
#include "markup/mathml.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kShards = 16;

// KaTeX marks the place with underlines and quotes the source; the reader of a message sees the source
// anyway.
std::string in_plain_words(std::string_view reason) {
  constexpr std::string_view kPrefix = "KaTeX parse error: ";
  if (base::starts_with(reason, kPrefix)) {
    reason.remove_prefix(kPrefix.size());
  }
  reason = reason.substr(0, reason.find(" at position "));
  reason = reason.substr(0, reason.find(" at end of input"));
  constexpr std::string_view kUndefined = "Undefined control sequence: ";
  if (base::starts_with(reason, kUndefined)) {
    return "the macro " + std::string(reason.substr(kUndefined.size())) + " is not known";
  }
  if (base::starts_with(reason, "Too many expansions")) {
    return "its macros expand to too much";
  }
  return base::collapse_spaces(reason);
}

Formula failed(std::string_view tex, std::string problem) {
  Formula formula;
  formula.html =
      base::Html::trusted("<code class=\"math-error\">" + base::Html::escaped(tex).str() + "</code>");
  formula.plain = base::collapse_spaces(tex);
  formula.ok = false;
  formula.problem = std::move(problem);
  return formula;
}

// Engines that nobody uses at the moment. A thread takes one and gives it back, so there are never
// more than threads at work, and threads that come and go do not load KaTeX again.
class EnginePool {
 public:
  std::unique_ptr<KatexEngine> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
      return std::make_unique<KatexEngine>();
    }
    std::unique_ptr<KatexEngine> engine = std::move(idle_.back());
    idle_.pop_back();
    return engine;
  }
  void give_back(std::unique_ptr<KatexEngine> engine) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(engine));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<KatexEngine>> idle_;
};

Formula typeset(EnginePool& pool, std::string_view tex, MathMode mode) {
  if (base::trim(tex).empty()) {
    return failed(tex, "the formula is empty");
  }
  if (std::optional<std::string> problem = check_formula(tex)) {
    return failed(tex, std::move(*problem));
  }
  std::unique_ptr<KatexEngine> engine = pool.take();
  const EngineReply reply = engine->render(tex, mode);
  if (reply.kind != EngineReply::Kind::Broken) {
    pool.give_back(std::move(engine));
  }
  if (reply.kind != EngineReply::Kind::MathMl) {
    return failed(tex, in_plain_words(reply.text));
  }
  const std::optional<MathNode> math = read_mathml(reply.text);
  if (!math) {
    return failed(tex, "the formula is too complicated");
  }
  Formula formula;
  formula.html = write_mathml_core(*math, tex, mode);
  formula.plain = mathml_to_plain(*math);
  return formula;
}

struct Shard {
  std::mutex mutex;
  // Node-based: a formula stays where it is for as long as the renderer lives.
  FormulaMap formulas;
};

}  // namespace

struct MathRenderer::State {
  std::array<Shard, kShards> shards;
  EnginePool engines;

  Shard& shard(const FormulaKey& key) { return shards[std::hash<std::string>{}(key.tex) % kShards]; }
};

MathRenderer::MathRenderer() : state_(std::make_unique<State>()) {}
MathRenderer::~MathRenderer() = default;

const Formula& MathRenderer::render(std::string_view tex, MathMode mode) {
  const FormulaKey key{mode, std::string(tex)};
  Shard& shard = state_->shard(key);
  {
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.formulas.find(key);
    if (found != shard.formulas.end()) {
      return found->second;
    }
  }
  Formula formula = typeset(state_->engines, tex, mode);
  const std::lock_guard lock(shard.mutex);
  return shard.formulas.emplace(key, std::move(formula)).first->second;
}

std::string MathRenderer::save() const {
  FormulaMap all;
  for (Shard& shard : state_->shards) {
    const std::lock_guard lock(shard.mutex);
    all.insert(shard.formulas.begin(), shard.formulas.end());
  }
  return write_formula_cache(all);
}

void MathRenderer::load(std::string_view bytes) {
  for (auto& [key, formula] : read_formula_cache(bytes)) {
    Shard& shard = state_->shard(key);
    const std::lock_guard lock(shard.mutex);
    shard.formulas.emplace(key, formula);
  }
}

}  // namespace paperboy::markup
