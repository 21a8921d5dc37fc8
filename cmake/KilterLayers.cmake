# Warnings and language options for our own code only.
add_library(kilter_options INTERFACE)
target_compile_options(kilter_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-align -Wdouble-promotion -Werror)

# kilter_layer(name DEPENDS a b LIBRARIES x y): one static library `kilter_<name>` of src/<name>/**.cpp and one test program
# `kilter_<name>_test` of src/<name>/**_test.cpp. A layer without sources is header-only.
function(kilter_layer name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES" ${ARGN})
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/src/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  set(target kilter_${name})
  list(TRANSFORM ARG_DEPENDS PREPEND kilter_)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/src)
    target_link_libraries(${target} PUBLIC ${ARG_DEPENDS} ${ARG_LIBRARIES} PRIVATE kilter_options)
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR}/src)
    target_link_libraries(${target} INTERFACE ${ARG_DEPENDS} ${ARG_LIBRARIES})
  endif()
  if(KILTER_TESTS AND tests)
    add_executable(${target}_test ${tests})
    target_link_libraries(${target}_test PRIVATE ${target} kilter_options GTest::gtest_main GTest::gtest)
    target_compile_definitions(${target}_test PRIVATE KILTER_SOURCE_DIR="${CMAKE_SOURCE_DIR}" KILTER_SHARED="${KILTER_SHARED}")
    gtest_discover_tests(${target}_test TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60)
  endif()
endfunction()
