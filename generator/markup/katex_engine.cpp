#include "markup/katex_engine.h"

#include <duktape.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/text.h"
#include "markup/katex_bundle.h"

namespace paperboy::markup {
namespace {

constexpr std::size_t kMaxHeapBytes = 64u << 20;

// Duktape 2.7 is ECMAScript 5 with parts of 6; this is the one function KaTeX misses. `macros` is
// fresh for each formula, otherwise \gdef would leak into the next one.
constexpr std::string_view kPrelude = R"js(
if (!Array.prototype.fill) {
  Object.defineProperty(Array.prototype, 'fill', {value: function (value, from, to) {
    var end = to === undefined ? this.length : to;
    for (var i = from || 0; i < end; i++) this[i] = value;
    return this;
  }});
}
)js";
// The macros are those that abstracts take from MathJax and LaTeX packages and KaTeX lacks.
constexpr std::string_view kRender = R"js(
(function (tex, display) {
  function character(all, code) {
    var number = parseInt(code, 16);
    return number < 0x10000 ? '\\text{' + String.fromCharCode(number) + '}' : all;
  }
  var macros = {'\\mbox': '\\text{#1}', '\\emph': '\\textit{#1}', '\\textsc': '\\text{#1}', '\\Tilde': '\\tilde{#1}',
    '\\Hat': '\\hat{#1}', '\\Bar': '\\bar{#1}', '\\Vec': '\\vec{#1}', '\\mathds': '\\mathbb{#1}',
    '\\mathbbm': '\\mathbb{#1}', '\\nicefrac': '{#1}/{#2}'};
  try {
    return 'M' + katex.renderToString(tex.replace(/\\unicode\{x([0-9a-fA-F]{2,6})\}/g, character), {output: 'mathml', displayMode: display, throwOnError: true,
      trust: false, strict: 'ignore', maxExpand: 300, maxSize: 50, macros: macros});
  } catch (error) {
    if (error instanceof katex.ParseError) return 'E' + error.message;
    throw error;
  }
})
)js";

// Every block carries its size in front, so that the heap's total is known without asking malloc.
struct alignas(std::max_align_t) BlockHeader {
  std::size_t size = 0;
};

struct Budget {
  std::size_t used = 0;
};

void* allocate(void* budget_pointer, duk_size_t size) {
  auto& budget = *static_cast<Budget*>(budget_pointer);
  if (size == 0 || size > kMaxHeapBytes - budget.used) {
    return nullptr;
  }
  auto* header = static_cast<BlockHeader*>(std::malloc(sizeof(BlockHeader) + size));
  if (header == nullptr) {
    return nullptr;
  }
  header->size = size;
  budget.used += size;
  return header + 1;
}

void release(void* budget_pointer, void* block) {
  if (block == nullptr) {
    return;
  }
  auto* header = static_cast<BlockHeader*>(block) - 1;
  static_cast<Budget*>(budget_pointer)->used -= header->size;
  std::free(header);
}

void* reallocate(void* budget_pointer, void* block, duk_size_t size) {
  if (block == nullptr) {
    return allocate(budget_pointer, size);
  }
  if (size == 0) {
    release(budget_pointer, block);
    return nullptr;
  }
  auto& budget = *static_cast<Budget*>(budget_pointer);
  auto* header = static_cast<BlockHeader*>(block) - 1;
  const std::size_t others = budget.used - header->size;
  if (size > kMaxHeapBytes - others) {
    return nullptr;
  }
  auto* moved = static_cast<BlockHeader*>(std::realloc(header, sizeof(BlockHeader) + size));
  if (moved == nullptr) {
    return nullptr;
  }
  moved->size = size;
  budget.used = others + size;
  return moved + 1;
}

// Only reached when Duktape fails outside a protected call, which this file never lets happen.
void on_fatal(void*, const char* message) {
  std::fprintf(stderr, "paperboy: fault in the formula engine: %s\n", message == nullptr ? "" : message);
  std::abort();
}

void append_surrogate(std::string& out, char32_t unit) {
  out += static_cast<char>(0xE0 | (unit >> 12));
  out += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
  out += static_cast<char>(0x80 | (unit & 0x3F));
}

