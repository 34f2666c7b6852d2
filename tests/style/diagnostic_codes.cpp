#include <array>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string_view>

#include "style/checks.h"

namespace paperboy::style {
namespace {

// The position just after the string or character literal that opens at `position`.
std::size_t after_literal(std::string_view text, std::size_t position) {
  const char quote = text[position++];
  while (position < text.size() && text[position] != quote) {
    position += text[position] == '\\' ? 2U : 1U;
  }
  return position + 1;
}

// Where the second argument of the call whose parenthesis opens just before `position` begins.
std::optional<std::size_t> second_argument(std::string_view text, std::size_t position) {
  for (int depth = 0; position < text.size();) {
    const char character = text[position];
    if (character == '"' || character == '\'') {
      position = after_literal(text, position);
      continue;
    }
    ++position;
    if (character == ',' && depth == 0) {
      return text.find_first_not_of(" \n", position);
    }
    if (character == '(' || character == '{' || character == '[') {
      ++depth;
    } else if ((character == ')' || character == '}' || character == ']') && --depth < 0) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// The kebab-case literal at `position`, empty when something else stands there.
std::string code_at(const std::string& text, std::size_t position) {
  static const std::regex kCode("\"([a-z0-9]+(-[a-z0-9]+)*)\"");
  std::smatch match;
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(std::min(position, text.size()));
  return std::regex_search(begin, text.end(), match, kCode, std::regex_constants::match_continuous)
             ? match[1].str()
             : std::string();
}

// Codes given to the methods of Diagnostics, and to the member of a Diagnostic that is put together by hand.
std::set<std::string> reported_codes(const std::string& text) {
  static const std::regex kCall(R"((\.|->)(error|warning|note|error_at)\()");
  static const std::regex kMember(R"(\.code = (?="))");
  std::set<std::string> codes;
  for (std::sregex_iterator call(text.begin(), text.end(), kCall); call != std::sregex_iterator(); ++call) {
    const auto opening = static_cast<std::size_t>(call->position() + call->length());
    if (const std::optional<std::size_t> argument = second_argument(text, opening)) {
      codes.insert(code_at(text, *argument));
    }
  }
  for (std::sregex_iterator member(text.begin(), text.end(), kMember); member != std::sregex_iterator();
       ++member) {
    codes.insert(code_at(text, static_cast<std::size_t>(member->position() + member->length())));
  }
  codes.erase("");
  return codes;
}

// A code opens a row of a table: | `bad-date` | … |
std::set<std::string> documented_codes(const std::string& manual) {
  static const std::regex kRow(R"(^\| *`([a-z0-9-]+)` *\|)");
  std::set<std::string> codes;
  std::istringstream lines(manual);
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_search(line, match, kRow)) {
      codes.insert(match[1].str());
    }
  }
  return codes;
}

}  // namespace

std::vector<std::string> diagnostic_code_faults(const std::vector<SourceFile>& sources,
                                                const std::string& manual) {
  std::vector<std::string> faults;
  std::set<std::string> unused = documented_codes(manual);
  const std::set<std::string> documented = unused;
  for (const SourceFile& source : sources) {
    if (!source.path.starts_with("generator/")) {
      continue;
    }
    for (const std::string& code : reported_codes(source.text)) {
      if (!documented.contains(code)) {
        faults.push_back(source.path + ": the code " + code + " is not in generator/docs/diagnostics.md");
      }
    }
    // A code may reach Diagnostics through a function or a table: any literal counts as use.
    std::erase_if(unused, [&](const std::string& code) {
      return source.text.find("\"" + code + "\"") != std::string::npos;
    });
  }
  for (const std::string& code : unused) {
    faults.push_back("generator/docs/diagnostics.md: nothing reports the code " + code);
  }
  return faults;
}

}  // namespace paperboy::style
