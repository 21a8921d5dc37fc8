#include <gtest/gtest.h>

#include "service/floor/testing/floor_plant.hpp"

namespace kilter::service {
namespace {

const std::string kWeld = R"(,"production_order":"MO-118","operation":"10")";
const std::string kPaint = R"(,"production_order":"MO-118","operation":"20")";
const std::string kDry = R"(,"production_order":"MO-118","operation":"30")";

std::string kind(const std::string& name) { return "\"kind\":\"" + name + "\",\"person\":\"p07\""; }
std::string at(const std::string& time) { return ",\"at\":\"2026-11-24T" + time + "\""; }

Floor started() {
  Floor floor;
  EXPECT_EQ(floor.take(kind("operation.started") + at("07:00") + kWeld + R"(,"work_unit":"weld-1")"), "");
  return floor;
}

TEST(Work, AStartTakesTheComponentsThatExpireFirst) {
  const Floor floor = started();
  EXPECT_EQ(floor.rows("progress.csv", "production_order,operation,status,work_unit,start,people"),
            "MO-118,10,started,weld-1,2026-11-24T07:00,p07");
  EXPECT_EQ(floor.rows("production_orders.csv", "status", "MO-118"), "released");
  // 80 m: all 30 of the lot that expires, 50 of the 60 that do not; never those that are held.
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity", "tube"), "L-2210,10;L-2100,500");
  EXPECT_EQ(floor.rows("consumption.csv", "production_order,operation,item,lot,quantity"),
            "MO-118,10,tube,L-2209,30;MO-118,10,tube,L-2210,50");
  EXPECT_EQ(floor.rows("actuals.csv", "production_order,operation,item,quantity,start,end"),
            "MO-118,10,frame,20,2026-11-24T07:00,");
  EXPECT_TRUE(floor.buildable());
}

// It is taken all the same: the work goes on, and a person is told.
TEST(Work, AStartOfAnOrderThatNobodyReleasedIsToldToAPerson) {
  PlantTables tables = floor_plant();
  const Table& orders = *tables.find("production_orders.csv");
  const RowNumber row = orders.rows_of("MO-118").front();
  const RowEdit edit{
      .change = RowChange::change, .table = "production_orders.csv", .row = row, .cells = {{"status", "planned"}}};
  ASSERT_TRUE(tables.apply({&edit, 1}));
  Floor floor(std::move(tables));
  EXPECT_EQ(floor.take(kind("operation.started") + at("07:00") + kWeld + R"(,"work_unit":"weld-1")"), "not-released");
  EXPECT_EQ(floor.rows("conflicts.csv", "code,text"), "not-released,MO-118/10 was begun, and MO-118 was not released");
  EXPECT_EQ(floor.rows("progress.csv", "production_order,operation,status"), "MO-118,10,started");
  EXPECT_EQ(floor.rows("production_orders.csv", "status", "MO-118"), "released");
  EXPECT_EQ(floor.take(kind("operation.finished") + at("09:00") + kWeld), "");  // told once
}

TEST(Work, WhatIsMissingIsTakenOfSubstitutesAndThenAConflict) {
  Floor floor;
  floor.take(kind("stock.counted") + R"(,"item":"tube","lot":"L-2210","quantity":40)");
  EXPECT_EQ(floor.take(kind("operation.started") + kWeld + R"(,"work_unit":"weld-1")"), "short");
  EXPECT_EQ(floor.rows("conflicts.csv", "text"), "76 of 80 m of tube in stock for MO-118/10");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity", "tube"), "L-2100,500");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity", "tube-b"), "B-1,0");
}

TEST(Work, TheLastOperationPutsTheGoodQuantityInStock) {
  Floor floor = started();
  EXPECT_EQ(floor.take(kind("operation.finished") + at("10:00") + kWeld + R"(,"good":19,"scrap":1,"reason":"burnt")"),
            "");
  EXPECT_EQ(floor.rows("progress.csv", "operation,status,end,done_quantity"), "10,done,2026-11-24T10:00,19");
  EXPECT_EQ(floor.rows("production_orders.csv", "quantity", "MO-118"), "19");
  EXPECT_EQ(floor.rows("work_log.csv", "what,quantity,reason"), "scrap,1,burnt");
  EXPECT_EQ(floor.take(kind("operation.started") + at("10:10") + kPaint), "");
  // 0.1 kg for each of 19 and 0.5 for the order.
  EXPECT_EQ(floor.rows("stock.csv", "quantity", "paint"), "2.6");
  EXPECT_EQ(floor.take(kind("operation.finished") + at("12:00") + kPaint + R"(,"good":18)"), "");
  EXPECT_EQ(floor.rows("production_orders.csv", "quantity", "MO-118"), "20");  // 18 of a yield of 0.9
  EXPECT_EQ(floor.take(kind("operation.started") + at("12:00") + kDry), "");
  EXPECT_EQ(floor.take(kind("operation.finished") + at("18:00") + kDry), "");
  EXPECT_EQ(floor.rows("production_orders.csv", "id"), "MO-119;MO-120;MO-121;MO-122");
  EXPECT_EQ(floor.rows("progress.csv", "operation"), "");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity", "frame"), "F-0,3;MO-118,18");
  EXPECT_EQ(floor.rows("actuals.csv", "operation,good,scrap,end"),
            "10,19,1,2026-11-24T10:00;20,18,,2026-11-24T12:00;30,18,,2026-11-24T18:00");
  EXPECT_TRUE(floor.buildable());
}

