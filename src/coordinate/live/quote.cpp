#include "coordinate/live/quote.hpp"

#include <algorithm>
#include <utility>

#include "coordinate/explain/explain.hpp"
#include "coordinate/finish.hpp"
#include "coordinate/live/carry/situation.hpp"
#include "coordinate/model/supply_dates.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::coordinate {
namespace {

using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

constexpr const char* kInquiryId = "?";
// Tries to find gaps that need no longer setup behind them.
constexpr int kGapRounds = 6;

// Everything that a plan gives of what was there or under way, in the plant's own ids.
std::vector<material::KeptPeg> promised(const plan::Plan& plan) {
  std::vector<material::KeptPeg> kept;
  for (const plan::Peg& peg : plan.pegs) {
    material::KeptPeg promise{.supply = peg.supply,
                              .demand = peg.demand,
                              .supply_index = peg.supply_index,
                              .demand_index = peg.demand_index,
                              .operation = {},
                              .line = peg.line,
                              .quantity = peg.quantity};
    if (peg.supply == plan::SupplyKind::purchase || peg.demand == plan::DemandKind::safety_stock) continue;
    if (peg.supply == plan::SupplyKind::production) {
      const model::OpenProductionOrderId open = plan.production_orders[plan::ProductionOrderId(peg.supply_index)].open;
      if (!open.valid()) continue;
      promise.supply_index = open.index();
    }
    if (peg.demand == plan::DemandKind::placement) {
      const plan::Placement& placement = plan.placements[plan::PlacementId(peg.demand_index)];
      const model::OpenProductionOrderId open = plan.production_orders[placement.order].open;
      if (!open.valid()) continue;
      promise.demand_index = open.index();
      promise.operation = placement.operation;
    }
    kept.push_back(promise);
  }
  return kept;
}

// How many of the first operations are of orders that are carried over, the same in both.
Index alike(const Proposal& a, const Proposal& b) {
  const auto most = std::min(a.model.problem.operation_count, b.model.problem.operation_count);
  Index count = 0;
  for (; count < most; ++count) {
    const plan::Placement& one = a.plan.placements[a.model.placement_of[count]];
    const plan::Placement& other = b.plan.placements[b.model.placement_of[count]];
    const model::OpenProductionOrderId open = a.plan.production_orders[one.order].open;
    const bool same = open.valid() && open == b.plan.production_orders[other.order].open &&
                      one.operation == other.operation && one.status == other.status;
    if (!same) break;
  }
  return count;
}

// The first `count` operations as they stand in `base`, the others nowhere.
schedule::Solution prefix(const schedule::Problem& problem, const schedule::Solution& base, Index count) {
  schedule::Solution solution;
  const auto take = [count](const auto& from, auto& into) {
    std::copy(from.begin(), from.begin() + count, into.begin());
  };
  solution.mode.assign(problem.mode_begin.begin(), problem.mode_begin.end() - 1);
  solution.lane.assign(problem.operation_count, kNone);
  solution.start.assign(problem.operation_count, kNever);
  solution.end.assign(problem.operation_count, kNever);
  solution.setup.assign(problem.operation_count, 0);
  solution.slot_lane.assign(problem.slots.size(), kNone);
  take(base.mode, solution.mode);
  take(base.lane, solution.lane);
  take(base.start, solution.start);
  take(base.end, solution.end);
  take(base.setup, solution.setup);
  const Index slots = problem.slot_begin[count];
  std::copy(base.slot_lane.begin(), base.slot_lane.begin() + slots, solution.slot_lane.begin());
  solution.order = order_by_start(problem, solution, solution.start);
  return solution;
}

// Operations before one that stands and was moved (a longer setup after another family) go behind it from now on.
// False: there are none. O(n).
bool keep_off(const schedule::Solution& standing, Index count, const schedule::Solution& found,
              schedule::Problem& problem) {
  std::vector<Index> before(problem.lanes.size(), kNone);  // lane -> the last that is new
  bool moved = false;
  for (const Index op : found.order) {
    const Index lane = found.lane[op];
    if (lane == kNone) continue;
    if (op >= count) {
      before[lane] = op;
      continue;
    }
    if (found.start[op] > standing.start[op] && before[lane] != kNone) {
      Tick& release = problem.release[before[lane]];
      moved = moved || release < standing.end[op];
      release = std::max(release, standing.end[op]);
    }
    before[lane] = kNone;
  }
  return moved;
}

}  // namespace

struct Quotes::Base {
  Situation today;
  schedule::Solution stands;  // what was published, where it gets when nothing is done
  AllocationOrder allocation;
};

// The plant with the inquiry, what is made and bought with it, and when.
struct Quotes::Placed {
  model::Plant plant;
  Proposal proposal;
  schedule::Solution solution;
  model::OrderId order;
  bool moves_published = false;  // no gaps were found that leave all published work where it stands

