#include "coordinate/live/repairs.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "check/verify.hpp"
#include "coordinate/finish.hpp"
#include "coordinate/live/extra_hours.hpp"
#include "coordinate/live/situation.hpp"
#include "coordinate/live/told.hpp"
#include "schedule/repair/repair.hpp"
#include "schedule/search.hpp"

namespace kilter::coordinate {
namespace {

using base::Money;
using time::Tick;

constexpr Tick kDay = 86'400;
// Of the time for searching, what goes into a second problem with more overtime.
constexpr double kOvertimeShare = 0.3;

RepairWay way_of(std::string_view kernel) {
  if (kernel == "right shift") return RepairWay::right_shift;
  if (kernel == "sticky dispatch") return RepairWay::keep_places;
  if (kernel == "least change") return RepairWay::least_change;
  return kernel == "window search" ? RepairWay::search_around : RepairWay::plan_anew;
}

Money lateness_of(const plan::Plan& plan) {
  return plan.objective.parts[static_cast<std::size_t>(plan::CostKind::penalty)];
}

// What ways are compared by.
std::array<std::int64_t, 4> measures(const RepairPlan& way) {
  return {way.plan.objective.unplanned, static_cast<std::int64_t>(way.changes.broken), lateness_of(way.plan).raw(),
          way.plan.objective.total().raw()};
}

// As good in everything, and better in something or earlier in the list.
bool beats(const RepairPlan& a, const RepairPlan& b, bool earlier) {
  const auto mine = measures(a);
  const auto other = measures(b);
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (mine[i] > other[i]) return false;
  }
  return earlier || mine != other;
}

class Repairing {
 public:
  Repairing(const model::Plant& now, const Published& published, const RepairLimits& limits)
      : now_(now), published_(published), limits_(limits) {}

  Repairs run() {
    try_all(Caps::as_published);
    const auto& refused = found_.refused;
    const bool capped = std::find(refused.begin(), refused.end(), "hard-cap") != refused.end();
    if (found_.ways.empty() && capped) try_all(Caps::give_way);
    drop_beaten();
    name_merits();
    return std::move(found_);
  }

 private:
  void try_all(Caps caps) {
    const Situation today = situation(now_, published_, caps, limits_.cancel);
    const std::vector<schedule::Repair> ways = tried(today, 1.0 - kOvertimeShare);
    set_nothing_done(today, ways);
    for (const schedule::Repair& way : ways) {
      if (is_first(ways, way)) offer(today, way);
    }
    if (found_.ways.empty()) offer_first_schedule(today);
    offer_overtime(today);
  }

  [[nodiscard]] std::vector<schedule::Repair> tried(const Situation& today, double share) const {
    schedule::RepairOptions options;
    options.seconds = limits_.seconds * share;
    options.steps = limits_.steps;
    options.seed = limits_.seed;
    options.threads = limits_.threads;
    options.cancel = limits_.cancel;
    options.tolerance = limits_.tolerance;
    const auto zones = static_cast<Tick>((now_.policy.frozen + now_.policy.slushy).count());
    options.near = zones > 0 ? zones : kDay;
    return schedule::try_repairs(today.damage.problem, today.damage.published, options);
  }

  // Ways often come to the same schedule.
  static bool is_first(const std::vector<schedule::Repair>& ways, const schedule::Repair& way) {
    return std::none_of(ways.data(), &way, [&](const schedule::Repair& other) {
      return other.schedule.start == way.schedule.start && other.schedule.lane == way.schedule.lane &&
             other.schedule.slot_lane == way.schedule.slot_lane;
    });
  }

  // Right shift comes first; where it must give up something fixed, what touches least does.
  void set_nothing_done(const Situation& today, const std::vector<schedule::Repair>& ways) {
    if (ways.empty()) return;
    found_.nothing_done = costed(now_, today, ways.front().schedule).objective;
  }

  void offer(const Situation& today, const schedule::Repair& way) {
    if (way.schedule.score.unplaced > 0) return refuse("unscheduled");
    const RepairWay how = way_of(way.name);
    plan::Plan plan = costed(now_, today, way.schedule);
    if (how == RepairWay::plan_anew) keep_cheaper(shifted(today, way.schedule), plan);
    offer(today, how, std::move(plan));
  }

  // What is free to move is made as late as that costs nothing.
  [[nodiscard]] plan::Plan shifted(const Situation& today, const schedule::Solution& solution) const {
    const auto buffer = static_cast<Tick>(now_.policy.delivery_buffer.count());
    return costed(now_, today, schedule::right_shift(today.damage.problem, solution, buffer));
  }

  static void keep_cheaper(plan::Plan other, plan::Plan& plan) {
    if (other.objective.total() < plan.objective.total()) plan = std::move(other);
  }

