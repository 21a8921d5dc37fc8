#include "base/strong_id.hpp"

#include <gtest/gtest.h>

#include <type_traits>
#include <vector>

namespace kilter::base {
namespace {

using ItemId = StrongId<struct ItemTag>;
using PersonId = StrongId<struct PersonTag>;
using Items = IndexedVector<ItemId, int>;

template <class Vector, class Key>
concept IndexableBy = requires(const Vector& vector, Key key) {
  vector[key];
};

// Mixing up ids does not compile.
static_assert(IndexableBy<Items, ItemId> && !IndexableBy<Items, PersonId> && !IndexableBy<Items, std::size_t>);
static_assert(!std::is_convertible_v<ItemId, PersonId> && !std::is_constructible_v<PersonId, ItemId>);
static_assert(!std::is_convertible_v<std::size_t, ItemId> && !std::is_convertible_v<ItemId, std::size_t>);

TEST(StrongId, NoneIsNotValid) {
  EXPECT_FALSE(ItemId().valid());
  EXPECT_EQ(ItemId(), ItemId::none());
  EXPECT_TRUE(ItemId(0).valid());
}

TEST(StrongId, VectorHandsOutIdsInOrder) {
  Items items;
  EXPECT_EQ(items.next_id(), ItemId(0));
  EXPECT_EQ(items.push_back(7), ItemId(0));
  EXPECT_EQ(items.push_back(9), ItemId(1));
  EXPECT_EQ(items[ItemId(1)], 9);
  std::vector<ItemId> seen;
  for (const ItemId id : ids_of(items)) seen.push_back(id);
  EXPECT_EQ(seen, (std::vector<ItemId>{ItemId(0), ItemId(1)}));
}

TEST(StrongId, RangesAreHalfOpen) {
  const IdRange<ItemId> range(ItemId(2), ItemId(4));
  EXPECT_EQ(range.size(), 2U);
  EXPECT_FALSE(range.contains(ItemId(1)));
  EXPECT_TRUE(range.contains(ItemId(2)));
  EXPECT_FALSE(range.contains(ItemId(4)));
  EXPECT_EQ(range.at(1), ItemId(3));
  EXPECT_TRUE(IdRange<ItemId>(ItemId(2), ItemId(2)).empty());
}

}  // namespace
}  // namespace kilter::base
