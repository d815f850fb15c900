# embed_rules(<target> <directory>): compiles the files of <directory>/common and <directory>/en
# into <target>, so that one binary is enough. One assembler file holds their bytes (.incbin costs
# neither compile time nor start-up), a C++ file the table of them (core/rules/embedded_rules.h).
function(embed_rules target directory)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${directory} ${directory}/common/*.json
       ${directory}/en/*.json ${directory}/en/models/*.tsv)
  list(SORT files)

  set(bytes ".section .rodata\n")
  set(symbols "")
  set(table "")
  set(depends "")
  set(number 0)
  foreach(file IN LISTS files)
    set(name quotary_rules_${number})
    string(APPEND bytes ".balign 8\n.global ${name}, ${name}_end\n"
                        "${name}:\n.incbin \"${directory}/${file}\"\n${name}_end:\n.byte 0\n")
    string(APPEND symbols "extern const char ${name}[], ${name}_end[];\n")
    string(APPEND table "    {\"rules/${file}\", ${name}, ${name}_end},\n")
    list(APPEND depends ${directory}/${file})
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND bytes ".section .note.GNU-stack,\"\",%progbits\n")

  set(assembler ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules_bytes.S)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules_table.cc)
  file(CONFIGURE OUTPUT ${assembler} CONTENT "${bytes}" @ONLY)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"// Written by cmake/EmbedRules.cmake.
#include \"rules/embedded_rules.h\"

// NOLINTBEGIN(readability-identifier-naming)
extern \"C\" {
${symbols}}
// NOLINTEND(readability-identifier-naming)

namespace quotary {
namespace {
const EmbeddedRange kRanges[] = {
${table}    {nullptr, nullptr, nullptr},
};
}  // namespace
std::span<const EmbeddedRange> embedded_ranges() { return {kRanges, ${number}}; }
}  // namespace quotary
")
  set_source_files_properties(${assembler} PROPERTIES OBJECT_DEPENDS "${depends}")
  target_sources(${target} PRIVATE ${assembler} ${source})
endfunction()