TEST(Work, YieldIsBelievedWhereNobodyCounts) {
  Floor floor = started();
  floor.take(kind("operation.finished") + kWeld);
  floor.take(kind("operation.started") + kPaint);
  EXPECT_EQ(floor.take(kind("operation.finished") + kPaint), "");
  EXPECT_EQ(floor.rows("actuals.csv", "good"), "20;18");
}

TEST(Work, ScrapMakesTheOrderSmallerAtOnce) {
  Floor floor = started();
  EXPECT_EQ(floor.take(kind("quantity.scrap") + kWeld + R"(,"quantity":3,"reason":"burnt")"), "");
  EXPECT_EQ(floor.rows("production_orders.csv", "quantity", "MO-118"), "17");
  EXPECT_EQ(floor.take(kind("quantity.good") + kWeld + R"(,"quantity":8)"), "");
  EXPECT_EQ(floor.rows("progress.csv", "done_quantity"), "8");
  EXPECT_EQ(floor.take(kind("quantity.good") + kWeld + R"(,"quantity":12)"), "more-than-went-in");
  EXPECT_EQ(floor.take(kind("operation.finished") + kWeld + R"(,"good":30)"), "more-than-went-in");
  EXPECT_EQ(floor.rows("actuals.csv", "good,scrap"), "17,3");
  EXPECT_TRUE(floor.buildable());
}

TEST(Work, AnOrderOfWhichNothingIsLeftLeaves) {
  Floor floor = started();
  EXPECT_EQ(floor.take(kind("quantity.scrap") + kWeld + R"(,"quantity":20)"), "");
  EXPECT_EQ(floor.rows("production_orders.csv", "id"), "MO-119;MO-120;MO-121;MO-122");
  EXPECT_EQ(floor.take(kind("operation.finished") + kWeld), "already-done");
  EXPECT_TRUE(floor.buildable());
}

TEST(Work, PausesAddUp) {
  Floor floor = started();
  floor.take(kind("operation.paused") + at("08:00") + kWeld + R"(,"reason":"crane")");
  floor.take(kind("operation.resumed") + at("08:20") + kWeld);
  floor.take(kind("operation.paused") + at("09:00") + kWeld);
  EXPECT_EQ(floor.rows("actuals.csv", "paused_since,paused"), "2026-11-24T09:00,20m");
  floor.take(kind("operation.finished") + at("09:30") + kWeld);
  EXPECT_EQ(floor.rows("actuals.csv", "paused_since,paused"), ",50m");
  EXPECT_EQ(floor.rows("work_log.csv", "what,reason"), "paused,crane;resumed,;paused,");
}

TEST(Work, ASecondPersonJoins) {
  Floor floor = started();
  EXPECT_EQ(floor.take(R"("kind":"operation.started","person":"p11")" + kWeld), "");
  EXPECT_EQ(floor.take(R"("kind":"operation.started","person":"p11")" + kWeld), "");
  EXPECT_EQ(floor.rows("progress.csv", "people"), "p07;p11");
  EXPECT_EQ(floor.rows("actuals.csv", "people"), "p07;p11");
}

TEST(Work, WhatContradictsIsKeptForAPerson) {
  Floor floor = started();
  EXPECT_EQ(floor.take(kind("operation.started") + kWeld + R"(,"work_unit":"weld-2")"), "two-units");
  EXPECT_EQ(floor.rows("progress.csv", "work_unit"), "weld-1");
  EXPECT_EQ(floor.take(kind("operation.started") + kPaint), "too-early");
  EXPECT_EQ(floor.take(kind("operation.finished") + at("06:00") + kWeld), "ends-before-start");
  EXPECT_EQ(floor.rows("progress.csv", "status,end", "MO-118"), "done,2026-11-24T07:00:01;started,");
  EXPECT_EQ(floor.take(kind("operation.started") + at("11:00") + kWeld), "already-done");
  EXPECT_EQ(floor.take(kind("operation.started") + R"(,"production_order":"MO-119","operation":"10")"), "held");
  EXPECT_TRUE(floor.buildable());
}

