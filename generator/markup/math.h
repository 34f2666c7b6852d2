#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/html.h"

namespace paperboy::markup {

enum class MathMode { Inline, Display };

// What a formula became.
struct Formula {
  base::Html
      html;  // <math>…</math> with the source as annotation, or <code class="math-error"> with the source
  std::string plain;  // Unicode text for titles, feeds and search: "∇"; the source where that is not possible
  bool ok = true;
  std::string problem;  // why not, when !ok
};

// TeX to MathML by KaTeX inside JavaScriptCore: no script for the reader. One engine a thread, made on first
// use; results are kept by formula, so equal formulas cost once. Safe from several threads.
// Bounded: length, nesting, cells, no macro definitions; beyond them the formula shows as its source.
class MathRenderer {
 public:
  MathRenderer();
  ~MathRenderer();
  MathRenderer(const MathRenderer&) = delete;
  MathRenderer& operator=(const MathRenderer&) = delete;

  const Formula& render(std::string_view tex, MathMode mode);

  // The kept results as bytes, and back. load() takes only what this version wrote for this KaTeX and
  // ignores anything else: the cache can be lost, never wrong.
  std::string save() const;
  void load(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace paperboy::markup
