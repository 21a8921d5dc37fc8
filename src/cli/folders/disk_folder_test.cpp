#include "cli/folders/disk_folder.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <sstream>

namespace kilter::cli {
namespace {

namespace fs = std::filesystem;

class DiskFolderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() / ("kilter-" + std::string(test->name()) + std::to_string(::getpid()));
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  static std::string content(const fs::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(root_), fs::directory_iterator()));
  }

  fs::path root_;
};

TEST_F(DiskFolderTest, NothingIsSeenBeforeCommitAndAllAfter) {
  DiskFolder folder((root_ / "plan").string(), "plan.json");
  folder.begin("a.csv");
  folder.append("one,");
  folder.append("two\n");
  folder.begin("plan.json");
  folder.append("{}");
  EXPECT_FALSE(fs::exists(root_ / "plan"));
  ASSERT_TRUE(folder.commit().ok());
  EXPECT_EQ(content(root_ / "plan" / "a.csv"), "one,two\n");
  EXPECT_EQ(content(root_ / "plan" / "plan.json"), "{}");
}

TEST_F(DiskFolderTest, WhatIsNotCommittedLeavesNoTrace) {
  {
    DiskFolder folder((root_ / "plan").string(), "plan.json");
    folder.begin("a.csv");
    folder.append("x");
  }
  EXPECT_EQ(entries(), 0U);
}

TEST_F(DiskFolderTest, AnExistingFolderKeepsItsOtherFiles) {
  fs::create_directories(root_ / "plan");
  std::ofstream(root_ / "plan" / "mine.txt") << "keep";
  std::ofstream(root_ / "plan" / "a.csv") << "old";
  DiskFolder folder((root_ / "plan").string() + "/", "plan.json");
  folder.begin("a.csv");
  folder.append("new");
  folder.begin("plan.json");
  EXPECT_EQ(content(root_ / "plan" / "a.csv"), "old");
  ASSERT_TRUE(folder.commit().ok());
  EXPECT_EQ(content(root_ / "plan" / "a.csv"), "new");
  EXPECT_EQ(content(root_ / "plan" / "mine.txt"), "keep");
}

TEST_F(DiskFolderTest, AFileInTheWayIsNamed) {
  std::ofstream(root_ / "plan") << "a file";
  DiskFolder folder((root_ / "plan").string(), "plan.json");
  folder.begin("a.csv");
  folder.append("x");
  const base::Result<bool> written = folder.commit();
  ASSERT_FALSE(written.ok());
  EXPECT_NE(written.error().front().message.find("plan"), std::string::npos);
  EXPECT_EQ(content(root_ / "plan"), "a file");
}

// The hidden folder is nobody's business: what is named is what was asked for.
TEST_F(DiskFolderTest, AFolderThatCannotBeMadeIsNamedAsItWasGiven) {
  std::ofstream(root_ / "file") << "in the way";
  DiskFolder folder((root_ / "file" / "plan").string(), "plan.json");
  folder.begin("a.csv");
  const base::Result<bool> written = folder.commit();
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().front().where.file, (root_ / "file" / "plan").string());
  EXPECT_EQ(written.error().front().message.find("partial"), std::string::npos);
}

}  // namespace
}  // namespace kilter::cli
