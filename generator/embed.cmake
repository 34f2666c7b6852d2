# paperboy_embed(TARGET ROOT FOLDER…): a library that holds the files of some folders below ROOT, so that the
# program needs no files beside it. See generator/pipeline/defaults.h for the way to read them.
set(PAPERBOY_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)

function(paperboy_embed target root)
  set(files)
  foreach(folder ${ARGN})
    file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${root} ${root}/${folder}/*)
    list(APPEND files ${found})
  endforeach()
  list(SORT files)
  set(inputs)
  foreach(file ${files})
    list(APPEND inputs ${root}/${file})
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp)
  string(REPLACE ";" "|" joined "${files}")
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DROOT=${root} -DFILES=${joined} -DOUTPUT=${output} -P ${PAPERBOY_EMBED_SCRIPT}
    DEPENDS ${inputs} ${PAPERBOY_EMBED_SCRIPT}
    COMMENT "Embedding layouts and assets"
    VERBATIM)
  add_library(${target} STATIC ${output})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
endfunction()
