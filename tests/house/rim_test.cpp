#include "house/rim.hpp"

#include <gtest/gtest.h>

namespace kilter::house {
namespace {

const std::vector<RimRule> kRules = read_rim("# comment\nstd::cout: cli/ apps/\ngetenv:\n");

TEST(Rim, AWordOutsideItsPlacesIsNamed) {
  const Findings findings = check_rim(kRules, {{"src/plan/a.cpp", "\nvoid f() { std::cout << 1; }\n"}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0], "src/plan/a.cpp:2: `std::cout` may stand only in: cli/ apps/");
}

TEST(Rim, ItsPlacesAndTestsAreFree) {
  EXPECT_TRUE(check_rim(kRules, {{"src/cli/a.cpp", "std::cout"}, {"apps/a.cpp", "std::cout"}}).empty());
  EXPECT_TRUE(check_rim(kRules, {{"src/plan/a_test.cpp", "getenv"}}).empty());
  EXPECT_EQ(check_rim(kRules, {{"src/cli/a.cpp", "getenv"}}).size(), 1U);
}

TEST(Rim, CommentsLiteralsAndLongerWordsDoNotCount) {
  const std::string text =
      "// getenv\n/* getenv\n getenv */ int a = 1'000; const char* b = \"getenv\"; char c = '\"';\n"
      "auto d = R\"x(getenv)x\"; int my_getenv = 0; int getenvy = 0;\n";
  EXPECT_TRUE(check_rim(kRules, {{"src/plan/a.cpp", text}}).empty());
  EXPECT_EQ(check_rim(kRules, {{"src/plan/a.cpp", text + "getenv(b);"}}).size(), 1U);
}

// The guard itself.
TEST(Rim, TheTreeTouchesTheWorldOnlyThere) {
  const auto table = read_tree(KILTER_SOURCE_DIR, {"tests/house/rim.txt"}, {".txt"});
  ASSERT_EQ(table.size(), 1U);
  const auto rules = read_rim(table[0].text);
  ASSERT_GT(rules.size(), 10U);
  const Findings findings = check_rim(rules, read_tree(KILTER_SOURCE_DIR, {"src", "apps"}, {".hpp", ".cpp"}));
  EXPECT_TRUE(findings.empty()) << as_text(findings);
}

}  // namespace
}  // namespace kilter::house
