// Why late: the chain of binding causes back from an order's delivery to the origin.
//
//   origin                                                              due        delivered
//     |--- purchase ---|- queue -|== setup ==|== process ==|~ curing ~|== ... ==|
//                                                             <---- lateness ---->
//
// Each placement on the chain is preceded by what it waited for: first the thing that its material or its predecessors
// needed (followed further back), then the time between that and its start: nobody at work who may do it, behind
// another placement on the unit, for a person, for a tool, for opening hours, or by choice of the plan. Links touch.
// A purchase that a hard cap put off has two links: until the vendor could have brought it, and the wait for money.
// The lateness is counted on broken promises of vendors first (a purchase under way that comes after the date first
// confirmed), then on avoidable waits, nearest to delivery first, then on closed time, waits, setups and outside work,
// then on processing; the counts sum to it exactly.

#include <algorithm>
#include <optional>

#include "base/require.hpp"
#include "coordinate/explain/explain.hpp"
#include "coordinate/explain/put_off.hpp"
#include "coordinate/explain/queues.hpp"
#include "coordinate/explain/staffing.hpp"
#include "coordinate/model/clearances.hpp"
#include "coordinate/model/deferral.hpp"
#include "coordinate/model/supply_dates.hpp"
#include "plan/late/late_tiers.hpp"
#include "plan/peg_index.hpp"
#include "plan/working_hours.hpp"

namespace kilter::coordinate {
namespace {

using plan::LateCause;
using plan::LateLink;
using plan::PegId;
using plan::PlacementId;
using plan::SupplyKind;
using time::kLongAgo;
using time::Tick;
using time::WorkingCalendar;

// What bound a placement's readiness: at `at`, because of `cause`; a placement to go on with, or a thing that came.
struct Binding {
  Tick at = 0;
  LateCause cause = LateCause::stock;
  PlacementId placement;
  std::uint32_t blocker = 0;
  Tick wait_from = 0;  // minimum wait: when the predecessor ended
};

class Explainer {
 public:
  Explainer(const model::Plant& plant, const plan::Plan& plan)
      : plant_(plant),
        plan_(plan),
        pegs_(plant, plan),
        queues_(plant, plan),
        staffing_(plant, person_hours_),
        deferrals_(plant, plan) {
    unit_hours_.resize(plant.work_units.size());
    person_hours_.resize(plant.people.size());
    for (const auto id : base::ids_of(plant.work_units)) {
      unit_hours_[id.index()] = plan::unit_hours(plant, plan.overtime, id);
    }
    for (const auto id : base::ids_of(plant.people)) {
      person_hours_[id.index()] = plan::person_hours(plant, plan.overtime, id);
    }
    always_ = WorkingCalendar::always(plant.span_begin, plant.span_end);
  }

  plan::LateChain explain(const plan::Delivery& delivery) {
    chain_ = {.order = delivery.order, .lateness = delivery.late(), .links = {}};
    const Tick stop = std::min<Tick>(0, delivery.due);
    Binding binding = binding_of_order(delivery);
    while (binding.placement.valid()) binding = walk(binding);
    finish(binding, stop);
    count(chain_);
    return std::move(chain_);
  }

 private:
  void add(LateCause cause, Tick from, Tick until, PlacementId placement, std::uint32_t blocker = 0) {
    if (from >= until) return;
    chain_.links.push_back({.cause = cause, .from = from, .until = until, .placement = placement, .blocker = blocker});
  }

  // The supply that came last.
  Binding binding_of_order(const plan::Delivery& delivery) {
    Binding last;
    for (const PegId id : pegs_.into(delivery.order)) {
      const Binding binding = binding_of_supply(plan_.pegs[id], plan::supplied_at(plant_, plan_, plan_.pegs[id]));
      if (binding.at >= last.at) last = binding;
    }
    return last;
  }

  Binding binding_of_supply(const plan::Peg& peg, Tick at) const {
    switch (peg.supply) {
      case SupplyKind::stock:
        return {.at = at, .cause = LateCause::stock, .blocker = peg.supply_index};
      case SupplyKind::open_purchase:
        return {.at = at, .cause = LateCause::open_purchase, .blocker = peg.supply_index};
      case SupplyKind::purchase:
        return {.at = at, .cause = LateCause::purchase, .blocker = peg.supply_index};
      case SupplyKind::production:
        break;
    }
    const plan::ProductionOrder& order = plan_.production_orders[plan::ProductionOrderId(peg.supply_index)];
    Binding binding{.at = at, .wait_from = at};
    for (const PlacementId id : order.placements) {
      if (plan_.placements[id].end == order.end) binding.placement = id;
    }
    return binding;
  }

