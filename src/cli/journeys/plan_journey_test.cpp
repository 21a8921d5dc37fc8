// The main job from the command line: check, plan, verify, explain, export and diff on the sample plants.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "cli/testing/call.hpp"
#include "cli/testing/file_bytes.hpp"

namespace kilter::cli {
namespace {

namespace fs = std::filesystem;

void replace_in(const fs::path& path, const std::string& from, const std::string& to) {
  std::string text = bytes_of(path);
  const std::size_t at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  std::ofstream(path, std::ios::binary) << text.replace(at, from.size(), to);
}

class Journey : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() / ("kilter-journey-" + std::string(test->name()) + std::to_string(::getpid()));
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  ExitCode kilter(const std::vector<std::string>& arguments) {
    said_ = call(arguments);
    return said_.code;
  }
  ExitCode plan(const std::string& to) {
    return kilter({"plan", plant_, "--out", folder(to), "--seconds", "0", "--json"});
  }
  [[nodiscard]] std::string folder(const std::string& name) const { return (root_ / name).string(); }
  [[nodiscard]] bool said(const std::string& text) const { return said_.says(text); }

  fs::path root_;
  std::string plant_ = std::string(KILTER_SOURCE_DIR) + "/examples/hello-plant";
  Answer said_;
};

TEST_F(Journey, ThePlanThatIsWrittenHolds) {
  ASSERT_EQ(kilter({"check", plant_}), ExitCode::ok);
  ASSERT_EQ(plan("plan"), ExitCode::ok) << said_.err;
  EXPECT_TRUE(said("\"orders\": 3"));
  EXPECT_TRUE(said("\"violations\": 0"));
  for (const char* file : {"orders.csv", "operations.csv", "pegging.csv", "plan.json", "plan.xlsx", "report.html"}) {
    EXPECT_GT(fs::file_size(root_ / "plan" / file), 0U) << file;
  }
  EXPECT_EQ(kilter({"verify", plant_, folder("plan")}), ExitCode::ok) << said_.out << said_.err;
}

TEST_F(Journey, EveryFigureThatOtherToolsReadIsThere) {
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  for (const char* name : {"orders", "late_orders", "unplanned_orders", "tardiness_days", "tardiness_days_by_priority",
                           "production_orders", "operations", "purchases", "violations", "objective", "total", "parts",
                           "plan_cpu_seconds", "total_cpu_seconds", "peak_memory_mb"}) {
    EXPECT_TRUE(said("\"" + std::string(name) + "\":")) << name;
  }
}

TEST_F(Journey, ASummaryForPeopleNamesTheReport) {
  ASSERT_EQ(kilter({"plan", plant_, "--out", folder("plan"), "--seconds", "0"}), ExitCode::ok);
  EXPECT_TRUE(said("3 orders"));
  EXPECT_TRUE(said("Checked: no violations."));
  EXPECT_TRUE(said("report.html"));
}

TEST_F(Journey, WithoutReportOnlyTables) {
  ASSERT_EQ(kilter({"plan", plant_, "--out", folder("plan"), "--seconds", "0", "--no-report"}), ExitCode::ok);
  EXPECT_FALSE(fs::exists(root_ / "plan" / "report.html"));
  EXPECT_FALSE(fs::exists(root_ / "plan" / "plan.xlsx"));
  EXPECT_FALSE(said("report.html"));
}

TEST_F(Journey, TheSameStepsGiveTheSameBytes) {
  for (const char* name : {"one", "two"}) {
    ASSERT_EQ(kilter({"plan", plant_, "--out", folder(name), "--steps", "50", "--seed", "3"}), ExitCode::ok);
  }
  for (const auto& entry : fs::directory_iterator(root_ / "one")) {
    EXPECT_EQ(bytes_of(entry.path()), bytes_of(root_ / "two" / entry.path().filename())) << entry.path();
  }
}

TEST_F(Journey, AnOperationMovedByHandIsAViolation) {
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  const std::string operations = bytes_of(root_ / "plan" / "operations.csv");
  const std::size_t row = operations.find('\n') + 1;
  const std::size_t start = operations.find("2026-", row);
  ASSERT_NE(start, std::string::npos);
  const std::string line = operations.substr(row, operations.find('\n', row) - row);
  std::string moved = line;
  moved.replace(line.find("2026-"), 4, "2025");
  replace_in(root_ / "plan" / "operations.csv", line, moved);
  const ExitCode code = kilter({"verify", plant_, folder("plan")});
  EXPECT_TRUE(code == ExitCode::violations || code == ExitCode::faults);
  EXPECT_TRUE(said("violation: ") || said("does not agree")) << said_.out << said_.err;
}

TEST_F(Journey, ABrokenFolderIsNamedByFileAndRow) {
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  replace_in(root_ / "plan" / "orders.csv", "O-1,", "O-9,");
  fs::remove(root_ / "plan" / "purchases.csv");
  EXPECT_EQ(kilter({"verify", plant_, folder("plan")}), ExitCode::faults);
  EXPECT_TRUE(said("purchases.csv: error"));
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  replace_in(root_ / "plan" / "orders.csv", "O-1,", "O-9,");
  replace_in(root_ / "plan" / "plan.json", "\"format\"", "\"fromat\"");
  EXPECT_EQ(kilter({"verify", plant_, folder("plan")}), ExitCode::faults);
  EXPECT_TRUE(said("orders.csv:2:order: error")) << said_.err;
  EXPECT_TRUE(said("plan.json:format: error")) << said_.err;
}

TEST_F(Journey, FoldersOfAnotherKindAreSaidToBe) {
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  EXPECT_EQ(kilter({"check", folder("plan")}), ExitCode::faults);
  EXPECT_TRUE(said("holds a plan, not a plant")) << said_.err;
  EXPECT_EQ(kilter({"diff", folder("plan"), plant_}), ExitCode::faults);
  EXPECT_TRUE(said(plant_ + " is not the folder of a plan")) << said_.err;
  EXPECT_EQ(kilter({"verify", plant_, plant_}), ExitCode::faults);
  EXPECT_TRUE(said(plant_ + " is not the folder of a plan")) << said_.err;
}

TEST_F(Journey, APlantThatWasChangedSinceIsSaidToBe) {
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  fs::copy(plant_, folder("changed"), fs::copy_options::recursive);
  replace_in(root_ / "changed" / "orders.csv", "2026-11-24", "2025-11-24");
  EXPECT_EQ(kilter({"verify", folder("changed"), folder("plan")}), ExitCode::faults);
  EXPECT_TRUE(said("Was the plant changed since it was planned?")) << said_.err;
}

TEST_F(Journey, ExplainTellsOneOrder) {
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  ASSERT_EQ(kilter({"explain", "O-1", "--plan", folder("plan"), plant_}), ExitCode::ok) << said_.err;
  EXPECT_TRUE(said("requested"));
  EXPECT_TRUE(said("projected"));
  EXPECT_TRUE(said("Assemble"));
  EXPECT_TRUE(said("total"));
  EXPECT_TRUE(said("for Café Luise"));
  EXPECT_FALSE(said(" 24:00") || said("T0")) << said_.out;  // moments are written one way
  EXPECT_EQ(kilter({"explain", "O-77", "--plan", folder("plan"), plant_}), ExitCode::faults);
  EXPECT_TRUE(said("no customer order O-77"));
}

TEST_F(Journey, ExplainNamesWhoSeesToWhatIsMissing) {
  const std::string veloria = std::string(KILTER_SOURCE_DIR) + "/examples/veloria";
  ASSERT_EQ(kilter({"explain", "SO-103", veloria, "--seconds", "0"}), ExitCode::ok) << said_.err;
  EXPECT_TRUE(said("Engineering, P. Lohr: Get CL-2: Drawing revision C of the dropout not released")) << said_.out;
  ASSERT_EQ(kilter({"explain", "SO-103", veloria, "--seconds", "0", "--json"}), ExitCode::ok) << said_.err;
  EXPECT_TRUE(said("\"next_step\": \"Get CL-2: Drawing")) << said_.out;
}

TEST_F(Journey, ExportReadsBackToTheSameTables) {
  ASSERT_EQ(kilter({"export", plant_, folder("copy")}), ExitCode::ok) << said_.err;
  ASSERT_EQ(kilter({"export", folder("copy"), folder("again")}), ExitCode::ok) << said_.err;
  for (const auto& entry : fs::directory_iterator(root_ / "copy")) {
    EXPECT_EQ(bytes_of(entry.path()), bytes_of(root_ / "again" / entry.path().filename())) << entry.path();
  }
}

TEST_F(Journey, DiffTellsWhatChanged) {
  ASSERT_EQ(plan("one"), ExitCode::ok);
  ASSERT_EQ(kilter({"diff", folder("one"), folder("one")}), ExitCode::ok);
  EXPECT_TRUE(said("Orders with another date: 0"));
  EXPECT_TRUE(said("Moved: 0"));
  ASSERT_EQ(kilter({"export", plant_, folder("more")}), ExitCode::ok);
  replace_in(root_ / "more" / "orders.csv", "O-3", "O-4");
  ASSERT_EQ(kilter({"plan", folder("more"), "--out", folder("two"), "--seconds", "0"}), ExitCode::ok) << said_.err;
  ASSERT_EQ(kilter({"diff", folder("one"), folder("two")}), ExitCode::ok) << said_.err;
  EXPECT_TRUE(said("O-3"));
  EXPECT_TRUE(said("O-4"));
}

// The tables of all files directly in the folder, by name.
std::map<std::string, std::string> content_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) files[entry.path().filename()] = bytes_of(entry.path());
  return files;
}

