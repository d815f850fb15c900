# embed_rules(<rules> <directory>): makes what the files of <directory>/common and <directory>/en are
# in the program, so that one binary is enough. <rules> is the library that compiles packs.
#
#   quotary_embedded_files  the bytes of the files
#   quotary_embedded_image  the tables that <rules> makes of them (core/rules/pack_image.h)
#
# Bytes go in by .incbin, which costs neither compile time nor start-up.
function(embed_rules rules directory)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${directory} ${directory}/common/*.json
       ${directory}/en/*.json ${directory}/en/models/*.tsv)
  list(SORT files)

  set(symbols "")
  set(table "")
  set(depends "")
  set(names "")
  foreach(file IN LISTS files)
    list(LENGTH names number)
    set(name quotary_rules_${number})
    list(APPEND names ${name})
    list(APPEND depends ${directory}/${file})
    string(APPEND symbols "extern const char ${name}[], ${name}_end[];\n")
    string(APPEND table "    {\"rules/${file}\", ${name}, ${name}_end},\n")
  endforeach()
  list(LENGTH names count)
  embed_bytes(quotary_embedded_files "${names}" "${depends}" "${symbols}"
"const EmbeddedRange kRanges[] = {
${table}    {nullptr, nullptr, nullptr},
};
std::span<const EmbeddedRange> embedded_ranges() { return {kRanges, ${count}}; }")

  add_executable(quotary_write_image ${PROJECT_SOURCE_DIR}/cmake/write_pack_image.cc)
  target_link_libraries(quotary_write_image PRIVATE ${rules} quotary_embedded_files)
  set(image ${CMAKE_CURRENT_BINARY_DIR}/pack.image)
  add_custom_command(OUTPUT ${image} COMMAND quotary_write_image ${image}
                     DEPENDS quotary_write_image COMMENT "Making tables of the rules" VERBATIM)
  embed_bytes(quotary_embedded_image quotary_pack_image ${image}
"extern const char quotary_pack_image[], quotary_pack_image_end[];\n"
"std::string_view embedded_pack_image() {
  return {quotary_pack_image, quotary_pack_image_end};
}")
endfunction()

# A library of the bytes of `files` under `names`, and of `code` that speaks of these `symbols`.
function(embed_bytes library names files symbols code)
  set(bytes ".section .rodata\n")
  foreach(name file IN ZIP_LISTS names files)
    string(APPEND bytes ".balign 64\n.global ${name}, ${name}_end\n"
                        "${name}:\n.incbin \"${file}\"\n${name}_end:\n.byte 0\n")
  endforeach()
  string(APPEND bytes ".section .note.GNU-stack,\"\",%progbits\n")
  set(assembler ${CMAKE_CURRENT_BINARY_DIR}/${library}.S)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${library}.cc)
  file(CONFIGURE OUTPUT ${assembler} CONTENT "${bytes}" @ONLY)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"// Written by cmake/EmbedRules.cmake.
#include \"rules/embedded_rules.h\"

// NOLINTBEGIN(readability-identifier-naming)
extern \"C\" {
${symbols}}
// NOLINTEND(readability-identifier-naming)

namespace quotary {
${code}
}  // namespace quotary
")
  set_source_files_properties(${assembler} PROPERTIES OBJECT_DEPENDS "${files}")
  add_library(${library} STATIC ${assembler} ${source})
  target_include_directories(${library} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${library} PRIVATE quotary_warnings)
endfunction()