  [[nodiscard]] QuotedDate date() const {
    QuotedDate date{.due = plant.frame.tick(plant.orders[order].due())};
    if (moves_published) {
      date.moves_published = true;
      return date;
    }
    base::Quantity supplied;
    Tick last = 0;
    for (const plan::Peg& peg : proposal.plan.pegs) {
      if (peg.demand != plan::DemandKind::order || peg.demand_index != order.index()) continue;
      supplied += peg.quantity;
      last = std::max(last, there_at(peg));
    }
    if (supplied >= plant.orders[order].quantity) date.delivered = last;
    for (const plan::Unplanned& gone : proposal.plan.unplanned) {
      if (gone.order != order) continue;
      date.reason = gone.reason;
      date.missing = gone.item;
    }
    if (last == kNever) date.reason = plan::UnplannedReason::beyond_horizon;
    return date;
  }

 private:
  [[nodiscard]] Tick there_at(const plan::Peg& peg) const {
    if (peg.supply != plan::SupplyKind::production) return available_at(plant, proposal.plan, peg);
    Tick end = 0;
    for (const plan::PlacementId id :
         proposal.plan.production_orders[plan::ProductionOrderId(peg.supply_index)].placements) {
      const Index op = proposal.model.operation_of[id.index()];
      end = std::max(end, op == kNone ? proposal.plan.placements[id].end : solution.end[op]);
    }
    return end;
  }
};

Quotes::Quotes(const model::Plant& now, const Published& published) : now_(now) {
  Situation today = situation(now, published);
  schedule::Damage damage(today.damage.problem, today.damage.published);
  schedule::Solution stands = schedule::shift_right(damage);
  for (Index op = 0; op < damage.problem().operation_count; ++op) {
    if (damage.problem().fixed[op] != schedule::Fixed::free) stands.mode[op] = damage.published().mode[op];
  }
  AllocationOrder allocation = today.today.allocation;
  allocation.kept = promised(today.today.plan);
  allocation.ranks.push_back(static_cast<std::uint32_t>(now.orders.size()));
  if (!allocation.lateness.empty()) allocation.lateness.push_back(0);
  if (!allocation.first_part.empty()) allocation.first_part.emplace_back();
  base_ = std::make_unique<const Base>(
      Base{.today = std::move(today), .stands = std::move(stands), .allocation = std::move(allocation)});
}

Quotes::~Quotes() = default;

Quotes::Placed Quotes::placed(const Inquiry& inquiry) const {
  Placed placed{.plant = with_inquiry(now_, inquiry, kInquiryId), .proposal = {}, .solution = {}, .order = {}};
  placed.order = model::OrderId(now_.orders.size());
  placed.proposal = supplied(placed.plant, base_->allocation);
  const schedule::Problem& problem = placed.proposal.model.problem;
  const Index count = alike(base_->today.today, placed.proposal);
  const schedule::Solution standing = prefix(problem, base_->stands, count);
  for (int round = 0; round < kGapRounds; ++round) {
    schedule::Damage gaps(placed.proposal.model.problem, standing);
    placed.solution = schedule::shift_right(gaps);
    if (!keep_off(standing, count, placed.solution, placed.proposal.model.problem)) break;
  }
  placed.moves_published =
      !std::equal(standing.start.begin(), standing.start.begin() + count, placed.solution.start.begin());
  return placed;
}

QuotedDate Quotes::date(const Inquiry& inquiry) const { return placed(inquiry).date(); }

Quote Quotes::quote(const Inquiry& inquiry) const {
  Placed placed = this->placed(inquiry);
  Quote quote{.date = placed.date(), .plan = {}, .plant = {}};
  if (quote.date.delivered != kNever) {
    quote.plan = costed(placed.plant, placed.proposal, placed.solution);
    for (const plan::CostLine& line : quote.plan.costs) {
      if (line.order == placed.order) quote.cost[static_cast<std::size_t>(line.kind)] += line.amount;
    }
    const auto delivery = std::find_if(quote.plan.deliveries.begin(), quote.plan.deliveries.end(),
                                       [&](const plan::Delivery& each) { return each.order == placed.order; });
    if (delivery != quote.plan.deliveries.end()) quote.waits = late_chain(placed.plant, quote.plan, *delivery);
  }
  quote.plant = std::move(placed.plant);
  return quote;
}

base::Money Quote::total() const {
  base::Money sum;
  for (const base::Money part : cost) sum += part;
  return sum;
}

model::Plant with_inquiry(const model::Plant& now, const Inquiry& inquiry, const std::string& id) {
  model::Plant plant = now;
  model::CustomerOrder order;
  order.id = id;
  order.customer = inquiry.customer;
  order.item = inquiry.item;
  order.site = inquiry.site;
  order.quantity = inquiry.quantity;
  order.requested = inquiry.requested;
  order.priority = inquiry.priority;
  plant.orders.push_back(std::move(order));
  return plant;
}

}  // namespace kilter::coordinate
