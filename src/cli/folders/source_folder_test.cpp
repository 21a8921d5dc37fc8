#include "cli/folders/source_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace kilter::cli {
namespace {

namespace fs = std::filesystem;

class SourceFolderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("kilter-source-" + std::to_string(::getpid()));
    fs::create_directories(root_);
    std::ofstream(root_ / "b.csv") << "id\n1\n";
    std::ofstream(root_ / "a.csv") << "";
    std::ofstream(root_ / "notes.txt") << "not asked for";
  }
  void TearDown() override { fs::remove_all(root_); }
  fs::path root_;
};

TEST_F(SourceFolderTest, FilesWithTheEndingsComeInTheOrderOfTheirNames) {
  const auto folder = SourceFolder::open(root_.string(), {".csv"});
  ASSERT_TRUE(folder.ok());
  ASSERT_EQ(folder.value().files().size(), 2u);
  EXPECT_EQ(folder.value().files()[0].name(), "a.csv");
  EXPECT_EQ(folder.value().files()[1].bytes(), "id\n1\n");
}

TEST_F(SourceFolderTest, WhatHasTheNameOfATableAndIsNoFileIsRefused) {
  fs::create_directory(root_ / "orders.csv");
  ASSERT_EQ(::mkfifo((root_ / "pipe.csv").c_str(), 0600), 0);
  const auto folder = SourceFolder::open(root_.string(), {".csv"});
  ASSERT_FALSE(folder.ok());
  ASSERT_EQ(folder.error().size(), 2u);
  EXPECT_NE(folder.error()[0].message.find("orders.csv: it is not a file"), std::string::npos);
  EXPECT_NE(folder.error()[1].message.find("pipe.csv: it is not a file"), std::string::npos);
}

TEST_F(SourceFolderTest, AFolderThatIsNotThereIsNamed) {
  const auto folder = SourceFolder::open((root_ / "nowhere").string(), {".csv"});
  ASSERT_FALSE(folder.ok());
  EXPECT_EQ(folder.error()[0].where.file, (root_ / "nowhere").string());
}

}  // namespace
}  // namespace kilter::cli
