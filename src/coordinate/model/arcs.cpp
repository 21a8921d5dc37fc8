#include "coordinate/model/arcs.hpp"

#include <algorithm>

#include "coordinate/model/clearances.hpp"
#include "coordinate/model/supply_dates.hpp"
#include "plan/clearances/order_clearances.hpp"
#include "plan/work_content.hpp"

namespace kilter::coordinate {
namespace {

using plan::PlacementId;
using plan::ProductionOrderId;
using schedule::Arc;
using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

// Batches of one transfer that are followed one by one. What is finer moves on in multiples of its batch: that keeps
// the finer rule, too, and gives away less than a hundredth of the run.
constexpr std::int64_t kMostBatches = 128;

// An arc and the operation that waits; sorted into CSR at the end.
struct Waiting {
  Index operation = 0;
  Arc arc;
};

class ArcWriter {
 public:
  ArcWriter(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model)
      : plant_(plant), plan_(plan), model_(model), waiting_(plant), closing_(plant.items.size()) {
    for (const model::ItemId item : base::ids_of(plant.items)) closing_[item.index()] = closing_operations(plant, item);
  }

  void write() {
    arcs_.reserve(plan_.placements.size());
    for (const PlacementId id : base::ids_of(plan_.placements)) add_routing(id);
    for (const plan::Peg& peg : plan_.pegs) {
      if (peg.demand == plan::DemandKind::placement) add_peg(peg);
      if (peg.demand == plan::DemandKind::order) add_delivery(peg);
    }
    hold_back();
    sort_into_problem();
  }

 private:
  [[nodiscard]] Index operation_of(PlacementId placement) const { return model_.operation_of[placement.index()]; }

  void release(Index operation, Tick at) {
    Tick& release = model_.problem.release[operation];
    if (model_.problem.fixed[operation] == schedule::Fixed::free) release = std::max(release, at);
  }

  void add_routing(PlacementId id) {
    const Index operation = operation_of(id);
    if (operation == kNone) return;
    const plan::Placement& placement = plan_.placements[id];
    if (placement.status == model::WorkStatus::started) return;
    const plan::ProductionOrder& order = plan_.production_orders[placement.order];
    const std::uint32_t first = plant_.items[order.item].operations.first().index();
    for (const model::Predecessor& before : plant_.operations[placement.operation].predecessors) {
      const PlacementId other = order.placements.at(before.operation.index() - first);
      const auto wait = static_cast<Tick>(before.minimum_wait.count());
      if (operation_of(other) == kNone) {
        release(operation, std::max<Tick>(0, plan_.placements[other].end + wait));
        continue;
      }
      Arc arc{.operation = operation_of(other), .minimum_lag = wait};
      if (before.maximum_wait) arc.maximum_lag = static_cast<Tick>(before.maximum_wait->count());
      arc.transfer = transfer_of(order, before.operation, plan_.placements[id].operation);
      arcs_.push_back({.operation = operation, .arc = arc});
    }
  }

  // Index of a transfer in batches of that many units, the last with the rest; kNone when the whole order moves at
  // once.
  Index transfer_of(const plan::ProductionOrder& order, model::OperationId before, model::OperationId after) {
    const base::Quantity quantity = plan::quantity_at(plant_, order, before);
    const base::Quantity batch = batch_into(after, plant_.operations[before], quantity);
    if (!batch.positive()) return kNone;
    const std::int64_t single = (quantity.raw() + batch.raw() - 1) / batch.raw();
    if (single <= 1) return kNone;
    const std::int64_t moved = batch.raw() * ((single + kMostBatches - 1) / kMostBatches);
    const std::int64_t parts = (quantity.raw() + moved - 1) / moved;
    model_.problem.transfers.push_back(
        {.batches = static_cast<std::int32_t>(parts), .quantity = quantity.raw(), .batch = moved});
    return static_cast<Index>(model_.problem.transfers.size() - 1);
  }

