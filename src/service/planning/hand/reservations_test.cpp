#include "service/planning/hand/reservations.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "service/floor/testing/floor_plant.hpp"
#include "service/planning/plant_now.hpp"

namespace kilter::service {
namespace {

using namespace std::chrono_literals;

const time::Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + 7h};

Reservation two_bikes() {
  return {.item = "bike",
          .site = {},
          .quantity = "2",
          .requested = "2026-12-11",
          .customer = {},
          .priority = {},
          .until = "2026-11-26T12:00"};
}

PlantTables with(const base::Result<ReservationEdits>& edits, PlantTables tables) {
  EXPECT_TRUE(edits.ok());
  EXPECT_TRUE(tables.apply(edits.value().orders));
  EXPECT_TRUE(tables.apply(edits.value().records));
  return tables;
}

// None: there is no such order.
std::optional<model::OrderStatus> status(const PlantTables& tables, const std::string& id, time::Instant now) {
  const auto plant = plant_now(tables, now, PublishedOrders::firm);
  EXPECT_TRUE(plant.ok());
  for (const model::CustomerOrder& order : plant.value()->plant.orders) {
    if (order.id == id) return order.status;
  }
  return std::nullopt;
}

TEST(Reservations, HoldUntilTheirTimeIsUp) {
  const auto edits = reserve_edits(floor_plant(), two_bikes(), "ana", kNow);
  const PlantTables tables = with(edits, floor_plant());
  EXPECT_EQ(edits.value().order, "R-1");
  EXPECT_EQ(status(tables, "R-1", kNow), model::OrderStatus::firm);
  EXPECT_EQ(status(tables, "R-1", kNow + 48h), model::OrderStatus::firm);
  EXPECT_EQ(status(tables, "R-1", kNow + 72h), model::OrderStatus::closed);
  // The next one has another id.
  EXPECT_EQ(reserve_edits(tables, two_bikes(), "ana", kNow).value().order, "R-2");
}

TEST(Reservations, AreOrdersLikeOthersOnceConfirmed) {
  PlantTables tables = with(reserve_edits(floor_plant(), two_bikes(), "ana", kNow), floor_plant());
  EXPECT_EQ(confirm_edits(tables, "R-1", kNow + 72h).error().front().code, "expired");
  EXPECT_EQ(confirm_edits(tables, "R-7", kNow).error().front().code, "unknown-reservation");
  tables = with(confirm_edits(tables, "R-1", kNow + 24h), tables);
  EXPECT_EQ(status(tables, "R-1", kNow + 72h), model::OrderStatus::firm);
  EXPECT_EQ(drop_edits(tables, "R-1").error().front().code, "unknown-reservation");
}

TEST(Reservations, AreClosedOrdersWhenGivenUp) {
  PlantTables tables = with(reserve_edits(floor_plant(), two_bikes(), "ana", kNow), floor_plant());
  tables = with(drop_edits(tables, "R-1"), tables);
  EXPECT_EQ(status(tables, "R-1", kNow), model::OrderStatus::closed);
}

TEST(Reservations, OfNoLengthOrForEverAreRefused) {
  Reservation reservation = two_bikes();
  for (const char* until : {"2026-11-20", "2027-11-20", "soon", ""}) {
    reservation.until = until;
    const auto edits = reserve_edits(floor_plant(), reservation, "ana", kNow);
    ASSERT_FALSE(edits.ok()) << until;
    EXPECT_EQ(edits.error().front().where.column, "until");
  }
}

}  // namespace
}  // namespace kilter::service
