#include "codec/benchmark/solution/solution_rows.hpp"

#include <gtest/gtest.h>

namespace kilter::codec::benchmark {
namespace {

TEST(SolutionRows, AreReadBackAsTheyWereWritten) {
  const std::vector<ShopRow> shop{{0, 1, 2, 3, 4}, {5, 6, 7, 8, 1000000}};
  EXPECT_EQ(shop_csv(shop), "job,operation,machine,start,end\n0,1,2,3,4\n5,6,7,8,1000000\n");
  const auto shop_again = read_shop_csv("a.csv", shop_csv(shop));
  ASSERT_TRUE(shop_again.ok());
  EXPECT_EQ(shop_csv(shop_again.value()), shop_csv(shop));
  const auto lots = read_lot_csv("a.csv", lot_csv({{0, 3}, {7, 1}}));
  ASSERT_TRUE(lots.ok());
  EXPECT_EQ(lot_csv(lots.value()), "period,item\n0,3\n7,1\n");
  const std::vector<ProjectRow> project{{1, 2, 0, 5, {}}, {2, 1, 5, 6, {3, 1}}};
  EXPECT_EQ(project_csv(project, true), "activity,mode,start,end,resources\n1,2,0,5,\n2,1,5,6,3 1\n");
  const auto project_again = read_project_csv("a.csv", project_csv(project, true), true);
  ASSERT_TRUE(project_again.ok());
  EXPECT_EQ(project_csv(project_again.value(), true), project_csv(project, true));
}

TEST(SolutionRows, ColumnsStandInAnyOrder) {
  const auto rows = read_shop_csv("a.csv", "end,start,note,machine,operation,job\n9,8,x,7,6,5\n");
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ(shop_csv(rows.value()), "job,operation,machine,start,end\n5,6,7,8,9\n");
}

TEST(SolutionRows, NamesEveryFault) {
  const auto rows = read_shop_csv("a.csv", "job,operation,machine,start,end\n0,1,2,x,4\n0,1\n");
  ASSERT_FALSE(rows.ok());
  ASSERT_EQ(rows.error().size(), 4U);
  EXPECT_EQ(rows.error()[0].where.row, 2U);
  EXPECT_EQ(rows.error()[0].where.column, "start");
  const auto columns = read_project_csv("a.csv", "activity,start\n", true);
  ASSERT_FALSE(columns.ok());
  EXPECT_EQ(columns.error().size(), 3U);
  EXPECT_FALSE(read_shop_csv("a.csv", "").ok());
}

}  // namespace
}  // namespace kilter::codec::benchmark
