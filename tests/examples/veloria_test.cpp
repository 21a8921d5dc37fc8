// What the sample plant must show on day one, without anybody touching anything (examples/veloria/README.md).
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "codec/plant/read.hpp"
#include "coordinate/make_plan.hpp"

namespace kilter {
namespace {

namespace fs = std::filesystem;

model::Plant read_veloria() {
  std::vector<std::pair<std::string, std::string>> contents;
  for (const auto& entry : fs::directory_iterator(fs::path(KILTER_SOURCE_DIR) / "examples/veloria")) {
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    contents.emplace_back(entry.path().filename().string(), bytes.str());
  }
  std::sort(contents.begin(), contents.end());
  std::vector<codec::plant::SourceFile> files;
  for (const auto& [name, bytes] : contents) files.push_back({name, bytes});
  auto plant = codec::plant::read(files);
  EXPECT_TRUE(plant.ok());
  return std::move(plant).value();
}

class Veloria : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    plant_ = new model::Plant(read_veloria());
    outcome_ = new coordinate::Outcome(coordinate::make_plan(*plant_, {.seconds = 0}));
  }
  static void TearDownTestSuite() {
    delete outcome_;
    delete plant_;
  }

  static const model::Plant& plant() { return *plant_; }
  static const plan::Plan& plan() { return outcome_->plan; }

  // Load against regular capacity of a work centre in the week that begins on Monday 30 November, per cent.
  static std::int64_t required_next_week(model::WorkCentreId centre) {
    const time::Tick next = plant().days.next_week_start(plant().days.week_start(0));
    for (const plan::Load& load : plan().loads) {
      if (load.kind != plan::LoadKind::work_centre || load.index != centre.index() || load.week != next) continue;
      return load.required * 100 / load.capacity;
    }
    return -1;
  }

  static model::Plant* plant_;
  static coordinate::Outcome* outcome_;
};

model::Plant* Veloria::plant_ = nullptr;
coordinate::Outcome* Veloria::outcome_ = nullptr;

TEST_F(Veloria, ThePlanIsWholeAndPassesTheChecker) {
  EXPECT_TRUE(outcome_->violations.empty());
  EXPECT_TRUE(plan().unplanned.empty());
}

TEST_F(Veloria, ThePaintLineIsTheBottleneckOfNextWeek) {
  for (const model::WorkCentreId id : base::ids_of(plant().work_centres)) {
    const std::int64_t required = required_next_week(id);
    if (plant().work_centres[id].id == "PAINT") {
      EXPECT_GE(required, 102);
      EXPECT_LE(required, 108);
    } else {
      EXPECT_LT(required, 80) << plant().work_centres[id].id;
    }
  }
}

TEST_F(Veloria, AHandfulOfOrdersIsLateForDifferentReasons) {
  EXPECT_GE(plan().late_chains.size(), 4U);
  EXPECT_LE(plan().late_chains.size(), 6U);
  std::set<plan::LateCause> causes;
  for (const plan::LateChain& chain : plan().late_chains) {
    const auto main = std::max_element(chain.links.begin(), chain.links.end(),
                                       [](const auto& a, const auto& b) { return a.counted < b.counted; });
    causes.insert(main->cause);
  }
  EXPECT_TRUE(causes.contains(plan::LateCause::queue));          // at paint
  EXPECT_TRUE(causes.contains(plan::LateCause::open_purchase));  // motors that Nordtek moved
  EXPECT_TRUE(causes.contains(plan::LateCause::person));         // no certified battery technician
  EXPECT_TRUE(causes.contains(plan::LateCause::minimum_wait));   // curing
}

TEST_F(Veloria, TheGateBlocksTwoOrders) {
  std::set<std::string> clearances;
  for (const plan::Readiness& readiness : plan().readiness) {
    for (const plan::LampReading& lamp : readiness.lamps) {
      if (lamp.state != plan::LampState::blocked) continue;
      ASSERT_EQ(lamp.cause, plan::LampCause::clearance);
      clearances.insert(plant().clearances[lamp.index].id);
    }
  }
  EXPECT_EQ(clearances, (std::set<std::string>{"CL-1", "CL-2"}));
}

TEST_F(Veloria, TheHeldLotIsNotPlannedIntoWork) {
  for (const plan::Peg& peg : plan().pegs) {
    if (peg.supply != plan::SupplyKind::stock) continue;
    EXPECT_NE(plant().stock[model::StockId(peg.supply_index)].lot, "FT-1118");
  }
}

TEST_F(Veloria, MotorsHaveToBeOrderedTodayBecauseNordtekSlips) {
  std::vector<std::string> today;
  for (const plan::ActionMessage& action : plan().actions) {
    if (action.kind != plan::ActionKind::order_now) continue;
    const plan::Purchase& purchase = plan().purchases[plan::PurchaseId(action.index)];
    today.push_back(plant().items[purchase.item].id + " " + plant().vendors[plant().offers[purchase.offer].vendor].id);
  }
  EXPECT_EQ(today, (std::vector<std::string>{"M-250 HELIO"}));
}

TEST_F(Veloria, TheLateMotorsAreChased) {
  const auto chased = [](const plan::ActionMessage& action) {
    return action.kind == plan::ActionKind::expedite && action.supply == plan::SupplyKind::open_purchase &&
           plant().purchase_orders[model::OpenPurchaseOrderId(action.index)].id == "PO-7701";
  };
  EXPECT_EQ(std::count_if(plan().actions.begin(), plan().actions.end(), chased), 1);
}

TEST_F(Veloria, OvertimeInNovemberKeepsToItsCap) {
  for (const plan::BudgetLine& line : plan().budgets) {
    const model::Budget& budget = plant().budgets[line.budget];
    if (budget.hard_cap) {
      EXPECT_LE(line.total(budget), *budget.hard_cap);
    }
  }
}

}  // namespace
}  // namespace kilter