  // Adds the links of the placement that `binding` points at, back from binding.at, and returns what bound it.
  Binding walk(const Binding& binding) {
    const PlacementId id = binding.placement;
    const plan::Placement& placement = plan_.placements[id];
    add(LateCause::minimum_wait, binding.wait_from, binding.at, id);
    const Tick until = std::min(binding.wait_from, binding.at);
    add_work(id, std::max<Tick>(0, placement.start), until);
    if (placement.start <= 0) return {.at = 0};
    Binding ready = readiness_of(id);
    add_wait(id, ready.at);
    return ready;
  }

  // The last of material and predecessors, not after the start.
  Binding readiness_of(PlacementId id) const {
    const plan::Placement& placement = plan_.placements[id];
    Binding last;
    const auto consider = [&](Binding binding) {
      if (binding.at > placement.start) {  // overlapping by transfer batches
        binding.at = placement.start;
        binding.wait_from = std::min(binding.wait_from, placement.start);
      }
      if (binding.at > last.at) last = binding;
    };
    for (const PegId peg_id : pegs_.into(id)) {
      const plan::Peg& peg = plan_.pegs[peg_id];
      Tick at = plan::supplied_at(plant_, plan_, peg);
      if (peg.supply == SupplyKind::purchase) {
        at = std::min(at, std::max<Tick>(0, plan_.purchases[plan::PurchaseId(peg.supply_index)].earliest));
      }
      consider(binding_of_supply(peg, at));
    }
    const plan::ProductionOrder& order = plan_.production_orders[placement.order];
    const std::uint32_t first = plant_.items[order.item].operations.first().index();
    for (const model::Predecessor& before : plant_.operations[placement.operation].predecessors) {
      const PlacementId other = order.placements.at(before.operation.index() - first);
      const Tick end = plan_.placements[other].end;
      const auto wait = static_cast<Tick>(before.minimum_wait.count());
      consider({.at = end + wait, .placement = other, .wait_from = end});
    }
    for (const Binding& binding : clearances_of(placement)) consider(binding);
    const plan::Deferral* deferral = deferrals_.of(placement.order);
    if (deferral != nullptr && placement.status == model::WorkStatus::waiting) {
      consider({.at = deferral->until, .cause = LateCause::budget, .blocker = deferral->budget.index()});
    }
    return last;
  }

  // Clearances that held the placement back until a date.
  [[nodiscard]] std::vector<Binding> clearances_of(const plan::Placement& placement) const {
    std::vector<Binding> dated;
    for (std::uint32_t index = 0; index < plant_.clearances.size(); ++index) {
      const model::Clearance& clearance = plant_.clearances[index];
      if (clearance.cleared || !clearance.expected || !applies(clearance, plan_, placement)) continue;
      dated.push_back({.at = plant_.frame.tick(*clearance.expected), .cause = LateCause::clearance, .blocker = index});
    }
    return dated;
  }

  // The time between readiness and start: nobody there who may do it, then queue, then people and tools, then closed
  // hours or choice.
  void add_wait(PlacementId id, Tick ready) {
    const plan::Placement& placement = plan_.placements[id];
    std::vector<LateLink> waits;
    Tick from = add_unstaffed(id, ready, waits);
    const PlacementId previous = queued_behind(id, from);
    const Tick unit_free = previous.valid() ? std::min(plan_.placements[previous].end, placement.start) : kLongAgo;
    const auto wait_until = [&](LateCause cause, Tick until, std::uint32_t blocker) {
      if (until <= from) return;
      waits.push_back({.cause = cause, .from = from, .until = until, .placement = id, .blocker = blocker});
      from = until;
    };
    if (previous.valid()) wait_until(LateCause::queue, unit_free, previous.index());
    for (const plan::AssignmentId assignment_id : placement.assignments) {
      const plan::Assignment& assignment = plan_.assignments[assignment_id];
      const Tick free = std::min(queues_.free_at(plan_, assignment_id), placement.start);
      const bool person = assignment.kind == plan::AssigneeKind::person;
      wait_until(person ? LateCause::person : LateCause::tool, free, assignment.index);
    }
    add_idle(id, from, placement.start, waits);
    chain_.links.insert(chain_.links.end(), waits.rbegin(), waits.rend());
  }

