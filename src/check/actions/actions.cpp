// Messages say what the plan says: what to order today, and which open orders come too early, too late or in vain.
// How early or late is worth a word is the planner's to decide; that the dates and quantities are true is not.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/facts/content.hpp"
#include "check/facts/supply.hpp"
#include "check/needs/latest_starts.hpp"
#include "check/rules.hpp"
#include "plan/words.hpp"

namespace kilter::check {
namespace {

using plan::ActionKind;
using plan::ActionMessage;
using plan::SupplyKind;

// An open order as it stands in the plan.
struct Open {
  Tick date = 0;
  base::Quantity quantity;
  base::Quantity used;
  bool wanted = false;  // by more than safety stock, which may lie there without
  Wanted first;
  bool firm = false;
  bool begun = false;
};

class Actions {
 public:
  Actions(const Facts& facts, Report& report) : facts_(facts), starts_(facts), report_(report) {
    placed_.assign(facts.plant.production_orders.size(), plan::ProductionOrderId::none());
    for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) {
      const model::OpenProductionOrderId open = facts.plan.production_orders[id].open;
      if (open.valid()) placed_[open.index()] = id;
    }
  }

  void check() {
    for (const ActionMessage& message : facts_.plan.actions) {
      const int times = ++told_[{message.kind, {message.supply, message.index}}];
      const bool good =
          times == 1 && (message.kind == ActionKind::order_now ? orders_today(message) : about_open(message));
      if (!good) wrong(message);
    }
    for (const plan::PurchaseId id : ids_of(facts_.plan.purchases)) {
      if (facts_.plan.purchases[id].order_at < tomorrow())
        must_tell(ActionKind::order_now, SupplyKind::purchase, id.index());
    }
    for (const model::OpenPurchaseOrderId id : ids_of(facts_.plant.purchase_orders)) {
      must_cancel(SupplyKind::open_purchase, id.index());
    }
    for (const model::OpenProductionOrderId id : ids_of(facts_.plant.production_orders)) {
      must_cancel(SupplyKind::production, id.index());
    }
  }

 private:
  void wrong(const ActionMessage& message) {
    report_.add("action", [&] {
      return "the message to " + std::string(plan::word(message.kind)) + " " + name(message.supply, message.index) +
             " from " + facts_.names.when(message.from) + " to " + facts_.names.when(message.to) + ", " +
             text(message.quantity) + ", is not what the plan says";
    });
  }

  [[nodiscard]] std::string name(SupplyKind kind, std::uint32_t index) const {
    if (kind == SupplyKind::production) return facts_.plant.production_orders[model::OpenProductionOrderId(index)].id;
    if (kind == SupplyKind::open_purchase) return facts_.plant.purchase_orders[model::OpenPurchaseOrderId(index)].id;
    return facts_.names.purchase(plan::PurchaseId(index));
  }

  void must_tell(ActionKind kind, SupplyKind supply, std::uint32_t index) {
    if (told_.contains({kind, {supply, index}})) return;
    report_.add("action",
                [&] { return "there is no message to " + std::string(plan::word(kind)) + " " + name(supply, index); });
  }

  // Cannot be of use: nothing in the plan wants it.
  void must_cancel(SupplyKind supply, std::uint32_t index) {
    const std::optional<Open> open = open_order(supply, index);
    const Tick horizon = facts_.plant.frame.tick(facts_.plant.policy.horizon);
    if (!open || open->begun || open->used.positive()) return;
    if (supply == SupplyKind::production && facts_.plan.production_orders[placed_[index]].end > horizon) return;
    must_tell(ActionKind::cancel, supply, index);
  }

  [[nodiscard]] Tick tomorrow() const {
    const std::size_t next = facts_.plant.days.day_of(0) + 1;
    return next < facts_.plant.days.count() ? facts_.plant.days.start_of(next) : 86'400;
  }

  [[nodiscard]] bool orders_today(const ActionMessage& message) const {
    if (message.supply != SupplyKind::purchase) return false;
    const plan::Purchase& purchase = facts_.plan.purchases[plan::PurchaseId(message.index)];
    return purchase.order_at < tomorrow() && message.from == purchase.order_at && message.to == purchase.order_at &&
           message.quantity == purchase.quantity;
  }

