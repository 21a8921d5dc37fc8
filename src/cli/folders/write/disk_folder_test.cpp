#include "cli/folders/write/disk_folder.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
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

// Whoever opened the old folder still sees all of it: the new one took its place as a whole.
TEST_F(DiskFolderTest, AnExistingFolderIsExchangedInOneStep) {
  fs::create_directories(root_ / "plan");
  std::ofstream(root_ / "plan" / "plan.json") << "old";
  std::ofstream(root_ / "plan" / "gone.csv") << "old";
  fs::create_directory_symlink(root_ / "plan", root_ / "link");
  fs::permissions(root_ / "plan", fs::perms::owner_all | fs::perms::group_all);
  DiskFolder folder((root_ / "link").string(), "plan.json");
  const int opened = ::open((root_ / "plan").c_str(), O_RDONLY | O_DIRECTORY);
  folder.drop("gone.csv");
  folder.begin("plan.json");
  folder.append("new");
  ASSERT_TRUE(folder.commit().ok());
  EXPECT_EQ(::faccessat(opened, "gone.csv", F_OK, 0), 0) << "the old folder was changed in place";
  ::close(opened);
  EXPECT_EQ(content(root_ / "plan" / "plan.json"), "new");
  EXPECT_FALSE(fs::exists(root_ / "plan" / "gone.csv"));
  EXPECT_TRUE(fs::is_symlink(root_ / "link"));
  EXPECT_EQ(fs::status(root_ / "plan").permissions(), fs::perms::owner_all | fs::perms::group_all);
}

TEST_F(DiskFolderTest, AFolderWithFoldersInItIsFilledInPlace) {
  fs::create_directories(root_ / "plan" / "photos");
  std::ofstream(root_ / "plan" / "photos" / "oven.jpg") << "keep";
  std::ofstream(root_ / "plan" / "gone.csv") << "old";
  DiskFolder folder((root_ / "plan").string(), "plan.json");
  folder.drop("gone.csv");
  folder.begin("plan.json");
  folder.append("new");
  ASSERT_TRUE(folder.commit().ok());
  EXPECT_EQ(content(root_ / "plan" / "plan.json"), "new");
  EXPECT_EQ(content(root_ / "plan" / "photos" / "oven.jpg"), "keep");
  EXPECT_FALSE(fs::exists(root_ / "plan" / "gone.csv"));
}

TEST_F(DiskFolderTest, WhatKilledProgramsLeftIsRemovedWhenItIsOld) {
  const auto left = [&](const std::string& name, bool old) {
    fs::create_directories(root_ / name);
    std::ofstream(root_ / name / "a.csv") << "x";
    if (old) fs::last_write_time(root_ / name, fs::file_time_type::clock::now() - std::chrono::hours(1));
    return root_ / name;
  };
  const std::string nobody = "2147483647";  // beyond what a process number can be
  const std::string alive = std::to_string(::getppid());
  const fs::path dead = left(".plan.partial-" + nobody, true);
  const fs::path inside = left("plan/.partial-" + nobody, true);
  const fs::path young = left(".plan.partial-2147483646", false);
  const fs::path running = left(".plan.partial-" + alive, true);
  const fs::path other = left(".planet.partial-" + nobody, true);
  const DiskFolder folder((root_ / "plan").string(), "plan.json");
  EXPECT_FALSE(fs::exists(dead));
  EXPECT_FALSE(fs::exists(inside));
  EXPECT_TRUE(fs::exists(young));
  EXPECT_TRUE(fs::exists(running));
  EXPECT_TRUE(fs::exists(other));
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
