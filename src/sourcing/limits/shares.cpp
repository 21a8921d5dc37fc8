#include "sourcing/limits/shares.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "plan/penalty.hpp"

namespace kilter::sourcing {

using material::PurchaseNeed;

void Rationing::serve(Group& group, const Wanted& wanted) {
  const std::vector<OpenNeed> open = still_open(group, wanted);
  if (open.empty()) return;
  const DemandSeries series = demand_series(plant_, needs_, open, earliest_receipt(group.terms));
  const Solution solution = sizing_.solve(series, group.terms);
  group.met_vendor_limit = group.met_vendor_limit || solution.met_vendor_limit;
  group.met_budget_limit = group.met_budget_limit || solution.met_budget_limit;
  for (const Choice& choice : solution.choices) {
    ledger_.enter(use_of(group.terms[choice.terms], choice));
    group.choices.push_back(choice);
  }
}

void Rationing::give_back(Group& group) {
  for (const Choice& choice : group.choices) ledger_.remove(use_of(group.terms[choice.terms], choice));
  group.choices.clear();
}

void Rationing::take_again(const Group& group) {
  for (const Choice& choice : group.choices) ledger_.enter(use_of(group.terms[choice.terms], choice));
}

// What needs that are wanted lack after the choices made so far.
std::vector<OpenNeed> Rationing::still_open(Group& group, const Wanted& wanted) {
  std::vector<OpenNeed> open = all_needs(needs_, group);
  std::erase_if(open, [&](const OpenNeed& need) { return !wanted(needs_[need.need].rank); });
  if (group.choices.empty() || open.empty()) return open;
  sort_choices(group);
  const std::optional<time::Duration>& life = plant_.items[needs_[group.first].item].shelf_life;
  for (const Served& part : assign(needs_, open, receipts_of(group.choices), life)) {
    open[part.open].quantity -= part.quantity;
  }
  std::erase_if(open, [](const OpenNeed& need) { return !need.quantity.positive(); });
  return open;
}

bool Shares::better_than(const Shares& other) const {
  if (cost >= other.cost) return false;
  for (std::size_t i = 0; i < missing.size(); ++i) {
    if (missing[i] > other.missing[i]) return false;
  }
  return true;
}

namespace {

// How late purchases make what waits for them. An order waits for the last of its components, so that counts once.
class Lateness {
 public:
  explicit Lateness(const model::Plant& plant) : plant_(plant) {}

  void note(const PurchaseNeed& need, Tick receipt) {
    const Tick late = std::max<Tick>(0, receipt - std::max<Tick>(0, need.need));
    if (late == 0) return;
    if (need.order.valid()) {
      Tick& worst = of_order_[need.order];
      worst = std::max(worst, late);
    } else if (need.demand != plan::DemandKind::safety_stock) {
      cost_ += per_day(plant_.policy.default_penalty_per_day, late);
    }
  }
  [[nodiscard]] MicroCents cost() const {
    MicroCents cost = cost_;
    for (const auto& [order, late] : of_order_) {
      cost += per_day(plan::penalty_per_day(plant_, plant_.orders[order]), late);
    }
    return cost;
  }

 private:
  static MicroCents per_day(base::Money penalty, Tick late) {
    return base::mul_div_floor(micro_cents(penalty), late, 86'400);
  }
  const model::Plant& plant_;
  MicroCents cost_ = 0;
  std::map<model::OrderId, Tick> of_order_;
};

// Goods, order costs and holding of one group; notes the lateness of its needs. Returns what they lack beside.
struct Outcome {
  MicroCents cost = 0;
  std::int64_t missing = 0;
};

Outcome outcome_of(const model::Plant& plant, std::span<const PurchaseNeed> needs, const Group& group,
                   Lateness& lateness) {
  const std::vector<OpenNeed> open = all_needs(needs, group);
  const DemandSeries series = demand_series(plant, needs, open, earliest_receipt(group.terms));
  const SeriesFacts facts(plant, series);
  Outcome outcome;
  std::vector<base::Quantity> unused;
  for (const Choice& choice : group.choices) {
    outcome.cost += group.terms[choice.terms].cost(choice.lot);
    unused.push_back(choice.lot.good);
  }
  for (const OpenNeed& need : open) outcome.missing += need.quantity.raw();
  std::vector<Tick> last(open.size(), time::kLongAgo);
  const std::optional<time::Duration>& life = plant.items[needs[group.first].item].shelf_life;
  base::Int128 held = 0;
  for (const Served& part : assign(needs, open, receipts_of(group.choices), life)) {
    const Tick receipt = group.choices[part.receipt].receipt;
    const Tick waits = std::max<Tick>(0, needs[open[part.open].need].need - receipt);
    held += base::Int128(part.quantity.raw()) * waits;
    last[part.open] = std::max(last[part.open], receipt);
    unused[part.receipt] -= part.quantity;
    outcome.missing -= part.quantity.raw();
  }
  const Tick horizon = plant.frame.tick(plant.policy.horizon);
  for (std::size_t i = 0; i < unused.size(); ++i) {
    held += base::Int128(unused[i].raw()) * std::max<Tick>(0, horizon - group.choices[i].receipt);
  }
  outcome.cost += facts.holding(held / 86'400);
  for (std::size_t i = 0; i < open.size(); ++i) lateness.note(needs[open[i].need], last[i]);
  return outcome;
}

}  // namespace

Shares Rationing::shares_of(std::vector<Group*>& groups) {
  Shares all;
  Lateness lateness(plant_);
  for (Group* group : groups) {
    sort_choices(*group);
    const Outcome outcome = outcome_of(plant_, needs_, *group, lateness);
    all.groups.push_back(*group);
    all.cost += outcome.cost;
    all.missing.push_back(outcome.missing);
  }
  all.cost += lateness.cost();
  return all;
}

}  // namespace kilter::sourcing
