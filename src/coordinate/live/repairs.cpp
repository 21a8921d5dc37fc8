#include "coordinate/live/repairs.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "coordinate/cpu_clock.hpp"
#include "coordinate/finish.hpp"
#include "coordinate/live/carry/situation.hpp"
#include "coordinate/live/fixes/order_fixes.hpp"
#include "coordinate/live/fixes/trials.hpp"
#include "coordinate/live/told.hpp"
#include "coordinate/live/ways/candidates.hpp"
#include "coordinate/live/ways/extra_hours.hpp"
#include "coordinate/live/ways/kernel_ways.hpp"
#include "schedule/search.hpp"

namespace kilter::coordinate {
namespace {

using plan::OvertimeWindow;
using time::Tick;

// Of the time for searching, what goes into the published supply and hours, into supply promised anew, and into more
// overtime; the last two only when somebody would be later than published.
constexpr double kPublishedShare = 0.6;
constexpr double kSupplyShare = 0.2;
constexpr double kOvertimeShare = 0.2;
// So many late orders are mended one by one, each by a few fixes, none of which asks anybody outside.
constexpr std::size_t kMostMended = 2;
// Of the time for searching: when it has passed so often since the beginning, no more orders are mended.
constexpr double kPatience = 2.5;
constexpr FixLimits kFixes{.days = 1, .units = 1, .people = 1, .purchases = 1, .lots = 1, .consent = false};

// Somebody is later than published, or left out.
bool lets_down(const RepairPlan& way) {
  return std::any_of(way.changes.promises.begin(), way.changes.promises.end(), [](const TouchedPromise& promise) {
    return promise.delivered > promise.due && (promise.is_new || promise.delivered > promise.published);
  });
}

class Repairing {
 public:
  Repairing(const model::Plant& now, const Published& published, const RepairLimits& limits)
      : now_(now), published_(published), limits_(limits), kernel_(now, published, limits) {}

