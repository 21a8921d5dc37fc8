#include "coordinate/model/cost_units.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "coordinate/model/schedule_model.hpp"
#include "coordinate/proposal.hpp"
#include "coordinate/workshop.hpp"
#include "material/explode.hpp"

namespace kilter::coordinate {
namespace {

// `orders` tables, each at a penalty of so many units of money a day.
model::Plant plant_of(std::int64_t orders, std::int64_t penalty) {
  Workshop workshop;
  std::vector<std::string> ids;
  for (std::int64_t i = 0; i < orders; ++i) ids.push_back("SO-" + std::to_string(i));
  for (const std::string& id : ids) {
    workshop.order(id.c_str(), 1, 24 * kHour);
    workshop.draft.orders.back().penalty_per_day = base::Money::minor(100 * penalty);
  }
  return workshop.build();
}

TEST(CostUnits, AreMillionthsUntilAllLatenessTogetherWouldNotFit) {
  EXPECT_EQ(cost_units_per_cent(plant_of(3, 100)), 1'000'000);
  EXPECT_EQ(cost_units_per_cent(plant_of(100, 5'000'000)), 1'000'000);  // 3 x 10^10
  EXPECT_EQ(cost_units_per_cent(plant_of(100, 10'000'000)), 100'000);   // 6 x 10^10
  EXPECT_EQ(cost_units_per_cent(plant_of(100, 100'000'000)), 10'000);   // 6 x 10^11
  EXPECT_EQ(cost_units_per_cent(plant_of(1'000, 500'000'000)), 1'000);  // 3 x 10^13
}

TEST(CostUnits, ScaleWhatLatenessCostsTheSearch) {
  const auto late_per_second = [](std::int64_t penalty) {
    const model::Plant plant = plant_of(100, penalty);
    const Proposal proposal =
        supplied(plant, {.ranks = material::allocation_ranks(plant, material::AllocationRule::due_date)});
    return proposal.model.problem.jobs.front().late_per_second;
  };
  EXPECT_EQ(late_per_second(86'400), 100'000'000);               // a unit of money a second
  EXPECT_EQ(late_per_second(86'400'000), 1'000 * 100 * 10'000);  // a thousand, in ten-thousandths of a cent
}

}  // namespace
}  // namespace kilter::coordinate
