#include "codec/benchmark/solution/verify.hpp"

#include <gtest/gtest.h>

#include "codec/benchmark/read_instance.hpp"

namespace kilter::codec::benchmark {
namespace {

Instance instance_of(const std::string& name, std::string_view text) {
  return std::move(read_instance({.name = name, .bytes = text}, std::nullopt)).value();
}

// The one violation, or what there is instead.
std::string only(const Verdict& verdict) {
  if (verdict.violations.size() == 1) return verdict.violations.front();
  return std::to_string(verdict.violations.size()) + " violations";
}

// m0 |--A0--|---C0---|                 C0 has 3 here
// m1 |B0|    |--A1--|  |-B1-|
class VerifyShop : public testing::Test {
 protected:
  [[nodiscard]] Verdict verdict() const { return verify_shop(std::get<ShopInstance>(instance_.content), rows_); }

  Instance instance_ = instance_of("a.fjs", "3 2\n2 1 1 4 1 2 3\n2 1 2 2 1 2 2\n1 2 1 3 2 9\n");
  std::vector<ShopRow> rows_{{0, 0, 0, 0, 4}, {0, 1, 1, 4, 7}, {1, 0, 1, 0, 2}, {1, 1, 1, 7, 9}, {2, 0, 0, 4, 7}};
};

TEST_F(VerifyShop, ASolutionHolds) {
  EXPECT_EQ(only(verdict()), "0 violations");
  EXPECT_EQ(verdict().makespan, 9);
  EXPECT_FALSE(verdict().tardiness);
}

TEST_F(VerifyShop, MissingTwiceAndUnknownRows) {
  rows_.push_back(rows_[2]);
  EXPECT_EQ(only(verdict()), "job 1 operation 0: stands twice in the solution");
  rows_.back().operation = 7;
  EXPECT_EQ(only(verdict()), "job 1 operation 7: the instance has none of that number");
  rows_.resize(4);
  EXPECT_EQ(only(verdict()), "job 2 operation 0: is missing");
}

TEST_F(VerifyShop, MachineAndDuration) {
  rows_[4].machine = 5;
  EXPECT_EQ(only(verdict()), "job 2 operation 0: cannot be done on machine 5");
  rows_[4].machine = 0;
  rows_[4].end = 8;
  EXPECT_EQ(only(verdict()), "job 2 operation 0: takes 4 on machine 0, not its duration there");
}

TEST_F(VerifyShop, PrecedenceOverlapAndTimeZero) {
  rows_[3] = {1, 1, 1, 6, 8};
  EXPECT_EQ(only(verdict()), "machine 1: job 1 operation 1 starts at 6, but job 0 operation 1 ends at 7");
  rows_[3] = {1, 1, 1, 7, 9};
  rows_[1] = {0, 1, 1, 3, 6};
  EXPECT_EQ(only(verdict()), "job 0 operation 1: starts at 3 before job 0 operation 0 ends at 4");
  rows_[1] = {0, 1, 1, 4, 7};
  rows_[2] = {1, 0, 1, -1, 1};
  EXPECT_EQ(only(verdict()), "job 1 operation 0: starts at -1, before time 0");
}

TEST(VerifySetups, BetweenAndBeforeOperations) {
  const Instance instance = instance_of("a.dat", "1 2 2\n1 4 1 1\n1 2 1 2\n1 2\n0 3\n5 0\n0\n0\n");
  const auto& shop = std::get<ShopInstance>(instance.content);
  EXPECT_EQ(only(verify_shop(shop, {{0, 0, 0, 1, 5}, {1, 0, 0, 8, 10}})), "0 violations");
  EXPECT_EQ(only(verify_shop(shop, {{0, 0, 0, 0, 4}, {1, 0, 0, 8, 10}})),
            "machine 0: job 0 operation 0 starts at 0, its setup takes 1");
  EXPECT_EQ(only(verify_shop(shop, {{0, 0, 0, 8, 12}, {1, 0, 0, 2, 4}})),
            "machine 0: job 0 operation 0 starts at 8, but job 1 operation 0 ends at 4 and the setup takes 5");
}

TEST(VerifyTardiness, IsWeightedAndNeverNegative) {
  const Instance instance = instance_of("a.txt", "2 1\n0 4\n0 3\n2 9\n5 7\n");
  const Verdict verdict = verify_shop(std::get<ShopInstance>(instance.content), {{0, 0, 0, 0, 4}, {1, 0, 0, 4, 7}});
  EXPECT_EQ(only(verdict), "0 violations");
  EXPECT_EQ(verdict.tardiness, 10);
}

//  m0 |A 2|B 3  |
//  m1     |A 4    |.|B 1|        a setup of 1 between A and B on m1
TEST(VerifyFlow, OnePermutationForAllMachines) {
  const Instance instance = instance_of("a.txt", "2\n2\n2 4\n3 1\n0 0\n0 0\n0 1\n0 0\n");
  const auto& flow = std::get<schedule::PermutationShop>(instance.content);
  std::vector<ShopRow> rows{{0, 0, 0, 0, 2}, {0, 1, 1, 2, 6}, {1, 0, 0, 2, 5}, {1, 1, 1, 7, 8}};
  EXPECT_EQ(only(verify_flow(flow, rows)), "0 violations");
  EXPECT_EQ(verify_flow(flow, rows).makespan, 8);
  rows[3] = {1, 1, 1, 6, 7};
  EXPECT_EQ(only(verify_flow(flow, rows)),
            "machine 1: job 1 operation 1 starts at 6, but job 0 operation 1 ends at 6 and the setup takes 1");
  rows[3] = {1, 1, 1, 5, 6};
  rows[1] = {0, 1, 1, 6, 10};
  EXPECT_EQ(only(verify_flow(flow, rows)), "machine 1: job 1 overtakes job 0, which is before it elsewhere");
}

TEST(VerifyLots, StockingChangeoversAndDemand) {
  const Instance instance = instance_of("a.psp", "4\n2\n0 0 1 1\n0 1 0 0\n10\n0 3\n5 0\n");
  const auto& lots = std::get<schedule::DiscreteLotSizing>(instance.content);
  EXPECT_EQ(only(verify_lots(lots, {{1, 1}, {2, 0}, {3, 0}})), "0 violations");
  EXPECT_EQ(verify_lots(lots, {{1, 1}, {2, 0}, {3, 0}}).cost, 5);
  EXPECT_EQ(verify_lots(lots, {{0, 0}, {1, 1}, {3, 0}}).cost, 20 + 3 + 5);
  EXPECT_EQ(only(verify_lots(lots, {{0, 0}, {1, 1}, {2, 1}, {3, 0}})), "item 1: 1 made that nobody asks for");
  EXPECT_EQ(only(verify_lots(lots, {{2, 0}, {3, 0}})), "item 1: nothing is left for its demand in period 1");
  EXPECT_EQ(only(verify_lots(lots, {{1, 1}, {2, 0}, {3, 0}, {3, 1}})), "period 3: stands twice in the solution");
  EXPECT_EQ(only(verify_lots(lots, {{1, 1}, {2, 0}, {3, 0}, {4, 0}})),
            "period 4: the instance has none of that number");
  EXPECT_EQ(only(verify_lots(lots, {{1, 1}, {2, 0}, {3, 0}, {0, 2}})), "period 0: there is no item 2");
}

// Item 0 takes 1 a unit and 2 to set up, item 1 takes 1.5 and nothing; 10 a period.
TEST(VerifyQuantities, CapacityStockAndSetups) {
  const Instance instance = instance_of("a.dat", "2 2\n1\n10\n1 0.5 2 100\n1.5 3 0 20\n4 0\n2.5 5\n");
  const auto& lots = std::get<schedule::LotSizing>(instance.content);
  constexpr std::int64_t kOne = schedule::kLotUnit;
  const std::vector<QuantityRow> good{{0, 0, 6 * kOne + kOne / 2}, {1, 1, 5 * kOne}};
  EXPECT_EQ(only(verify_quantities(lots, good)), "0 violations");
  EXPECT_EQ(verify_quantities(lots, good).cost, 121 * kOne + kOne / 4);
  EXPECT_EQ(verify_quantities(lots, good).cost_decimals, 6U);
  const auto judged = [&](const std::vector<QuantityRow>& rows) { return only(verify_quantities(lots, rows)); };
  EXPECT_EQ(judged({{0, 0, 4 * kOne}, {1, 0, 2 * kOne + kOne / 2}, {1, 1, 5 * kOne}}), "period 1: 12 used of 10");
  EXPECT_EQ(judged({{0, 0, 6 * kOne}, {1, 1, 5 * kOne}}), "item 0: 0.5 short of its demand in period 1");
  EXPECT_EQ(judged({{0, 0, 7 * kOne}, {1, 1, 5 * kOne}}), "item 0: 0.5 made that nobody asks for");
  EXPECT_EQ(judged({good[0], good[1], {1, 1, kOne}}), "period 1: item 1 stands twice in the solution");
  EXPECT_EQ(judged({good[0], good[1], {2, 1, kOne}}), "period 2: the instance has none of that number");
  EXPECT_EQ(judged({good[0], good[1], {0, 2, kOne}}), "period 0: there is no item 2");
  EXPECT_EQ(judged({good[0], good[1], {0, 1, -kOne}}), "period 0: the quantity of item 1 is not above 0");
}

// Two activities with budgets and modes; see the .mm below.
class VerifyProject : public testing::Test {
 protected:
  [[nodiscard]] Verdict verdict() const { return verify_project(std::get<ProjectInstance>(instance_.content), rows_); }

