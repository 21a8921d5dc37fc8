#include "cli/text/complaint.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace kilter::cli {
namespace {

const base::Issues kIssues{{.code = "odd", .severity = base::Severity::warning, .message = "an odd name"},
                           {.code = "bad-yield",
                            .where = {.file = "items.csv", .row = 7, .column = "yield", .value = "0\"\n"},
                            .message = "the yield is 0",
                            .way_out = "Write the good share."}};

TEST(Complaint, PeopleReadLinesOnStandardError) {
  std::ostringstream out;
  std::ostringstream err;
  Console console{.out = out, .err = err};
  Complaint(false, console).say(kIssues, "Nothing was written.");
  EXPECT_EQ(out.str(), "");
  EXPECT_EQ(err.str(),
            "items.csv:7:yield: error: the yield is 0 [bad-yield]\n"
            "    value:   0\"?\n"
            "    way out: Write the good share.\n"
            "warning: an odd name [odd]\n"
            "Nothing was written.\n");
}

TEST(Complaint, ProgramsReadOneObjectOnStandardOutput) {
  std::ostringstream out;
  std::ostringstream err;
  Console console{.out = out, .err = err};
  Complaint(true, console).say(kIssues, "Nothing was written.");
  EXPECT_EQ(err.str(), "");
  EXPECT_EQ(out.str(), R"({
  "issues": [
    {
      "severity": "error",
      "code": "bad-yield",
      "file": "items.csv",
      "row": 7,
      "column": "yield",
      "value": "0\"\n",
      "message": "the yield is 0",
      "way_out": "Write the good share."
    },
    {
      "severity": "warning",
      "code": "odd",
      "file": "",
      "row": 0,
      "column": "",
      "value": "",
      "message": "an odd name",
      "way_out": ""
    }
  ]
}
)");
}

// A plan that the checker refuses cannot be made on purpose; what would be said of it can.
TEST(Complaint, AViolationKeepsItsRule) {
  const base::Issues issues = issues_of({{.rule = "unit-overlap", .message = "two operations at once"}});
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues.front().code, "unit-overlap");
  EXPECT_EQ(issues.front().severity, base::Severity::error);
  EXPECT_EQ(issues.front().message, "two operations at once");
}

}  // namespace
}  // namespace kilter::cli
