#include "codec/plan/reference_page.hpp"

#include <fmt/format.h>

#include "codec/plan/table.hpp"

namespace kilter::codec {
namespace {

constexpr std::string_view kHead =
    "# Plan folder\n\n"
    "What `kilter plan PLANT --out DIR` writes. Made from the tables that write and read it; a test holds it to "
    "them.\n\n"
    "- **CSV** by RFC 4180: UTF-8, comma, header row. Moments are local time with offset "
    "(`2026-11-24T14:30:00+01:00`);\n"
    "  quantities and money are exact decimals with a point; money is in the plant's currency. An empty cell means "
    "none.\n"
    "  Text that a spreadsheet would run as a formula has an apostrophe in front.\n"
    "- **Names**: new production orders are `P-1`, `P-2`, ..., purchases `B-1`, ..., in the order of their rows; rows "
    "of the\n"
    "  plant's stock are `S-1`, ..., of its budgets `G-1`, .... Open orders keep their id. Where an open order's id "
    "begins with\n"
    "  one of these prefixes, the plan takes the next free one (`P2-`, ...). An operation is `P-1/10`.\n"
    "- **plan.json** says of which plant and how the plan was made, its key figures and the objective, total and by "
    "part.\n"
    "- **report.html** is the plan as one page for screen and paper, **plan.xlsx** all tables as one workbook (at "
    "most\n"
    "  100,000 rows a sheet); both are left out with `--no-report`.\n"
    "- The folder takes the place of an earlier one in one step, whole or not at all. `kilter verify PLANT DIR` reads "
    "it "
    "back.\n\n";

}  // namespace

std::string plan_folder_page() {
  std::string page(kHead);
  for (const PlanTable& table : plan_tables()) {
    page += fmt::format("## {}.csv\n\n{}\n\n| column | meaning |\n|---|---|\n", table.name, table.meaning);
    for (const PlanColumn& column : table.columns) page += fmt::format("| `{}` | {} |\n", column.name, column.meaning);
    page += "\n";
  }
  page.pop_back();
  return page;
}

}  // namespace kilter::codec
