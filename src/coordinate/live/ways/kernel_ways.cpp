#include "coordinate/live/ways/kernel_ways.hpp"

#include <algorithm>
#include <utility>

#include "coordinate/live/ways/extra_hours.hpp"

namespace kilter::coordinate {
namespace {

using time::Tick;

constexpr Tick kDay = 86'400;

}  // namespace

RepairWay way_of(const schedule::Repair& repair) {
  if (repair.name == "right shift") return RepairWay::right_shift;
  if (repair.name == "sticky dispatch") return RepairWay::keep_places;
  if (repair.name == "least change") return RepairWay::least_change;
  return repair.name == "window search" ? RepairWay::search_around : RepairWay::plan_anew;
}

bool is_first(const std::vector<schedule::Repair>& ways, const schedule::Repair& way) {
  return std::none_of(ways.data(), &way, [&](const schedule::Repair& other) {
    return other.schedule.start == way.schedule.start && other.schedule.lane == way.schedule.lane &&
           other.schedule.slot_lane == way.schedule.slot_lane;
  });
}

std::vector<schedule::Repair> KernelWays::tried(const schedule::Disrupted& damage, double share) const {
  schedule::RepairOptions options;
  options.seconds = limits_.seconds * share;
  options.steps = limits_.steps;
  options.seed = limits_.seed;
  options.threads = limits_.threads;
  options.tries = limits_.tries;
  options.search = limits_.search;
  options.cancel = limits_.cancel;
  options.tolerance = limits_.tolerance;
  const auto zones = static_cast<Tick>((now_.policy.frozen + now_.policy.slushy).count());
  options.near = zones > 0 ? zones : kDay;
  return schedule::try_repairs(damage.problem, damage.published, options);
}

RepairPlan KernelWays::described(const Situation& today, RepairWay how, plan::Plan plan,
                                 const plan::Objective& nothing_done) const {
  RepairPlan way;
  way.way = how;
  way.changes = differences(published_, today.counterparts, today.work, now_, plan, limits_.tolerance);
  way.money = money_difference(plan.objective, nothing_done);
  way.plan = std::move(plan);
  return way;
}

Candidate KernelWays::overtime(const Situation& opened, const std::vector<plan::OvertimeWindow>& extra,
                               const schedule::Solution& solution, const plan::Objective& nothing_done) const {
  RepairPlan open = described(opened, RepairWay::overtime, costed(now_, opened, solution), nothing_done);
  open.overtime = extra;
  const std::vector<plan::OvertimeWindow> used = worked_hours(now_, open.plan, extra);
  if (used == extra) return {.way = std::move(open), .instead = {}};
  Situation closed = opened;  // the model keeps its hours: what is closed now, nobody works in
  std::erase_if(closed.today.plan.overtime, [&](const plan::OvertimeWindow& window) {
    const bool is_extra = std::find(extra.begin(), extra.end(), window) != extra.end();
    return is_extra && std::find(used.begin(), used.end(), window) == used.end();
  });
  RepairPlan least = described(closed, RepairWay::overtime, costed(now_, closed, solution), nothing_done);
  least.overtime = used;
  return {.way = std::move(least), .instead = std::move(open)};
}

}  // namespace kilter::coordinate
