// Messages say what the plan says: what to order today, and which open orders come too early, too late or in vain. All
// that are due are worked out from the pegs; each must be told, in these words, and no other.
#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "check/facts/content.hpp"
#include "check/facts/supply.hpp"
#include "check/needs/latest_starts.hpp"
#include "check/rules.hpp"
#include "plan/words.hpp"

namespace kilter::check {
namespace {

using base::Quantity;
using plan::ActionKind;
using plan::ActionMessage;
using plan::SupplyKind;

// An open order may come so much too late or too early, and be so much too small or too large, before anybody is told.
constexpr std::int64_t kLateDays = 1;
constexpr std::int64_t kEarlyDays = 7;
constexpr std::int64_t kPercentTooMuch = 5;
constexpr std::int64_t kPercentTooLittle = 25;

constexpr Tick kDay = 86'400;

// An open order as it stands in the plan.
struct Open {
  SupplyKind kind = SupplyKind::production;
  std::uint32_t index = 0;          // in the plant
  plan::ProductionOrderId in_plan;  // of production
  model::ItemId item;
  model::VendorId vendor;  // of a purchase
  Tick date = 0;
  Quantity quantity;
  Quantity good;
  Quantity used;
  Tick wanted = time::kNever;
  std::span<const plan::PegId> pegs;
  bool firm = false;
};

// What one order may be: a multiple of `step` that is not below `least` and, unless that is 0, not above `most`.
struct LotRule {
  Quantity least;
  Quantity step;
  Quantity most;
};

bool has_begun(const model::OpenProductionOrder& order) {
  return std::any_of(order.progress.begin(), order.progress.end(), [](const model::OperationProgress& step) {
    return step.status == model::WorkStatus::started || step.status == model::WorkStatus::done;
  });
}

bool more_than(Quantity part, std::int64_t percent, Quantity whole) {
  return base::Int128(part.raw()) * 100 > base::Int128(whole.raw()) * percent;
}

class Actions {
 public:
  Actions(const Facts& facts, Report& report) : facts_(facts), starts_(facts), report_(report) {}

  void check() {
    for (const model::OpenPurchaseOrderId id : ids_of(facts_.plant.purchase_orders)) {
      if (facts_.plant.purchase_orders[id].status != model::SupplyStatus::planned) expect_about(open_purchase(id));
    }
    for (const plan::ProductionOrderId id : ids_of(facts_.plan.production_orders)) {
      const model::OpenProductionOrderId open = facts_.plan.production_orders[id].open;
      if (open.valid() && !has_begun(facts_.plant.production_orders[open])) expect_about(open_production(id));
    }
    expect_orders_of_today();
    compare();
  }

 private:
  using Key = std::tuple<ActionKind, SupplyKind, std::uint32_t>;

  [[nodiscard]] Open open_purchase(model::OpenPurchaseOrderId id) const {
    const model::OpenPurchaseOrder& order = facts_.plant.purchase_orders[id];
    Open open;
    open.kind = SupplyKind::open_purchase;
    open.index = id.index();
    open.item = order.item;
    open.vendor = order.vendor;
    open.date = facts_.plant.frame.tick(order.current);
    open.quantity = order.quantity;
    open.good = good_received(facts_.plant.items[order.item], order.quantity);
    open.firm = order.status == model::SupplyStatus::firm;
    add_uses(id.index(), open);
    return open;
  }

  [[nodiscard]] Open open_production(plan::ProductionOrderId id) const {
    const plan::ProductionOrder& planned = facts_.plan.production_orders[id];
    const model::OpenProductionOrder& order = facts_.plant.production_orders[planned.open];
    Open open;
    open.index = planned.open.index();
    open.in_plan = id;
    open.item = order.item;
    open.date = facts_.plant.frame.tick(order.due);
    open.quantity = order.quantity;
    open.good = planned.good;
    open.firm = order.status == model::SupplyStatus::firm;
    add_uses(id.index(), open);
    return open;
  }

  void add_uses(std::uint32_t in_plan, Open& open) const {
    open.pegs = facts_.supplied_by(open.kind, in_plan);
    for (const plan::PegId id : open.pegs) {
      open.used += facts_.plan.pegs[id].quantity;
      open.wanted = std::min(open.wanted, starts_.wanted_by(id));
    }
  }

  void expect(ActionKind kind, const Open& open, Tick to, Quantity quantity) {
    expected_[{kind, open.kind, open.index}] = {
        .kind = kind, .supply = open.kind, .index = open.index, .from = open.date, .to = to, .quantity = quantity};
  }

