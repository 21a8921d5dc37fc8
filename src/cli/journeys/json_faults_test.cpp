// With --json every command answers one object, also when it fails: what is wrong in `issues`, nothing on standard
// error, and the exit code that it has without.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cli/testing/call.hpp"

namespace kilter::cli {
namespace {

namespace fs = std::filesystem;

struct Failure {
  std::vector<std::string> arguments;  // without --json
  ExitCode exit_code;
  std::string issue_code;
};

class JsonFaults : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("kilter-json-" + std::to_string(::getpid()));
    fs::create_directories(root_ / "bad");
    fs::create_directories(root_ / "empty");
    std::ofstream(root_ / "bad" / "plant.csv") << "name,origin\nBad,someday\n";
    std::ofstream(root_ / "file") << "mine";
  }
  void TearDown() override { fs::remove_all(root_); }

  [[nodiscard]] std::string at(const std::string& name) const { return (root_ / name).string(); }

  [[nodiscard]] std::vector<Failure> failures() const {
    return {{{"check", at("bad")}, ExitCode::faults, "bad-date"},
            {{"plan", at("bad")}, ExitCode::faults, "bad-date"},
            {{"plan", at("empty")}, ExitCode::faults, "missing-file"},
            {{"verify", at("bad"), at("empty")}, ExitCode::faults, "bad-date"},
            {{"verify", plant_, at("empty")}, ExitCode::faults, "no-plan"},
            {{"explain", "O-1", at("bad")}, ExitCode::faults, "bad-date"},
            {{"explain", "O-77", plant_, "--seconds", "0"}, ExitCode::faults, "unknown-order"},
            {{"explain", "O-1", plant_, "--plan", at("empty")}, ExitCode::faults, "no-plan"},
            {{"diff", at("empty"), at("empty")}, ExitCode::faults, "no-plan"},
            {{"plan", plant_, "--seconds", "0", "--out", plant_}, ExitCode::usage, "folder-taken"},
            {{"plan", plant_, "--seconds", "0", "--out", at("file")}, ExitCode::cannot_write, "cannot-write"},
            {{"plan", at("bad"), "--out", at("file")}, ExitCode::cannot_write, "cannot-write"},
            {{"plan", at("nowhere")}, ExitCode::usage, "usage"},
            {{"plan", plant_, "--sconds", "1"}, ExitCode::usage, "usage"},
            {{"plna", plant_}, ExitCode::usage, "usage"}};
  }

  fs::path root_;
  std::string plant_ = std::string(KILTER_SOURCE_DIR) + "/examples/hello-plant";
};

TEST_F(JsonFaults, EveryFailureIsOneObjectWithTheSameExitCode) {
  for (const Failure& failure : failures()) {
    std::vector<std::string> with_json = failure.arguments;
    with_json.emplace_back("--json");
    const Answer answer = call(with_json);
    const std::string shown = failure.arguments.front() + " " + failure.issue_code;
    EXPECT_EQ(answer.code, failure.exit_code) << shown;
    EXPECT_EQ(answer.err, "") << shown;
    EXPECT_EQ(answer.out.front(), '{') << shown;
    EXPECT_EQ(answer.out.find("\n}\n"), answer.out.size() - 3) << shown << ": one object and no more\n" << answer.out;
    EXPECT_NE(answer.out.find("\"issues\": ["), std::string::npos) << shown;
    EXPECT_NE(answer.out.find("\"code\": \"" + failure.issue_code + "\""), std::string::npos) << shown << answer.out;
    EXPECT_EQ(call(failure.arguments).code, failure.exit_code) << shown << " without --json";
  }
}

TEST_F(JsonFaults, AMistypedOrderIsGuessed) {
  EXPECT_NE(call({"explain", "O1", plant_, "--seconds", "0", "--json"}).out.find(R"(Maybe \"O-1\")"),
            std::string::npos);
}

}  // namespace
}  // namespace kilter::cli