  Repairs run() {
    try_all(Caps::as_published);
    found_.ways = best_of(now_, std::exchange(candidates_, {}), found_.refused);
    const auto& refused = found_.refused;
    const bool capped = std::find(refused.begin(), refused.end(), "hard-cap") != refused.end();
    if (found_.ways.empty() && capped) {
      try_all(Caps::give_way);
      found_.ways = best_of(now_, std::exchange(candidates_, {}), found_.refused);
    }
    name_merits();
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool cancelled() const { return limits_.cancel != nullptr && limits_.cancel->load(); }

  void try_all(Caps caps) {
    const Situation today = situation(now_, published_, {.caps = caps}, limits_.cancel);
    const std::vector<schedule::Repair> ways = kernel_.tried(today.damage, kPublishedShare);
    set_nothing_done(today, ways);
    for (const schedule::Repair& way : ways) {
      if (is_first(ways, way)) add(today, way);
    }
    if (candidates_.empty()) return add_first_schedule(today);
    const RepairPlan least_late =
        std::min_element(candidates_.begin(), candidates_.end(), [](const auto& a, const auto& b) {
          return measures(a.way)[2] < measures(b.way)[2];
        })->way;
    if (!cancelled()) try_fixes(today, least_late);
    if (!lets_down(least_late) || cancelled()) return;
    const std::vector<OvertimeWindow> extra = extra_hours(now_, least_late.plan);
    try_other_supply(caps, today);
    if (!extra.empty() && !cancelled()) try_overtime(today, extra);
  }

  // Right shift comes first; where it must give up something fixed, what touches least does.
  void set_nothing_done(const Situation& today, const std::vector<schedule::Repair>& ways) {
    if (ways.empty()) return;
    found_.nothing_done = costed(now_, today, ways.front().schedule).objective;
  }

  void add(const Situation& today, const schedule::Repair& way) {
    if (way.schedule.score.unplaced > 0) return refuse("unscheduled");
    const RepairWay how = way_of(way);
    plan::Plan plan = costed(now_, today, way.schedule);
    if (how == RepairWay::plan_anew) keep_cheaper(shifted(today, way.schedule), plan);
    add(described(today, how, std::move(plan)));
  }

  void add(RepairPlan way) { candidates_.push_back({.way = std::move(way), .instead = {}}); }

  [[nodiscard]] RepairPlan described(const Situation& today, RepairWay how, plan::Plan plan) const {
    return kernel_.described(today, how, std::move(plan), found_.nothing_done);
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
  void add_first_schedule(const Situation& today) {
    add(described(today, RepairWay::plan_anew, costed(now_, today.today)));
  }

  // Supply goes to whom it serves best, whoever it was promised to.
  void try_other_supply(Caps caps, const Situation& today) {
    const Situation anew = situation(now_, published_, {.caps = caps, .pegs = Pegs::anew}, limits_.cancel);
    if (anew.today.plan.pegs == today.today.plan.pegs) return;
    add_best(anew, kSupplyShare, RepairWay::other_supply);
  }

  void add_best(const Situation& other, double share, RepairWay how) {
    const std::vector<schedule::Repair> ways = kernel_.tried(other.damage, share);
    const schedule::Repair* const best = best_in(ways);
    if (best != nullptr) add(described(other, how, costed(now_, other, best->schedule)));
  }

  // Null when none has a place for everything.
  static const schedule::Repair* best_in(const std::vector<schedule::Repair>& ways) {
    const auto best = std::min_element(ways.begin(), ways.end(), [](const auto& a, const auto& b) {
      return a.schedule.score.better_than(b.schedule.score);
    });
    return best == ways.end() || best->schedule.score.unplaced > 0 ? nullptr : &*best;
  }

  void try_overtime(const Situation& today, const std::vector<OvertimeWindow>& extra) {
    std::vector<OvertimeWindow> windows = today.today.plan.overtime;
    windows.insert(windows.end(), extra.begin(), extra.end());
    const Situation opened = with_overtime(now_, published_, today, windows);
    const std::vector<schedule::Repair> ways = kernel_.tried(opened.damage, kOvertimeShare);
    const schedule::Repair* const best = best_in(ways);
    if (best != nullptr) add_overtime(opened, extra, best->schedule);
  }

  void add_overtime(const Situation& opened, const std::vector<OvertimeWindow>& extra,
                    const schedule::Solution& solution) {
    auto candidate = kernel_.overtime(opened, extra, solution, found_.nothing_done);
    if (!candidate.way.overtime.empty()) candidates_.push_back(std::move(candidate));
  }

  // Whether other ways have taken so long that no more are tried; never with a budget in steps.
  [[nodiscard]] bool is_late() const {
    return limits_.steps == 0 && wall_seconds() - begin_ > kPatience * limits_.seconds;
  }

  // What could be decided for the orders that are later than published, else for the latest ones.
  void try_fixes(const Situation& today, const RepairPlan& way) {
    const Trials trials(now_, published_, today, limits_, {found_.nothing_done, Aim::cheapest});
    for (const plan::Delivery& delivery : latest(way)) {
      for (const Fix& fix : order_fixes(now_, today, way.plan, delivery, kFixes)) {
        if (cancelled() || is_late()) return;
        std::optional<RepairPlan> found = trials.solve({&fix, 1});
        if (!found) continue;
        found->way = way_for(fix.kind);
        found->fix = fix.words;
        if (fix.kind == FixKind::split_lot) found->splits.push_back({.order = fix.lot, .first = fix.quantity});
        add(std::move(*found));
      }
    }
  }

  static std::vector<plan::Delivery> latest(const RepairPlan& way) {
    std::vector<plan::Delivery> late;
    for (const plan::Delivery& delivery : way.plan.deliveries) {
      if (delivery.planned() && delivery.late() > 0) late.push_back(delivery);
    }
    const auto& promises = way.changes.promises;
    const auto slipped = [&](const plan::Delivery& delivery) {
      return std::any_of(promises.begin(), promises.end(), [&](const TouchedPromise& promise) {
        return promise.order == delivery.order && promise.delivered > promise.published;
      });
    };
    std::stable_sort(late.begin(), late.end(), [&](const plan::Delivery& a, const plan::Delivery& b) {
      return slipped(a) != slipped(b) ? slipped(a) : a.late() > b.late();
    });
    if (late.size() > kMostMended) late.resize(kMostMended);
    return late;
  }

  static RepairWay way_for(FixKind kind) {
    switch (kind) {
      case FixKind::first:
      case FixKind::person:
        return RepairWay::order_first;
      case FixKind::overtime:
        return RepairWay::overtime;
      case FixKind::other_vendor:
        return RepairWay::other_vendor;
      case FixKind::split_lot:
        return RepairWay::split_lot;
      default:
        return RepairWay::move_order;
    }
  }

  void refuse(const std::string& rule) {
    if (std::find(found_.refused.begin(), found_.refused.end(), rule) == found_.refused.end())
      found_.refused.push_back(rule);
  }

  void name_merits() {
    Measures least{};
    for (const RepairPlan& way : found_.ways) {
      const Measures mine = measures(way);
      for (std::size_t i = 0; i < mine.size(); ++i) {
        least[i] = &way == &found_.ways.front() ? mine[i] : std::min(least[i], mine[i]);
      }
    }
    for (RepairPlan& way : found_.ways) {
      const Measures mine = measures(way);
      way.least_change = mine[1] == least[1];
      way.least_lateness = mine[2] == least[2];
      way.least_cost = mine[3] == least[3];
    }
    drop_senseless();
    for (RepairPlan& way : found_.ways) {
      way.name = repair_name(way);
      way.words = repair_words(now_, way);
    }
  }

  // A way that is best in nothing and costs more than all the lateness there is when nothing is done: nobody takes it.
  void drop_senseless() {
    const base::Money at_stake = found_.nothing_done.parts[static_cast<std::size_t>(plan::CostKind::penalty)];
    std::erase_if(found_.ways, [&](const RepairPlan& way) {
      const bool best = way.least_change || way.least_lateness || way.least_cost;
      return !best && at_stake < total(way.money);
    });
  }

  const model::Plant& now_;
  const Published& published_;
  const RepairLimits& limits_;
  const KernelWays kernel_;
  const double begin_ = wall_seconds();
  std::vector<Candidate> candidates_;
  Repairs found_;
};

}  // namespace

Repairs repairs(const model::Plant& now, const Published& published, const RepairLimits& limits) {
  return Repairing(now, published, limits).run();
}

}  // namespace kilter::coordinate
