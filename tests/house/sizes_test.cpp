#include "house/sizes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "house/command.hpp"

namespace kilter::house {
namespace {

const std::vector<std::string> kFolders = {"src", "apps", "bench", "tests"};
const std::vector<std::string> kCode = {".hpp", ".cpp"};

std::string function_of(std::size_t lines) {
  std::string text = "int f() {\n";
  for (std::size_t i = 2; i < lines; ++i) text += "  ;\n";
  return text + "}\n";
}

TEST(Sizes, FunctionAtTheLimitPassesOneMoreFails) {
  const std::string fits = "f\tsrc/a.cpp\t/^int f() {$/;\"\tf\tline:10\tend:69\n";
  const std::string too_long = "g\tsrc/a.cpp\t/^int g() {$/;\"\tf\tline:10\tend:70\n";
  const Findings findings = check_functions(fits + too_long, {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0], "src/a.cpp:10: function `g` has 61 lines, more than 60");
}

TEST(Sizes, LongFilesWideLinesAndFullFoldersAreFound) {
  EXPECT_TRUE(check_files({{"a.cpp", function_of(500)}}, {}).empty());
  EXPECT_EQ(check_files({{"a.cpp", function_of(501)}}, {}).size(), 1U);
  EXPECT_EQ(long_files({{"a.cpp", function_of(301)}}, {}).size(), 1U);
  EXPECT_TRUE(check_files({{"a.cpp", std::string(120, 'x') + "\n"}}, {}).empty());
  EXPECT_EQ(check_files({{"a.cpp", "\n" + std::string(121, 'x')}}, {})[0], "a.cpp:2: 121 columns");
  EXPECT_TRUE(check_files({{"a.cpp", "| a row of a page in a raw string" + std::string(121, 'x')}}, {}).empty());
  std::vector<SourceFile> many(20, {"src/a/b.cpp", ""});
  EXPECT_TRUE(check_folders(many, {}).empty());
  many.push_back({"src/a/c.cpp", ""});
  EXPECT_EQ(check_folders(many, {}).size(), 1U);
}

TEST(Sizes, AnUmlautIsOneColumn) {
  std::string wide;
  for (int i = 0; i < 120; ++i) wide += "\xC3\xBC";
  EXPECT_TRUE(check_files({{"a.cpp", wide}}, {}).empty());
}

// The guards themselves.
TEST(Sizes, EveryFunctionOfTheTreeFits) {
  const auto files = read_tree(KILTER_SOURCE_DIR, kFolders, kCode);
  ASSERT_GT(files.size(), 20U);
  std::string list;
  for (const SourceFile& file : files) list += file.path + "\n";
  const CommandResult ctags = run_command("ctags -f - --fields=+ne --kinds-c++=f -L -", list, KILTER_SOURCE_DIR);
  ASSERT_EQ(ctags.exit_code, 0) << "universal-ctags is needed; `tools/setup test` installs it";
  ASSERT_NE(ctags.output.find("check_functions"), std::string::npos) << "ctags lists no functions";
  const Findings findings = check_functions(ctags.output, {});
  EXPECT_TRUE(findings.empty()) << as_text(findings);
}

TEST(Sizes, EveryFileAndFolderOfTheTreeFits) {
  auto files = read_tree(KILTER_SOURCE_DIR, kFolders, {".hpp", ".cpp", ".css", ".js"});
  const Findings notes = long_files(files, {});
  if (!notes.empty()) std::printf("worth splitting:\n%s", as_text(notes).c_str());
  Findings findings = check_files(files, {});
  const Findings folders = check_folders(files, {});
  findings.insert(findings.end(), folders.begin(), folders.end());
  EXPECT_TRUE(findings.empty()) << as_text(findings);
}

}  // namespace
}  // namespace kilter::house