  void expect_about(const Open& open) {
    if (!open.used.positive()) {
      expect(ActionKind::cancel, open, open.date, open.quantity);
      return;
    }
    expect_date(open);
    if (open.used < open.good) {
      expect_less(open);
    } else if (open.firm) {
      expect_more(open);
    }
    const bool firm_production = open.kind == SupplyKind::production && open.firm;
    if (firm_production && starts_.of_order(open.in_plan) <= 0) {
      expect(ActionKind::release, open, open.date, open.quantity);
    }
  }

  void expect_date(const Open& open) {
    const Tick chased = chased_for(open);
    const bool late = open.date > 0 && open.wanted < open.date - kLateDays * kDay;
    const bool early = open.wanted != time::kNever && std::int64_t{open.wanted} - open.date > kEarlyDays * kDay;
    if (late || chased != time::kNever) {
      const Tick wanted = late ? std::max<Tick>(0, open.wanted) : chased;
      expect(ActionKind::expedite, open, std::min(wanted, chased), open.quantity);
    } else if (early) {
      expect(ActionKind::defer, open, open.wanted, open.quantity);
    }
  }

  // A purchase under way that an order is late for is wanted sooner by what is counted on it.
  [[nodiscard]] Tick chased_for(const Open& open) const {
    Tick wanted = time::kNever;
    if (open.kind != SupplyKind::open_purchase) return wanted;
    for (const plan::LateChain& chain : facts_.plan.late_chains) {
      for (const plan::LateLink& link : chain.links) {
        const bool counts = link.cause == plan::LateCause::open_purchase && link.counted > 0;
        if (counts && link.blocker == open.index) wanted = std::min(wanted, link.until - link.counted);
      }
    }
    return wanted;
  }

  void expect_less(const Open& open) {
    const Quantity enough = smallest_order(open, open.used);
    if (more_than(open.quantity - enough, kPercentTooMuch, open.quantity)) {
      expect(ActionKind::decrease, open, open.date, enough);
    }
  }

  void expect_more(const Open& open) {
    const Quantity missing = taken_from_new_orders(open);
    if (!missing.positive() || more_than(missing, kPercentTooLittle, open.quantity)) return;
    const Quantity enough = smallest_order(open, open.good + missing);
    const Quantity most = lot_rule(open).most;
    if (!most.positive() || enough <= most) expect(ActionKind::increase, open, open.date, enough);
  }

  // What the demands that no later open order serves take of the same item from orders that the plan adds.
  [[nodiscard]] Quantity taken_from_new_orders(const Open& open) const {
    Quantity sum;
    std::vector<std::tuple<plan::DemandKind, std::uint32_t, model::BomLineId>> seen;
    for (const plan::PegId id : open.pegs) {
      const plan::Peg& peg = facts_.plan.pegs[id];
      if (peg.demand == plan::DemandKind::safety_stock) continue;
      const std::tuple demand{peg.demand, peg.demand_index, peg.line};
      if (std::find(seen.begin(), seen.end(), demand) != seen.end()) continue;
      seen.push_back(demand);
      sum += taken_from_new_orders(open, peg);
    }
    return sum;
  }

  [[nodiscard]] Quantity taken_from_new_orders(const Open& open, const plan::Peg& served) const {
    Quantity sum;
    for (const plan::PegId id : facts_.supplied_to(served.demand, served.demand_index)) {
      const plan::Peg& peg = facts_.plan.pegs[id];
      if (peg.line != served.line) continue;
      if (comes_later(peg, open)) return {};
      if (is_new(peg) && supply_of(facts_, peg).item == open.item) sum += peg.quantity;
    }
    return sum;
  }

  [[nodiscard]] bool is_new(const plan::Peg& peg) const {
    if (peg.supply == SupplyKind::purchase) return true;
    return peg.supply == SupplyKind::production &&
           !facts_.plan.production_orders[plan::ProductionOrderId(peg.supply_index)].open.valid();
  }

  // Another open order that has not begun, by date, purchases before production, then index.
  [[nodiscard]] bool comes_later(const plan::Peg& peg, const Open& open) const {
    Tick date = 0;
    std::uint32_t index = peg.supply_index;
    if (peg.supply == SupplyKind::open_purchase) {
      date = facts_.plant.frame.tick(facts_.plant.purchase_orders[model::OpenPurchaseOrderId(index)].current);
    } else if (peg.supply == SupplyKind::production && !is_new(peg)) {
      index = facts_.plan.production_orders[plan::ProductionOrderId(index)].open.index();
      const model::OpenProductionOrder& order = facts_.plant.production_orders[model::OpenProductionOrderId(index)];
      if (has_begun(order)) return false;
      date = facts_.plant.frame.tick(order.due);
    } else {
      return false;
    }
    const auto place = [](SupplyKind kind) { return kind == SupplyKind::production ? 1 : 0; };
    return std::tuple(date, place(peg.supply), index) > std::tuple(open.date, place(open.kind), open.index);
  }

