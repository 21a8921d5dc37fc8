#include "codec/benchmark/problem/shop_problem.hpp"

#include <gtest/gtest.h>

#include "codec/benchmark/read_instance.hpp"
#include "codec/benchmark/solution/rows_of.hpp"
#include "codec/benchmark/solution/verify.hpp"
#include "schedule/search.hpp"
#include "schedule/testing/brute_force.hpp"

namespace kilter::codec::benchmark {
namespace {

ShopInstance shop_of(const std::string& name, std::string_view text) {
  return std::get<ShopInstance>(std::move(read_instance({.name = name, .bytes = text}, std::nullopt)).value().content);
}

// The optimum of the problem, which the checker of solutions must count likewise.
std::int64_t optimum(const ShopInstance& shop, Objective objective) {
  const schedule::Problem problem = shop_problem(shop, objective);
  const schedule::Solution best = schedule::brute_force(problem);
  const Verdict verdict = verify_shop(shop, rows_of(shop, problem, best));
  EXPECT_TRUE(verdict.violations.empty()) << verdict.violations.front();
  EXPECT_EQ(objective == Objective::makespan ? verdict.makespan : *verdict.tardiness, best.score.total());
  return best.score.total();
}

//  m0  |A0 4|B1 2 |
//  m1  |B0 3|  |A1 5 |          B0 first on m1, A0 first on m0: 4 + 5
TEST(ShopProblem, TheMakespanOfAJobShop) {
  EXPECT_EQ(optimum(shop_of("a.txt", "2 2\n0 4 1 5\n1 3 0 2\n"), Objective::makespan), 9);
}

//  0  1        5  8     10
//  m0 |A 4     |..|B 2  |         initial setup 1, then 3 between the types
TEST(ShopProblem, InitialSetupsCountAndRunBeforeTheWork) {
  const ShopInstance shop = shop_of("a.dat", "1 2 2\n1 4 1 1\n1 2 1 2\n1 2\n0 3\n5 0\n0\n0\n");
  EXPECT_EQ(optimum(shop, Objective::makespan), 10);
}

//  m0  |A0 3 |
//  m1  |C 1|.. |A1 2|             the setup of 2 runs while A0 is still on m0: 3 + 2
TEST(ShopProblem, ASetupRunsWhileTheJobIsStillElsewhere) {
  const ShopInstance shop = shop_of("a.fjs",
                                    "2 2\n2 1 1 3 1 2 2\n1 1 2 1\n\n"
                                    "0 9 9 9 9 9 9 9 9\n9 9 9 9 8 9 9 2 9\n");
  EXPECT_EQ(optimum(shop, Objective::makespan), 5);
}

TEST(ShopProblem, StagesAreGroupsOfIdenticalMachines) {
  const ShopInstance shop = shop_of("a.txt", "3\n1\n2\n4\n3\n5\n");
  const schedule::Problem problem = shop_problem(shop, Objective::makespan);
  EXPECT_EQ(problem.lanes.size(), 2U);
  EXPECT_EQ(problem.groups[problem.modes.front().group].lane_count, 2U);
  EXPECT_EQ(optimum(shop, Objective::makespan), 7);
}

TEST(ShopProblem, TardinessIsPerJobAndWeighted) {
  const ShopInstance shop = shop_of("a.txt", "2 1\n0 4\n0 3\n2 3\n1 7\n");
  EXPECT_EQ(optimum(shop, Objective::tardiness), 5);  // B first: A ends at 7, five late
  EXPECT_EQ(optimum(shop, Objective::makespan), 7);
}

TEST(ShopProblem, LatestEndsLeaveTheChainBehind) {
  const schedule::Problem problem = shop_problem(shop_of("a.txt", "2 2\n0 4 1 5\n1 3 0 2\n"), Objective::makespan);
  EXPECT_EQ(problem.latest_end, (std::vector<Tick>{4, 9, 7, 9}));
  EXPECT_EQ(problem.closing.size(), 2U);
}

}  // namespace
}  // namespace kilter::codec::benchmark
