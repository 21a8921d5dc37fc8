# kilter_web(target): builds web/ (tools/web) and makes every file of it part of `target`, behind kilter::http::site_file,
# which http/site/site.hpp declares. Without KILTER_WEB there are none, and the server says so.
option(KILTER_WEB "Build the web interface into the program (needs Node.js; tools/node finds or installs it)" ON)

function(kilter_web target)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/web/site.cpp)
  if(NOT KILTER_WEB)
    set(KILTER_SITE_ROWS "")
    set(KILTER_SITE_BLOCKS "")
    configure_file(${CMAKE_CURRENT_SOURCE_DIR}/cmake/site.cpp.in ${source} @ONLY)
    target_sources(${target} PRIVATE ${source})
    return()
  endif()
  set(web ${CMAKE_CURRENT_SOURCE_DIR}/web)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${web}/src/* ${web}/public/*)
  list(FILTER files EXCLUDE REGEX "contract\\.gen\\.ts$|\\.test\\.tsx?$")
  file(GLOB settings CONFIGURE_DEPENDS ${web}/*.json ${web}/*.html ${web}/vite.config.ts ${web}/*.cjs)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/tools/web ${CMAKE_CURRENT_BINARY_DIR}/web
    COMMAND ${CMAKE_COMMAND} -DSITE=${CMAKE_CURRENT_BINARY_DIR}/web/site -DSOURCE=${source}
            -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/EmbedSite.cmake
    DEPENDS ${files} ${settings} ${CMAKE_CURRENT_SOURCE_DIR}/api/openapi.yaml ${CMAKE_CURRENT_SOURCE_DIR}/tools/web
            ${CMAKE_CURRENT_SOURCE_DIR}/cmake/EmbedSite.cmake ${CMAKE_CURRENT_SOURCE_DIR}/cmake/site.cpp.in
    COMMENT "Building the web interface"
    VERBATIM)
  set_source_files_properties(${source} PROPERTIES SKIP_LINTING ON)
  target_sources(${target} PRIVATE ${source})
endfunction()

# The web interface's own tests: types and lint, units, and journeys in a real browser against the program `binary`.
function(kilter_web_tests binary)
  set(run ${CMAKE_SOURCE_DIR}/tools/web ${CMAKE_BINARY_DIR}/web)
  add_test(NAME web.check COMMAND ${run} npm run --silent check)
  add_test(NAME web.units COMMAND ${run} npm run --silent test)
  add_test(NAME web.journeys COMMAND ${run} npm run --silent journeys)
  set_tests_properties(web.check web.units PROPERTIES TIMEOUT 300)
  set_tests_properties(web.journeys PROPERTIES TIMEOUT 900 ENVIRONMENT KILTER_BINARY=$<TARGET_FILE:${binary}>)
endfunction()