TEST_F(Journey, APlanDoesNotReplaceTheTablesOfAPlant) {
  ASSERT_EQ(kilter({"export", plant_, folder("plant")}), ExitCode::ok) << said_.err;
  const auto before = content_of(root_ / "plant");
  EXPECT_EQ(kilter({"plan", folder("plant"), "--out", folder("plant"), "--seconds", "0"}), ExitCode::usage);
  EXPECT_TRUE(said("this folder holds a plant")) << said_.err;
  EXPECT_EQ(plan("plant"), ExitCode::usage) << "not that of another plant either";
  EXPECT_EQ(content_of(root_ / "plant"), before);
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  EXPECT_EQ(plan("plan"), ExitCode::ok) << "a plan replaces a plan";
}

TEST_F(Journey, AnExportReplacesOnlyTheSamePlant) {
  ASSERT_EQ(kilter({"export", plant_, folder("copy")}), ExitCode::ok) << said_.err;
  EXPECT_EQ(kilter({"export", plant_, folder("copy")}), ExitCode::ok) << said_.err;
  replace_in(root_ / "copy" / "plant.csv", "name", "title");
  const auto before = content_of(root_ / "copy");
  EXPECT_EQ(kilter({"export", plant_, folder("copy")}), ExitCode::usage);
  EXPECT_TRUE(said("another plant")) << said_.err;
  EXPECT_EQ(content_of(root_ / "copy"), before);
  EXPECT_EQ(kilter({"export", plant_, folder("copy"), "--force"}), ExitCode::ok) << said_.err;
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  EXPECT_EQ(kilter({"export", plant_, folder("plan")}), ExitCode::usage);
  EXPECT_TRUE(said("this folder holds a plan")) << said_.err;
  fs::create_directories(root_ / "tables");
  std::ofstream(root_ / "tables" / "people.csv") << "mine";
  EXPECT_EQ(kilter({"export", plant_, folder("tables")}), ExitCode::usage);
  EXPECT_EQ(bytes_of(root_ / "tables" / "people.csv"), "mine");
}

