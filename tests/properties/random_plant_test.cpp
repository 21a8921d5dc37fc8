// The generator of random plants: always valid, always the same, and every feature turns up.
#include "support/random_plant.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kilter::support {
namespace {

TEST(RandomPlant, IsValidForEverySeedAndSize) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const model::Plant plant = random_plant(seed, 1 + static_cast<int>(seed % 6));
    EXPECT_FALSE(plant.orders.empty()) << seed;
  }
}

TEST(RandomPlant, IsTheSameForTheSameSeed) {
  const model::PlantDraft once = random_draft(42, 3);
  const model::PlantDraft again = random_draft(42, 3);
  EXPECT_EQ(once.operations, again.operations);
  EXPECT_EQ(once.orders, again.orders);
  EXPECT_EQ(once.stock, again.stock);
  EXPECT_NE(once.orders, random_draft(43, 3).orders);
}

template <class Rows, class Test>
bool some(const Rows& rows, Test test) {
  return std::any_of(rows.begin(), rows.end(), test);
}

constexpr model::Duration kShort{86'400};

TEST(RandomPlant, MixesAllFeatures) {
  model::PlantDraft all;
  const auto take = [](auto& into, const auto& from) { into.insert(into.end(), from.begin(), from.end()); };
  std::vector<model::PlantDraft> drafts;  // keeps the text alive
  for (std::uint64_t seed = 0; seed < 40; ++seed) drafts.push_back(random_draft(seed, 3));
  for (const model::PlantDraft& draft : drafts) {
    take(all.operations, draft.operations);
    take(all.items, draft.items);
    take(all.work_units, draft.work_units);
    take(all.progress, draft.progress);
    take(all.stock, draft.stock);
    take(all.budgets, draft.budgets);
    take(all.substitutes, draft.substitutes);
    take(all.operation_skills, draft.operation_skills);
    take(all.offers, draft.offers);
    take(all.precedences, draft.precedences);
  }
  EXPECT_TRUE(some(all.operations, [](const auto& row) { return !row.vendor.empty(); }));
  EXPECT_TRUE(some(all.operations, [](const auto& row) { return !row.interruptible; }));
  EXPECT_TRUE(some(all.operations, [](const auto& row) { return row.transfer_batch.positive(); }));
  EXPECT_TRUE(some(all.items, [](const auto& row) { return row.lot_policy == model::LotPolicy::economic; }));
  EXPECT_TRUE(some(all.items, [](const auto& row) { return row.safety_stock.positive(); }));
  EXPECT_TRUE(some(all.items, [](const auto& row) { return row.shelf_life && *row.shelf_life < kShort; }));
  EXPECT_TRUE(some(all.work_units, [](const auto& row) { return row.batch_capacity.positive(); }));
  EXPECT_TRUE(some(all.work_units, [](const auto& row) { return row.unlimited; }));
  EXPECT_TRUE(some(all.work_units, [](const auto& row) { return row.count > 1; }));
  EXPECT_TRUE(some(all.progress, [](const auto& row) { return row.status == model::WorkStatus::started; }));
  EXPECT_TRUE(some(all.progress, [](const auto& row) { return row.status == model::WorkStatus::done; }));
  EXPECT_TRUE(some(all.progress, [](const auto& row) { return row.status == model::WorkStatus::pinned; }));
  EXPECT_TRUE(some(all.stock, [](const auto& row) { return row.held; }));
  EXPECT_TRUE(some(all.stock, [](const auto& row) { return row.expiry.has_value(); }));
  EXPECT_TRUE(some(all.budgets, [](const auto& row) { return row.hard_cap.has_value(); }));
  EXPECT_TRUE(some(all.operation_skills, [](const auto& row) { return row.attendance == model::Attendance::share; }));
  EXPECT_TRUE(some(all.operation_skills, [](const auto& row) { return row.head_count > 1; }));
  EXPECT_TRUE(some(all.offers, [](const auto& row) { return row.until.has_value(); }));
  EXPECT_TRUE(some(all.precedences, [](const auto& row) { return row.maximum_wait.has_value(); }));
  EXPECT_FALSE(all.substitutes.empty());
}

}  // namespace
}  // namespace kilter::support
