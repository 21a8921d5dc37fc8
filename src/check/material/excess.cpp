// Nothing is made or bought that nobody wants, beyond what lot rules and prices explain.
//
//   wanted 35, minimum 50, multiple 20      60 is right, 80 is excess
//   ... and 100 at half the price           100 is right, too
#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "check/facts/content.hpp"
#include "check/facts/supply.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

base::Quantity pegged_of(const Facts& facts, plan::SupplyKind kind, std::uint32_t index) {
  base::Quantity sum;
  for (const plan::PegId peg : facts.supplied_by(kind, index)) sum += facts.plan.pegs[peg].quantity;
  return sum;
}

// Rounding between good units and units started, over all operations.
constexpr std::int64_t kRounding = 1'000;

// An economic lot is as large as its formula says, which may be more than all demand there is.
void check_order(const Facts& facts, plan::ProductionOrderId id, Report& report) {
  plan::ProductionOrder smaller = facts.plan.production_orders[id];
  if (smaller.open.valid()) return;
  const model::Item& item = facts.plant.items[smaller.item];
  const base::Quantity used = pegged_of(facts, plan::SupplyKind::production, id.index());
  const bool economic = item.lot_policy == model::LotPolicy::economic;
  if (economic && (used.positive() || item.lot_maximum.positive())) return;
  const bool fixed = item.lot_policy == model::LotPolicy::fixed && item.lot_size.positive();
  const std::int64_t step = fixed ? item.lot_size.raw() : item.lot_multiple.raw();
  smaller.quantity -= base::Quantity::micros(step > 0 ? step : std::max(kRounding, grain_of(item)));
  const bool may_be_smaller = smaller.quantity.positive() && smaller.quantity >= item.lot_minimum;
  const bool enough = may_be_smaller && expected_good(facts.plant, smaller) >= used;
  if (used.positive() && !enough) return;
  report.add("excess", [&] {
    return facts.names.production_order(id) + " makes " + text(smaller.good) + ", of which only " + text(used) +
           " are used; its lot rules ask for less";
  });
}

class Bought {
 public:
  // `alone`: there is no other purchase of the item at its site, nor a cap or a vendor's week that it is fitted into.
  Bought(const Facts& facts, plan::PurchaseId id, bool alone)
      : facts_(facts),
        pegs_(facts.supplied_by(plan::SupplyKind::purchase, id.index())),
        purchase_(facts.plan.purchases[id]),
        item_(facts.plant.items[purchase_.item]),
        offer_(facts.plant.offers[purchase_.offer]),
        used_(pegged_of(facts, plan::SupplyKind::purchase, id.index())),
        alone_(alone) {}

  [[nodiscard]] base::Quantity used() const { return used_; }

  // Whether less would do and not be dearer: the least quantity of the rules, at its own price. Only where it is the
  // one purchase of its item at its site: of several the first may cover what another one was bought for.
  [[nodiscard]] bool too_much() const {
    if (!used_.positive()) return true;
    if (!alone_) return false;
    const std::int64_t least = least_quantity();
    return least < purchase_.quantity.raw() - kRounding && goods(least) < purchase_.goods.raw();
  }

 private:
  // Every demand served may have been bought for by itself, and the purchases of one day then made one.
  [[nodiscard]] std::int64_t least_quantity() const {
    std::int64_t sum = 0;
    for (const plan::PegId peg : pegs_) {
      sum = std::min(sum + least_for(facts_.plan.pegs[peg].quantity), purchase_.quantity.raw());
    }
    return sum;
  }
  [[nodiscard]] std::int64_t least_for(base::Quantity used) const {
    const base::Int128 wanted = base::Int128(used.raw()) * base::kMicro;
    auto quantity = static_cast<std::int64_t>((wanted + item_.yield.raw() - 1) / item_.yield.raw());
    quantity = std::max({quantity, offer_.minimum.raw(), item_.lot_minimum.raw()});
    // Steps of the offer and of the item, whichever are wider: both together are no narrower.
    std::int64_t step = std::max(offer_.multiple.raw(), item_.lot_multiple.raw());
    if (item_.lot_policy == model::LotPolicy::fixed) step = std::max(step, item_.lot_size.raw());
    if (step <= 0) step = grain_of(item_);
    while (quantity < purchase_.quantity.raw() && !fits(quantity)) quantity = (quantity / step + 1) * step;
    return quantity;
  }
  [[nodiscard]] bool fits(std::int64_t quantity) const {
    const auto whole = [quantity](base::Quantity step) { return !step.positive() || quantity % step.raw() == 0; };
    const bool fixed = item_.lot_policy == model::LotPolicy::fixed;
    const bool stepped = offer_.multiple.positive() || item_.lot_multiple.positive() || fixed;
    if (!stepped) return quantity % grain_of(item_) == 0;
    return whole(offer_.multiple) && whole(item_.lot_multiple) && (!fixed || whole(item_.lot_size));
  }
  [[nodiscard]] std::int64_t goods(std::int64_t quantity) const {
    std::int64_t price = offer_.prices.front().price.raw();
    for (const model::PriceBreak& level : offer_.prices) {
      if (level.from.raw() <= quantity) price = level.price.raw();
    }
    return static_cast<std::int64_t>(base::Int128(price) * quantity / (base::Int128(10'000) * base::kMicro));
  }

  const Facts& facts_;
  std::span<const plan::PegId> pegs_;
  const plan::Purchase& purchase_;
  const model::Item& item_;
  const model::Offer& offer_;
  base::Quantity used_;
  bool alone_;
};

}  // namespace

void check_excess(const Facts& facts, Report& report) {
  for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) check_order(facts, id, report);
  const bool capped = std::any_of(facts.plant.budgets.begin(), facts.plant.budgets.end(),
                                  [](const model::Budget& budget) { return budget.hard_cap.has_value(); });
  std::map<std::pair<model::ItemId, model::SiteId>, int> purchases;
  for (const plan::Purchase& purchase : facts.plan.purchases) ++purchases[{purchase.item, purchase.site}];
  for (const plan::PurchaseId id : ids_of(facts.plan.purchases)) {
    const plan::Purchase& purchase = facts.plan.purchases[id];
    const model::VendorId vendor = facts.plant.offers[purchase.offer].vendor;
    const bool rationed = capped || facts.plant.vendors[vendor].capacity_per_week.positive();
    const Bought bought(facts, id, !rationed && purchases[{purchase.item, purchase.site}] == 1);
    if (!bought.too_much()) continue;
    report.add("excess", [&] {
      return facts.names.purchase(id) + " brings " + text(purchase.good) + ", of which only " + text(bought.used()) +
             " are used; less would do and cost less";
    });
  }
}

}  // namespace kilter::check
