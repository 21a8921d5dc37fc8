#include "codec/plan/reference_page.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace kilter::codec {
namespace {

TEST(PlanFolderPage, InDocsIsWhatTheTablesSay) {
  const std::string path = std::string(KILTER_SOURCE_DIR) + "/docs/plan-folder.md";
  std::ifstream in(path, std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (page == plan_folder_page()) return;
  const std::string fresh = testing::TempDir() + "plan-folder.md";
  std::ofstream(fresh, std::ios::binary) << plan_folder_page();
  FAIL() << "docs/plan-folder.md is not what the tables say. Now run: cp " << fresh << " " << path;
}

}  // namespace
}  // namespace kilter::codec
