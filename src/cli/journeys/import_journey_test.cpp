// From another system's folder to a plant folder that can be planned, from the command line.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "cli/testing/call.hpp"

namespace kilter::cli {
namespace {

namespace fs = std::filesystem;

class ImportJourney : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() / ("kilter-import-" + std::string(test->name()) + std::to_string(::getpid()));
    fs::create_directories(root_ / "source");
    const std::map<std::string, std::string> tables{
        {"parameter.csv", "name,value\ncurrentdate,2027-01-04 00:00:00\n"},
        {"location.csv", "name\nFactory\n"},
        {"item.csv", "name,cost,colour\nleg,12.5,oak\nwood,2,\n"},
        {"resource.csv", "name,location\nlathe,Factory\n"},
        {"operation.csv", "name,type,item,location,duration_per\nturn,time_per,leg,Factory,600\n"},
        {"operationmaterial.csv", "operation,item,quantity,type\nturn,leg,1,end\nturn,wood,-3,start\n"},
        {"operationresource.csv", "operation,resource\nturn,lathe\n"},
        {"buffer.csv", "item,location,onhand\nwood,Factory,7\n"},
        {"supplier.csv", "name\nForest\n"},
        {"itemsupplier.csv", "item,supplier,location,leadtime,cost\nwood,Forest,Factory,172800,2.25\n"},
        {"demand.csv", "name,item,location,due,quantity,priority\nD1,leg,Factory,2027-02-01,4,1\n"}};
    for (const auto& [name, content] : tables) write(name, content);
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& name, const std::string& content) {
    std::ofstream(root_ / "source" / name, std::ios::binary) << content;
  }
  ExitCode kilter(const std::vector<std::string>& arguments) {
    const Answer answer = call(arguments);
    said_ = answer.out + answer.err;
    return answer.code;
  }
  ExitCode import(const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments{"import", "frepple", (root_ / "source").string(), plant()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return kilter(arguments);
  }
  [[nodiscard]] std::string plant() const { return (root_ / "plant").string(); }
  [[nodiscard]] bool said(const std::string& text) const { return said_.find(text) != std::string::npos; }

  fs::path root_;
  std::string said_;
};

TEST_F(ImportJourney, TheWrittenFolderIsSoundAndSaysWhatWasLeftBehind) {
  ASSERT_EQ(import(), ExitCode::ok) << said_;
  EXPECT_TRUE(said("item.csv: colour: The plant folder has no place for this value. (row 2)")) << said_;
  EXPECT_TRUE(said("1 orders, 2 items, 1 operations")) << said_;
  EXPECT_TRUE(fs::exists(root_ / "plant/import-notes.csv"));
  EXPECT_EQ(kilter({"check", plant()}), ExitCode::ok) << said_;
  EXPECT_FALSE(said("import-notes.csv")) << "the notes are no fault of the folder";
}

TEST_F(ImportJourney, ASecondImportReplacesTheFirstWhenTold) {
  ASSERT_EQ(import(), ExitCode::ok) << said_;
  ASSERT_TRUE(fs::exists(root_ / "plant/stock.csv"));
  std::ofstream(root_ / "plant/remarks.txt") << "mine";
  fs::remove(root_ / "source/buffer.csv");
  EXPECT_EQ(import(), ExitCode::usage) << "the stock may have been counted by hand since";
  EXPECT_TRUE(said("its stock.csv differs")) << said_;
  EXPECT_TRUE(fs::exists(root_ / "plant/stock.csv"));
  ASSERT_EQ(import({"--force"}), ExitCode::ok) << said_;
  EXPECT_FALSE(fs::exists(root_ / "plant/stock.csv"));
  EXPECT_TRUE(said("Removed, as the plant has no such table: stock.csv.")) << said_;
  ASSERT_EQ(import(), ExitCode::ok) << "the same again: " << said_;
  EXPECT_TRUE(fs::exists(root_ / "plant/remarks.txt")) << "what is no table of a plant stays";
}

TEST_F(ImportJourney, AnotherPlantIsNotReplacedUnasked) {
  ASSERT_EQ(kilter({"export", std::string(KILTER_SOURCE_DIR) + "/examples/hello-plant", plant()}), ExitCode::ok);
  const auto people = fs::file_size(root_ / "plant/people.csv");
  EXPECT_EQ(import(), ExitCode::usage);
  EXPECT_TRUE(said("another plant")) << said_;
  EXPECT_EQ(fs::file_size(root_ / "plant/people.csv"), people);
  EXPECT_EQ(kilter({"import", "frepple", (root_ / "source").string(), plant(), "--force"}), ExitCode::ok) << said_;
  EXPECT_FALSE(fs::exists(root_ / "plant/people.csv"));
}

TEST_F(ImportJourney, AFaultInTheSourceWritesNothing) {
  write("demand.csv", "name,item,location,due,quantity\nD1,leg,Factory,soon,4\n");
  EXPECT_EQ(import(), ExitCode::faults);
  EXPECT_TRUE(said("demand.csv")) << said_;
  EXPECT_FALSE(fs::exists(root_ / "plant"));
  write("demand.csv", "name,item,location,due,quantity\nD1,table,Factory,2027-02-01,4\n");
  EXPECT_EQ(import(), ExitCode::faults);
  EXPECT_TRUE(said("unknown-item")) << said_;
  EXPECT_FALSE(fs::exists(root_ / "plant"));
}

TEST_F(ImportJourney, AdventureWorksFromItsCompressedTables) {
  const fs::path shared = fs::path(KILTER_SHARED) / "data/adventureworks";
  if (!fs::exists(shared)) GTEST_SKIP() << "no shared data at " << shared;
  ASSERT_EQ(kilter({"import", "adventureworks", shared.string(), plant(), "--from", "2013-10-28", "--to", "2013-11-24",
                    "--today", "2013-10-28"}),
            ExitCode::ok)
      << said_;
  EXPECT_TRUE(said("7765 orders")) << said_;
  EXPECT_FALSE(fs::exists(root_ / "plant/stock.csv"));
  EXPECT_EQ(kilter({"check", plant()}), ExitCode::ok) << said_;
}

}  // namespace
}  // namespace kilter::cli