// A name is optional, so two plants without one are not the same for that.
TEST_F(Journey, APlantIsRewrittenInPlaceOnlyByForce) {
  fs::copy(plant_, folder("own"), fs::copy_options::recursive);
  const std::string before = bytes_of(root_ / "own" / "orders.csv");
  EXPECT_EQ(kilter({"export", folder("own"), folder("own") + "/."}), ExitCode::usage);
  EXPECT_TRUE(said("this is the plant itself")) << said_.err;
  EXPECT_EQ(bytes_of(root_ / "own" / "orders.csv"), before);
  EXPECT_EQ(kilter({"export", folder("own"), folder("own"), "--force"}), ExitCode::ok) << said_.err;
}

TEST_F(Journey, APlantWithoutANameIsNotReplacedByAnother) {
  for (const char* name : {"one", "two"}) {
    ASSERT_EQ(kilter({"export", plant_, folder(name)}), ExitCode::ok) << said_.err;
    replace_in(root_ / name / "plant.csv", "name,", "");
    replace_in(root_ / name / "plant.csv", "Hello stools,", "");
  }
  fs::remove(root_ / "two" / "stock.csv");
  const auto before = content_of(root_ / "one");
  EXPECT_EQ(kilter({"export", folder("two"), folder("one")}), ExitCode::usage) << said_.out;
  EXPECT_TRUE(said("another plant, which would be lost: its stock.csv differs")) << said_.err;
  EXPECT_EQ(content_of(root_ / "one"), before);
}

