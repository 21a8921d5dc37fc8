// A purchase keeps to the vendor's offer: item, site, dates, lead time, quantities and price; and a limit that it is
// said to have been fitted into is there.
#include <algorithm>
#include <string>

#include "check/explain/caps.hpp"
#include "check/facts/content.hpp"
#include "check/facts/supply.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

class Terms {
 public:
  Terms(const Facts& facts, const Caps& caps, plan::PurchaseId id, Report& report)
      : facts_(facts),
        caps_(caps),
        id_(id),
        purchase_(facts.plan.purchases[id]),
        offer_(facts.plant.offers[purchase_.offer]),
        report_(report) {}

  void check() {
    offered();
    dates();
    quantities();
    amounts();
    reason();
  }

 private:
  template <class Words>
  void expect(bool good, const char* rule, Words words) {
    if (!good) report_.add(rule, [&] { return facts_.names.purchase(id_) + ": " + words(); });
  }

  void offered() {
    expect(offer_.item == purchase_.item, "offer",
           [&] { return "the offer is for " + facts_.names.item(offer_.item); });
    expect(!offer_.site.valid() || offer_.site == purchase_.site, "offer",
           [&] { return "the vendor does not deliver to " + facts_.plant.sites[purchase_.site].id; });
    const time::Frame& frame = facts_.plant.frame;
    const bool begun = !offer_.from || frame.tick(*offer_.from) <= purchase_.order_at;
    const bool over = offer_.until && frame.tick(*offer_.until) <= purchase_.order_at;
    expect(begun && !over, "offer-validity",
           [&] { return "ordered at " + facts_.names.when(purchase_.order_at) + ", when the offer does not hold"; });
  }

  void dates() {
    expect(purchase_.order_at >= 0, "before-origin",
           [&] { return "ordered at " + facts_.names.when(purchase_.order_at) + ", before now"; });
    const std::int64_t earliest = std::int64_t{purchase_.order_at} + offer_.lead_time.count();
    expect(purchase_.receipt_at >= earliest, "lead-time", [&] {
      return "ordered at " + facts_.names.when(purchase_.order_at) + " and received at " +
             facts_.names.when(purchase_.receipt_at) + ", sooner than the lead time of " + text(offer_.lead_time);
    });
    expect(open_at(facts_.open.vendor(offer_.vendor), purchase_.receipt_at), "vendor-closed",
           [&] { return "received at " + facts_.names.when(purchase_.receipt_at) + ", when the vendor is closed"; });
  }

  void quantities() {
    const base::Quantity quantity = purchase_.quantity;
    expect(quantity.positive() && quantity >= offer_.minimum, "minimum-quantity",
           [&] { return text(quantity) + " is below the minimum of " + text(offer_.minimum); });
    expect(!offer_.multiple.positive() || quantity.raw() % offer_.multiple.raw() == 0, "multiple",
           [&] { return text(quantity) + " is no multiple of " + text(offer_.multiple); });
    const model::Item& item = facts_.plant.items[purchase_.item];
    const bool fixed = item.lot_policy == model::LotPolicy::fixed && item.lot_size.positive();
    const bool stepped = offer_.multiple.positive() || item.lot_multiple.positive() || fixed;
    expect(stepped || quantity.raw() % grain_of(item) == 0, "multiple",
           [&] { return text(quantity) + " is no whole number of pieces"; });
    expect(!offer_.maximum.positive() || quantity <= offer_.maximum, "maximum-quantity",
           [&] { return text(quantity) + " is above the maximum of " + text(offer_.maximum); });
    const base::Quantity good = good_received(item, quantity);
    expect(purchase_.good == good, "good-quantity",
           [&] { return "counts on " + text(purchase_.good) + " good ones; by the yield it is " + text(good); });
  }

  void amounts() {
    std::int64_t price = 0;
    base::Quantity step = base::Quantity::micros(-1);
    for (const model::PriceBreak& level : offer_.prices) {
      if (level.from > purchase_.quantity || level.from < step) continue;
      step = level.from;
      price = level.price.raw();
    }
    expect(purchase_.unit_price.raw() == price, "unit-price", [&] {
      return "at a unit price of " + decimal(purchase_.unit_price.raw()) + "; the offer says " + decimal(price);
    });
    // Both factors are millionths: their product is 1e-12 of a unit, 1e-10 of a cent.
    constexpr base::Int128 kPerCent = base::Int128(10'000) * base::kMicro;
    const base::Int128 goods = (base::Int128(price) * purchase_.quantity.raw() + kPerCent / 2) / kPerCent;
    const bool right = base::Int128(purchase_.goods.raw()) == goods && purchase_.freight == offer_.order_cost;
    expect(right, "purchase-total", [&] {
      return "costs " + facts_.names.money(purchase_.goods) + " and freight " + facts_.names.money(purchase_.freight) +
             "; by the offer it is " + facts_.names.money(base::Money::minor(static_cast<std::int64_t>(goods))) +
             " and " + facts_.names.money(offer_.order_cost);
    });
  }

  // Only vendors that deliver so much in a week at most can be full, and what a cap put off was not put off by them.
  void reason() {
    if (purchase_.reason == plan::PurchaseReason::capacity) {
      bool limited = false;
      for (const model::OfferId id : facts_.plant.items[purchase_.item].offers) {
        limited = limited || facts_.plant.vendors[facts_.plant.offers[id].vendor].capacity_per_week.positive();
      }
      expect(limited, "purchase-reason",
             [] { return "fitted into a vendor's weeks, but no vendor's week is limited"; });
      expect(!caps_.put_off_by_any(id_, purchase_.receipt_at), "purchase-reason",
             [] { return "fitted into a vendor's weeks, but it waited for money"; });
    }
    if (purchase_.reason != plan::PurchaseReason::budget) return;
    const auto& budgets = facts_.plant.budgets;
    const bool capped = std::any_of(budgets.begin(), budgets.end(),
                                    [](const model::Budget& budget) { return budget.hard_cap.has_value(); });
    expect(capped, "purchase-reason", [] { return "moved for a hard cap, but there is none"; });
  }

  const Facts& facts_;
  const Caps& caps_;
  plan::PurchaseId id_;
  const plan::Purchase& purchase_;
  const model::Offer& offer_;
  Report& report_;
};

}  // namespace

void check_purchases(const Facts& facts, Report& report) {
  const Caps caps(facts);
  for (const plan::PurchaseId id : ids_of(facts.plan.purchases)) Terms(facts, caps, id, report).check();
}

}  // namespace kilter::check
