#include "sourcing/limits/shares.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "plan/penalty.hpp"

namespace kilter::sourcing {

using material::PurchaseNeed;

void Rationing::serve(Group& group, const Wanted& wanted) {
  std::vector<OpenNeed> open = wanted_needs(group, wanted);
  if (open.empty()) return;
  if (!group.choices.empty()) {
    sort_choices(group);
    const std::optional<time::Duration>& life = plant_.items[needs_[group.first].item].shelf_life;
    for (const Served& part : assign(needs_, open, receipts_of(group.choices), life)) {
      open[part.open].quantity -= part.quantity;
    }
    std::erase_if(open, [](const OpenNeed& need) { return !need.quantity.positive(); });
  }
  if (!open.empty()) buy(group, open, 0);
}

bool Rationing::buy(Group& group, const std::vector<OpenNeed>& open, Tick later) {
  Tick earliest = earliest_receipt(group.terms);
  if (later > 0) {
    Tick first = time::kNever;
    for (const OpenNeed& need : open) first = std::min(first, std::max<Tick>(0, needs_[need.need].need));
    if (first < time::kNever - later) earliest = std::max(earliest, first + later);
  }
  const DemandSeries series = demand_series(plant_, needs_, open, earliest);
  const Solution solution = sizing_.solve(series, group.terms);
  group.met_vendor_limit = group.met_vendor_limit || solution.met_vendor_limit;
  group.met_budget_limit = group.met_budget_limit || solution.met_budget_limit;
  for (const Choice& choice : solution.choices) {
    ledger_.enter(use_of(group.terms[choice.terms], choice));
    group.choices.push_back(choice);
  }
  return solution.covered == series.total();
}

void Rationing::give_back(Group& group, std::size_t first) {
  for (std::size_t i = first; i < group.choices.size(); ++i) {
    ledger_.remove(use_of(group.terms[group.choices[i].terms], group.choices[i]));
  }
  group.choices.resize(std::min(first, group.choices.size()));
}

void Rationing::give_back(Group& group) {
  give_back(group, 0);
  group.wanted = all_needs(needs_, group);
}

void Rationing::take_again(const Group& group) {
  for (const Choice& choice : group.choices) ledger_.enter(use_of(group.terms[choice.terms], choice));
}

base::Quantity part_of(base::Quantity quantity, base::Ratio part) {
  if (part == base::Ratio::one()) return quantity;
  const base::Quantity some = quantity.times_ceil(part);
  return quantity.raw() % base::kMicro == 0 ? some.round_up_to(base::Quantity::units(1)) : some;
}

std::vector<OpenNeed> Rationing::wanted_needs(const Group& group, const Wanted& wanted) const {
  std::vector<OpenNeed> open;
  open.reserve(group.last - group.first);
  for (std::size_t i = group.first; i < group.last; ++i) {
    const base::Ratio part = wanted(needs_[i].rank);
    if (part.positive()) open.push_back({.need = i, .quantity = part_of(needs_[i].quantity, part)});
  }
  return open;
}

bool Shares::better_than(const Shares& other) const {
  return std::tie(left_out, stock_missing, cost) < std::tie(other.left_out, other.stock_missing, other.cost);
}

namespace {

// How late purchases make what waits for them, and what is not served. An order waits for the last of its components
// and lacks what it lacks most of, so that counts once.
class Lateness {
 public:
  explicit Lateness(const model::Plant& plant) : plant_(plant) {}

  void note_missing(const PurchaseNeed& need, base::Quantity missing) {
    if (!missing.positive()) return;
    const std::int64_t part = base::mul_div_ceil(missing.raw(), base::kMicro, need.quantity.raw());
    if (need.order.valid()) {
      std::int64_t& most = missing_of_[need.order];
      most = std::max(most, plant_.orders[need.order].partial ? part : base::kMicro);
    } else {
      stock_missing_ += part;
    }
  }

