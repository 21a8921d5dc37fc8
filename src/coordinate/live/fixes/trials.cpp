#include "coordinate/live/fixes/trials.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "coordinate/live/fixes/order_work.hpp"
#include "coordinate/live/moves/fixed_wish.hpp"

namespace kilter::coordinate {
namespace {

using schedule::Index;
using time::kNever;
using time::Tick;

// More than this go first one by one in no bearable time.
constexpr std::size_t kMostFirst = 30;

const plan::Delivery* delivery_of(const plan::Plan& plan, model::OrderId order) {
  const auto at = std::find_if(plan.deliveries.begin(), plan.deliveries.end(),
                               [&](const plan::Delivery& each) { return each.order == order; });
  return at == plan.deliveries.end() ? nullptr : &*at;
}

// Everything whole, the order in time where that is the aim, then cheap.
auto merit(const RepairPlan& way, model::OrderId order, Aim aim) {
  const plan::Delivery* delivery = delivery_of(way.plan, order);
  const bool in_time = delivery != nullptr && delivery->planned() && delivery->late() == 0;
  return std::tuple(way.plan.objective.unplanned, aim == Aim::in_time && !in_time, way.plan.objective.total().raw());
}

bool has(std::span<const Fix> fixes, FixKind kind) {
  return std::any_of(fixes.begin(), fixes.end(), [&](const Fix& fix) { return fix.kind == kind; });
}

}  // namespace

// What a trial is about: the plant with changed facts, or as it is, and its situation.
struct Trials::Scene {
  std::shared_ptr<model::Plant> changed;  // what plans are of; null: now
  std::shared_ptr<model::Plant> buying;   // by which supply is decided, where another vendor is asked
  Situation today;
  std::vector<plan::OvertimeWindow> overtime;
};

Trials::Trials(const model::Plant& now, const Published& published, const Situation& today, const RepairLimits& limits,
               const Judged& by)
    : now_(now), published_(published), today_(today), limits_(limits), by_(by) {
  limits_.search = false;
}

std::optional<RepairPlan> Trials::solve(std::span<const Fix> fixes) const {
  if (fixes.empty()) return std::nullopt;
  Scene scene{.changed = nullptr, .buying = nullptr, .today = today_, .overtime = {}};
  if (!change_facts(fixes, scene)) return std::nullopt;
  open_overtime(fixes, scene);
  if (!fix_work(fixes, scene)) return std::nullopt;
  return best(scene, fixes.front().order);
}

bool Trials::change_facts(std::span<const Fix> fixes, Scene& scene) const {
  const bool facts =
      has(fixes, FixKind::expedite) || has(fixes, FixKind::accept_date) || has(fixes, FixKind::split_lot);
  const bool vendor = has(fixes, FixKind::other_vendor);
  if (!facts && !vendor) return true;
  if (facts) scene.changed = std::make_shared<model::Plant>(now_);
  for (const Fix& fix : fixes) {
    if (fix.kind == FixKind::expedite)
      scene.changed->purchase_orders[fix.purchase].current = now_.frame.instant(fix.at);
    if (fix.kind == FixKind::accept_date) scene.changed->orders[fix.order].promised = now_.frame.instant(fix.at);
    if (fix.kind == FixKind::split_lot) scene.changed->production_orders[fix.lot].quantity = fix.quantity;
  }
  if (vendor) scene.buying = std::make_shared<model::Plant>(scene.changed ? *scene.changed : now_);
  for (const Fix& fix : fixes) {
    // As if it came when nobody needs it any more: then it is no supply, and what it was for is bought anew.
    if (fix.kind == FixKind::other_vendor) {
      scene.buying->purchase_orders[fix.purchase].current = now_.frame.instant(now_.span_end - 1);
    }
  }
  const model::Plant& decides = scene.buying ? *scene.buying : *scene.changed;
  scene.today = situation(decides, published_, {}, limits_.cancel);
  return limits_.cancel == nullptr || !limits_.cancel->load();
}

void Trials::open_overtime(std::span<const Fix> fixes, Scene& scene) const {
  for (const Fix& fix : fixes) {
    if (fix.kind != FixKind::overtime) continue;
    const auto windows = hours_on(now_, scene.today.today.plan, fix.day);
    scene.overtime.insert(scene.overtime.end(), windows.begin(), windows.end());
  }
  if (scene.overtime.empty()) return;
  std::vector<plan::OvertimeWindow> open = scene.today.today.plan.overtime;
  open.insert(open.end(), scene.overtime.begin(), scene.overtime.end());
  const model::Plant& plant = scene.changed ? *scene.changed : now_;
  scene.today = with_overtime(plant, published_, scene.today, open);
}

// What is not fixed of the order's work goes into gaps, unless only the customer is asked.
bool Trials::fix_work(std::span<const Fix> fixes, Scene& scene) const {
  const model::Plant& plant = scene.changed ? *scene.changed : now_;
  const bool only_date = fixes.size() == 1 && fixes.front().kind == FixKind::accept_date;
  for (const Fix& fix : fixes) {
    if (fix.kind == FixKind::first && !put_first(scene, fix.order, scene.today)) return false;
    if (fix.kind != FixKind::other_unit && fix.kind != FixKind::person) continue;
    const Wish wish{.order = fix.lot, .operation = fix.operation, .unit = fix.unit, .soonest = true};
    if (fix_wish(plant, wish, false, scene.today).start == kNever) return false;
  }
  if (!only_date) lift(work_of(scene.today, fixes.front().order), scene.today.damage);
  return true;
}

bool Trials::put_first(const Scene& scene, model::OrderId order, Situation& today) const {
  const model::Plant& plant = scene.changed ? *scene.changed : now_;
  const std::vector<Index> work = work_of(today, order);
  if (work.empty() || work.size() > kMostFirst) return false;
  lift(work, today.damage);
  for (const Index op : work) {
    const plan::Placement& placement = today.today.plan.placements[today.today.model.placement_of[op]];
    const Wish wish{.order = today.today.plan.production_orders[placement.order].open,
                    .operation = placement.operation,
                    .soonest = true,
                    .any_unit = true};
    if (!wish.order.valid() || fix_wish(plant, wish, false, today).start == kNever) return false;
  }
  return true;
}

std::optional<RepairPlan> Trials::best(const Scene& scene, model::OrderId order) const {
  const model::Plant& plant = scene.changed ? *scene.changed : now_;
  const KernelWays kernel(plant, published_, limits_);
  const std::vector<schedule::Repair> ways = kernel.tried(scene.today.damage, 1);
  std::optional<RepairPlan> best;
  for (const schedule::Repair& way : ways) {
    if (way.schedule.score.unplaced > 0 || !is_first(ways, way)) continue;
    RepairPlan found = kernel.overtime(scene.today, scene.overtime, way.schedule, by_.nothing_done).way;
    if (!best || merit(found, order, by_.aim) < merit(*best, order, by_.aim)) best = std::move(found);
  }
  if (best) best->plant = scene.changed;
  return best;
}

}  // namespace kilter::coordinate
