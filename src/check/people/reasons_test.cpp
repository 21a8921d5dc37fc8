// The reason why somebody was chosen is judged: Ana saws, and in some tests Ben could, for half the wage.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/rules.hpp"
#include "check/testing/small_plan.hpp"

namespace kilter::check {
namespace {

using plan::AssignmentReason;

class ReasonsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    small_.draft.people[0].wage_per_hour = base::HourlyRate::micros(20'000'000);
    small_.draft.people[1].wage_per_hour = base::HourlyRate::micros(10'000'000);
    small_.rebuild();
  }
  void teach_ben() {
    small_.draft.person_skills.push_back({.person = "ben", .skill = "sawyer"});
    small_.rebuild();
  }
  // Ben makes the tables of B while Ana makes those of A.
  void ben_is_busy() {
    plan::Placement& placement = small_.plan.placements[plan::PlacementId(1)];
    plan::Assignment& assignment = small_.plan.assignments[plan::AssignmentId(1)];
    placement.start = assignment.start = 0;
    placement.end = assignment.end = 2 * kHour;
    assignment.index = 1;
    say(1, AssignmentReason::cheapest);
  }
  void say(std::uint32_t assignment, AssignmentReason reason) {
    small_.plan.assignments[plan::AssignmentId(assignment)].reason = reason;
  }
  // How many reasons are not believed when Ana's at A is `reason`.
  std::size_t untrue(AssignmentReason reason) {
    say(0, reason);
    Report report;
    check_reasons(Facts(small_.plant, small_.plan), report);
    std::size_t count = 0;
    for (const Violation& violation : std::move(report).take())
      count += violation.rule == "assignment-reason" ? 1U : 0U;
    return count;
  }

  SmallPlan small_;
};

TEST_F(ReasonsTest, WhoAloneHasTheSkillIsTheOnlyOne) {
  EXPECT_EQ(untrue(AssignmentReason::only_one), 0U);
  EXPECT_EQ(untrue(AssignmentReason::cheapest), 0U);
  EXPECT_EQ(untrue(AssignmentReason::free_then), 1U);
  EXPECT_EQ(untrue(AssignmentReason::already_started), 1U);
}

TEST_F(ReasonsTest, WhereSomebodyCheaperIsFreeNoReasonIsTrue) {
  teach_ben();
  say(1, AssignmentReason::only_one);  // not true either: Ben could
  EXPECT_EQ(untrue(AssignmentReason::only_one), 2U);
  EXPECT_EQ(untrue(AssignmentReason::cheapest), 2U);
  EXPECT_EQ(untrue(AssignmentReason::free_then), 2U);
}

TEST_F(ReasonsTest, WhereTheCheaperOneIsBusyThatIsTheReason) {
  teach_ben();
  ben_is_busy();
  EXPECT_EQ(untrue(AssignmentReason::free_then), 0U);
  EXPECT_EQ(untrue(AssignmentReason::cheapest), 1U);
  say(1, AssignmentReason::free_then);  // nobody is cheaper than Ben
  EXPECT_EQ(untrue(AssignmentReason::free_then), 1U);
}

TEST_F(ReasonsTest, WhereTheCheaperOneIsAwayThatIsTheReason) {
  teach_ben();
  small_.plan.assignments[plan::AssignmentId(1)].reason = AssignmentReason::free_then;
  model::Person& ben = small_.plant.people[model::PersonId(1)];
  EXPECT_EQ(untrue(AssignmentReason::free_then), 2U);
  ben.absences.push_back({.from = SmallPlan::at(kHour), .until = SmallPlan::at(3 * kHour)});
  EXPECT_EQ(untrue(AssignmentReason::free_then), 0U);
}

// Ana's tables of A as work that the plant tells of, with these people.
class NamedPeople : public ReasonsTest {
 protected:
  void name_for(const char* people, model::WorkStatus status) {
    small_.draft.production_orders.push_back(
        {.id = "MO-1", .item = "table", .quantity = base::Quantity::units(2), .due = SmallPlan::at(kDay)});
    small_.draft.progress.push_back({.production_order = "MO-1",
                                     .operation = "10",
                                     .status = status,
                                     .work_unit = small_.draft.work_units[0].id,
                                     .start = SmallPlan::at(status == model::WorkStatus::started ? -kHour : 0),
                                     .people = people});
    small_.rebuild();
    small_.plan.production_orders[plan::ProductionOrderId(0)].open = model::OpenProductionOrderId(0);
    small_.plan.placements[plan::PlacementId(0)].status = status;
  }
  std::size_t passed_over() {
    Report report;
    check_reasons(Facts(small_.plant, small_.plan), report);
    std::size_t count = 0;
    for (const Violation& violation : std::move(report).take()) count += violation.rule == "named-person" ? 1U : 0U;
    return count;
  }
};

TEST_F(NamedPeople, WorkThatHasBegunGoesOnWithWhomItBegan) {
  name_for("ana", model::WorkStatus::started);
  EXPECT_EQ(untrue(AssignmentReason::already_started), 0U);
  EXPECT_EQ(passed_over(), 0U);
}

TEST_F(NamedPeople, NobodyIsSaidToBeAtWorkWhoIsNotNamedForIt) {
  name_for("ben", model::WorkStatus::started);  // Ben cannot saw
  EXPECT_EQ(untrue(AssignmentReason::already_started), 1U);
  EXPECT_EQ(untrue(AssignmentReason::only_one), 0U);
  EXPECT_EQ(passed_over(), 0U);
}

TEST_F(NamedPeople, PinnedWorkIsDoneByWhomThePinNames) {
  teach_ben();
  name_for("ben", model::WorkStatus::pinned);
  EXPECT_EQ(passed_over(), 1U);
  small_.plan.assignments[plan::AssignmentId(0)].index = 1;
  EXPECT_EQ(passed_over(), 0U);
}

}  // namespace
}  // namespace kilter::check