  // Nothing: not open, or not in the plan.
  [[nodiscard]] std::optional<Open> open_order(SupplyKind supply, std::uint32_t index) const {
    Open open;
    std::uint32_t in_plan = index;
    if (supply == SupplyKind::open_purchase) {
      const model::OpenPurchaseOrder& order = facts_.plant.purchase_orders[model::OpenPurchaseOrderId(index)];
      if (order.status == model::SupplyStatus::planned) return std::nullopt;
      open.date = facts_.plant.frame.tick(order.current);
      open.quantity = order.quantity;
      open.firm = order.status == model::SupplyStatus::firm;
    } else if (supply == SupplyKind::production && placed_[index].valid()) {
      const model::OpenProductionOrder& order = facts_.plant.production_orders[model::OpenProductionOrderId(index)];
      in_plan = placed_[index].index();
      open.date = facts_.plant.frame.tick(order.due);
      open.quantity = order.quantity;
      open.firm = order.status == model::SupplyStatus::firm;
      open.begun = std::any_of(order.progress.begin(), order.progress.end(), [](const model::OperationProgress& step) {
        return step.status == model::WorkStatus::started || step.status == model::WorkStatus::done;
      });
    } else {
      return std::nullopt;
    }
    const auto pegs = facts_.supplied_by(supply, in_plan);
    for (const plan::PegId peg : pegs) {
      open.used += facts_.plan.pegs[peg].quantity;
      open.wanted = open.wanted || facts_.plan.pegs[peg].demand != plan::DemandKind::safety_stock;
    }
    open.first = starts_.first_of(pegs);
    return open;
  }

  [[nodiscard]] bool about_open(const ActionMessage& message) const {
    const std::optional<Open> open = open_order(message.supply, message.index);
    if (!open || open->begun || message.from != open->date) return false;
    const bool same_date = message.to == open->date;
    const bool same_quantity = message.quantity == open->quantity;
    const bool used = open->used.positive();
    switch (message.kind) {
      case ActionKind::expedite:
        return same_quantity && used && message.to < open->date && message.to >= 0 &&
               (chased(message) || at_first_need(message, *open));
      case ActionKind::defer:
        return same_quantity && used && message.to > open->date && at_first_need(message, *open);
      case ActionKind::cancel:
        return same_quantity && same_date && (!open->wanted || open->first.least == time::kNever);
      case ActionKind::increase:
        return same_date && used && open->firm && message.quantity > open->quantity;
      case ActionKind::decrease:
        return same_date && used && message.quantity < open->quantity && good_of(message) >= open->used;
      case ActionKind::release:
        return same_date && same_quantity && open->firm && message.supply == SupplyKind::production;
      case ActionKind::order_now:
        break;
    }
    return false;
  }

  // A purchase under way that an order is late for is wanted sooner by what is counted on it.
  [[nodiscard]] bool chased(const ActionMessage& message) const {
    if (message.supply != SupplyKind::open_purchase) return false;
    Tick wanted = time::kNever;
    for (const plan::LateChain& chain : facts_.plan.late_chains) {
      for (const plan::LateLink& link : chain.links) {
        const bool counts = link.cause == plan::LateCause::open_purchase && link.counted > 0;
        if (counts && link.blocker == message.index) wanted = std::min(wanted, link.until - link.counted);
      }
    }
    return wanted == message.to;
  }

  static bool at_first_need(const ActionMessage& message, const Open& open) {
    return std::max<Tick>(0, open.first.least) <= message.to && message.to <= std::max<Tick>(0, open.first.most);
  }

  // Good units of the quantity that the message asks for.
  [[nodiscard]] base::Quantity good_of(const ActionMessage& message) const {
    if (message.supply == SupplyKind::open_purchase) {
      const model::ItemId item = facts_.plant.purchase_orders[model::OpenPurchaseOrderId(message.index)].item;
      return good_received(facts_.plant.items[item], message.quantity);
    }
    plan::ProductionOrder order = facts_.plan.production_orders[placed_[message.index]];
    order.quantity = message.quantity;
    return expected_good(facts_.plant, order);
  }

  const Facts& facts_;
  LatestStarts starts_;
  Report& report_;
  std::vector<plan::ProductionOrderId> placed_;  // by open production order; none: not in the plan
  std::map<std::pair<ActionKind, std::pair<SupplyKind, std::uint32_t>>, int> told_;
};

}  // namespace

void check_actions(const Facts& facts, Report& report) { Actions(facts, report).check(); }

}  // namespace kilter::check
