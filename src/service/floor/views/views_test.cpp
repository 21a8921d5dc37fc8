// Calls with their clocks, states of orders, conflicts, traces.
#include <gtest/gtest.h>

#include "codec/text/values/civil_time.hpp"
#include "service/floor/testing/floor_plant.hpp"
#include "service/floor/views/andon_board.hpp"
#include "service/floor/views/trace.hpp"
#include "service/floor/views/work_state.hpp"

namespace kilter::service {
namespace {

const time::Zone& berlin() {
  static const time::Zone kBerlin = time::Zone::named("Europe/Berlin").value();
  return kBerlin;
}

Received at(std::string_view text) {
  return {
      .at = codec::text::parse_instant("2026-11-24T" + std::string(text), berlin(), codec::text::DateOnly::start_of_day)
                .value,
      .zone = berlin()};
}

TEST(AndonBoard, ClimbsTheLadderByTheMinute) {
  Floor floor;
  floor.take(R"("kind":"andon.raised","at":"2026-11-24T08:00","topic":"machine","work_unit":"weld-1")");
  const auto role = [&](std::string_view now) { return open_calls(floor.tables(), at(now)).front().role; };
  EXPECT_EQ(role("08:00"), "maintenance");
  EXPECT_EQ(role("08:09"), "maintenance");
  EXPECT_EQ(role("08:10"), "supervisor");
  EXPECT_EQ(role("08:20"), "production manager");
  EXPECT_EQ(role("09:30"), "plant manager");
  const auto calls = open_calls(floor.tables(), at("08:12"));
  EXPECT_EQ(calls.front().open, time::Duration(12 * 60));
  EXPECT_EQ(next_escalation(calls), at("08:20").at);
  EXPECT_EQ(next_escalation(open_calls(floor.tables(), at("09:30"))), std::nullopt);
  floor.take(R"("kind":"andon.acknowledged","at":"2026-11-24T08:15","person":"p11","andon":"e1")");
  EXPECT_EQ(role("08:44"), "maintenance");
  EXPECT_EQ(role("08:45"), "supervisor");
  floor.take(R"("kind":"andon.resolved","at":"2026-11-24T09:00","andon":"e1")");
  EXPECT_TRUE(open_calls(floor.tables(), at("09:30")).empty());
}

TEST(AndonBoard, WhatStopsWorkComesFirst) {
  Floor floor;
  floor.take(R"("kind":"andon.raised","at":"2026-11-24T08:00","topic":"material","note":"no =tubes")");
  floor.take(R"("kind":"andon.raised","at":"2026-11-24T09:00","topic":"safety","work_unit":"weld-1")");
  const auto calls = open_calls(floor.tables(), at("09:05"));
  ASSERT_EQ(calls.size(), 2U);
  EXPECT_EQ(calls[0].topic, "safety");
  EXPECT_EQ(calls_csv(calls, berlin()).substr(0, 108),
            "id,topic,work_unit,production_order,operation,note,stops,raised,acknowledged,acknowledged_by,role\n"
            "e2,safety,");
  EXPECT_EQ(calls_json(calls, berlin()).substr(0, 58), R"({"calls":[{"id":"e2","topic":"safety","work_unit":"weld-1")");
}

TEST(WorkState, TellsEveryOperation) {
  Floor floor;
  const std::string job = R"("production_order":"MO-118","operation":"10")";
  floor.take(R"("kind":"operation.started","person":"p07","at":"2026-11-24T07:00","work_unit":"weld-1",)" + job);
  floor.take(R"("kind":"quantity.scrap","at":"2026-11-24T08:00","quantity":2,)" + job);
  floor.take(R"("kind":"operation.paused","at":"2026-11-24T08:00",)" + job);
  const auto order = order_view(floor.tables(), at("09:00"), "MO-118");
  ASSERT_TRUE(order.has_value());
  EXPECT_EQ(order->status, "released");
  EXPECT_EQ(order->quantity, base::Quantity::units(18));
  ASSERT_EQ(order->steps.size(), 3U);
  EXPECT_EQ(order->steps[0].state, StepState::paused);
  EXPECT_EQ(order->steps[0].scrap, base::Quantity::units(2));
  EXPECT_EQ(order->steps[1].state, StepState::waiting);
  EXPECT_EQ(order_views(floor.tables(), at("09:00")).size(), 5U);
  EXPECT_FALSE(order_view(floor.tables(), at("09:00"), "MO-1").has_value());
  const std::string csv = orders_csv({&*order, 1}, berlin());
  EXPECT_EQ(csv.substr(csv.find('\n'), 86),
            "\nMO-118,frame,released,10,10,paused,weld-1,p07,2026-11-24T07:00:00+01:00,,0s,20,0,2,0\n");
}

TEST(WorkState, RemembersWhatWasMade) {
  Floor floor;
  floor.take(R"("kind":"production.finished","production_order":"MO-118","good":18)");
  const auto order = order_view(floor.tables(), at("09:00"), "MO-118");
  ASSERT_TRUE(order.has_value());
  EXPECT_EQ(order->status, "made");
  EXPECT_EQ(order->steps.back().good, base::Quantity::units(18));
  EXPECT_EQ(order->steps.back().state, StepState::done);
}

TEST(WorkState, ListsConflictsTheLatestFirst) {
  Floor floor;
  floor.take(R"("kind":"unit.up","work_unit":"weld-1")");
  floor.take(R"("kind":"unit.up","work_unit":"weld-2")");
  floor.take(R"("kind":"conflict.settled","conflict":"e1","decision":"mistake")");
  floor.take(R"("kind":"person.returned","who":"p07")");
  const auto conflicts = open_conflicts(floor.tables());
  ASSERT_EQ(conflicts.size(), 2U);
  EXPECT_EQ(conflicts[0].code, "was-not-absent");
  EXPECT_EQ(conflicts[1].work_unit, "weld-2");
  EXPECT_EQ(conflicts_json(conflicts).substr(0, 50), R"({"conflicts":[{"id":"e4","code":"was-not-absent",")");
}

TEST(Trace, GoesBothWaysThroughEveryLevel) {
  Floor floor;
  floor.take(R"("kind":"production.finished","production_order":"MO-118","good":20)");
  floor.take(R"("kind":"stock.counted","item":"frame","lot":"F-0","quantity":0)");
  floor.take(R"("kind":"production.finished","production_order":"MO-119","good":2)");
  EXPECT_EQ(trace_csv(trace(floor.tables(), Trace::made_of_it, "tube", "L-2209")),
            "depth,item,lot,production_order,made,quantity\n"
            "0,tube,L-2209,MO-118,frame,30\n"
            "1,frame,MO-118,MO-119,bike,2\n");
  EXPECT_EQ(trace_csv(trace(floor.tables(), Trace::went_into_it, "bike", "MO-119")),
            "depth,item,lot,production_order,made,quantity\n"
            "0,frame,MO-118,MO-119,bike,2\n"
            "1,tube,L-2209,MO-118,frame,30\n"
            "1,tube,L-2210,MO-118,frame,50\n"
            "1,paint,P-1,MO-118,frame,2.5\n"
            "0,motor,M-1,MO-119,bike,2\n");
  EXPECT_TRUE(trace(floor.tables(), Trace::made_of_it, "tube", "nobody").empty());
  EXPECT_EQ(trace_json({}), R"({"uses":[]})");
}

}  // namespace
}  // namespace kilter::service
