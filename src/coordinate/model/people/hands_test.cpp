// Work goes to those who cost less where they are free at that time, and the reason told is the true one.
#include "coordinate/model/people/hands.hpp"

#include <gtest/gtest.h>

#include <array>
#include <utility>

#include "coordinate/proposal.hpp"
#include "coordinate/workshop.hpp"

namespace kilter::coordinate {
namespace {

using plan::AssignmentReason;
using schedule::Index;

// Two saws; Ana, at 10 an hour, and Ben, at 100, saw. Two orders of four hours each.
class HandsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    workshop_.draft.work_units.push_back({.id = "second saw", .work_centre = "sawing"});
    workshop_.draft.skills.push_back({.id = "sawyer"});
    workshop_.draft.operations[0].skill = "sawyer";
    for (const auto& [id, wage] : {std::pair{"ana", 10}, std::pair{"ben", 100}}) {
      workshop_.draft.people.push_back(
          {.id = id, .wage_per_hour = base::HourlyRate::micros(std::int64_t{wage} * 1'000'000)});
      workshop_.draft.person_skills.push_back({.person = id, .skill = "sawyer"});
    }
    workshop_.stock("board", 100);
    workshop_.order("A", 4, 24 * kHour);
    workshop_.order("B", 4, 24 * kHour);
  }

  // Both orders as they are proposed, but done by Ben, and begun at these hours.
  void plan_at(time::Tick first, time::Tick second) {
    plant_ = workshop_.build();
    proposal_ = propose(plant_, {.ranks = {0, 1}}, Effort::one_policy);
    ASSERT_EQ(proposal_.solution.score.unplaced, 0);
    const std::array starts{first, second};
    for (Index operation = 0; operation < 2; ++operation) {
      proposal_.solution.start[operation] = starts[operation];
      proposal_.solution.end[operation] = starts[operation] + 4 * kHour;
      proposal_.solution.lane[operation] = operation;
      proposal_.solution.slot_lane[operation] = lane_of(kBen);
    }
  }
  [[nodiscard]] Index lane_of(std::uint32_t person) const {
    for (Index lane = 0; lane < proposal_.model.owners.size(); ++lane) {
      const LaneOwner& owner = proposal_.model.owners[lane];
      if (owner.kind == LaneKind::person && owner.index == person) return lane;
    }
    return schedule::kNone;
  }
  [[nodiscard]] Hands hands() const { return {plant_, proposal_.plan, proposal_.model, proposal_.solution}; }

  static constexpr std::uint32_t kAna = 0;
  static constexpr std::uint32_t kBen = 1;
  Workshop workshop_;
  model::Plant plant_;
  Proposal proposal_;
};

TEST_F(HandsTest, TheCheapOneDoesWhatHeIsFreeFor) {
  plan_at(0, 4 * kHour);
  Hands found = hands();
  for (const Index slot : {Index{0}, Index{1}}) {
    EXPECT_EQ(found.lane(slot), lane_of(kAna));
    EXPECT_EQ(found.reason(slot, slot), AssignmentReason::cheapest);
  }
}

TEST_F(HandsTest, TheDearOneStandsInOnlyWhileTheCheapOneIsBusy) {
  plan_at(0, 2 * kHour);
  proposal_.solution.slot_lane[0] = lane_of(kAna);
  Hands found = hands();
  EXPECT_EQ(found.lane(1), lane_of(kBen));
  EXPECT_EQ(found.reason(0, 0), AssignmentReason::cheapest);
  EXPECT_EQ(found.reason(1, 1), AssignmentReason::free_then);
}

TEST_F(HandsTest, NoTimeChangesForACheaperPerson) {
  workshop_.draft.calendars.push_back({.id = "late"});
  workshop_.draft.calendar_shifts.push_back(
      {.calendar = "late", .days = model::kDaily, .start = 2 * kHour, .end = 24 * kHour});
  workshop_.draft.people[kAna].calendar = "late";
  plan_at(0, 6 * kHour);
  Hands found = hands();
  EXPECT_EQ(found.lane(0), lane_of(kBen)) << "Ana comes when half of it is done";
  EXPECT_EQ(found.reason(0, 0), AssignmentReason::free_then);
  EXPECT_EQ(found.lane(1), lane_of(kAna));
}

TEST_F(HandsTest, WhereOnlyOneCanItIsSaid) {
  workshop_.draft.person_skills.pop_back();
  plan_at(0, 4 * kHour);
  proposal_.solution.slot_lane = {lane_of(kAna), lane_of(kAna)};
  Hands found = hands();
  EXPECT_EQ(found.reason(0, 0), AssignmentReason::only_one);
}

// Work has begun, but the plant does not say with whom: nobody is said to be at it already.
TEST_F(HandsTest, OnlyWhoIsNamedIsAlreadyAtWork) {
  plan_at(0, 4 * kHour);
  proposal_.model.problem.fixed[0] = schedule::Fixed::running;
  Hands unnamed = hands();
  EXPECT_EQ(unnamed.lane(0), lane_of(kAna));
  EXPECT_EQ(unnamed.reason(0, 0), AssignmentReason::cheapest);
  proposal_.model.problem.fixed_slot_lane[0] = lane_of(kBen);
  Hands named = hands();
  EXPECT_EQ(named.lane(0), lane_of(kBen));
  EXPECT_EQ(named.reason(0, 0), AssignmentReason::already_started);
}

}  // namespace
}  // namespace kilter::coordinate
