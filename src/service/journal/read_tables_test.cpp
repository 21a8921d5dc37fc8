#include "service/journal/read_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "codec/plan/table.hpp"

namespace kilter::service {
namespace {

// What they are filled from is there.
TEST(ReadTables, ComeFromTablesOfThePlanFolder) {
  for (const ReadSchema& schema : read_schemas()) {
    const auto& tables = codec::plan_tables();
    const auto table = std::find_if(tables.begin(), tables.end(),
                                    [&](const auto& one) { return std::string(one.name) + ".csv" == schema.from; });
    ASSERT_NE(table, tables.end()) << schema.from;
    for (const ReadColumn& column : schema.columns) {
      EXPECT_TRUE(std::any_of(table->columns.begin(), table->columns.end(),
                              [&](const auto& one) { return one.name == column.from; }))
          << schema.from << " " << column.from;
    }
  }
}

TEST(ReadTables, ThePageInDocsIsTheOneMadeFromThem) {
  std::ifstream in(std::string(KILTER_SOURCE_DIR) + "/docs/read-tables.md");
  std::ostringstream all;
  all << in.rdbuf();
  EXPECT_EQ(all.str(), read_tables_page());
}

}  // namespace
}  // namespace kilter::service