TEST(Work, AStartThatComesLateSettlesWhatWasMissing) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("operation.finished") + at("10:00") + kWeld + R"(,"work_unit":"weld-2","good":20)"),
            "no-start");
  EXPECT_EQ(floor.rows("actuals.csv", "start,end"), ",2026-11-24T10:00");
  EXPECT_EQ(floor.take(kind("operation.started") + at("07:30") + kWeld), "");
  EXPECT_EQ(floor.rows("actuals.csv", "start,end"), "2026-11-24T07:30,2026-11-24T10:00");
  EXPECT_EQ(floor.rows("progress.csv", "start"), "2026-11-24T07:30");
  EXPECT_EQ(floor.rows("conflicts.csv", "code,decision"), "no-start,the start was reported later");
}

TEST(Work, AUnitDoesOneThingAtATime) {
  Floor floor = started();
  EXPECT_EQ(
      floor.take(kind("operation.started") + R"(,"production_order":"MO-120","operation":"10","work_unit":"weld-1")"),
      "unit-busy short");
  EXPECT_TRUE(floor.buildable());
}

TEST(Work, OnAUnitThatCannotDoItWorkIsTakenToRunOnOneThatCan) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("operation.started") + kWeld + R"(,"work_unit":"bench-1")"), "unit-not-eligible");
  EXPECT_EQ(floor.rows("progress.csv", "work_unit"), "weld-1");
  EXPECT_EQ(floor.rows("actuals.csv", "work_unit"), "bench-1");
  EXPECT_TRUE(floor.buildable());
}

TEST(Work, AWholeOrderCanBeReportedAtOnce) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("production.finished") + at("15:00") +
                       R"(,"production_order":"MO-118","good":17,"scrap":3,"reason":"porous")"),
            "");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity", "frame"), "F-0,3;MO-118,17");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity", "tube"), "L-2210,10;L-2100,500");
  EXPECT_EQ(floor.rows("stock.csv", "quantity", "paint"), "2.5");
  EXPECT_EQ(floor.rows("actuals.csv", "operation,end,scrap"),
            "10,2026-11-24T15:00,;20,2026-11-24T15:00,;30,2026-11-24T15:00,3");
  EXPECT_EQ(floor.take(kind("production.finished") + R"(,"production_order":"MO-118")"), "already-done");
  EXPECT_TRUE(floor.buildable());
}

TEST(Work, AnItemWithoutOperationsIsMadeInItsLeadTime) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("operation.started") + R"(,"production_order":"MO-121","operation":"lead-time")"), "");
  EXPECT_EQ(floor.rows("stock.csv", "quantity", "motor"), "34");
  EXPECT_TRUE(floor.buildable());
  EXPECT_EQ(floor.take(kind("production.finished") + R"(,"production_order":"MO-121")"), "");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity", "kit"), "MO-121,3");
  EXPECT_EQ(floor.take(kind("production.finished") + R"(,"production_order":"MO-121")"), "already-done");
}

TEST(Work, InANetworkWhatComesBeforeCounts) {
  Floor floor;
  const std::string panel = R"(,"production_order":"MO-122","operation":)";
  EXPECT_EQ(floor.take(kind("operation.started") + panel + R"("a","work_unit":"weld-1")"), "too-early");
  EXPECT_EQ(floor.take(kind("operation.started") + panel + R"("b","work_unit":"weld-2")"), "");
  EXPECT_EQ(floor.take(kind("operation.finished") + panel + R"("b","good":9)"), "");
  EXPECT_EQ(floor.rows("production_orders.csv", "quantity", "MO-122"), "9");
  EXPECT_EQ(floor.take(kind("operation.finished") + panel + R"("a","good":7)"), "");
  EXPECT_EQ(floor.rows("production_orders.csv", "quantity", "MO-122"), "8.75");
  EXPECT_TRUE(floor.buildable());
}

TEST(Work, WhatNobodyKnowsIsRefusedWithAllFaults) {
  Floor floor;
  EXPECT_EQ(floor.refuse(kind("operation.started") + R"(,"production_order":"MO-9","operation":"10","work_unit":"x")"),
            "unknown-work_unit unknown-production-order");
  EXPECT_EQ(floor.refuse(kind("operation.started") + R"(,"production_order":"MO-118","operation":"99")"),
            "unknown-operation");
  EXPECT_EQ(floor.refuse(kind("operation.started") + kWeld), "missing-value");  // two units can do it
  EXPECT_EQ(floor.refuse(kind("operation.started") + kWeld + R"(,"work_unit":"weld-1","people":"p07;p99")"),
            "unknown-people");
  EXPECT_EQ(floor.refuse(R"("kind":"operation.started","at":"2024-01-01")" + kWeld), "too-old");
}

TEST(Work, AClockThatIsAheadIsNotBelieved) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("operation.started") + at("23:00") + kWeld + R"(,"work_unit":"weld-1")"), "clock-ahead");
  EXPECT_EQ(floor.rows("progress.csv", "start"), "2026-11-24T20:00");
}

}  // namespace
}  // namespace kilter::service
