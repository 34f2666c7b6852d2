#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace paperboy::style {

// A file of the project, its path relative to the top of the checkout.
struct SourceFile {
  std::string path;
  std::string text;
};

// The bytes of a file; empty when it cannot be read.
std::string read_text(const std::filesystem::path& path);
// Every .cpp and .h below generator/ and tests/, sorted by path.
std::vector<SourceFile> read_sources(const std::filesystem::path& root);

// The checks return one sentence a fault, which begins with the path.

// Includes that do not point one way (see kLayers), and libraries used by more than one folder.
std::vector<std::string> include_faults(const std::vector<SourceFile>& sources);
// Files too long to read in one sitting.
std::vector<std::string> length_faults(const std::vector<SourceFile>& sources);
// Names at the top of the checkout that have no place there.
std::vector<std::string> top_level_faults(const std::vector<std::string>& names);
// Codes of diagnostics that the manual does not list, and codes it lists that nothing reports.
// `manual` is the text of generator/docs/diagnostics.md, where a code opens a row of a table.
std::vector<std::string> diagnostic_code_faults(const std::vector<SourceFile>& sources,
                                                const std::string& manual);

}  // namespace paperboy::style
