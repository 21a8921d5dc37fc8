#include "material/lot_groups.hpp"

#include <gtest/gtest.h>

#include <array>

namespace kilter::material {
namespace {

using model::ItemId;
using model::OrderId;

TEST(LotGroups, NothingIsApartAtFirst) {
  const LotGroups groups;
  EXPECT_TRUE(groups.empty());
  EXPECT_FALSE(groups.divides(ItemId(0)));
  EXPECT_EQ(groups.of(ItemId(0), OrderId(0)), 0U);
}

TEST(LotGroups, OnlyTheseOrdersOfTheseItemsAreApart) {
  LotGroups groups;
  groups.set_apart(std::array{ItemId(2), ItemId(4)}, std::array{OrderId(7), OrderId::none()});
  EXPECT_TRUE(groups.divides(ItemId(2)));
  EXPECT_FALSE(groups.divides(ItemId(3)));
  EXPECT_TRUE(groups.divides(ItemId(4)));
  EXPECT_FALSE(groups.divides(ItemId(5)));
  EXPECT_EQ(groups.of(ItemId(4), OrderId(7)), groups.of(ItemId(4), OrderId::none()));
  EXPECT_NE(groups.of(ItemId(4), OrderId(7)), 0U);
  EXPECT_EQ(groups.of(ItemId(4), OrderId(6)), 0U);
  EXPECT_EQ(groups.of(ItemId(3), OrderId(7)), 0U);
}

TEST(LotGroups, AGroupMayBeDividedAgain) {
  LotGroups groups;
  groups.set_apart(std::array{ItemId(1)}, std::array{OrderId(1), OrderId(2)});
  groups.set_apart(std::array{ItemId(1)}, std::array{OrderId(2)});
  EXPECT_NE(groups.of(ItemId(1), OrderId(1)), groups.of(ItemId(1), OrderId(2)));
  EXPECT_LT(groups.of(ItemId(1), OrderId(1)), groups.of(ItemId(1), OrderId(2)));
}

}  // namespace
}  // namespace kilter::material
