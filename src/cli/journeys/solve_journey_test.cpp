// From an instance file to a solution file and its verdict, through the command line alone.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/testing/call.hpp"
#include "cli/testing/file_bytes.hpp"

namespace kilter::cli {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

class SolveJourney : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("kilter-solve-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // An instance of the corpus as a file of its own; its path.
  [[nodiscard]] std::string instance(const std::string& corpus) const {
    const std::string text =
        bytes_of(fs::path(KILTER_SOURCE_DIR) / "tests/corpus/read_instance_fuzz" / (corpus + ".txt"));
    const std::size_t line_end = text.find('\n');
    const fs::path path = folder_ / text.substr(0, line_end);
    write(path, text.substr(line_end + 1));
    return path.string();
  }
  [[nodiscard]] std::string solution() const { return (folder_ / "solution.csv").string(); }

  // The solution with the number in one cell one higher has to fall.
  void expect_falls(const std::string& file, const std::string& table, std::size_t row, std::size_t column) const {
    std::istringstream lines(table);
    std::string changed;
    std::string line;
    for (std::size_t i = 0; std::getline(lines, line); ++i) {
      if (i == row) line = with_cell_changed(line, column);
      changed += line + "\n";
    }
    write(solution(), changed);
    const Answer verdict = call({"verify", file, solution()});
    EXPECT_EQ(verdict.code, ExitCode::violations) << changed;
    EXPECT_NE(verdict.out.find("violation: "), std::string::npos);
  }

  static std::string with_cell_changed(const std::string& line, std::size_t column) {
    std::istringstream cells(line);
    std::string changed;
    std::string cell;
    for (std::size_t i = 0; std::getline(cells, cell, ','); ++i) {
      if (i == column) cell = std::to_string(std::stoll(cell) + 1);
      changed += (i == 0 ? "" : ",") + cell;
    }
    return changed;
  }

  static std::string objective_of(const std::string& json) {
    const std::size_t at = json.find("\"objective\": ") + 13;
    return json.substr(at, json.find(',', at) - at);
  }

  fs::path folder_;
};

// job, operation, start, end; activity, mode, start, end.
constexpr std::size_t kShopColumns[] = {0, 1, 3, 4};
constexpr std::size_t kProjectColumns[] = {0, 2, 3};

TEST_F(SolveJourney, EveryShopIsSolvedAndVerifiedAndEveryChangeIsSeen) {
  for (const char* corpus :
       {"jsp", "jsp-large", "fjsp", "fajsp", "fjsp-sdst", "hfsp", "jsp-twt", "jsp-sdst", "pfsp-tt", "pfsp-sdst"}) {
    SCOPED_TRACE(corpus);
    const std::string file = instance(corpus);
    const Answer solved = call({"solve", file, "--epochs", "1", "--solution", solution(), "--json"});
    ASSERT_EQ(solved.code, ExitCode::ok) << solved.err;
    const Answer verdict = call({"verify", file, solution()});
    ASSERT_EQ(verdict.code, ExitCode::ok) << verdict.out << verdict.err;
    const bool tardiness = solved.out.find("total ") != std::string::npos;
    EXPECT_NE(verdict.out.find((tardiness ? "tardiness " : "makespan ") + objective_of(solved.out)), std::string::npos)
        << solved.out << verdict.out;
    const std::string table = bytes_of(solution());
    const auto rows = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n'));
    for (std::size_t row = 1; row < rows; ++row) {
      for (const std::size_t column : kShopColumns) expect_falls(file, table, row, column);
    }
  }
}

TEST_F(SolveJourney, EveryProjectIsSolvedAndVerifiedAndEveryChangeIsSeen) {
  for (const char* corpus : {"rcpsp-sm", "rcpsp-rcp", "mrcpsp", "ms-rcpsp-dzn", "ms-rcpsp-def"}) {
    SCOPED_TRACE(corpus);
    const std::string file = instance(corpus);
    const Answer solved = call({"solve", file, "--epochs", "2", "--solution", solution(), "--json"});
    ASSERT_EQ(solved.code, ExitCode::ok) << solved.err;
    const Answer verdict = call({"verify", file, solution()});
    ASSERT_EQ(verdict.code, ExitCode::ok) << verdict.out << verdict.err;
    EXPECT_NE(verdict.out.find("makespan " + objective_of(solved.out)), std::string::npos) << solved.out << verdict.out;
    const std::string table = bytes_of(solution());
    const auto rows = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n'));
    for (std::size_t row = 1; row < rows; ++row) {
      for (const std::size_t column : kProjectColumns) expect_falls(file, table, row, column);
    }
  }
}

TEST_F(SolveJourney, LotsAreSolvedAndVerifiedAndEveryChangeIsSeen) {
  for (const char* corpus : {"lots-psp", "lots-dzn", "lots-trigeiro"}) {
    SCOPED_TRACE(corpus);
    const std::string file = instance(corpus);
    const Answer solved = call({"solve", file, "--epochs", "1", "--solution", solution(), "--json"});
    ASSERT_EQ(solved.code, ExitCode::ok) << solved.err;
    const Answer verdict = call({"verify", file, solution()});
    ASSERT_EQ(verdict.code, ExitCode::ok) << verdict.out << verdict.err;
    EXPECT_NE(verdict.out.find("cost " + objective_of(solved.out)), std::string::npos) << solved.out << verdict.out;
    const std::string table = bytes_of(solution());
    const auto rows = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n'));
    for (std::size_t row = 1; row < rows; ++row) expect_falls(file, table, row, 1);  // another item
  }
}

TEST_F(SolveJourney, TheSameEpochsGiveTheSameFile) {
  const std::string file = instance("jsp");
  ASSERT_EQ(call({"solve", file, "--epochs", "2", "--seed", "3", "--solution", solution()}).code, ExitCode::ok);
  const std::string first = bytes_of(solution());
  ASSERT_EQ(call({"solve", file, "--epochs", "2", "--seed", "3", "--solution", solution()}).code, ExitCode::ok);
  EXPECT_EQ(bytes_of(solution()), first);
}

TEST_F(SolveJourney, WithDueDatesTheObjectiveCanBeChosen) {
  const std::string file = instance("jsp-twt");
  EXPECT_NE(call({"solve", file, "--epochs", "1"}).out.find("(total weighted tardiness)"), std::string::npos);
  EXPECT_NE(call({"solve", file, "--epochs", "1", "--objective", "makespan"}).out.find("(makespan)"),
            std::string::npos);
  const Answer without = call({"solve", instance("jsp"), "--objective", "tardiness"});
  EXPECT_EQ(without.code, ExitCode::usage);
  EXPECT_NE(without.err.find("has no due dates"), std::string::npos);
}

TEST_F(SolveJourney, WhatCannotBeReadOrSolvedIsSaid) {
  const Answer broken = call({"solve", instance("broken-word")});
  EXPECT_EQ(broken.code, ExitCode::faults);
  EXPECT_NE(broken.err.find("broken.txt:2:token 4: error: the duration is \"three\" [bad-number]"), std::string::npos)
      << broken.err;
  EXPECT_EQ(call({"solve", instance("pfsp-tt"), "--objective", "makespan"}).code, ExitCode::usage);
  EXPECT_EQ(call({"solve", instance("jsp"), "--format", "hfsp"}).code, ExitCode::faults);
  EXPECT_EQ(call({"solve", folder_.string()}).code, ExitCode::faults);
  EXPECT_EQ(call({"solve", instance("jsp"), "--seconds", "0", "--solution", folder_.string()}).code,
            ExitCode::cannot_write);
}

}  // namespace
}  // namespace kilter::cli
