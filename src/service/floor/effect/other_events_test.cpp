// Units, people, purchases, quality, calls, orders and money: what each event does to the tables.
#include <gtest/gtest.h>

#include "service/floor/testing/floor_plant.hpp"

namespace kilter::service {
namespace {

std::string kind(const std::string& name) { return "\"kind\":\"" + name + "\",\"person\":\"p07\""; }
std::string at(const std::string& time) { return ",\"at\":\"2026-11-24T" + time + "\""; }

TEST(Units, AStandstillClosesTheUnitUntilItRuns) {
  Floor floor;
  const std::string unit = R"(,"work_unit":"weld-1","reason":"pump")";
  EXPECT_EQ(floor.take(kind("unit.down") + at("09:00") + unit), "");
  EXPECT_EQ(floor.rows("closures.csv", "work_unit,from,until,reason"), "weld-1,2026-11-24T09:00,2026-11-24T13:00,pump");
  EXPECT_EQ(floor.rows("downtimes.csv", "until,expected,assumed"), ",2026-11-24T13:00,yes");
  EXPECT_EQ(floor.take(kind("unit.down") + at("09:30") + unit + R"(,"expected":"2026-11-25T08:00")"), "");
  EXPECT_EQ(floor.rows("closures.csv", "until"), "2026-11-25T08:00");
  EXPECT_TRUE(floor.buildable());
  EXPECT_EQ(floor.take(kind("unit.up") + at("11:00") + R"(,"work_unit":"weld-1")"), "");
  EXPECT_EQ(floor.rows("closures.csv", "until"), "2026-11-24T11:00");
  EXPECT_EQ(floor.rows("downtimes.csv", "from,until,assumed"), "2026-11-24T09:00,2026-11-24T11:00,");
  EXPECT_EQ(floor.take(kind("unit.up") + R"(,"work_unit":"weld-1")"), "was-not-down");
  EXPECT_EQ(floor.refuse(kind("unit.down") + R"(,"work_unit":"weld-9")"), "unknown-work_unit");
}

TEST(Units, WorkOnAUnitThatStandsStillIsAConflict) {
  Floor floor;
  floor.take(kind("unit.down") + R"(,"work_unit":"weld-1")");
  EXPECT_EQ(
      floor.take(kind("operation.started") + R"(,"production_order":"MO-118","operation":"10","work_unit":"weld-1")"),
      "unit-is-down");
}

TEST(Units, MaintenanceIsAskedForPlannedAndDone) {
  Floor floor;
  floor.take(kind("maintenance.asked") + at("08:00") +
             R"(,"work_unit":"weld-1","reason":"liner","from":"2026-11-24T14:00","until":"2026-11-24T16:00")");
  EXPECT_EQ(floor.rows("closures.csv", "from,until"), "2026-11-24T14:00,2026-11-24T16:00");
  floor.take(kind("maintenance.done") + at("15:00") + R"(,"maintenance":"e1")");
  EXPECT_EQ(floor.rows("closures.csv", "from,until"), "2026-11-24T14:00,2026-11-24T15:00");
  EXPECT_EQ(floor.rows("maintenance.csv", "done,done_by"), "2026-11-24T15:00,p07");
  EXPECT_EQ(floor.refuse(kind("maintenance.done") + R"(,"maintenance":"e9")"), "unknown-maintenance");
  EXPECT_EQ(floor.refuse(kind("maintenance.asked") +
                         R"(,"work_unit":"weld-1","from":"2026-11-25","until":"2026-11-24T16:00")"),
            "bad-interval");
}

TEST(People, AnAbsenceLastsTheDayUnlessSomebodySays) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("person.absent") + at("06:00") + R"(,"who":"p11","reason":"sick")"), "");
  EXPECT_EQ(floor.rows("absences.csv", "person,from,until,reason"), "p11,2026-11-24T06:00,2026-11-24,sick");
  EXPECT_EQ(floor.take(kind("person.returned") + at("12:00") + R"(,"who":"p11")"), "");
  EXPECT_EQ(floor.rows("absences.csv", "until"), "2026-11-24T12:00");
  EXPECT_EQ(floor.take(kind("person.returned") + at("13:00") + R"(,"who":"p11")"), "was-not-absent");
  EXPECT_EQ(floor.take(kind("person.absent") + R"(,"who":"p07","from":"2026-11-30","until":"2026-12-02")"), "");
  EXPECT_EQ(floor.rows("absences.csv", "from,until", "p07"), "2026-11-30,2026-12-02");
  EXPECT_TRUE(floor.buildable());
}

