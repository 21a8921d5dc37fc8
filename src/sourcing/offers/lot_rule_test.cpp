#include "sourcing/offers/lot_rule.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace kilter::sourcing {
namespace {

using base::Ratio;

LotRule rule_of(const model::Item& item, std::int64_t minimum, std::int64_t multiple, std::int64_t maximum) {
  model::Offer offer;
  offer.minimum = Quantity::units(minimum);
  offer.multiple = Quantity::units(multiple);
  offer.maximum = Quantity::units(maximum);
  return {item, offer};
}

TEST(LotRule, RoundsUpToMinimumAndMultipleAndSplitsByTheMaximum) {
  const LotRule rule = rule_of({}, 50, 20, 210);
  EXPECT_EQ(rule.cover(Quantity::units(35)).ordered, Quantity::units(60));
  const Lot large = rule.cover(Quantity::units(430));
  EXPECT_EQ(large.full_count, 2);
  EXPECT_EQ(large.full, Quantity::units(200));
  EXPECT_EQ(large.last, Quantity::units(60));
  EXPECT_EQ(large.pieces(), 3);
}

TEST(LotRule, RoundsDownToWhatIsAllowed) {
  const LotRule rule = rule_of({}, 50, 20, 200);
  EXPECT_FALSE(rule.at_most(Quantity::units(59)));
  EXPECT_EQ(rule.at_most(Quantity::units(99))->ordered, Quantity::units(80));
  EXPECT_EQ(rule.at_most(Quantity::units(245))->ordered, Quantity::units(200));
  EXPECT_EQ(rule.at_most(Quantity::units(299))->ordered, Quantity::units(280));
}

TEST(LotRule, TheItemsOwnRulesHoldToo) {
  model::Item item;
  item.lot_minimum = Quantity::units(70);
  item.lot_multiple = Quantity::units(15);
  const LotRule rule = rule_of(item, 50, 20, 0);
  EXPECT_EQ(rule.multiple(), Quantity::units(60));
  EXPECT_EQ(rule.minimum(), Quantity::units(120));
  item.lot_policy = model::LotPolicy::fixed;
  item.lot_size = Quantity::units(80);
  EXPECT_EQ(rule_of(item, 0, 0, 0).multiple(), Quantity::units(240));
}

TEST(LotRule, PiecesAreBoughtWhole) {
  model::Item item;
  item.whole = true;
  item.yield = Ratio::micros(950'000);
  const LotRule rule = rule_of(item, 0, 0, 10);
  EXPECT_EQ(rule.cover(Quantity::units(4)).ordered, Quantity::units(5));  // 4.21
  EXPECT_EQ(rule.at_least(Quantity::micros(20'300'000)).ordered, Quantity::units(21));
  EXPECT_EQ(rule.at_most(Quantity::micros(7'900'000))->ordered, Quantity::units(7));
  EXPECT_FALSE(rule.at_most(Quantity::micros(900'000)));
  EXPECT_TRUE(rule_of(item, 0, 0, 0).free());
  item.lot_maximum = Quantity::micros(500'000);
  EXPECT_FALSE(rule_of(item, 0, 0, 0).feasible());
}

TEST(LotRule, NothingIsAllowedWhenTheMaximumIsBelowTheMinimum) {
  EXPECT_FALSE(rule_of({}, 50, 0, 40).feasible());
  EXPECT_FALSE(rule_of({}, 0, 30, 20).feasible());
  EXPECT_TRUE(rule_of({}, 0, 30, 30).feasible());
}

// Slow twin: the first allowed quantity upwards, one unit at a time.
TEST(LotRule, CoversWithTheLeastAllowedQuantity) {
  base::Random random(11);
  for (int round = 0; round < 2'000; ++round) {
    model::Item item;
    item.yield = Ratio::micros(random.between(500'000, 1'000'000));
    const std::int64_t minimum = random.between(0, 20);
    const std::int64_t multiple = random.between(1, 9);
    const LotRule rule = rule_of(item, minimum, multiple, 0);
    const Quantity good = Quantity::micros(random.between(1, 60'000'000));
    std::int64_t units = 1;
    while (units < minimum || units % multiple != 0 || Quantity::units(units).times_floor(item.yield) < good) ++units;
    const Lot lot = rule.cover(good);
    EXPECT_EQ(lot.ordered, Quantity::units(units));
    EXPECT_EQ(lot.good, Quantity::units(units).times_floor(item.yield));
  }
}

TEST(LotRule, SplitLotsCoverWithEveryPieceRoundedDown) {
  base::Random random(12);
  for (int round = 0; round < 2'000; ++round) {
    model::Item item;
    item.yield = Ratio::micros(random.between(500'000, 1'000'000));
    const LotRule rule = rule_of(item, 3, 1, random.between(3, 9));
    const Quantity good = Quantity::micros(random.between(1, 60'000'000));
    const Lot lot = rule.cover(good);
    EXPECT_GE(lot.good, good);
    EXPECT_LE(lot.full, rule.maximum());
    EXPECT_LE(lot.last, rule.maximum());
    EXPECT_TRUE(lot.last.is_zero() || lot.last >= rule.minimum());
  }
}

}  // namespace
}  // namespace kilter::sourcing
