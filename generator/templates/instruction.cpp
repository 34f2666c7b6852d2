#include "templates/instruction.h"

#include <array>

#include "base/text.h"
#include "templates/reading.h"

namespace paperboy::templates {
namespace {

// In the order of Op.
constexpr std::array<std::string_view, 55> kOpNames{
    "Text",         "Emit",           "Constant",     "LoadLocal",    "LoadModule",
    "LoadGlobal",   "StoreLocal",     "ClearLocal",   "Field",        "LocalField",
    "StoreField",   "Index",          "Slice",        "Unary",        "Binary",
    "Compare",      "Concat",         "DupUnder",     "DropUnder",    "Pop",
    "Jump",         "JumpIfFalse",    "JumpOrPop",    "MakeList",     "MakeMap",
    "ApplyFilter",  "ApplyTest",      "CallFunction", "MakeDict",     "MakeNamespace",
    "CustomFilter", "CustomFunction", "KnownAnswer",  "KeepAnswer",   "CallValue",
    "CallMethod",   "LoopBegin",      "LoopNext",     "LoopEnd",      "LoopObject",
    "LoopKeep",     "LoopKept",       "Unpack",       "BeginCapture", "EndCapture",
    "Include",      "IncludeStatic",  "CallBlock",    "BlockValue",   "SuperValue",
    "ImportModule", "MakeMacro",      "DefaultGiven", "Extend",       "Return"};
static_assert(kOpNames.size() == static_cast<std::size_t>(Op::Return) + 1);

std::string operand_text(const Code& code, const Instruction& instruction) {
  switch (instruction.op) {
    case Op::Text:
      return "\"" + base::json_escape(code.texts[instruction.a]) + "\"";
    case Op::Constant:
      return plain_text(code.constants[instruction.a]).value_or(kind_name(code.constants[instruction.a]));
    case Op::Field:
    case Op::StoreField:
    case Op::CallMethod:
    case Op::CallBlock:
    case Op::BlockValue:
      return std::string(code.symbols[instruction.a].name());
    case Op::LocalField:
      return std::to_string(instruction.a >> 16) + " " +
             std::string(code.symbols[instruction.a & 0xffff].name());
    default:
      return std::to_string(instruction.a) + (instruction.b != 0 ? " " + std::to_string(instruction.b) : "");
  }
}

}  // namespace

std::string_view op_name(Op op) {
  return kOpNames[static_cast<std::size_t>(op)];
}

std::string format_code(const Code& code) {
  std::string out;
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    const Instruction& instruction = code.instructions[i];
    out += std::to_string(i) + " " + std::string(op_name(instruction.op));
    if (instruction.op != Op::Emit && instruction.op != Op::Return && instruction.op != Op::Pop)
      out += " " + operand_text(code, instruction);
    out += '\n';
  }
  return out;
}

}  // namespace paperboy::templates