TEST(Purchases, WhatComesInIsStockAndWhatDoesNotStaysDue) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("purchase.received") + R"(,"purchase_order":"PO-77","quantity":20,"rejected":2)"), "");
  EXPECT_EQ(floor.rows("purchase_orders.csv", "quantity", "PO-77"), "40");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity", "motor"), "M-1,40;PO-77,20");
  EXPECT_EQ(floor.take(kind("purchase.received") +
                       R"(,"purchase_order":"PO-77","quantity":38,"complete":true,"lot":"L-9","reason":"short")"),
            "");
  EXPECT_EQ(floor.rows("purchase_orders.csv", "id"), "PO-78");
  EXPECT_EQ(floor.rows("receipts.csv", "purchase_order,item,quantity,rejected,complete,current"),
            "PO-77,motor,20,2,,2026-12-01;PO-77,motor,38,,yes,2026-12-01");
  EXPECT_EQ(floor.take(kind("purchase.received") + R"(,"purchase_order":"PO-77","quantity":2)"), "already-received");
  EXPECT_EQ(floor.take(kind("purchase.received") + R"(,"purchase_order":"PO-78","quantity":120)"), "more-than-ordered");
  EXPECT_EQ(floor.refuse(kind("purchase.received") + R"(,"purchase_order":"PO-1","quantity":2,"location":"x")"),
            "unknown-purchase-order");
  EXPECT_TRUE(floor.buildable());
}

TEST(Purchases, AreOrderedConfirmedMovedAndCancelled) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("purchase.ordered") + at("09:00") + R"(,"purchase_order":"PO-78")"), "");
  EXPECT_EQ(floor.rows("purchase_orders.csv", "status,ordered", "PO-78"), "released,2026-11-24T09:00");
  EXPECT_EQ(floor.take(kind("purchase.ordered") + R"(,"purchase_order":"PO-78")"), "already-ordered");
  EXPECT_EQ(
      floor.take(kind("purchase.ordered") +
                 R"(,"purchase_order":"PO-90","vendor":"nordtek","item":"paint","quantity":5,"expected":"2026-12-02")"),
      "");
  EXPECT_EQ(floor.take(kind("purchase.confirmed") + R"(,"purchase_order":"PO-90","expected":"2026-12-03")"), "");
  EXPECT_EQ(floor.take(kind("purchase.confirmed") + R"(,"purchase_order":"PO-90","expected":"2026-12-05")"), "");
  EXPECT_EQ(floor.take(kind("purchase.moved") + R"(,"purchase_order":"PO-90","expected":"2026-12-07")"), "");
  EXPECT_EQ(floor.rows("purchase_orders.csv", "requested,first_confirmed,current", "PO-90"),
            "2026-12-02,2026-12-03,2026-12-07");
  EXPECT_EQ(floor.take(kind("purchase.cancelled") + R"(,"purchase_order":"PO-90")"), "");
  EXPECT_EQ(floor.rows("purchase_orders.csv", "id"), "PO-77;PO-78");
  EXPECT_EQ(floor.refuse(kind("purchase.ordered") + R"(,"purchase_order":"PO-91","vendor":"x","item":"motor")"),
            "missing-value missing-value unknown-vendor");
  EXPECT_TRUE(floor.buildable());
}

TEST(Purchases, ShelfLifeBeginsWithTheReceipt) {
  Floor floor;
  floor.take(kind("purchase.ordered") +
             R"(,"purchase_order":"PO-90","vendor":"nordtek","item":"paint","quantity":5,"expected":"2026-12-02")");
  floor.take(kind("purchase.received") + at("10:00") + R"(,"purchase_order":"PO-90","quantity":5)");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity,expiry", "paint"), "P-1,5,2026-12-31;PO-90,5,2026-12-24T10:00");
}

TEST(Quality, AHeldLotIsNotTakenAndItsUsersAreNamed) {
  Floor floor;
  floor.take(kind("operation.started") + R"(,"production_order":"MO-118","operation":"10","work_unit":"weld-1")");
  EXPECT_EQ(floor.take(kind("lot.held") + R"(,"item":"tube","lot":"L-2210","quantity":4,"reason":"cracks")"),
            "lot-is-used");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity,held,hold_reason", "tube"),
            "L-2210,4,yes,cracks;L-2100,500,yes,;L-2210,6,,");
  EXPECT_EQ(floor.take(kind("lot.released") + R"(,"item":"tube","lot":"L-2100")"), "");
  EXPECT_EQ(floor.rows("stock.csv", "held", "tube"), "yes;no;");
  EXPECT_EQ(floor.refuse(kind("lot.held") + R"(,"item":"tube","lot":"L-1")"), "unknown-lot");
}