  Instance instance_ =
      instance_of("a.mm",
                  "jobs (incl. x ): 3\n- renewable : 1 R\n- nonrenewable : 1 N\nPRECEDENCE RELATIONS:\n"
                  "h\n1 2 1 3\n2 1 0\n3 1 0\nREQUESTS/DURATIONS\nh\n1 1 3 2 5\n  2 5 1 1\n2 1 4 1 2\n"
                  "3 1 2 1 0\nAVAILABILITIES\nh\n2 6\n");
  std::vector<ProjectRow> rows_{{1, 2, 0, 5, {}}, {2, 1, 0, 4, {}}, {3, 1, 5, 7, {}}};
};

TEST_F(VerifyProject, ASolutionHolds) {
  EXPECT_EQ(only(verdict()), "0 violations");
  EXPECT_EQ(verdict().makespan, 7);
}

TEST_F(VerifyProject, NamesWhatIsWrong) {
  rows_[2] = {3, 1, 4, 6, {}};
  EXPECT_EQ(only(verdict()), "activity 3: starts at 4 before its predecessor 1 ends at 5");
  rows_[2] = {3, 2, 5, 7, {}};
  EXPECT_EQ(only(verdict()), "activity 3: has no mode 2");
  rows_[2] = {3, 1, 5, 8, {}};
  EXPECT_EQ(only(verdict()), "activity 3: takes 3, its mode 1 takes 2");
  rows_[2] = {4, 1, 5, 7, {}};
  EXPECT_EQ(verdict().violations.size(), 2U);
  rows_[2] = {3, 1, 5, 7, {}};
  rows_[0] = {1, 1, 4, 7, {}};
  rows_[2] = {3, 1, 7, 9, {}};
  EXPECT_EQ(only(verdict()), "nonrenewable resource 1: 7 used of 6");
  rows_[0] = {1, 1, 3, 6, {}};
  EXPECT_EQ(verdict().violations.front(), "resource 1: 3 in use of 2 at 3");
}

class VerifyCrews : public testing::Test {
 protected:
  [[nodiscard]] Verdict verdict() const { return verify_project(std::get<ProjectInstance>(instance_.content), rows_); }