  // `worst_part`: of the last part of the need; `sum`: over its parts, millionths x seconds.
  void note(const PurchaseNeed& need, Tick worst_part, base::Int128 sum) {
    const bool in_parts = need.order.valid() && plant_.orders[need.order].partial;
    const Tick late = in_parts ? static_cast<Tick>(sum / need.quantity.raw()) : worst_part;
    if (late == 0) return;
    if (need.order.valid()) {
      Tick& worst = of_order_[need.order];
      worst = std::max(worst, late);
    } else if (need.demand != plan::DemandKind::safety_stock) {
      cost_ += per_day(plant_.policy.default_penalty_per_day, late);
    }
  }
  // That the need is served by goods that keep for `life` only.
  void note_perishable(const PurchaseNeed& need, Tick receipt, time::Duration life) {
    if (need.order.valid()) perishable_.push_back({&need, receipt, life.count()});
  }
  // What would be spoiled by the time that the last component of the order is there is missing, too.
  void add_spoiled() {
    for (const Perishable& goods : perishable_) {
      const auto late = of_order_.find(goods.need->order);
      const Tick waits = late == of_order_.end() ? 0 : late->second;
      const std::int64_t used = std::int64_t{std::max<Tick>(0, goods.need->need)} + waits;
      if (used - goods.receipt > goods.life) note_missing(*goods.need, goods.need->quantity);
    }
  }
  [[nodiscard]] std::int64_t stock_missing() const { return stock_missing_; }
  [[nodiscard]] std::int64_t left_out() const {
    std::int64_t sum = 0;
    for (const auto& [order, part] : missing_of_) {
      sum += std::max<std::int64_t>(1, plan::penalty_per_day(plant_, plant_.orders[order]).raw()) * part;
    }
    return sum;
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
  struct Perishable {
    const PurchaseNeed* need = nullptr;
    Tick receipt = 0;
    std::int64_t life = 0;
  };
  const model::Plant& plant_;
  MicroCents cost_ = 0;
  std::vector<Perishable> perishable_;
  std::int64_t stock_missing_ = 0;
  std::map<model::OrderId, Tick> of_order_;
  std::map<model::OrderId, std::int64_t> missing_of_;  // millionths
};

// Goods, order costs and holding of one group; notes the lateness of its needs and what they lack.
MicroCents cost_of(const model::Plant& plant, std::span<const PurchaseNeed> needs, const Group& group,
                   Lateness& lateness) {
  std::vector<OpenNeed> open = all_needs(needs, group);
  const DemandSeries series = demand_series(plant, needs, open, earliest_receipt(group.terms));
  const SeriesFacts facts(plant, series);
  MicroCents cost = 0;
  std::vector<base::Quantity> unused;
  for (const Choice& choice : group.choices) {
    cost += group.terms[choice.terms].cost(choice.lot);
    unused.push_back(choice.lot.good);
  }
  std::vector<Tick> worst(open.size(), 0);
  std::vector<base::Int128> late_sum(open.size(), 0);
  const std::optional<time::Duration>& life = plant.items[needs[group.first].item].shelf_life;
  base::Int128 held = 0;
  for (const Served& part : assign(needs, group.wanted, receipts_of(group.choices), life)) {
    const std::size_t at = group.wanted[part.open].need - group.first;
    const Tick receipt = group.choices[part.receipt].receipt;
    const Tick need = needs[group.first + at].need;
    const Tick late = std::max<Tick>(0, receipt - std::max<Tick>(0, need));
    held += base::Int128(part.quantity.raw()) * std::max<Tick>(0, need - receipt);
    worst[at] = std::max(worst[at], late);
    late_sum[at] += base::Int128(part.quantity.raw()) * late;
    if (life) lateness.note_perishable(needs[group.first + at], receipt, *life);
    unused[part.receipt] -= part.quantity;
    open[at].quantity -= part.quantity;
  }
  const Tick horizon = plant.frame.tick(plant.policy.horizon);
  for (std::size_t i = 0; i < unused.size(); ++i) {
    held += base::Int128(unused[i].raw()) * std::max<Tick>(0, horizon - group.choices[i].receipt);
  }
  for (std::size_t i = 0; i < open.size(); ++i) {
    lateness.note(needs[group.first + i], worst[i], late_sum[i]);
    lateness.note_missing(needs[group.first + i], open[i].quantity);
  }
  return cost + facts.holding(held / 86'400);
}

}  // namespace

Shares Rationing::shares_of(std::vector<Group*>& groups) {
  Shares all;
  Lateness lateness(plant_);
  for (Group* group : groups) {
    sort_choices(*group);
    all.cost += cost_of(plant_, needs_, *group, lateness);
    all.groups.push_back(*group);
  }
  all.cost += lateness.cost();
  lateness.add_spoiled();
  all.left_out = lateness.left_out();
  all.stock_missing = lateness.stock_missing();
  return all;
}

}  // namespace kilter::sourcing