  // The last placement on the lane that this one, ready at `from`, had to wait for: no work that began after the unit
  // had stood idle for it meanwhile; that went first by choice, to spare a setup or for the sake of another order.
  [[nodiscard]] PlacementId queued_behind(PlacementId id, Tick from) const {
    PlacementId behind = queues_.before_on_unit(id);
    for (PlacementId at = behind; at.valid() && plan_.placements[at].start > from;) {
      const PlacementId before = queues_.before_on_unit(at);
      const Tick free = before.valid() ? std::max(from, plan_.placements[before].end) : from;
      const bool planned = plan_.placements[at].status == model::WorkStatus::waiting;
      if (planned && could_start(id, free, plan_.placements[at].start)) behind = before;
      at = before;
    }
    return behind;
  }

  // Whether at some time in [from, until) the unit is open and everybody and every tool of the placement is free and
  // there.
  [[nodiscard]] bool could_start(PlacementId id, Tick from, Tick until) const {
    const plan::Placement& placement = plan_.placements[id];
    const WorkingCalendar& unit = unit_hours_[placement.unit.index()];
    const bool whole = !plant_.operations[placement.operation].interruptible;
    for (const plan::AssignmentId assignment : placement.assignments) {
      from = std::max(from, queues_.free_at(plan_, assignment));
    }
    for (Tick before = kLongAgo; before != from && from < until;) {
      before = from;
      from = whole ? unit.fit(from, placement.setup + placement.run) : unit.next_open(from);
      for (const plan::AssignmentId assignment : placement.assignments) {
        const plan::Assignment& assigned = plan_.assignments[assignment];
        if (assigned.kind == plan::AssigneeKind::person) from = person_hours_[assigned.index].next_open(from);
      }
    }
    return from < until;
  }

  // From `ready` until somebody is at work who may do it: a queue would not have mattered. Returns that moment.
  Tick add_unstaffed(PlacementId id, Tick ready, std::vector<LateLink>& waits) {
    const plan::Placement& placement = plan_.placements[id];
    const model::Operation& operation = plant_.operations[placement.operation];
    const Tick staffed = staffing_.first_staffed(operation, ready, placement.start);
    if (staffed <= ready) return ready;
    if (placement.unit.valid()) {
      add_idle(id, ready, staffed, waits);
      return staffed;
    }
    const bool night = !staffing_.on_shift(operation, ready, staffed);
    const std::uint32_t person = person_of(placement);
    waits.push_back({.cause = night ? LateCause::closed : LateCause::person,
                     .from = ready,
                     .until = staffed,
                     .placement = id,
                     .blocker = night ? 0 : person});
    return staffed;
  }

  [[nodiscard]] std::uint32_t person_of(const plan::Placement& placement) const {
    for (const plan::AssignmentId id : placement.assignments) {
      if (plan_.assignments[id].kind == plan::AssigneeKind::person) return plan_.assignments[id].index;
    }
    return 0;
  }

  // [from, until): nobody was in the way. Closed unit, absent person, or the plan's choice, piece by piece.
  void add_idle(PlacementId id, Tick from, Tick until, std::vector<LateLink>& waits) {
    const plan::Placement& placement = plan_.placements[id];
    const WorkingCalendar& unit = placement.unit.valid() ? unit_hours_[placement.unit.index()] : always_;
    while (from < until) {
      waits.push_back({.cause = LateCause::choice, .from = from, .until = until, .placement = id});
      narrow_by_hours(placement, unit, waits.back());
      from = waits.back().until;
    }
  }

  // Whether somebody assigned is away at the link's begin; cuts the link where that changes.
  void narrow_by_people(const plan::Placement& placement, LateLink& link) {
    for (const plan::AssignmentId id : placement.assignments) {
      const plan::Assignment& assignment = plan_.assignments[id];
      if (assignment.kind != plan::AssigneeKind::person) continue;
      const WorkingCalendar& hours = person_hours_[assignment.index];
      if (hours.is_open(link.from)) {
        link.until = std::min(link.until, close_after(hours, link.from));
        continue;
      }
      link.until = std::min(link.until, hours.next_open(link.from));
      const model::Operation& operation = plant_.operations[placement.operation];
      const bool night = !placement.unit.valid() && !staffing_.on_shift(operation, link.from, link.until);
      link.cause = night ? LateCause::closed : LateCause::person;
      link.blocker = night ? 0 : assignment.index;
      return;
    }
  }

  // The end of the open interval that holds t.
  static Tick close_after(const WorkingCalendar& calendar, Tick t) {
    const auto intervals = calendar.intervals();
    const auto after = std::upper_bound(intervals.begin(), intervals.end(), t,
                                        [](Tick at, const time::Interval& interval) { return at < interval.open; });
    return (after - 1)->close;
  }