  Instance instance_ = instance_of("a.dzn",
                                   "nActs = 2; dur = [3,2]; nSkills = 2; sreq = [|1,1|0,1|]; nResources = 3; mastery = "
                                   "[|true,false|false,true|true,true|]; nPrecs = 0; pred = []; succ = [];");
  std::vector<ProjectRow> rows_{{1, 1, 0, 3, {1, 2}}, {2, 1, 0, 2, {3}}};
};

TEST_F(VerifyCrews, ASolutionHolds) { EXPECT_EQ(only(verdict()), "0 violations"); }

TEST_F(VerifyCrews, NamesWhatIsWrong) {
  rows_[0].resources = {2, 1};
  EXPECT_EQ(verdict().violations.size(), 2U);
  EXPECT_EQ(verdict().violations.front(), "activity 1: resource 2 does not master skill 0 at level 0");
  rows_[0].resources = {1, 3};
  EXPECT_EQ(only(verdict()), "resource 3: works on activities 1 and 2 at 0");
  rows_[0].resources = {3, 3};
  rows_[1] = {2, 1, 3, 5, {2}};
  EXPECT_EQ(only(verdict()), "activity 1: names resource 3 twice");
  rows_[0].resources = {1};
  EXPECT_EQ(only(verdict()), "activity 1: has 1 resources where 2 are asked for");
  rows_[0].resources = {1, 9};
  EXPECT_EQ(only(verdict()), "activity 1: there is no resource 9");
}

}  // namespace
}  // namespace kilter::codec::benchmark
