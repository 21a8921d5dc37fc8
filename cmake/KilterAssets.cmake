# kilter_assets(target header namespace folder): builds every file of `folder` into `target` by .incbin, behind
# <namespace>::asset(name), which `header` declares.
function(kilter_assets target header namespace folder)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*)
  set(blocks "")
  set(rows "")
  set(number 0)
  foreach(file ${files})
    get_filename_component(name ${file} NAME)
    math(EXPR number "${number} + 1")
    string(APPEND blocks "KILTER_ASSET(${target}_asset_${number}, \"${file}\")\n")
    string(APPEND rows "  if (name == \"${name}\") return between(${target}_asset_${number}, ${target}_asset_${number}_end);\n")
  endforeach()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}_assets.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [=[
// Made by cmake/KilterAssets.cmake.
#include "@header@"

#define KILTER_ASSET(NAME, FILE)                                                     \
  __asm__(".pushsection .rodata\n" #NAME ":\n.incbin \"" FILE "\"\n" #NAME "_end:\n" \
          ".global " #NAME "\n.global " #NAME "_end\n.byte 0\n.popsection\n");       \
  extern "C" const char NAME[];                                                      \
  extern "C" const char NAME##_end[];

@blocks@
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::string_view @namespace@::asset(std::string_view name) {
@rows@  return {};
}
]=])
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${files}" SKIP_LINTING ON)
  target_sources(${target} PRIVATE ${source})
endfunction()