TEST(Quality, HeldWorkWaitsForItsRelease) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("work.held") + R"(,"production_order":"MO-118","operation":"10","reason":"drawing")"), "");
  EXPECT_EQ(floor.rows("clearances.csv", "id,lamp,production_order,cleared,note"),
            "CL-1,document,,no,;HOLD-e1,quality,MO-118,no,operation 10: drawing");
  EXPECT_EQ(
      floor.take(kind("operation.started") + R"(,"production_order":"MO-118","operation":"10","work_unit":"weld-1")"),
      "held");
  EXPECT_EQ(floor.take(kind("inspection.passed") + R"(,"production_order":"MO-118")"), "");
  EXPECT_EQ(floor.rows("clearances.csv", "id"), "CL-1");
  EXPECT_EQ(floor.take(kind("inspection.failed") + R"(,"item":"motor","lot":"M-1","quantity":3)"), "");
  EXPECT_EQ(floor.rows("stock.csv", "quantity,held", "motor"), "3,yes;37,");
  EXPECT_EQ(floor.rows("inspections.csv", "production_order,lot,result,quantity"), "MO-118,,passed,;,M-1,failed,3");
  EXPECT_EQ(floor.take(kind("work.held") + R"(,"item":"frame","operation":"20")"), "");
  EXPECT_EQ(floor.take(kind("work.held") + R"(,"order":"SO-1007")"), "");
  EXPECT_EQ(floor.refuse(kind("work.held")), "hold-target");
  EXPECT_EQ(floor.refuse(kind("work.held") + R"(,"order":"SO-1","production_order":"MO-118")"), "hold-target");
  EXPECT_EQ(floor.refuse(kind("work.held") + R"(,"item":"frame","operation":"99")"), "unknown-operation");
  EXPECT_TRUE(floor.buildable());
}

TEST(Andons, SafetyStopsTheWorkUntilItIsResolved) {
  Floor floor;
  const std::string job = R"(,"production_order":"MO-118","operation":"10","work_unit":"weld-1")";
  floor.take(kind("operation.started") + at("07:00") + job);
  EXPECT_EQ(floor.take(kind("andon.raised") + at("08:00") + job + R"(,"topic":"safety","note":"guard is off")"), "");
  EXPECT_EQ(floor.rows("clearances.csv", "id,production_order"), "CL-1,;STOP-e2,MO-118");
  EXPECT_EQ(floor.rows("closures.csv", "work_unit,from"), "weld-1,2026-11-24T08:00");
  EXPECT_EQ(floor.rows("actuals.csv", "paused_since"), "2026-11-24T08:00");
  EXPECT_TRUE(floor.buildable());
  floor.take(kind("andon.working") + at("08:05") + R"(,"andon":"e2")");
  floor.take(R"("kind":"andon.resolved","person":"p11")" + at("08:30") + R"(,"andon":"e2")");
  EXPECT_EQ(floor.rows("andons.csv", "topic,raised,acknowledged,acknowledged_by,working,resolved,resolved_by"),
            "safety,2026-11-24T08:00,2026-11-24T08:05,p07,2026-11-24T08:05,2026-11-24T08:30,p11");
  EXPECT_EQ(floor.rows("clearances.csv", "id"), "CL-1");
  EXPECT_EQ(floor.rows("closures.csv", "until"), "2026-11-24T08:30");
  EXPECT_EQ(floor.refuse(kind("andon.resolved") + R"(,"andon":"e9")"), "unknown-andon");
  EXPECT_EQ(floor.take(kind("andon.raised") + job + R"(,"topic":"material")"), "");
  EXPECT_EQ(floor.rows("clearances.csv", "id"), "CL-1");
}