  [[nodiscard]] LotRule lot_rule(const Open& open) const {
    const model::Item& item = facts_.plant.items[open.item];
    const Quantity grain = Quantity::micros(grain_of(item));
    if (open.kind == SupplyKind::production) {
      const bool fixed = item.lot_policy == model::LotPolicy::fixed && item.lot_size.positive();
      const Quantity given = fixed ? item.lot_size : item.lot_multiple;
      return {.least = item.lot_minimum, .step = given.positive() ? given : grain, .most = item.lot_maximum};
    }
    for (const model::OfferId id : item.offers) {
      const model::Offer& offer = facts_.plant.offers[id];
      if (offer.vendor != open.vendor) continue;
      const Quantity step = offer.multiple.positive() ? offer.multiple : grain;
      return {.least = offer.minimum, .step = step, .most = offer.maximum};
    }
    return {.least = {}, .step = grain, .most = {}};
  }

  [[nodiscard]] Quantity good_of(const Open& open, Quantity quantity) const {
    if (open.kind == SupplyKind::open_purchase) return good_received(facts_.plant.items[open.item], quantity);
    plan::ProductionOrder order = facts_.plan.production_orders[open.in_plan];
    order.quantity = quantity;
    return expected_good(facts_.plant, order);
  }

  // By halving: what is enough stays enough when it gets more.
  [[nodiscard]] Quantity smallest_order(const Open& open, Quantity good) const {
    const LotRule rule = lot_rule(open);
    const std::int64_t step = rule.step.raw();
    const auto enough = [&](std::int64_t steps) {
      const Quantity quantity = Quantity::micros(steps * step);
      return quantity >= rule.least && good_of(open, quantity) >= good;
    };
    std::int64_t most = 1;
    while (!enough(most)) most *= 2;
    std::int64_t too_few = most / 2;
    while (most - too_few > 1) {
      const std::int64_t middle = too_few + (most - too_few) / 2;
      (enough(middle) ? most : too_few) = middle;
    }
    return Quantity::micros(most * step);
  }

  void expect_orders_of_today() {
    const std::size_t next = facts_.plant.days.day_of(0) + 1;
    const Tick tomorrow = next < facts_.plant.days.count() ? facts_.plant.days.start_of(next) : kDay;
    for (const plan::PurchaseId id : ids_of(facts_.plan.purchases)) {
      const plan::Purchase& purchase = facts_.plan.purchases[id];
      if (purchase.order_at >= tomorrow) continue;
      expected_[{ActionKind::order_now, SupplyKind::purchase, id.index()}] = {.kind = ActionKind::order_now,
                                                                              .supply = SupplyKind::purchase,
                                                                              .index = id.index(),
                                                                              .from = purchase.order_at,
                                                                              .to = purchase.order_at,
                                                                              .quantity = purchase.quantity};
    }
  }

  void compare() {
    for (const ActionMessage& message : facts_.plan.actions) {
      const auto found = expected_.find({message.kind, message.supply, message.index});
      if (found == expected_.end() || found->second != message) {
        report_.add("action", [&] { return "the message " + words(message) + " is not what the plan says"; });
      }
      if (found != expected_.end()) expected_.erase(found);  // told once is enough
    }
    for (const auto& entry : expected_) {
      const ActionMessage& message = entry.second;
      report_.add("action", [&] { return "there is no message " + words(message); });
    }
  }

  [[nodiscard]] std::string words(const ActionMessage& message) const {
    return "to " + std::string(plan::word(message.kind)) + " " + name(message.supply, message.index) + " from " +
           facts_.names.when(message.from) + " to " + facts_.names.when(message.to) + ", " + text(message.quantity);
  }

  [[nodiscard]] std::string name(SupplyKind kind, std::uint32_t index) const {
    if (kind == SupplyKind::production) return facts_.plant.production_orders[model::OpenProductionOrderId(index)].id;
    if (kind == SupplyKind::open_purchase) return facts_.plant.purchase_orders[model::OpenPurchaseOrderId(index)].id;
    return facts_.names.purchase(plan::PurchaseId(index));
  }

  const Facts& facts_;
  LatestStarts starts_;
  Report& report_;
  std::map<Key, ActionMessage> expected_;
};

}  // namespace

void check_actions(const Facts& facts, Report& report) { Actions(facts, report).check(); }

}  // namespace kilter::check
