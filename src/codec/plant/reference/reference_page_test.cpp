#include "codec/plant/reference/reference_page.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace kilter::codec::plant {
namespace {

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(ReferencePage, IsTheOneInTheDocuments) {
  const std::string path = std::string(KILTER_SOURCE_DIR) + "/docs/plant-folder.md";
  if (contents(path) == reference_page()) return;
  const std::string fresh = testing::TempDir() + "plant-folder.md";
  std::ofstream(fresh, std::ios::binary) << reference_page();
  FAIL() << "docs/plant-folder.md is not what the table of fields says. Now run: cp " << fresh << " " << path;
}

}  // namespace
}  // namespace kilter::codec::plant