TEST(Orders, AreNewChangedShippedAndCancelled) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("order.new") +
                       R"(,"order":"SO-9","customer":"dealer-1","item":"frame","quantity":4,"requested":"2026-12-20")"),
            "");
  EXPECT_EQ(floor.take(kind("order.changed") + R"(,"order":"SO-9","quantity":6,"promised":"2026-12-22")"), "");
  EXPECT_EQ(floor.rows("orders.csv", "item,quantity,requested,promised,status", "SO-9"),
            "frame,6,2026-12-20,2026-12-22,firm");
  EXPECT_EQ(floor.take(kind("order.shipped") + R"(,"order":"SO-1007","quantity":2)"), "");
  EXPECT_EQ(floor.rows("orders.csv", "quantity,status", "SO-1007"), "10,");
  EXPECT_EQ(floor.rows("stock.csv", "quantity", "frame"), "1");
  EXPECT_EQ(floor.take(kind("order.shipped") + R"(,"order":"SO-1007")"), "short");
  EXPECT_EQ(floor.rows("orders.csv", "quantity,status", "SO-1007"), "0,closed");
  EXPECT_EQ(floor.rows("stock.csv", "quantity", "frame"), "0");
  EXPECT_EQ(floor.rows("shipments.csv", "order,quantity,complete,requested"),
            "SO-1007,2,,2026-12-11;SO-1007,10,yes,2026-12-11");
  EXPECT_EQ(floor.take(kind("order.cancelled") + R"(,"order":"SO-9")"), "");
  EXPECT_EQ(floor.take(kind("order.changed") + R"(,"order":"SO-9","quantity":3)"), "order-is-closed");
  EXPECT_EQ(floor.refuse(kind("order.new") + R"(,"order":"SO-9","item":"x","quantity":0,"requested":"2026-12-20")"),
            "unknown-item duplicate-order not-positive");
  EXPECT_EQ(floor.refuse(kind("order.new") + R"(,"order":"SO-10","item":"bike","quantity":1,"requested":"2126-12-20")"),
            "too-far");
  EXPECT_TRUE(floor.buildable());
}

TEST(Orders, MoreThanCanBePlannedIsRefused) {
  Floor floor;
  const std::string bikes = kind("order.new") + R"(,"item":"bike","requested":"2026-12-20")";
  EXPECT_EQ(floor.take(bikes + R"(,"order":"SO-9","quantity":5000)"), "");
  EXPECT_EQ(floor.refuse(bikes + R"(,"order":"SO-10","quantity":5000000)"), "absurd-lots");
}

TEST(Money, IsBookedOnTheBudgetOfTheDay) {
  Floor floor;
  EXPECT_EQ(floor.take(kind("spend.posted") + R"(,"account":"overtime","amount":"120.50","committed":"40")"), "");
  EXPECT_EQ(floor.rows("budgets.csv", "spent,committed"), "1020.5,60");
  EXPECT_EQ(floor.take(kind("spend.posted") + R"(,"account":"overtime","amount":"-2000")"), "below-zero");
  EXPECT_EQ(floor.rows("budgets.csv", "spent,committed"), "0,60");
  EXPECT_EQ(floor.refuse(kind("spend.posted") + R"(,"account":"overtime","amount":"1","from":"2027-01-01")"),
            "no-budget");
}

TEST(Stock, IsWhatWasCounted) {
  Floor floor;
  floor.take(kind("stock.counted") + R"(,"item":"tube","lot":"L-2210","quantity":"58.5")");
  EXPECT_EQ(floor.rows("stock.csv", "quantity", "tube"), "58.5;30;500");
  floor.take(kind("stock.counted") + R"(,"item":"motor","quantity":0)");
  EXPECT_EQ(floor.rows("stock.csv", "quantity", "motor"), "0");
  floor.take(kind("stock.counted") + R"(,"item":"motor","lot":"=M-2","quantity":7)");
  EXPECT_EQ(floor.rows("stock.csv", "lot,quantity", "motor"), "M-1,0;'=M-2,7");
  EXPECT_TRUE(floor.buildable());
}

TEST(Conflicts, ArePersonsToSettle) {
  Floor floor;
  floor.take(kind("unit.up") + R"(,"work_unit":"weld-1")");
  EXPECT_EQ(floor.take(kind("conflict.settled") + at("12:00") + R"(,"conflict":"e1","decision":"wrong button")"), "");
  EXPECT_EQ(floor.rows("conflicts.csv", "id,code,kind,work_unit,settled,settled_by,decision"),
            "e1,was-not-down,unit.up,weld-1,2026-11-24T12:00,p07,wrong button");
  EXPECT_EQ(floor.refuse(kind("conflict.settled") + R"(,"conflict":"x","decision":"y")"), "unknown-conflict");
}

TEST(Pins, ThatHavePassedAreToldOf) {
  PlantTables tables = floor_plant();
  const RowEdit pin{.change = RowChange::add,
                    .table = "progress.csv",
                    .cells = {{"production_order", "MO-120"},
                              {"operation", "10"},
                              {"status", "pinned"},
                              {"work_unit", "weld-2"},
                              {"start", "2026-11-24T06:30"}}};
  ASSERT_TRUE(tables.apply({&pin, 1}).ok());
  Floor floor(tables);
  EXPECT_EQ(floor.take(kind("operation.started") + at("07:00") +
                       R"(,"production_order":"MO-118","operation":"10","work_unit":"weld-1")"),
            "pin-has-passed");
  EXPECT_EQ(floor.rows("progress.csv", "status,work_unit,start", "MO-120"), "waiting,,");
  EXPECT_TRUE(floor.buildable());
}

}  // namespace
}  // namespace kilter::service