  // The batch in which units move on to an operation. A cycle of a batch unit needs all its pieces when it starts: they
  // move on cycle by cycle where every cycle is full and takes whole transfer batches, else all at once (zero).
  [[nodiscard]] base::Quantity batch_into(model::OperationId after, const model::Operation& before,
                                          base::Quantity quantity) const {
    const base::Quantity batch = before.transfer_batch;
    const std::vector<model::UnitChoice>& units = plant_.operations[after].units;
    const auto cycle_of = [this](const model::UnitChoice& choice) {
      return plant_.work_units[choice.unit].batch_capacity;
    };
    if (!batch.positive() || units.empty()) return batch;
    const base::Quantity cycle = cycle_of(units.front());
    const bool alike =
        std::all_of(units.begin(), units.end(), [&](const auto& unit) { return cycle_of(unit) == cycle; });
    if (alike && !cycle.positive()) return batch;
    const bool full = alike && before.yield == base::Ratio::one() && quantity.raw() % cycle.raw() == 0;
    return full && cycle.raw() % batch.raw() == 0 ? cycle : base::Quantity::zero();
  }

  void add_peg(const plan::Peg& peg) {
    const Index operation = operation_of(PlacementId(peg.demand_index));
    if (operation == kNone) return;
    if (plan_.placements[PlacementId(peg.demand_index)].status == model::WorkStatus::started) return;
    if (peg.supply != plan::SupplyKind::production) {
      release(operation, available_at(plant_, plan_, peg));
      return;
    }
    const plan::ProductionOrder& supply = plan_.production_orders[ProductionOrderId(peg.supply_index)];
    const Index movable = last_movable(supply);
    for (const std::uint32_t offset : closing_[supply.item.index()]) {
      const PlacementId last = supply.placements.at(offset);
      if (operation_of(last) == kNone) {
        release(operation, std::max<Tick>(0, plan_.placements[last].end));
        continue;
      }
      Arc arc{.operation = operation_of(last)};
      if (arc.operation == movable) arc.maximum_lag = keeps(supply.item);
      arcs_.push_back({.operation = operation, .arc = arc});
    }
  }

  // What does not keep until it is handed over, on the due date and cleared at the earliest, is not made before it
  // would.
  void add_delivery(const plan::Peg& peg) {
    if (peg.supply != plan::SupplyKind::production) return;
    const plan::ProductionOrder& supply = plan_.production_orders[ProductionOrderId(peg.supply_index)];
    const Index movable = last_movable(supply);
    if (movable == kNone || keeps(supply.item) == kNever) return;
    const auto modes = model_.problem.modes_of(movable);
    const auto least = std::min_element(modes.begin(), modes.end(),
                                        [](const auto& one, const auto& other) { return one.work < other.work; });
    if (least == modes.end()) return;
    const model::OrderId order(peg.demand_index);
    const std::int64_t due = std::max(plant_.frame.tick(plant_.orders[order].due()), waiting_.expected(order));
    release(movable, static_cast<Tick>(std::max<std::int64_t>(0, due - keeps(supply.item) - least->work)));
  }

  // Shelf life; kNever where it does not matter within the horizon.
  [[nodiscard]] Tick keeps(model::ItemId item) const {
    const std::optional<model::Duration>& life = plant_.items[item].shelf_life;
    return life && life->count() < plant_.frame.tick(plant_.policy.horizon) ? static_cast<Tick>(life->count()) : kNever;
  }

  // One of the order's closing operations that the schedule can put off; its end is not after the order's.
  [[nodiscard]] Index last_movable(const plan::ProductionOrder& order) const {
    Index movable = kNone;
    for (const std::uint32_t offset : closing_[order.item.index()]) {
      const Index operation = operation_of(order.placements.at(offset));
      if (operation != kNone && model_.problem.fixed[operation] == schedule::Fixed::free) movable = operation;
    }
    return movable;
  }

  // What is to be cleared on a date holds back the first operations it applies to.
  void hold_back() {
    if (plant_.clearances.empty()) return;
    const Clearances clearances(plant_, plan_);
    for (const model::Clearance& clearance : plant_.clearances) {
      if (!clearance.cleared && clearance.expected) hold_back(clearances, clearance);
    }
  }

