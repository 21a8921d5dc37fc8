#include "coordinate/explain/action_messages.hpp"

#include <algorithm>
#include <tuple>

#include "coordinate/brief/agenda.hpp"
#include "coordinate/explain/open_orders.hpp"
#include "plan/work_content.hpp"
#include "sourcing/offers/lot_rule.hpp"

namespace kilter::coordinate {
namespace {

using base::Quantity;
using plan::ActionKind;
using plan::SupplyKind;
using time::kNever;
using time::Tick;

class Messages {
 public:
  Messages(const model::Plant& plant, const plan::Plan& plan) : plant_(plant), plan_(plan) {}

  std::vector<plan::ActionMessage> take() {
    OpenOrders orders(plant_, plan_);
    for (const OpenOrder& open : orders.all()) about(open, orders);
    about_today();
    std::stable_sort(messages_.begin(), messages_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.kind, a.supply, a.index) < std::tie(b.kind, b.supply, b.index);
    });
    return std::move(messages_);
  }

 private:
  void say(ActionKind kind, const OpenOrder& open, Tick to, Quantity quantity) {
    messages_.push_back(
        {.kind = kind, .supply = open.kind, .index = open.index, .from = open.date, .to = to, .quantity = quantity});
  }

  void about(const OpenOrder& open, OpenOrders& orders) {
    if (!open.used.positive()) return say(ActionKind::cancel, open, open.date, open.quantity);
    about_date(open);
    if (open.used < open.good) {
      about_decrease(open);
    } else if (open.missing.positive() && open.firm) {
      about_increase(open);
    }
    const bool firm_production = open.kind == SupplyKind::production && open.firm;
    if (firm_production && orders.must_start(open)) say(ActionKind::release, open, open.date, open.quantity);
  }

  void about_date(const OpenOrder& open) {
    const Tick first = std::min(open.wanted, open.used_at);
    const std::int64_t early = std::int64_t{open.date} - open.wanted;
    if (open.kind == SupplyKind::open_purchase && open.date < 0) {
      const Tick wanted = std::min(first, open.chased);
      say(ActionKind::expedite, open, wanted == kNever ? 0 : std::max<Tick>(0, wanted), open.quantity);
    } else if ((early > kExpediteTolerance && open.date > 0) || open.chased != kNever) {
      const Tick wanted = early > kExpediteTolerance && open.date > 0 ? std::max<Tick>(0, open.wanted) : kNever;
      say(ActionKind::expedite, open, std::min(wanted, open.chased), open.quantity);
    } else if (first - std::int64_t{open.date} > kDeferTolerance && first != kNever) {
      say(ActionKind::defer, open, first, open.quantity);
    }
  }

  void about_decrease(const OpenOrder& open) {
    const Quantity enough = order_for(open, open.used);
    const Quantity spared = open.quantity - enough;
    if (spared.raw() > open.quantity.raw() / kDecreaseShare) say(ActionKind::decrease, open, open.date, enough);
  }

  void about_increase(const OpenOrder& open) {
    if (open.missing.raw() > open.quantity.raw() / kIncreaseShare) return;
    const Quantity enough = order_for(open, open.good + open.missing);
    const Quantity most = most_of(open);
    if (!most.positive() || enough <= most) say(ActionKind::increase, open, open.date, enough);
  }

  // The offer by which the vendor of an open purchase sells its item; null when there is none.
  [[nodiscard]] const model::Offer* offer_of(const OpenOrder& open) const {
    for (const model::OfferId id : plant_.items[open.item].offers) {
      if (plant_.offers[id].vendor == open.vendor) return &plant_.offers[id];
    }
    return nullptr;
  }

  // What to order or start for `good` good units under the rules for one order: the item's and, of what is bought, the
  // vendor's.
  [[nodiscard]] Quantity order_for(const OpenOrder& open, Quantity good) const {
    const model::Item& item = plant_.items[open.item];
    if (open.kind == SupplyKind::production) {
      return rounded(std::max(plan::start_for(plant_, open.item, good), item.lot_minimum), item.lot_step());
    }
    return rule_of(open).one_order(good);
  }

  [[nodiscard]] sourcing::LotRule rule_of(const OpenOrder& open) const {
    static const model::Offer kNone;
    const model::Offer* offer = offer_of(open);
    return {plant_.items[open.item], offer == nullptr ? kNone : *offer};
  }

  // Up to a multiple of `step`; 0: as it is.
  static Quantity rounded(Quantity quantity, Quantity step) {
    return step.positive() ? quantity.round_up_to(step) : quantity;
  }

  // The largest order under the same rules; 0: no limit.
  [[nodiscard]] Quantity most_of(const OpenOrder& open) const {
    return open.kind == SupplyKind::production ? plant_.items[open.item].lot_maximum : rule_of(open).maximum();
  }

  void about_today() {
    const Tick tomorrow = end_of_day(plant_);
    for (const plan::PurchaseId id : base::ids_of(plan_.purchases)) {
      const plan::Purchase& purchase = plan_.purchases[id];
      if (purchase.order_at >= tomorrow) continue;
      messages_.push_back({.kind = ActionKind::order_now,
                           .supply = SupplyKind::purchase,
                           .index = id.index(),
                           .from = purchase.order_at,
                           .to = purchase.order_at,
                           .quantity = purchase.quantity});
    }
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  std::vector<plan::ActionMessage> messages_;
};

}  // namespace

std::vector<plan::ActionMessage> action_messages(const model::Plant& plant, const plan::Plan& plan) {
  return Messages(plant, plan).take();
}

}  // namespace kilter::coordinate
