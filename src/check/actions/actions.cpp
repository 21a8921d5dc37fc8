// Messages say what the plan says: what to order today, and which open orders come too early, too late or in vain. All
// that are due are worked out from the pegs; each must be told, in these words, and no other.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "check/actions/open_order.hpp"
#include "check/actions/order_size.hpp"
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

bool more_than(Quantity part, std::int64_t percent, Quantity whole) {
  return base::Int128(part.raw()) * 100 > base::Int128(whole.raw()) * percent;
}

class Actions {
 public:
  Actions(const Facts& facts, Report& report) : facts_(facts), starts_(facts), report_(report) {}

  void check() {
    for (const model::OpenPurchaseOrderId id : ids_of(facts_.plant.purchase_orders)) {
      if (facts_.plant.purchase_orders[id].status != model::SupplyStatus::planned)
        expect_about(open_purchase(facts_, starts_, id));
    }
    for (const plan::ProductionOrderId id : ids_of(facts_.plan.production_orders)) {
      const model::OpenProductionOrderId open = facts_.plan.production_orders[id].open;
      if (open.valid() && !has_begun(facts_.plant.production_orders[open]))
        expect_about(open_production(facts_, starts_, id));
    }
    expect_orders_of_today();
    compare();
  }

 private:
  using Key = std::tuple<ActionKind, SupplyKind, std::uint32_t>;

  void expect(ActionKind kind, const OpenOrder& open, Tick to, Quantity quantity) {
    expected_[{kind, open.kind, open.index}] = {
        .kind = kind, .supply = open.kind, .index = open.index, .from = open.date, .to = to, .quantity = quantity};
  }

  void expect_about(const OpenOrder& open) {
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

  // Nothing is put off beyond the day on which the plan works with it, and what is overdue is not put off at all.
  void expect_date(const OpenOrder& open) {
    const Tick chased = chased_for(open);
    const bool late = open.date > 0 && open.wanted < open.date - kLateDays * kDay;
    const Tick put_off = open.taken < open.wanted ? open.taken : open.wanted;
    const bool early = put_off != time::kNever && std::int64_t{put_off} - open.date > kEarlyDays * kDay;
    if (open.kind == SupplyKind::open_purchase && open.date < 0) {
      const Tick first = std::min(put_off, chased);
      expect(ActionKind::expedite, open, first == time::kNever || first < 0 ? 0 : first, open.quantity);
    } else if (late || chased != time::kNever) {
      const Tick wanted = late ? std::max<Tick>(0, open.wanted) : chased;
      expect(ActionKind::expedite, open, std::min(wanted, chased), open.quantity);
    } else if (early) {
      expect(ActionKind::defer, open, put_off, open.quantity);
    }
  }

  // A purchase under way that an order is late for is wanted sooner by what is counted on it.
  [[nodiscard]] Tick chased_for(const OpenOrder& open) const {
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

  void expect_less(const OpenOrder& open) {
    const Quantity enough = smallest_order(facts_, open, open.used);
    if (more_than(open.quantity - enough, kPercentTooMuch, open.quantity)) {
      expect(ActionKind::decrease, open, open.date, enough);
    }
  }

  void expect_more(const OpenOrder& open) {
    const Quantity missing = taken_from_new_orders(facts_, open);
    if (!missing.positive() || more_than(missing, kPercentTooLittle, open.quantity)) return;
    const Quantity enough = smallest_order(facts_, open, open.good + missing);
    const Quantity most = lot_rule(facts_, open).most;
    if (!most.positive() || enough <= most) expect(ActionKind::increase, open, open.date, enough);
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