  void hold_back(const Clearances& clearances, const model::Clearance& clearance) {
    const Tick at = plant_.frame.tick(*clearance.expected);
    for (std::size_t operation = 0; operation < model_.placement_of.size(); ++operation) {
      const plan::Placement& placement = plan_.placements[model_.placement_of[operation]];
      if (clearances.applies(clearance, placement) && placement.status == model::WorkStatus::waiting)
        release(static_cast<Index>(operation), at);
    }
  }

  void sort_into_problem() {
    auto& problem = model_.problem;
    problem.predecessor_begin.assign(problem.operation_count + 1, 0);
    for (const Waiting& waiting : arcs_) ++problem.predecessor_begin[waiting.operation + 1];
    for (std::size_t i = 0; i < problem.operation_count; ++i) {
      problem.predecessor_begin[i + 1] += problem.predecessor_begin[i];
    }
    problem.predecessors.resize(arcs_.size());
    std::vector<Index> next(problem.predecessor_begin.begin(), problem.predecessor_begin.end() - 1);
    for (const Waiting& waiting : arcs_) problem.predecessors[next[waiting.operation]++] = waiting.arc;
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  ScheduleModel& model_;
  plan::OrderClearances waiting_;
  std::vector<std::vector<std::uint32_t>> closing_;  // per item
  std::vector<Waiting> arcs_;
};

}  // namespace

std::vector<std::uint32_t> closing_operations(const model::Plant& plant, model::ItemId item) {
  const auto operations = plant.items[item].operations;
  if (operations.empty()) return {};
  const std::uint32_t first = operations.first().index();
  std::vector<bool> waited_for(operations.size(), false);
  for (const model::OperationId id : operations) {
    for (const model::Predecessor& before : plant.operations[id].predecessors) {
      waited_for[before.operation.index() - first] = true;
    }
  }
  std::vector<std::uint32_t> closing;
  for (std::uint32_t offset = 0; offset < waited_for.size(); ++offset) {
    if (!waited_for[offset]) closing.push_back(offset);
  }
  return closing;
}

void write_arcs(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model) {
  ArcWriter(plant, plan, model).write();
}

namespace {

// Each operation after all its successors.
std::vector<Index> downstream_first(const schedule::Problem& problem) {
  std::vector<Index> waiting(problem.operation_count, 0);  // successors not yet passed
  for (const Arc& arc : problem.predecessors) ++waiting[arc.operation];
  std::vector<Index> order;
  order.reserve(problem.operation_count);
  for (Index operation = 0; operation < problem.operation_count; ++operation) {
    if (waiting[operation] == 0) order.push_back(operation);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const Arc& arc : problem.predecessors_of(order[next])) {
      if (--waiting[arc.operation] == 0) order.push_back(arc.operation);
    }
  }
  return order;
}

// With infinite capacity, so that the latest end holds; kNever when there is none.
Tick latest_start_of(const schedule::Problem& problem, Index operation) {
  const Tick end = problem.latest_end[operation];
  const auto modes = problem.modes_of(operation);
  if (end == kNever || modes.empty()) return end;
  return problem.calendars[modes.front().calendar].subtract(end, modes.front().work);
}

}  // namespace

void write_latest_ends(schedule::Problem& problem) {
  problem.latest_end.assign(problem.operation_count, kNever);
  for (std::size_t job = 0; job < problem.jobs.size(); ++job) {
    for (const Index operation : problem.closing_of(static_cast<Index>(job))) {
      problem.latest_end[operation] = std::min(problem.latest_end[operation], problem.jobs[job].due);
    }
  }
  for (const Index operation : downstream_first(problem)) {
    const Tick start = latest_start_of(problem, operation);
    if (start == kNever) continue;
    for (const Arc& arc : problem.predecessors_of(operation)) {
      const Tick latest = start <= time::kLongAgo ? start : start - arc.minimum_lag;
      problem.latest_end[arc.operation] = std::min(problem.latest_end[arc.operation], latest);
    }
  }
}

}  // namespace kilter::coordinate
