#include "coordinate/live/fixes/order_fixes.hpp"

#include <algorithm>
#include <utility>

#include "coordinate/explain/explain.hpp"
#include "coordinate/live/told.hpp"
#include "coordinate/live/ways/extra_hours.hpp"
#include "time/civil_text.hpp"

namespace kilter::coordinate {
namespace {

using plan::LateCause;
using plan::LateLink;
using time::Tick;

class Finding {
 public:
  Finding(const model::Plant& now, const Situation& today, const plan::Plan& plan, const plan::Delivery& delivery,
          const FixLimits& limits)
      : now_(now),
        today_(today),
        plan_(plan),
        delivery_(delivery),
        limits_(limits),
        id_(now.orders[delivery.order].id) {}

  std::vector<Fix> run() {
    chain_ = late_chain(now_, plan_, delivery_);
    add({.kind = FixKind::gaps, .words = id_ + " moves into gaps"});
    add({.kind = FixKind::first, .words = id_ + " goes first"});
    add_purchases();
    add_days();
    add_units();
    add_people();
    add_lots();
    if (limits_.consent && delivery_.planned()) {
      add({.kind = FixKind::accept_date,
           .at = delivery_.delivered,
           .words = "the customer of " + id_ + " takes it late"});
    }
    return std::move(fixes_);
  }

 private:
  void add(Fix fix) {
    fix.order = delivery_.order;
    fixes_.push_back(std::move(fix));
  }
  [[nodiscard]] std::size_t count(FixKind kind) const {
    return static_cast<std::size_t>(
        std::count_if(fixes_.begin(), fixes_.end(), [&](const Fix& fix) { return fix.kind == kind; }));
  }

  // What the link is about, when it may still be moved: nothing otherwise.
  [[nodiscard]] const plan::Placement* movable(const LateLink& link) const {
    if (!link.placement.valid()) return nullptr;
    const plan::Placement& placement = plan_.placements[link.placement];
    const schedule::Index op = today_.today.model.operation_of[link.placement.index()];
    const bool open = plan_.production_orders[placement.order].open.valid();
    const bool free = op != schedule::kNone && today_.damage.problem.fixed[op] == schedule::Fixed::free;
    return open && free ? &placement : nullptr;
  }
  [[nodiscard]] std::string name(const plan::Placement& placement) const {
    return now_.production_orders[plan_.production_orders[placement.order].open].id + "/" +
           now_.operations[placement.operation].id;
  }