// Duktape's strings are UTF-16 written as bytes: a character beyond U+FFFF is two three-byte halves.
std::string to_cesu8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded decoded = base::decode_utf8(text, i);
    i += decoded.size;
    if (decoded.character < 0x10000) {
      base::append_utf8(out, decoded.character);
      continue;
    }
    const char32_t rest = decoded.character - 0x10000;
    append_surrogate(out, 0xD800 + (rest >> 10));
    append_surrogate(out, 0xDC00 + (rest & 0x3FF));
  }
  return out;
}

// The surrogate written at `offset` as three bytes, or 0.
char32_t surrogate_at(std::string_view text, std::size_t offset) {
  if (offset + 3 > text.size() || static_cast<unsigned char>(text[offset]) != 0xED) {
    return 0;
  }
  const auto second = static_cast<unsigned char>(text[offset + 1]);
  const auto third = static_cast<unsigned char>(text[offset + 2]);
  return second < 0xA0 ? 0 : 0xD000u | ((second & 0x3Fu) << 6) | (third & 0x3Fu);
}

std::string from_cesu8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t high = surrogate_at(text, i);
    if (high == 0) {
      out += text[i++];
      continue;
    }
    const char32_t low = surrogate_at(text, i + 3);
    const bool pair = high < 0xDC00 && low >= 0xDC00;
    base::append_utf8(out, pair ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : U'\uFFFD');
    i += pair ? 6 : 3;
  }
  return out;
}

struct Request {
  const std::string* tex = nullptr;
  MathMode mode = MathMode::Inline;
};

duk_ret_t load_katex(duk_context* context, void*) {
  duk_peval_lstring_noresult(context, kPrelude.data(), kPrelude.size());
  duk_push_lstring(context, katex_script().data(), katex_script().size());
  duk_push_string(context, "katex.min.js");
  duk_compile(context, 0);
  duk_push_global_object(context);
  duk_call_method(context, 0);
  duk_pop(context);
  duk_eval_lstring(context, kRender.data(), kRender.size());
  duk_put_global_string(context, "paperboyRender");
  return 0;
}

duk_ret_t call_katex(duk_context* context, void* request_pointer) {
  const auto& request = *static_cast<const Request*>(request_pointer);
  duk_get_global_string(context, "paperboyRender");
  duk_push_lstring(context, request.tex->data(), request.tex->size());
  duk_push_boolean(context, request.mode == MathMode::Display ? 1 : 0);
  duk_call(context, 2);
  duk_require_string(context, -1);
  return 1;
}

}  // namespace

struct KatexEngine::Heap {
  Budget budget;
  duk_context* context = nullptr;
  bool usable = false;

  Heap() {
    context = duk_create_heap(allocate, reallocate, release, &budget, on_fatal);
    if (context != nullptr) {
      usable = duk_safe_call(context, load_katex, nullptr, 0, 1) == DUK_EXEC_SUCCESS;
      duk_pop(context);
    }
  }
  ~Heap() {
    if (context != nullptr) {
      duk_destroy_heap(context);
    }
  }
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;
};

KatexEngine::KatexEngine() : heap_(std::make_unique<Heap>()) {}
KatexEngine::~KatexEngine() = default;

EngineReply KatexEngine::render(std::string_view tex, MathMode mode) {
  if (!heap_->usable) {
    return {EngineReply::Kind::Broken, "the formula engine could not be started"};
  }
  const std::string text = to_cesu8(tex);
  Request request{&text, mode};
  duk_context* context = heap_->context;
  const bool done = duk_safe_call(context, call_katex, &request, 0, 1) == DUK_EXEC_SUCCESS;
  EngineReply reply{EngineReply::Kind::Broken, "the formula is too complicated"};
  if (done) {
    duk_size_t size = 0;
    const char* bytes = duk_get_lstring(context, -1, &size);
    const std::string_view answer(bytes, size);
    reply.kind = base::starts_with(answer, "M") ? EngineReply::Kind::MathMl : EngineReply::Kind::Refused;
    reply.text = from_cesu8(answer.substr(1));
  }
  duk_pop(context);
  heap_->usable = done;
  return reply;
}

}  // namespace paperboy::markup
