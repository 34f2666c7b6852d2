# Writes a C++ file with the bytes of FILES (paths below ROOT, joined by '|') to OUTPUT.
string(REPLACE "|" ";" files "${FILES}")
set(arrays "")
set(table "")
set(number 0)
foreach(file ${files})
  file(READ ${ROOT}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND arrays "static const unsigned char file_${number}[] = {${bytes}0};\n")
  string(APPEND table
    "    {\"${file}\", {reinterpret_cast<const char*>(file_${number}), sizeof(file_${number}) - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT}
"#include \"pipeline/defaults.h\"\n
${arrays}
namespace paperboy::pipeline {
const std::vector<DefaultFile>& default_files() {
  static const std::vector<DefaultFile> files = {
${table}  };
  return files;
}
}  // namespace paperboy::pipeline
")
