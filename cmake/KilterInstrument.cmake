# What sanitizers, fuzzing and clang-tidy add to every target of ours. Off unless a preset asks for it.
if(KILTER_SANITIZE)
  add_compile_options(-fsanitize=${KILTER_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${KILTER_SANITIZE})
  # Instrumented code confuses g++'s flow warnings; the plain builds keep them as errors.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized -Wno-stringop-overflow)
  endif()
endif()

if(KILTER_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "KILTER_FUZZ needs clang (libFuzzer): use the preset `fuzz`")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(KILTER_TIDY)
  find_program(CLANG_TIDY NAMES clang-tidy-14 REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY ${CLANG_TIDY} --warnings-as-errors=* --quiet)
endif()