  void add_purchases() {
    for (const LateLink& link : chain_.links) {
      if (link.cause != LateCause::open_purchase) continue;
      const model::OpenPurchaseOrderId id(link.blocker);
      const bool known = std::any_of(fixes_.begin(), fixes_.end(), [&](const Fix& fix) { return fix.purchase == id; });
      if (known || count(FixKind::other_vendor) >= limits_.purchases) continue;
      const std::string what = supply_words(now_, plan::SupplyKind::open_purchase, link.blocker);
      add({.kind = FixKind::other_vendor, .purchase = id, .words = what + " is bought anew instead"});
      const Tick current = now_.frame.tick(now_.purchase_orders[id].current);
      const Tick sooner = std::max<Tick>(0, current - std::max<Tick>(chain_.lateness, 0));
      if (limits_.consent && sooner < current) {
        add({.kind = FixKind::expedite,
             .purchase = id,
             .at = sooner,
             .words =
                 what + " comes " + std::to_string((std::int64_t{current} - sooner + 3'599) / 3'600) + " h sooner"});
      }
    }
  }

  void add_days() {
    for (const LateLink& link : chain_.links) {
      const std::size_t day = now_.days.day_of(link.from);
      const bool known = std::any_of(fixes_.begin(), fixes_.end(),
                                     [&](const Fix& fix) { return fix.kind == FixKind::overtime && fix.day == day; });
      if (known || count(FixKind::overtime) >= limits_.days || !link.placement.valid()) continue;
      if (hours_on(now_, plan_, day).empty()) continue;
      add({.kind = FixKind::overtime, .day = day, .words = "overtime on " + date_of(day)});
    }
  }

  [[nodiscard]] std::string date_of(std::size_t day) const {
    const auto civil = time::CivilText::in_zone(now_.frame, now_.policy.zone);
    return civil ? civil.value().str(now_.days.start_of(day)).substr(0, 10) : "day " + std::to_string(day);
  }

  void add_units() {
    for (const LateLink& link : chain_.links) {
      const plan::Placement* placement = movable(link);
      const bool waits = link.cause == LateCause::queue || link.cause == LateCause::closed ||
                         link.cause == LateCause::setup || link.cause == LateCause::process;
      if (placement == nullptr || !waits) continue;
      for (const model::UnitChoice& choice : now_.operations[placement->operation].units) {
        if (choice.unit == placement->unit || count(FixKind::other_unit) >= limits_.units) continue;
        if (is_known(FixKind::other_unit, *placement, choice.unit)) continue;
        add({.kind = FixKind::other_unit,
             .lot = plan_.production_orders[placement->order].open,
             .operation = placement->operation,
             .unit = choice.unit,
             .words = name(*placement) + " on " + now_.work_units[choice.unit].id});
      }
    }
  }
  [[nodiscard]] bool is_known(FixKind kind, const plan::Placement& placement, model::WorkUnitId unit) const {
    return std::any_of(fixes_.begin(), fixes_.end(), [&](const Fix& fix) {
      return fix.kind == kind && fix.lot == plan_.production_orders[placement.order].open &&
             fix.operation == placement.operation && fix.unit == unit;
    });
  }

  void add_people() {
    for (const LateLink& link : chain_.links) {
      const plan::Placement* placement = movable(link);
      if (placement == nullptr || link.cause != LateCause::person) continue;
      if (count(FixKind::person) >= limits_.people || is_known(FixKind::person, *placement, {})) continue;
      add({.kind = FixKind::person,
           .lot = plan_.production_orders[placement->order].open,
           .operation = placement->operation,
           .words = "somebody leaves other work for " + name(*placement)});
    }
  }

  // The longest work of the chain whose lot nobody has begun, where two could be at it at the same time.
  void add_lots() {
    std::vector<const LateLink*> work;
    for (const LateLink& link : chain_.links) {
      if (link.cause == LateCause::process && movable(link) != nullptr) work.push_back(&link);
    }
    std::stable_sort(work.begin(), work.end(),
                     [](const LateLink* a, const LateLink* b) { return a->until - a->from > b->until - b->from; });
    for (const LateLink* link : work) {
      if (count(FixKind::split_lot) >= limits_.lots) return;
      const plan::Placement& placement = plan_.placements[link->placement];
      const model::OpenProductionOrderId lot = plan_.production_orders[placement.order].open;
      const std::int64_t units = now_.production_orders[lot].quantity.raw() / base::kMicro;
      if (units < 2 || !now_.production_orders[lot].progress.empty() || !takes_two(placement)) continue;
      const base::Quantity first = base::Quantity::units(units - units / 2);
      add({.kind = FixKind::split_lot,
           .lot = lot,
           .quantity = first,
           .words = now_.production_orders[lot].id + " is made in two lots"});
    }
  }
  [[nodiscard]] bool takes_two(const plan::Placement& placement) const {
    const auto& units = now_.operations[placement.operation].units;
    return units.size() > 1 || (!units.empty() && now_.work_units[units.front().unit].count > 1);
  }

  const model::Plant& now_;
  const Situation& today_;
  const plan::Plan& plan_;
  const plan::Delivery& delivery_;
  const FixLimits& limits_;
  const std::string id_;
  plan::LateChain chain_;
  std::vector<Fix> fixes_;
};

}  // namespace

std::vector<Fix> order_fixes(const model::Plant& now, const Situation& today, const plan::Plan& plan,
                             const plan::Delivery& delivery, const FixLimits& limits) {
  return Finding(now, today, plan, delivery, limits).run();
}

}  // namespace kilter::coordinate
