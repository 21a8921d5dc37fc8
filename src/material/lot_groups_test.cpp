#include "material/lot_groups.hpp"

#include <gtest/gtest.h>

#include <array>

namespace kilter::material {
namespace {

using model::ItemId;
using model::OrderId;

OrderPart of(std::size_t order) { return {.order = OrderId(order)}; }

TEST(LotGroups, NothingIsApartAtFirst) {
  const LotGroups groups;
  EXPECT_TRUE(groups.empty());
  EXPECT_FALSE(groups.divides(ItemId(0)));
  EXPECT_EQ(groups.of(ItemId(0), of(0)), 0U);
}

TEST(LotGroups, OnlyTheseOrdersOfTheseItemsAreApart) {
  LotGroups groups;
  groups.set_apart(std::array{ItemId(2), ItemId(4)}, std::array{of(7), OrderPart{}});
  EXPECT_TRUE(groups.divides(ItemId(2)));
  EXPECT_FALSE(groups.divides(ItemId(3)));
  EXPECT_TRUE(groups.divides(ItemId(4)));
  EXPECT_FALSE(groups.divides(ItemId(5)));
  EXPECT_EQ(groups.of(ItemId(4), of(7)), groups.of(ItemId(4), OrderPart{}));
  EXPECT_NE(groups.of(ItemId(4), of(7)), 0U);
  EXPECT_EQ(groups.of(ItemId(4), of(6)), 0U);
  EXPECT_EQ(groups.of(ItemId(3), of(7)), 0U);
}

TEST(LotGroups, AGroupMayBeDividedAgain) {
  LotGroups groups;
  groups.set_apart(std::array{ItemId(1)}, std::array{of(1), of(2)});
  groups.set_apart(std::array{ItemId(1)}, std::array{of(2)});
  EXPECT_NE(groups.of(ItemId(1), of(1)), groups.of(ItemId(1), of(2)));
  EXPECT_LT(groups.of(ItemId(1), of(1)), groups.of(ItemId(1), of(2)));
}

TEST(LotGroups, TheSecondPartOfAnOrderMayBeApartFromTheFirst) {
  LotGroups groups;
  groups.set_apart(std::array{ItemId(1)}, std::array{OrderPart{.order = OrderId(3), .part = 1}});
  EXPECT_EQ(groups.of(ItemId(1), of(3)), 0U);
  EXPECT_NE(groups.of(ItemId(1), {.order = OrderId(3), .part = 1}), 0U);
}

}  // namespace
}  // namespace kilter::material
