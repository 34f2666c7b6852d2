#include "markup/katex_engine.h"

#include <JavaScriptCore/JavaScript.h>

#include <cstddef>
#include <iterator>
#include <vector>

#include "base/text.h"
#include "markup/katex_bundle.h"

namespace paperboy::markup {
namespace {

// The macros are those that abstracts take from MathJax and LaTeX packages and KaTeX lacks; fresh for each
// formula, otherwise \gdef would leak into the next one.
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

// A string of JavaScriptCore, given back when it is no longer needed.
class ScriptString {
 public:
  explicit ScriptString(JSStringRef string) : string_(string) {}
  explicit ScriptString(std::string_view text) : string_(from_utf8(text)) {}
  ~ScriptString() { JSStringRelease(string_); }
  ScriptString(const ScriptString&) = delete;
  ScriptString& operator=(const ScriptString&) = delete;

  JSStringRef get() const { return string_; }

  std::string to_utf8() const {
    std::string text(JSStringGetMaximumUTF8CStringSize(string_), '\0');
    text.resize(JSStringGetUTF8CString(string_, text.data(), text.size()));
    if (!text.empty()) {
      text.pop_back();  // the closing NUL is counted
    }
    return text;
  }

 private:
  // Not JSStringCreateWithUTF8CString, which would stop at a NUL.
  static JSStringRef from_utf8(std::string_view text) {
    std::vector<JSChar> units;
    units.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
      const base::Decoded decoded = base::decode_utf8(text, i);
      i += decoded.size;
      if (decoded.character < 0x10000) {
        units.push_back(static_cast<JSChar>(decoded.character));
      } else {
        const char32_t rest = decoded.character - 0x10000;
        units.push_back(static_cast<JSChar>(0xD800 + (rest >> 10)));
        units.push_back(static_cast<JSChar>(0xDC00 + (rest & 0x3FF)));
      }
    }
    return JSStringCreateWithCharacters(units.data(), units.size());
  }

  JSStringRef string_;
};

}  // namespace

struct KatexEngine::Machine {
  JSGlobalContextRef context = JSGlobalContextCreate(nullptr);
  JSObjectRef render = nullptr;  // of kRender; null when KaTeX could not be started, or failed inside

  Machine() {
    run(katex_script());
    const JSValueRef function = run(kRender);
    if (function != nullptr && JSValueIsObject(context, function)) {
      render = JSValueToObject(context, function, nullptr);
      JSValueProtect(context, render);
    }
  }
  ~Machine() { JSGlobalContextRelease(context); }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

 private:
  // Null when the script throws.
  JSValueRef run(std::string_view script) {
    const ScriptString source(script);
    return JSEvaluateScript(context, source.get(), nullptr, nullptr, 1, nullptr);
  }
};

KatexEngine::KatexEngine() : machine_(std::make_unique<Machine>()) {}
KatexEngine::~KatexEngine() = default;

EngineReply KatexEngine::render(std::string_view tex, MathMode mode) {
  if (machine_->render == nullptr) {
    return {EngineReply::Kind::Broken, "the formula engine could not be started"};
  }
  JSGlobalContextRef context = machine_->context;
  const ScriptString source(tex);
  const JSValueRef arguments[] = {JSValueMakeString(context, source.get()),
                                  JSValueMakeBoolean(context, mode == MathMode::Display)};
  JSValueRef thrown = nullptr;
  const JSValueRef answer =
      JSObjectCallAsFunction(context, machine_->render, nullptr, std::size(arguments), arguments, &thrown);
  if (answer == nullptr || thrown != nullptr || !JSValueIsString(context, answer)) {
    machine_->render = nullptr;
    return {EngineReply::Kind::Broken, "the formula is too complicated"};
  }
  const std::string text = ScriptString(JSValueToStringCopy(context, answer, nullptr)).to_utf8();
  const bool is_markup = base::starts_with(text, "M");
  return {is_markup ? EngineReply::Kind::MathMl : EngineReply::Kind::Refused, text.substr(1)};
}

}  // namespace paperboy::markup
