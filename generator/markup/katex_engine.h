#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "markup/math.h"

namespace paperboy::markup {

// What KaTeX said to a formula.
struct EngineReply {
  enum class Kind {
    MathMl,   // text is KaTeX's markup
    Refused,  // text is KaTeX's reason, in its own words
    Broken    // the engine ran out of memory or failed inside: it must not be used again
  };
  Kind kind = Kind::Broken;
  std::string text;
};

// KaTeX in a JavaScriptCore machine of its own. For one thread at a time. It cannot be interrupted, so only
// formulas that passed check_formula() may reach it.
class KatexEngine {
 public:
  KatexEngine();
  ~KatexEngine();
  KatexEngine(const KatexEngine&) = delete;
  KatexEngine& operator=(const KatexEngine&) = delete;

  // `tex` must be valid UTF-8.
  EngineReply render(std::string_view tex, MathMode mode);

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace paperboy::markup
