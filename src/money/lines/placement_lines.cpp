#include "money/lines/placement_lines.hpp"

#include <algorithm>

#include "money/lines/order_shares.hpp"
#include "money/lines/setup_prices.hpp"
#include "money/lines/worked_time.hpp"
#include "plan/work_content.hpp"

namespace kilter::money {
namespace {

using base::HourlyRate;
using plan::CostKind;
using plan::CostLine;
using plan::Placement;

std::vector<Tick> period_limits(const model::Plant& plant) {
  std::vector<Tick> limits;
  for (const model::Budget& budget : plant.budgets) {
    limits.push_back(plant.frame.tick(budget.from));
    limits.push_back(plant.frame.tick(budget.until));
  }
  std::sort(limits.begin(), limits.end());
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  return limits;
}

struct Rates {
  HourlyRate regular;
  HourlyRate overtime;
  CostKind kind = CostKind::labour;
};

class PlacementWriter {
 public:
  PlacementWriter(const model::Plant& plant, const plan::Plan& plan, const plan::ServedOrders& served,
                  std::vector<CostLine>& lines)
      : plant_(plant),
        plan_(plan),
        served_(served),
        lines_(lines),
        worked_(plant, plan),
        limits_(period_limits(plant)),
        setup_(setup_prices(plant, plan)) {}

  void write(plan::PlacementId id) {
    const Placement& placement = plan_.placements[id];
    if (placement.start == time::kNever || placement.status == model::WorkStatus::done || placement.end <= 0) return;
    line_ = {.ref = plan::CostRef::placement, .index = id.index()};
    write_time(placement);
    line_.person = model::PersonId::none();
    line_.at = worked_.goes_on(placement);
    if (!setup_.empty()) put(CostKind::setup, setup_[id.index()]);
    if (placement.start < 0) return;
    line_.at = placement.start;
    write_outside(placement);
  }

 private:
  void write_time(const Placement& placement) {
    Tick from = std::max<Tick>(worked_.goes_on(placement), 0);
    auto limit = std::upper_bound(limits_.begin(), limits_.end(), from);
    while (from < placement.end) {
      const Tick until = limit == limits_.end() ? placement.end : std::min(placement.end, *limit++);
      write_part(placement, {.from = from, .until = until});
      from = until;
    }
  }

  void write_part(const Placement& placement, Part part) {
    line_.at = part.from;
    overtime_.clear();
    for (const plan::AssignmentId id : placement.assignments) {
      const plan::Assignment& assignment = plan_.assignments[id];
      if (assignment.kind != plan::AssigneeKind::person) continue;
      line_.person = model::PersonId(assignment.index);
      const model::Person& person = plant_.people[line_.person];
      write_worked(worked_.person(placement, assignment, part), {person.wage, person.overtime_wage, CostKind::labour});
    }
    line_.person = model::PersonId::none();
    if (placement.unit.valid()) {
      const model::WorkUnit& unit = plant_.work_units[placement.unit];
      if (!unit.cost.is_zero() || !unit.overtime_cost.is_zero()) {
        write_worked(worked_.unit(placement, part), {unit.cost, unit.overtime_cost, CostKind::machine});
      }
    }
    for (const CostLine& line : overtime_) share_out(line);
  }

  // Overtime lines wait until the regular ones of the placement are written.
  void write_worked(const Worked& worked, const Rates& rates) {
    put(rates.kind, rates.regular.times_seconds(worked.regular));
    if (worked.overtime == 0) return;
    line_.kind = CostKind::overtime;
    line_.amount = rates.overtime.times_seconds(worked.overtime);
    overtime_.push_back(line_);
  }

  void write_outside(const Placement& placement) {
    const model::Operation& operation = plant_.operations[placement.operation];
    if (!operation.vendor.valid() || operation.outside_price.is_zero()) return;
    const base::Quantity quantity =
        plan::quantity_at(plant_, plan_.production_orders[placement.order], placement.operation);
    put(CostKind::outside, operation.outside_price.times(quantity));
  }

  void put(CostKind kind, base::Money amount) {
    line_.kind = kind;
    line_.amount = amount;
    share_out(line_);
  }

  // Among the customer orders that the production order serves.
  void share_out(const CostLine& line) {
    if (line.amount.is_zero()) return;
    shares_.clear();
    for (const plan::Served& part : served_.of(plan_.placements[plan::PlacementId(line.index)].order)) {
      shares_.add(part.order, part.share);
    }
    shares_.write(line.amount, line, lines_);
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  const plan::ServedOrders& served_;
  std::vector<CostLine>& lines_;
  OrderShares shares_;
  WorkedTime worked_;
  std::vector<Tick> limits_;
  std::vector<base::Money> setup_;
  std::vector<CostLine> overtime_;
  CostLine line_;
};

}  // namespace

void write_placements(const model::Plant& plant, const plan::Plan& plan, const plan::ServedOrders& served,
                      std::vector<CostLine>& lines) {
  PlacementWriter writer(plant, plan, served, lines);
  for (const plan::PlacementId id : base::ids_of(plan.placements)) writer.write(id);
}

}  // namespace kilter::money
