#include "codec/benchmark/tokens/dzn_file.hpp"

#include <gtest/gtest.h>

namespace kilter::codec::benchmark {
namespace {

TEST(DznFile, ReadsKeysInAnyOrderAndPassesOverComments) {
  DznFile file("a.dzn",
               "% x = 9;\nb = [|1, 2\n  |3, 4|]; % end\nx = 5;\narray2 = {1,2};\nt = [true,\n% no\nfalse];\n"
               "% maxt = 132;\n\nafter = 7;");
  EXPECT_EQ(file.whole("x", {.what = "x"}), 5);
  EXPECT_EQ(file.numbers("b", 4, {.what = "cell"}), (std::vector<std::int64_t>{1, 2, 3, 4}));
  EXPECT_EQ(file.truths("t", 2), (std::vector<bool>{true, false}));
  EXPECT_EQ(file.whole("after", {.what = "after"}), 7);
  EXPECT_FALSE(file.faulty());
}

TEST(DznFile, NamesWhatIsMissingTooShortTooLongOrNoNumber) {
  DznFile file("a.dzn", "n = 2;\n\nv = [1,\nzwei];\nw = [1,2,3];\nt = [true, maybe];");
  file.whole("m", {.what = "m"});
  file.numbers("v", 2, {.what = "cell"});
  file.numbers("w", 2, {.what = "cell"});
  file.numbers("w", 4, {.what = "cell"});
  file.truths("t", 2);
  const base::Issues issues = file.take_issues();
  ASSERT_EQ(issues.size(), 5U);
  EXPECT_EQ(issues[0].code, "missing-part");
  EXPECT_EQ(issues[1].where, (base::Place{"a.dzn", 4, "token 1", "zwei"}));
  EXPECT_EQ(issues[2].code, "left-over");
  EXPECT_EQ(issues[3].code, "ends-early");
  EXPECT_EQ(issues[4].code, "bad-word");
}

}  // namespace
}  // namespace kilter::codec::benchmark
