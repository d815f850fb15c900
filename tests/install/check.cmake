# See CMakeLists.txt. Stops at the first thing that is not as it should be.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGV}\nended with ${status}:\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

function(expect what file)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "${what} is not installed: ${file}")
  endif()
endfunction()

set(prefix ${WORK}/prefix)
file(REMOVE_RECURSE ${prefix} ${WORK}/build)
run(${CMAKE_COMMAND} --install ${BUILT} --prefix ${prefix})

expect("The program" ${prefix}/bin/quotary)
expect("The public header" ${prefix}/include/quotary/quotary.h)
expect("The rule pack" ${prefix}/share/quotary/rules/en/pack.json)
expect("A completion" ${prefix}/share/bash-completion/completions/quotary)
file(GLOB_RECURSE archives ${prefix}/*.a)
list(LENGTH archives count)
if(NOT count EQUAL 1)
  message(FATAL_ERROR "expected one library, found: ${archives}")
endif()

run(${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK}/build -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_COMPILER=${COMPILER} "-DCMAKE_CXX_FLAGS=${FLAGS}" -DCMAKE_BUILD_TYPE=${CONFIG})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/consumer)
if(NOT out STREQUAL "Ann Lee: \"It rained,\"\n")
  message(FATAL_ERROR "the consumer printed: ${out}")
endif()
