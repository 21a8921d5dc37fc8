// What the checker must not refuse: plans that are legal, though the planner would have made them otherwise.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "check/facts/facts.hpp"
#include "check/verify.hpp"
#include "coordinate/make_plan.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

using check::Intervals;
using model::PersonId;
using time::Tick;

plan::Plan plan_of(const model::Plant& plant) {
  coordinate::PlanOptions options;
  options.seconds = 0;
  coordinate::Outcome outcome = coordinate::make_plan(plant, options);
  EXPECT_TRUE(outcome.violations.empty());
  return std::move(outcome.plan);
}

bool named(const model::Plant& plant, const plan::Plan& plan, const std::string& rule) {
  const std::vector<check::Violation> violations = check::verify(plant, plan);
  return std::any_of(violations.begin(), violations.end(), [&](const check::Violation& v) { return v.rule == rule; });
}

// The work of a person in one assignment, interval by interval.
Intervals worked(const model::Plant& plant, const plan::Plan& plan, const plan::Assignment& assignment) {
  const check::Facts facts(plant, plan);
  return facts.effective(assignment.placement, std::max<Tick>(0, assignment.start), assignment.end);
}

// Replaces the certificate behind an assignment by two, the second one from the end of the gap on.
model::Plant with_gap(const model::Plant& plant, const plan::Assignment& assignment, time::Interval gap) {
  model::Plant renewed = plant;
  auto& skills = renewed.people[PersonId(assignment.index)].skills;
  std::erase_if(skills, [&](const model::PersonSkill& held) { return held.skill == assignment.skill; });
  skills.push_back({.skill = assignment.skill, .level = 9, .from = {}, .until = renewed.frame.instant(gap.open)});
  skills.push_back({.skill = assignment.skill, .level = 9, .from = renewed.frame.instant(gap.close), .until = {}});
  return renewed;
}

TEST(LegalPlans, ACertificateMayBeRenewedWhileNobodyWorks) {
  int tried = 0;
  for (std::uint64_t seed = 0; seed < 20 && tried < 12; ++seed) {
    const model::Plant plant = support::random_plant(seed, 2);
    const plan::Plan plan = plan_of(plant);
    for (const plan::Assignment& assignment : plan.assignments) {
      if (assignment.kind != plan::AssigneeKind::person || tried == 12) continue;
      const Intervals work = worked(plant, plan, assignment);
      if (work.size() < 2) continue;
      ++tried;
      const time::Interval pause{.open = work[0].close, .close = work[1].open};
      EXPECT_FALSE(named(with_gap(plant, assignment, pause), plan, "certificate")) << seed;
      const time::Interval inside{.open = work[0].close - 1, .close = work[1].open};
      EXPECT_TRUE(named(with_gap(plant, assignment, inside), plan, "certificate")) << seed;
    }
  }
  EXPECT_GT(tried, 3);
}

// Seconds that each person works in each local day, counted second by second of the plan's open time.
std::map<std::uint32_t, std::map<std::size_t, std::int64_t>> daily_work(const model::Plant& plant,
                                                                        const plan::Plan& plan) {
  std::map<std::uint32_t, std::map<std::size_t, std::int64_t>> days;
  for (const plan::Assignment& assignment : plan.assignments) {
    if (assignment.kind != plan::AssigneeKind::person) continue;
    for (const time::Interval& part : worked(plant, plan, assignment)) {
      for (Tick at = part.open; at < part.close; ++at) ++days[assignment.index][plant.days.day_of(at)];
    }
  }
  return days;
}

// Whoever may work as long as the plan wants may do so in any hours of the shift, not only in the first ones.
TEST(LegalPlans, HourLimitsCountWorkAndNotShifts) {
  int tried = 0;
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const model::Plant plant = support::random_plant(seed, 1);
    const plan::Plan plan = plan_of(plant);
    for (const auto& [person, days] : daily_work(plant, plan)) {
      std::int64_t most = 0;
      for (const auto& [day, seconds] : days) most = std::max(most, seconds);
      if (most < 2 || plant.people[PersonId(person)].hours_per_day || plant.people[PersonId(person)].hours_per_week)
        continue;
      model::Plant limited = plant;
      limited.people[PersonId(person)].hours_per_day = time::Duration(most);
      EXPECT_FALSE(named(limited, plan, "person-off-shift")) << seed;
      EXPECT_FALSE(named(limited, plan, "hours-per-day")) << seed;
      EXPECT_FALSE(named(limited, plan, "working-time")) << seed;
      limited.people[PersonId(person)].hours_per_day = time::Duration(most - 1);
      EXPECT_TRUE(named(limited, plan, "hours-per-day")) << seed;
      ++tried;
    }
  }
  EXPECT_GT(tried, 3);
}

}  // namespace
}  // namespace kilter::properties
