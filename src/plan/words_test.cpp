#include "plan/words.hpp"

#include <gtest/gtest.h>

namespace kilter::plan {
namespace {

template <class Enum>
void expect_one_to_one(Enum last) {
  const Words words = words_of(Enum());
  ASSERT_EQ(words.size(), static_cast<std::size_t>(last) + 1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_FALSE(words[i].empty());
    EXPECT_EQ(from_word<Enum>(words[i]), static_cast<Enum>(i)) << words[i];
  }
}

TEST(Words, EveryValueHasOneWordAndEveryWordOneValue) {
  expect_one_to_one(SupplyKind::purchase);
  expect_one_to_one(DemandKind::safety_stock);
  expect_one_to_one(AssigneeKind::tool);
  expect_one_to_one(AssignmentReason::already_started);
  expect_one_to_one(PurchaseReason::combined);
  expect_one_to_one(UnplannedReason::infeasible_wait);
  expect_one_to_one(ActionKind::order_now);
  expect_one_to_one(CostKind::penalty);
  expect_one_to_one(CostRef::production_order);
  expect_one_to_one(LampState::blocked);
  expect_one_to_one(LampCause::budget);
  expect_one_to_one(LateCause::budget);
  expect_one_to_one(LoadKind::skill);
  expect_one_to_one(model::WorkStatus::done);
  expect_one_to_one(model::Lamp::money);
  expect_one_to_one(base::Severity::assumption);
}

TEST(Words, SayWhatTheValueSays) {
  EXPECT_EQ(word(LateCause::minimum_wait), "minimum wait");
  EXPECT_EQ(word(LateCause::clearance), "clearance");
  EXPECT_EQ(word(CostKind::overtime), "overtime");
  EXPECT_EQ(explain(LateCause::choice), "the plan placed it later than it had to be");
  EXPECT_EQ(explain(ActionKind::order_now), "order today");
  EXPECT_EQ(from_word<LateCause>("weather"), std::nullopt);
}

}  // namespace
}  // namespace kilter::plan
