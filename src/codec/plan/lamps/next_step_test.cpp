#include "codec/plan/lamps/next_step.hpp"

#include <gtest/gtest.h>

namespace kilter::codec {
namespace {

using kilter::plan::LampCause;
using kilter::plan::LampReading;
using kilter::plan::LampState;
using kilter::plan::Tick;

constexpr Tick kDay = 86'400;

// Monday 23 November 2026; one thing of every kind that a lamp can wait for.
class NextSteps : public ::testing::Test {
 protected:
  NextSteps() {
    plant_.policy.origin = time::Instant(std::chrono::seconds(1'795'392'000));
    plant_.frame = time::Frame(plant_.policy.origin);
    const auto item = plant_.items.push_back({.id = "M-250"});
    const auto vendor = plant_.vendors.push_back({.id = "HELIO"});
    const auto offer = plant_.offers.push_back({.vendor = vendor, .item = item});
    plant_.stock.push_back({.item = item, .lot = "FT-1118", .held = true, .hold_reason = "crack"});
    plant_.stock.push_back({.item = item, .held = true});
    plant_.purchase_orders.push_back(
        {.id = "PO-7701", .vendor = vendor, .item = item, .current = plant_.frame.instant(11 * kDay)});
    plant_.people.push_back({.id = "ANNA"});
    plant_.work_units.push_back({.id = "SAW-1"});
    const auto account = plant_.accounts.push_back({.id = "MATERIAL"});
    plant_.budgets.push_back({.account = account});
    plant_.clearances.push_back({.id = "CL-1", .owner = "Sales, R. Kern", .note = "colour sample"});
    plant_.clearances.push_back({.id = "CL-2"});
    const auto quantity = base::Quantity::from_raw(11'000'000);
    plan_.purchases.push_back({.item = item, .offer = offer, .quantity = quantity, .order_at = 8 * 3600});
    plan_.production_orders.push_back({.item = item, .quantity = quantity});
    const auto operation = plant_.operations.push_back({.item = item, .id = "10"});
    plan_.placements.push_back({.order = kilter::plan::ProductionOrderId(0), .operation = operation});
  }

  NextStep on(LampCause cause, std::uint32_t index = 0) const {
    const PlanView view(plant_, plan_);
    return next_step(view, {.state = LampState::on_date, .cause = cause, .index = index, .at = kDay});
  }
  void expect(LampCause cause, const std::string& owner, const std::string& text, std::uint32_t index = 0) const {
    const NextStep step = on(cause, index);
    EXPECT_EQ(step.owner, owner);
    EXPECT_EQ(step.text, text);
  }

  model::Plant plant_;
  kilter::plan::Plan plan_;
};

TEST_F(NextSteps, NameTheThingAndWhoSeesToIt) {
  expect(LampCause::purchase, "buyer", "Order 11 M-250 from HELIO by Mon 23 Nov 08:00 (B-1)");
  expect(LampCause::open_purchase, "buyer", "Chase PO-7701 at HELIO, expected Thu 3 Dec");
  expect(LampCause::production, "supervisor", "Finish P-1 (11 M-250) by Tue 24 Nov 00:00");
  expect(LampCause::held_lot, "quality", "Release or replace lot FT-1118 of M-250: crack");
  expect(LampCause::held_lot, "quality", "Release or replace stock S-2 of M-250", 1);
  expect(LampCause::person, "supervisor", "Find a stand-in for ANNA, away until Tue 24 Nov 00:00");
  expect(LampCause::unit, "supervisor", "Bring SAW-1 back by Tue 24 Nov 00:00");
  expect(LampCause::inspection, "quality", "Inspect P-1/10 by Tue 24 Nov 00:00");
  expect(LampCause::budget, "finance", "Decide by Tue 24 Nov 00:00 on going over the soft cap of MATERIAL (G-1)");
  expect(LampCause::clearance, "Sales, R. Kern", "Get CL-1 by Tue 24 Nov 00:00: colour sample");
  expect(LampCause::clearance, "planner", "Get CL-2 by Tue 24 Nov 00:00", 1);
}

TEST_F(NextSteps, ABlockedClearanceHasNoDate) {
  const PlanView view(plant_, plan_);
  const LampReading lamp{.state = LampState::blocked, .cause = LampCause::clearance, .at = time::kNever};
  EXPECT_EQ(next_step(view, lamp).text, "Get CL-1: colour sample");
}

TEST_F(NextSteps, NothingToDoForWhatIsReadyOrUnknown) {
  const PlanView view(plant_, plan_);
  EXPECT_EQ(next_step(view, {.cause = LampCause::purchase}).text, "");
  EXPECT_EQ(on(LampCause::purchase, 7).text, "");
  EXPECT_EQ(on(LampCause::none).owner, "");
}

}  // namespace
}  // namespace kilter::codec