  // Cuts the link where the unit opens or closes, and where somebody comes or goes; says which it is.
  void narrow_by_hours(const plan::Placement& placement, const WorkingCalendar& hours, LateLink& link) {
    if (!hours.is_open(link.from)) {
      link.cause = LateCause::closed;
      link.until = std::min(link.until, hours.next_open(link.from));
      return;
    }
    link.until = std::min(link.until, close_after(hours, link.from));
    narrow_by_people(placement, link);
  }

  // The placement's own time in [from, until): setup, then process; closed stretches between (of the unit alone: hours
  // in which only a person is away show as the person's).
  void add_work(PlacementId id, Tick from, Tick until) {
    const plan::Placement& placement = plan_.placements[id];
    if (!placement.unit.valid()) {
      const bool outside = plant_.operations[placement.operation].vendor.valid();
      add(outside ? LateCause::outside : LateCause::minimum_wait, from, until, id);
      return;
    }
    const WorkingCalendar& hours = unit_hours_[placement.unit.index()];
    const Tick setup_end = placement.setup > 0 ? std::min(until, hours.add(from, placement.setup)) : from;
    std::vector<LateLink> parts;
    while (from < until) {
      parts.push_back({.cause = LateCause::process, .from = from, .until = until, .placement = id});
      narrow_by_hours(placement, hours, parts.back());
      if (parts.back().cause == LateCause::process && from < setup_end) {
        parts.back().cause = LateCause::setup;
        parts.back().until = std::min(parts.back().until, setup_end);
      }
      from = parts.back().until;
    }
    chain_.links.insert(chain_.links.end(), parts.rbegin(), parts.rend());
  }

  // The last thing waited for, back to the origin; before that the order was already overdue.
  void finish(Binding binding, Tick stop) {
    if (binding.cause == LateCause::purchase) add_put_off(binding);
    const Tick promised = promised_at(binding);
    add(binding.cause, promised, binding.at, PlacementId::none(), binding.blocker);
    add(binding.cause, 0, promised, PlacementId::none(), binding.blocker);
    add(LateCause::late_start, stop, 0, PlacementId::none());
  }

  // What a purchase came later for want of money than the vendor could have brought it; before that it is the purchase.
  void add_put_off(Binding& binding) {
    const plan::Purchase& purchase = plan_.purchases[plan::PurchaseId(binding.blocker)];
    const std::optional<PutOff> cap = put_off(plant_, plan_, purchase, binding.at);
    if (!cap) return;
    add(LateCause::budget, cap->soonest, binding.at, PlacementId::none(), cap->budget.index());
    binding.at = cap->soonest;
  }

  // When a purchase under way was promised first; what comes after is its slip. Else the origin.
  [[nodiscard]] Tick promised_at(const Binding& binding) const {
    if (binding.cause != LateCause::open_purchase) return 0;
    const auto& purchase = plant_.purchase_orders[model::OpenPurchaseOrderId(binding.blocker)];
    const Tick promised = plant_.frame.tick(purchase.first_confirmed.value_or(purchase.requested));
    return std::clamp<Tick>(promised, 0, std::max<Tick>(0, binding.at));
  }

  [[nodiscard]] bool is_slip(const LateLink& link) const {
    return link.cause == LateCause::open_purchase &&
           link.from >= promised_at({.at = link.until, .cause = link.cause, .blocker = link.blocker});
  }

  [[nodiscard]] plan::LateTier tier(const LateLink& link) const {
    return is_slip(link) ? plan::LateTier::slip : plan::tier_of(link.cause);
  }

  void count(plan::LateChain& chain) const {
    Tick left = chain.lateness;
    for (int now = 0; now < plan::kLateTierCount; ++now) {
      for (LateLink& link : chain.links) {
        if (tier(link) != static_cast<plan::LateTier>(now)) continue;
        link.counted = std::min(left, link.until - link.from);
        left -= link.counted;
      }
    }
    KILTER_REQUIRE(left == 0);
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  plan::PegIndex pegs_;
  Queues queues_;
  std::vector<WorkingCalendar> unit_hours_;
  std::vector<WorkingCalendar> person_hours_;
  Staffing staffing_;
  Deferrals deferrals_;
  WorkingCalendar always_;
  plan::LateChain chain_;  // being explained
};

}  // namespace

std::vector<plan::LateChain> late_chains(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<plan::LateChain> chains;
  const bool any = std::any_of(plan.deliveries.begin(), plan.deliveries.end(),
                               [](const plan::Delivery& delivery) { return delivery.late() > 0; });
  if (!any) return chains;
  Explainer explainer(plant, plan);
  for (const plan::Delivery& delivery : plan.deliveries) {
    if (delivery.late() > 0) chains.push_back(explainer.explain(delivery));
  }
  return chains;
}

}  // namespace kilter::coordinate
