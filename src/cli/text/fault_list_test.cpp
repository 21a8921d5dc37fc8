#include "cli/text/fault_list.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace kilter::cli {
namespace {

TEST(FaultList, ErrorsComeFirstThenByPlace) {
  base::Issues issues{{.code = "c", .severity = base::Severity::warning, .where = {.file = "a.csv", .row = 1}},
                      {.code = "b", .where = {.file = "b.csv", .row = 2}},
                      {.code = "a", .where = {.file = "b.csv", .row = 10}},
                      {.code = "d", .where = {.file = "a.csv", .row = 30}}};
  sort_by_place(issues);
  EXPECT_EQ(issues[0].code, "d");
  EXPECT_EQ(issues[1].code, "b");
  EXPECT_EQ(issues[2].code, "a");
  EXPECT_EQ(issues[3].code, "c");
  EXPECT_EQ(count_issues(issues), "3 errors, 1 warning, 0 assumptions");
}

TEST(FaultList, PrintsLikeACompiler) {
  std::ostringstream out;
  print_issues({{.code = "bad-yield",
                 .where = {.file = "items.csv", .row = 7, .column = "yield", .value = "0"},
                 .message = "the yield of F-1 is 0",
                 .way_out = "Write the good share."}},
               out);
  EXPECT_EQ(out.str(),
            "items.csv:7:yield: error: the yield of F-1 is 0 [bad-yield]\n"
            "    value:   0\n"
            "    way out: Write the good share.\n");
}

TEST(FaultList, AssumptionsTakeOneLineWhenBrief) {
  const base::Issues issues{{.code = "default",
                             .severity = base::Severity::assumption,
                             .where = {.file = "plant.csv", .row = 2, .value = "0"},
                             .message = "no buffer",
                             .way_out = "Give one."}};
  std::ostringstream brief;
  print_issues(issues, brief, Assumptions::brief);
  EXPECT_EQ(brief.str(), "plant.csv:2: assumption: no buffer [default]\n");
  std::ostringstream whole;
  print_issues(issues, whole);
  EXPECT_NE(whole.str().find("way out: Give one."), std::string::npos);
}

TEST(FaultList, InputCannotDriveTheTerminal) {
  std::ostringstream out;
  print_issues({{.code = "x", .where = {.value = "\x1b[2J" + std::string(500, 'a')}, .message = "bell \a"}}, out);
  EXPECT_EQ(out.str().find('\x1b'), std::string::npos);
  EXPECT_EQ(out.str().find('\a'), std::string::npos);
  EXPECT_LT(out.str().size(), 250U);
}

}  // namespace
}  // namespace kilter::cli