TEST_F(Journey, AColumnOfTheOwnersOwnIsNotLostUnasked) {
  ASSERT_EQ(kilter({"export", plant_, folder("copy")}), ExitCode::ok) << said_.err;
  const std::string skills = bytes_of(root_ / "copy" / "skills.csv");
  std::ofstream(root_ / "copy" / "skills.csv") << "id,name,remark\njoiner,Joiner,ask Ana\n";
  EXPECT_EQ(kilter({"export", plant_, folder("copy")}), ExitCode::usage);
  EXPECT_TRUE(said("a column of your own, remark in skills.csv")) << said_.err;
  ASSERT_EQ(kilter({"export", folder("copy"), folder("again")}), ExitCode::ok) << said_.err;
  EXPECT_TRUE(said("Not copied, as a plant folder has no such column: remark in skills.csv.")) << said_.out;
  ASSERT_EQ(kilter({"export", plant_, folder("copy"), "--force"}), ExitCode::ok) << said_.err;
  EXPECT_EQ(bytes_of(root_ / "copy" / "skills.csv"), skills);
}

TEST_F(Journey, AnExportByForceLeavesNothingOfThePlanBehind) {
  ASSERT_EQ(plan("folder"), ExitCode::ok);
  std::ofstream(root_ / "folder" / "remarks.txt") << "mine";
  ASSERT_EQ(kilter({"export", plant_, folder("folder"), "--force"}), ExitCode::ok) << said_.err;
  ASSERT_EQ(kilter({"export", plant_, folder("copy")}), ExitCode::ok) << said_.err;
  EXPECT_EQ(bytes_of(root_ / "folder" / "remarks.txt"), "mine");
  fs::remove(root_ / "folder" / "remarks.txt");
  EXPECT_EQ(content_of(root_ / "folder"), content_of(root_ / "copy"));
  EXPECT_EQ(kilter({"check", folder("folder")}), ExitCode::ok) << said_.out;
}

TEST_F(Journey, APlanIsWrittenOnlyOverAPlan) {
  ASSERT_EQ(kilter({"export", plant_, folder("plant")}), ExitCode::ok) << said_.err;
  ASSERT_EQ(plan("plan"), ExitCode::ok);
  fs::copy_file(root_ / "plan" / "plan.json", root_ / "plant" / "plan.json");
  fs::create_directories(root_ / "own");
  std::ofstream(root_ / "own" / "orders.csv") << "mine";
  std::ofstream(root_ / "own" / "plan.json") << R"({"name": "mine"})";
  for (const char* name : {"plant", "own"}) {
    const auto before = content_of(root_ / name);
    EXPECT_EQ(plan(name), ExitCode::usage) << name;
    EXPECT_EQ(content_of(root_ / name), before) << name;
  }
}

// What the plan assumes of a copy is what it assumes of the plant.
TEST_F(Journey, ACopyKeepsWhatWasLeftToBeAssumed) {
  for (const char* example : {"hello-plant", "veloria"}) {
    const std::string plant = std::string(KILTER_SOURCE_DIR) + "/examples/" + example;
    ASSERT_EQ(kilter({"check", plant, "--verbose"}), ExitCode::ok);
    const std::string said_of_plant = said_.out;
    EXPECT_TRUE(said("assumption")) << said_.out;
    ASSERT_EQ(kilter({"export", plant, folder(example)}), ExitCode::ok) << said_.err;
    ASSERT_EQ(kilter({"check", folder(example), "--verbose"}), ExitCode::ok);
    EXPECT_EQ(said_.out, said_of_plant);
  }
}

TEST_F(Journey, NothingIsWrittenWhereAFileStands) {
  std::ofstream(root_ / "plan") << "mine";
  testing::internal::CaptureStderr();
  EXPECT_EQ(plan("plan"), ExitCode::cannot_write);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << "nobody else speaks to the terminal";
  EXPECT_EQ(bytes_of(root_ / "plan"), "mine");
}

}  // namespace
}  // namespace kilter::cli
