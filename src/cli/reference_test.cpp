#include "cli/reference.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "cli/command.hpp"

namespace kilter::cli {
namespace {

TEST(Reference, ThePageInDocsIsTheOneMadeFromTheTable) {
  std::ifstream in(KILTER_SOURCE_DIR "/docs/commands.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  EXPECT_EQ(page, command_reference()) << "kilter reference > docs/commands.md";
}

TEST(Reference, EveryCommandSaysWhatItDoesAndShowsAnExampleOfItself) {
  std::set<std::string_view> names;
  for (const Command& command : commands()) {
    EXPECT_TRUE(names.insert(command.name).second) << command.name;
    EXPECT_FALSE(command.summary.empty()) << command.name;
    EXPECT_EQ(command.example.substr(0, command.name.size()), command.name);
    for (const Argument& argument : command.arguments) EXPECT_FALSE(argument.meaning.empty()) << argument.name;
  }
}

TEST(Reference, EveryExitCodeStandsInHelpAndPage) {
  for (const ExitCodeMeaning& row : kExitCodes) {
    EXPECT_NE(exit_code_help().find(row.meaning), std::string::npos);
    EXPECT_NE(command_reference().find(row.meaning), std::string::npos);
  }
}

}  // namespace
}  // namespace kilter::cli
