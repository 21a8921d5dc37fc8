#include <gtest/gtest.h>

#include "material/worked_plant.hpp"

namespace kilter::material {
namespace {

using Ranks = std::vector<std::uint32_t>;

TEST(AllocationRanks, EveryRuleHasItsSequence) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.order("A", 5, 9).priority = 3;
  worked.order("A", 9, 7).priority = 1;
  worked.order("A", 1, 8).penalty_per_day = base::Money::minor(900'00);
  worked.order("A", 5, 7).priority = 3;
  const model::Plant plant = worked.build();
  EXPECT_EQ(allocation_ranks(plant, AllocationRule::due_date), (Ranks{3, 1, 2, 0}));
  EXPECT_EQ(allocation_ranks(plant, AllocationRule::priority_then_due), (Ranks{1, 2, 3, 0}));
  EXPECT_EQ(allocation_ranks(plant, AllocationRule::penalty_then_due), (Ranks{2, 3, 0, 1}));
  EXPECT_EQ(allocation_ranks(plant, AllocationRule::small_first), (Ranks{2, 3, 0, 1}));
}

TEST(AllocationRanks, PromisedDatesCountBeforeRequestedOnes) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.order("A", 5, 3).promised = WorkedPlant::day(9);
  worked.order("A", 5, 7);
  EXPECT_EQ(allocation_ranks(worked.build(), AllocationRule::due_date), (Ranks{1, 0}));
}

}  // namespace
}  // namespace kilter::material
