# Warnings and language options for our own code only.
add_library(kilter_options INTERFACE)
target_compile_options(kilter_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-align -Wdouble-promotion -Wno-missing-field-initializers -Werror)
# g++ 12 sees overlapping copies in plain string concatenation when it optimises (GCC bug 105651), and uninitialised strings in
# temporaries that are moved from.
target_compile_options(kilter_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)

# kilter_test(target prefix sources... LIBRARIES x y): a GoogleTest program, its cases registered as `<prefix>.<Suite>.<Case>`.
function(kilter_test target prefix)
  cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
  add_executable(${target} ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${target} PRIVATE ${ARG_LIBRARIES} kilter_options GTest::gtest_main GTest::gtest rapidcheck)
  target_compile_definitions(${target} PRIVATE KILTER_SOURCE_DIR="${CMAKE_SOURCE_DIR}" KILTER_SHARED="${KILTER_SHARED}")
  # Test code is compiled once and run once: cheap flags, after those of the build type.
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  gtest_discover_tests(${target} TEST_PREFIX "${prefix}." DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 600)
endfunction()

# kilter_fuzz(file layer): src/<layer>/**/<name>_fuzz.cpp as a libFuzzer program, or, without KILTER_FUZZ, as a test
# that replays every file of tests/corpus/<name>_fuzz/
function(kilter_fuzz file layer)
  get_filename_component(name ${file} NAME_WE)
  set(corpus ${CMAKE_SOURCE_DIR}/tests/corpus/${name})
  if(KILTER_FUZZ)
    add_executable(${name} ${file})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  elseif(KILTER_TESTS)
    add_executable(${name} ${file} ${CMAKE_SOURCE_DIR}/tests/support/replay_main.cpp)
    add_test(NAME ${layer}.corpus.${name} COMMAND ${name} ${corpus})
  else()
    return()
  endif()
  target_link_libraries(${name} PRIVATE kilter_${layer} kilter_options)
endfunction()

# kilter_below(name out): the layers that `name` stands on, from the table that also guards the includes.
set(KILTER_LAYERS ${CMAKE_CURRENT_SOURCE_DIR}/tests/house/layers.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${KILTER_LAYERS})
function(kilter_below name out)
  file(STRINGS ${KILTER_LAYERS} line REGEX "^${name}:")
  if(NOT line)
    message(FATAL_ERROR "layer ${name} is not in ${KILTER_LAYERS}")
  endif()
  string(REGEX MATCHALL "[a-z]+" words "${line}")
  list(POP_FRONT words)
  set(${out} ${words} PARENT_SCOPE)
endfunction()

# kilter_layer(name LIBRARIES x y): one static library `kilter_<name>` of src/<name>/**.cpp and one test program
# `kilter_<name>_test` of src/<name>/**_test.cpp. A layer without sources is header-only.
function(kilter_layer name)
  cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/src/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  set(tests ${sources})
  set(fuzzers ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cpp$")
  set(target kilter_${name})
  kilter_below(${name} below)
  list(TRANSFORM below PREPEND kilter_)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/src)
    target_link_libraries(${target} PUBLIC ${below} ${ARG_LIBRARIES} PRIVATE kilter_options)
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR}/src)
    target_link_libraries(${target} INTERFACE ${below} ${ARG_LIBRARIES})
  endif()
  if(KILTER_TESTS AND tests)
    kilter_test(${target}_test ${name} ${tests} LIBRARIES ${target})
  endif()
  foreach(fuzzer ${fuzzers})
    kilter_fuzz(${fuzzer} ${name})
  endforeach()
endfunction()
