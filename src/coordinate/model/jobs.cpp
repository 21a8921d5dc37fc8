#include "coordinate/model/jobs.hpp"

#include <algorithm>
#include <tuple>

#include "coordinate/model/arcs.hpp"
#include "plan/clearances/order_clearances.hpp"
#include "plan/penalty.hpp"

namespace kilter::coordinate {
namespace {

using plan::PlacementId;
using plan::ProductionOrderId;
using schedule::Index;
using schedule::kNone;
using time::Tick;

// A production order that delivers `quantity` of a customer order.
struct Deliverer {
  model::OrderId order;
  ProductionOrderId supply;
  base::Quantity quantity;
};

// Each pair once, by customer order.
std::vector<Deliverer> deliverers(const plan::Plan& plan) {
  std::vector<Deliverer> found;
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand == plan::DemandKind::order && peg.supply == plan::SupplyKind::production) {
      found.push_back({.order = model::OrderId(peg.demand_index),
                       .supply = ProductionOrderId(peg.supply_index),
                       .quantity = peg.quantity});
    }
  }
  std::sort(found.begin(), found.end(), [](const Deliverer& a, const Deliverer& b) {
    return std::tie(a.order, a.supply) < std::tie(b.order, b.supply);
  });
  std::vector<Deliverer> once;
  for (const Deliverer& deliverer : found) {
    const bool same = !once.empty() && once.back().order == deliverer.order && once.back().supply == deliverer.supply;
    if (same) {
      once.back().quantity += deliverer.quantity;
    } else {
      once.push_back(deliverer);
    }
  }
  return once;
}

// Customer orders become jobs, one for each. An order that may be shipped in parts becomes one more for each production
// order that delivers some of it, which its share of the penalty hangs on; its first then closes with nothing and is
// never late, but what is made for it stays as urgent as that of any other order.
class JobWriter {
 public:
  JobWriter(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model)
      : plant_(plant), plan_(plan), model_(model), clearances_(plant), job_of_(plant.orders.size(), kNone) {}

  void write() {
    auto& problem = model_.problem;
    for (const Deliverer& deliverer : deliverers(plan_)) {
      const model::CustomerOrder& order = plant_.orders[deliverer.order];
      const base::Money penalty = plan::penalty_per_day(plant_, order);
      const std::int64_t whole = base::mul_div_round(penalty.raw(), model_.per_cent, 86'400);
      Index& first = job_of_[deliverer.order.index()];
      if (first == kNone) first = add_job(deliverer.order, whole);
      if (order.partial) {
        add_job(deliverer.order, base::mul_div_round(whole, deliverer.quantity.raw(), order.quantity.raw()));
      }
      const plan::ProductionOrder& supply = plan_.production_orders[deliverer.supply];
      for (const std::uint32_t offset : closing_operations(plant_, supply.item)) {
        const Index operation = model_.operation_of[supply.placements.at(offset).index()];
        if (operation != kNone) problem.closing.push_back(operation);
      }
    }
    problem.closing_begin.push_back(static_cast<Index>(problem.closing.size()));
    problem.serves.reserve(problem.operation_count);
    for (const PlacementId id : model_.placement_of) {
      const model::OrderId order = plan_.production_orders[plan_.placements[id].order].for_order;
      problem.serves.push_back(order.valid() ? job_of_[order.index()] : kNone);
    }
  }

 private:
  // Closes with the operations that are added next.
  Index add_job(model::OrderId order, std::int64_t late_per_second) {
    auto& problem = model_.problem;
    const auto job = static_cast<Index>(problem.jobs.size());
    // No schedule delivers before the order is cleared: only what comes after that is in its hands.
    const Tick due = std::max(plant_.frame.tick(plant_.orders[order].due()), clearances_.expected(order));
    problem.jobs.push_back({.due = due, .late_per_second = late_per_second});
    problem.closing_begin.push_back(static_cast<Index>(problem.closing.size()));
    model_.job_order.push_back(order);
    return job;
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  ScheduleModel& model_;
  plan::OrderClearances clearances_;
  std::vector<Index> job_of_;  // by customer order: its first
};

}  // namespace

void write_jobs(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model) {
  JobWriter(plant, plan, model).write();
}

}  // namespace kilter::coordinate