  // Rare: nothing that regards the published schedule has a place for everything.
  void offer_first_schedule(const Situation& today) { offer(today, RepairWay::plan_anew, costed(now_, today.today)); }

  void offer_overtime(const Situation& today) {
    if (limits_.cancel != nullptr && limits_.cancel->load()) return;
    const plan::Plan* least_late = nullptr;
    for (const RepairPlan& way : found_.ways) {
      if (least_late == nullptr || lateness_of(way.plan) < lateness_of(*least_late)) least_late = &way.plan;
    }
    if (least_late == nullptr) return;
    const std::vector<plan::OvertimeWindow> extra = extra_hours(now_, *least_late);
    if (extra.empty()) return;
    std::vector<plan::OvertimeWindow> windows = today.today.plan.overtime;
    windows.insert(windows.end(), extra.begin(), extra.end());
    const Situation opened = with_overtime(now_, published_, today, windows);
    const std::vector<schedule::Repair> ways = tried(opened, kOvertimeShare);
    const auto best = std::min_element(ways.begin(), ways.end(), [](const auto& a, const auto& b) {
      return a.schedule.score.better_than(b.schedule.score);
    });
    if (best == ways.end() || best->schedule.score.unplaced > 0) return;
    offer_with(opened, extra, best->schedule);
  }

  // Windows in which nobody works are closed again, unless that changes what others may work (limits per week).
  void offer_with(const Situation& opened, const std::vector<plan::OvertimeWindow>& extra,
                  const schedule::Solution& solution) {
    const std::vector<plan::OvertimeWindow> used = worked_hours(now_, costed(now_, opened, solution), extra);
    if (used.empty()) return;
    std::vector<plan::OvertimeWindow> windows = opened.today.plan.overtime;
    std::erase_if(windows, [&](const plan::OvertimeWindow& window) {
      const bool is_extra = std::find(extra.begin(), extra.end(), window) != extra.end();
      return is_extra && std::find(used.begin(), used.end(), window) == used.end();
    });
    Situation closed = opened;
    closed.today.plan.overtime = windows;  // the model keeps its hours: what is closed now, nobody works in
    if (offer(closed, RepairWay::overtime, costed(now_, closed, solution))) {
      found_.ways.back().overtime = used;
    } else if (offer(opened, RepairWay::overtime, costed(now_, opened, solution))) {
      found_.ways.back().overtime = extra;
    }
  }

  bool offer(const Situation& today, RepairWay how, plan::Plan plan) {
    explain_plan(now_, plan);
    const std::vector<check::Violation> violations = check::verify(now_, plan);
    for (const check::Violation& violation : violations) refuse(violation.rule);
    if (!violations.empty()) return false;
    RepairPlan way;
    way.way = how;
    way.changes = differences(published_, today.counterparts, today.work, now_, plan, limits_.tolerance);
    way.money = money_difference(plan.objective, found_.nothing_done);
    way.plan = std::move(plan);
    found_.ways.push_back(std::move(way));
    return true;
  }

  void refuse(const std::string& rule) {
    if (std::find(found_.refused.begin(), found_.refused.end(), rule) == found_.refused.end())
      found_.refused.push_back(rule);
  }

  void drop_beaten() {
    std::vector<RepairPlan> left;
    for (std::size_t i = 0; i < found_.ways.size(); ++i) {
      bool is_beaten = false;
      for (std::size_t k = 0; k < found_.ways.size(); ++k) {
        is_beaten = is_beaten || (k != i && beats(found_.ways[k], found_.ways[i], k < i));
      }
      if (!is_beaten) left.push_back(found_.ways[i]);
    }
    std::stable_sort(left.begin(), left.end(),
                     [](const RepairPlan& a, const RepairPlan& b) { return a.changes.broken < b.changes.broken; });
    found_.ways = std::move(left);
  }

  void name_merits() {
    std::array<std::int64_t, 4> least{};
    for (const RepairPlan& way : found_.ways) {
      const auto mine = measures(way);
      for (std::size_t i = 0; i < mine.size(); ++i) {
        least[i] = &way == &found_.ways.front() ? mine[i] : std::min(least[i], mine[i]);
      }
    }
    for (RepairPlan& way : found_.ways) {
      const auto mine = measures(way);
      way.least_change = mine[1] == least[1];
      way.least_lateness = mine[2] == least[2];
      way.least_cost = mine[3] == least[3];
      way.name = repair_name(way);
      way.words = repair_words(now_, way);
    }
  }

  const model::Plant& now_;
  const Published& published_;
  const RepairLimits& limits_;
  Repairs found_;
};

}  // namespace

Repairs repairs(const model::Plant& now, const Published& published, const RepairLimits& limits) {
  return Repairing(now, published, limits).run();
}

}  // namespace kilter::coordinate
