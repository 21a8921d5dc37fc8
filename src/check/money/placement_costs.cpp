// Time is paid where it is worked:
//
//   placement        |====setup====|==========run==========|
//   budget periods   ........November........|..December....     one line for each side
//   overtime         ..................|~~~~~~|.............     paid at the overtime rate
#include <algorithm>

#include "check/facts/content.hpp"
#include "check/facts/stays.hpp"
#include "check/money/behind.hpp"
#include "check/money/expected_lines.hpp"
#include "check/money/sharing.hpp"

namespace kilter::check {
namespace {

base::Money cents_for(base::HourlyRate rate, std::int64_t seconds) {
  const base::Int128 worth = base::Int128(rate.raw()) * seconds;  // millionths of currency units x seconds / hour
  constexpr base::Int128 kPerCent = base::Int128(3'600) * 10'000;
  return base::Money::minor(static_cast<std::int64_t>((worth + kPerCent / 2) / kPerCent));
}

class PlacementCosts {
 public:
  PlacementCosts(const Facts& facts, Behind& behind, Lines& lines) : facts_(facts), behind_(behind), lines_(lines) {
    for (const model::Budget& budget : facts.plant.budgets) {
      limits_.push_back(facts.plant.frame.tick(budget.from));
      limits_.push_back(facts.plant.frame.tick(budget.until));
    }
    std::sort(limits_.begin(), limits_.end());
    limits_.erase(std::unique(limits_.begin(), limits_.end()), limits_.end());
  }

  void add(plan::PlacementId id) {
    const plan::Placement& placement = facts_.plan.placements[id];
    if (!is_live(placement) || placement.end <= 0) return;
    line_ = {};
    line_.ref = plan::CostRef::placement;
    line_.index = id.index();
    shares_ = behind_.of(placement.order);
    if (costs_time(placement)) add_time(id);
    if (placement.start < 0) return;
    line_.at = placement.start;
    add_outside(id);
  }

  void add_changeover(plan::PlacementId id, base::Money price) {
    line_ = {};
    line_.ref = plan::CostRef::placement;
    line_.index = id.index();
    line_.at = ahead_from(id);
    line_.kind = plan::CostKind::setup;
    share_out(price, behind_.of(facts_.plan.placements[id].order), line_, lines_);
  }

 private:
  [[nodiscard]] Tick ahead_from(plan::PlacementId id) const {
    const plan::Placement& placement = facts_.plan.placements[id];
    return placement.status == model::WorkStatus::started ? facts_.resumed(id) : placement.start;
  }

  [[nodiscard]] bool costs_time(const plan::Placement& placement) const {
    if (!placement.assignments.empty()) return true;
    if (!placement.unit.valid()) return false;
    const model::WorkUnit& unit = facts_.plant.work_units[placement.unit];
    return unit.cost.positive() || unit.overtime_cost.positive();
  }

  void add_time(plan::PlacementId id) {
    const plan::Placement& placement = facts_.plan.placements[id];
    Tick from = std::max<Tick>(ahead_from(id), 0);
    const Intervals all = facts_.effective(id, from, placement.end);
    for (auto limit = std::upper_bound(limits_.begin(), limits_.end(), from); from < placement.end; ++limit) {
      const Tick until = limit == limits_.end() ? placement.end : std::min(placement.end, *limit);
      add_part(id, clipped(all, from, until), from);
      from = until;
      if (limit == limits_.end()) break;
    }
  }

  void add_part(plan::PlacementId id, const Intervals& worked, Tick from) {
    const plan::Placement& placement = facts_.plan.placements[id];
    line_.at = from;
    for (const plan::AssignmentId assignment_id : placement.assignments) {
      const plan::Assignment& assignment = facts_.plan.assignments[assignment_id];
      if (assignment.kind != plan::AssigneeKind::person) continue;
      line_.person = model::PersonId(assignment.index);
      const model::Person& person = facts_.plant.people[line_.person];
      line_.kind = plan::CostKind::labour;
      add_hours(clipped(worked, assignment.start, assignment.end), person.calendar, person.wage, person.overtime_wage);
    }
    line_.person = model::PersonId::none();
    if (!placement.unit.valid()) return;
    const model::WorkUnit& unit = facts_.plant.work_units[placement.unit];
    line_.kind = plan::CostKind::machine;
    add_hours(worked, unit.calendar, unit.cost, unit.overtime_cost);
  }

  void add_hours(const Intervals& worked, model::CalendarId calendar, base::HourlyRate regular,
                 base::HourlyRate overtime) {
    const plan::CostKind kind = line_.kind;
    std::int64_t extra = 0;
    for (const Interval& part : worked) {
      extra += total(clipped(facts_.open.overtime(calendar), part.open, part.close));
    }
    share_out(cents_for(regular, total(worked) - extra), shares_, line_, lines_);
    line_.kind = plan::CostKind::overtime;
    share_out(cents_for(overtime, extra), shares_, line_, lines_);
    line_.kind = kind;
  }

  void add_outside(plan::PlacementId id) {
    const model::Operation& operation = facts_.operation(id);
    if (!operation.vendor.valid()) return;
    const base::Quantity units = quantity_at(facts_.plant, facts_.order(id), facts_.plan.placements[id].operation);
    const base::Int128 worth = base::Int128(operation.outside_price.raw()) * units.raw();
    constexpr base::Int128 kPerCent = base::Int128(base::kMicro) * 10'000;
    line_.kind = plan::CostKind::outside;
    share_out(base::Money::minor(static_cast<std::int64_t>((worth + kPerCent / 2) / kPerCent)), shares_, line_, lines_);
  }

  const Facts& facts_;
  Behind& behind_;
  Lines& lines_;
  Weights shares_;  // of the placement being charged
  std::vector<Tick> limits_;
  plan::CostLine line_;
};

// The price of each changeover, from what the lane did before.
void expect_changeovers(const Facts& facts, PlacementCosts& costs) {
  Stay before;
  bool first = true;
  for (const Stay& stay : stays_on_lanes(facts)) {
    const plan::Placement& now = facts.plan.placements[plan::PlacementId(stay.who)];
    const model::WorkUnit& unit = facts.plant.work_units[now.unit];
    const bool same_lane = !first && before.same_resource(stay);
    const model::FamilyId from =
        same_lane ? family_of(facts.plant, facts.plan.placements[plan::PlacementId(before.who)].operation)
                  : unit.initial_family;
    const bool changes_back = same_lane && now.status == model::WorkStatus::started;
    if (unit.setup_matrix.valid() && (now.start >= 0 || changes_back)) {
      const model::SetupMatrix& matrix = facts.plant.setup_matrices[unit.setup_matrix];
      costs.add_changeover(plan::PlacementId(stay.who), matrix.price(from, family_of(facts.plant, now.operation)));
    }
    before = stay;
    first = false;
  }
}

bool any_matrix(const model::Plant& plant) {
  return std::any_of(plant.work_units.begin(), plant.work_units.end(),
                     [](const model::WorkUnit& unit) { return unit.setup_matrix.valid(); });
}

}  // namespace

void expect_placements(const Facts& facts, Behind& behind, Lines& lines) {
  PlacementCosts costs(facts, behind, lines);
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    costs.add(id);
  }
  if (any_matrix(facts.plant)) expect_changeovers(facts, costs);
}

}  // namespace kilter::check
