#include "cli/run.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/testing/call.hpp"

namespace kilter::cli {
namespace {

TEST(Run, AMistypedCommandIsNamedWithWhatItMayHaveMeant) {
  const Answer answer = call({"plna", "somewhere"});
  EXPECT_EQ(answer.code, ExitCode::usage);
  EXPECT_NE(answer.err.find("There is no command \"plna\". Maybe \"plan\"?"), std::string::npos) << answer.err;
  EXPECT_EQ(call({"help"}).code, ExitCode::ok);
}

TEST(Run, EveryCommandHasHelpWithAnExample) {
  for (const Command& command : commands()) {
    std::vector<std::string> arguments;
    std::istringstream words{std::string(command.name)};
    for (std::string word; words >> word;) arguments.push_back(word);
    arguments.emplace_back("--help");
    const Answer answer = call(arguments);
    EXPECT_EQ(answer.code, ExitCode::ok) << command.name;
    EXPECT_NE(answer.out.find("kilter " + std::string(command.example)), std::string::npos) << command.name;
    for (const Argument& argument : command.arguments) {
      EXPECT_NE(answer.out.find(argument.name), std::string::npos) << command.name << " " << argument.name;
    }
  }
}

TEST(Run, HelpTellsTheExitCodes) {
  const Answer answer = call({"--help"});
  EXPECT_EQ(answer.code, ExitCode::ok);
  for (const ExitCodeMeaning& row : kExitCodes) EXPECT_NE(answer.out.find(row.meaning), std::string::npos);
}

TEST(Run, AnAnswerThatCannotBeWrittenIsNoSuccess) {
  std::ostringstream err;
  std::ofstream out("/dev/full");
  Console console{.out = out, .err = err};
  const std::string plant = std::string(KILTER_SOURCE_DIR) + "/examples/hello-plant";
  EXPECT_EQ(run({"check", plant}, console), ExitCode::cannot_write);
  EXPECT_NE(err.str().find("[cannot-write]"), std::string::npos);
}

TEST(Run, NamesItsVersion) { EXPECT_EQ(call({"--version"}).out, std::string(KILTER_VERSION) + "\n"); }

TEST(Run, MistakesOnTheCommandLineAreUsage) {
  const std::string plant = std::string(KILTER_SOURCE_DIR) + "/examples/hello-plant";
  const std::vector<std::vector<std::string>> mistakes{{},
                                                       {"dance"},
                                                       {"plan"},
                                                       {"plan", "/no/such/folder"},
                                                       {"plan", plant, "--seconds", "-1"},
                                                       {"plan", plant, "--threads", "two"},
                                                       {"plan", plant, "--threads", "0"},
                                                       {"plan", plant, "--threads", "5000"},
                                                       {"plan", plant, "--seconds", "nan"},
                                                       {"plan", plant, "--seconds", "inf"},
                                                       {"plan", plant, "--seconds", "1e300"},
                                                       {"plan", plant, "--seconds", ""},
                                                       {"plan", plant, "--seconds", "0", "--out", ""},
                                                       {"plan", plant, "--seed", "99999999999999999999"},
                                                       {"plan", plant, "--seed", "-1"},
                                                       {"plan", plant, "--steps", "1.5"},
                                                       {"import", "adventureworks", plant, "/tmp/x", "--from",
                                                        "2013-10-28", "--to", "2013-13-24", "--today", "2013-10-28"},
                                                       {"plan", plant, "--sconds", "1"},
                                                       {"verify", plant},
                                                       {"import"}};
  for (const std::vector<std::string>& arguments : mistakes) {
    const Answer answer = call(arguments);
    EXPECT_EQ(answer.code, ExitCode::usage) << (arguments.empty() ? "" : arguments.back());
    EXPECT_FALSE(answer.err.empty());
    EXPECT_TRUE(answer.out.empty());
  }
}

TEST(Run, ExitCodesAreDifferent) {
  std::set<int> codes;
  for (const ExitCodeMeaning& row : kExitCodes) EXPECT_TRUE(codes.insert(static_cast<int>(row.code)).second);
}

}  // namespace
}  // namespace kilter::cli
