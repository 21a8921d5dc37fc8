// Properties of the answer on random buying problems: limits are never broken, offers are kept, nothing is lost, and no
// single vendor would have been cheaper.
#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "base/random.hpp"
#include "sourcing/group.hpp"
#include "sourcing/series/lot_sizing.hpp"
#include "sourcing/source.hpp"
#include "sourcing/testing/buying_plant.hpp"

namespace kilter::sourcing {
namespace {

using namespace testing;

OfferTerms random_offer(base::Random& random) {
  OfferTerms offer;
  offer.price = random.between(50, 5'000);
  offer.lead_days = static_cast<Tick>(random.between(0, 40));
  if (random.chance(0.5)) offer.order_cost = random.between(1, 20'000);
  if (random.chance(0.5)) offer.minimum = random.between(1, 60);
  if (random.chance(0.5)) offer.multiple = random.between(1, 25);
  if (random.chance(0.3)) offer.maximum = random.between(60, 300) + offer.multiple;
  std::int64_t from = 0;
  while (random.chance(0.4)) {
    from += random.between(10, 200);
    offer.breaks.push_back({from, offer.price * random.between(70, 99) / 100});
    offer.price = offer.breaks.back().second;
  }
  offer.price = random.between(offer.price, 5'000);
  return offer;
}

struct RandomBuying {
  BuyingPlant world;

  explicit RandomBuying(std::uint64_t seed, bool limits) {
    base::Random random(seed);
    std::vector<model::VendorId> vendors;
    for (std::int64_t i = random.between(1, 5); i > 0; --i) {
      vendors.push_back(world.vendor(limits && random.chance(0.5) ? random.between(20, 400) : 0));
    }
    for (std::int64_t i = random.between(1, 8); i > 0; --i) {
      const model::ItemId item = world.item();
      const std::int64_t clearance = random.chance(0.3) ? random.between(1, 5'000) : 0;  // whoever delivers
      if (random.chance(0.2)) world.plant.items[item].yield = Ratio::micros(random.between(800'000, 999'999));
      if (random.chance(0.2)) world.plant.items[item].shelf_life = time::Duration(random.between(2, 60) * kDay);
      for (const model::VendorId vendor : vendors) {
        if (!random.chance(0.6)) continue;
        OfferTerms offer = random_offer(random);
        offer.order_cost += clearance;
        world.offer(item, vendor, offer);
      }
      std::uint32_t rank = 0;
      for (std::int64_t n = random.between(1, 25); n > 0; --n) {
        rank += static_cast<std::uint32_t>(random.between(0, 5));
        world.need(item, random.between(1, 90), static_cast<Tick>(random.between(-10, 120)), rank,
                   world.order(random.between(0, 9'000)));
      }
    }
    if (!limits) return;
    for (Tick from = 0; from < 90; from += 30) {
      if (random.chance(0.7))
        world.cap(model::AccountKind::material, from, from + 30, random.between(1'000, 2'000'000));
      if (random.chance(0.3)) world.cap(model::AccountKind::freight, from, from + 30, random.between(1'000, 100'000));
    }
  }
};

void expect_limits_kept(const model::Plant& plant, const PurchasePlan& plan) {
  std::map<std::pair<std::uint32_t, Tick>, std::int64_t> weeks;
  for (const plan::Purchase& purchase : plan.purchases) {
    const model::VendorId vendor = plant.offers[purchase.offer].vendor;
    const std::int64_t units = weeks[{vendor.index(), purchase.receipt_at / (7 * kDay)}] += purchase.quantity.raw();
    const std::int64_t limit = plant.vendors[vendor].capacity_per_week.raw();
    EXPECT_TRUE(limit == 0 || units <= limit);
  }
  for (const model::Budget& budget : plant.budgets) {
    Money spent;
    for (const plan::Purchase& purchase : plan.purchases) {
      const time::Instant at = plant.frame.instant(purchase.order_at);
      const bool goods = plant.accounts[budget.account].kind == model::AccountKind::material;
      if (at >= budget.from && at < budget.until) spent += goods ? purchase.goods : purchase.freight;
    }
    EXPECT_LE(spent, *budget.hard_cap);
  }
}

void expect_offers_kept(const model::Plant& plant, const PurchasePlan& plan) {
  for (const plan::Purchase& purchase : plan.purchases) {
    const model::Offer& offer = plant.offers[purchase.offer];
    EXPECT_EQ(offer.item, purchase.item);
    EXPECT_GE(purchase.order_at, 0);
    EXPECT_GE(purchase.receipt_at, purchase.order_at + offer.lead_time.count());
    EXPECT_LE(purchase.earliest, purchase.receipt_at);
    EXPECT_TRUE(purchase.quantity.positive());
    EXPECT_GE(purchase.quantity, offer.minimum);
    EXPECT_TRUE(offer.maximum.is_zero() || purchase.quantity <= offer.maximum);
    EXPECT_TRUE(offer.multiple.is_zero() || purchase.quantity.raw() % offer.multiple.raw() == 0);
    EXPECT_EQ(purchase.unit_price, offer.price_for(purchase.quantity));
    EXPECT_EQ(purchase.goods, purchase.unit_price.times(purchase.quantity));
    EXPECT_EQ(purchase.good, purchase.quantity.times_floor(plant.items[purchase.item].yield));
  }
}

void expect_nothing_lost(const RandomBuying& buying, const PurchasePlan& plan) {
  std::map<std::uint32_t, std::int64_t> served;  // by order: every need has its own
  std::map<std::uint32_t, std::int64_t> given;
  for (const plan::Peg& peg : plan.pegs) {
    EXPECT_TRUE(peg.quantity.positive());
    served[peg.demand_index] += peg.quantity.raw();
    given[peg.supply_index] += peg.quantity.raw();
    const plan::Purchase& purchase = plan.purchases[plan::PurchaseId(peg.supply_index)];
    const material::PurchaseNeed& need = buying.world.needs[peg.demand_index];
    EXPECT_EQ(purchase.item, need.item);
    EXPECT_LE(purchase.need, need.need);
    const std::optional<time::Duration>& life = buying.world.plant.items[need.item].shelf_life;
    if (life) {
      EXPECT_LT(std::max(need.need, purchase.receipt_at), purchase.receipt_at + life->count());
    }
  }
  for (const auto& [supply, quantity] : given) {
    EXPECT_LE(quantity, plan.purchases[plan::PurchaseId(supply)].good.raw());
  }
  for (const Unsourced& rest : plan.unsourced) served[static_cast<std::uint32_t>(rest.need)] += rest.quantity.raw();
  for (std::size_t i = 0; i < buying.world.needs.size(); ++i) {
    EXPECT_EQ(served[static_cast<std::uint32_t>(i)], buying.world.needs[i].quantity.raw());
  }
}

TEST(SourcingProperties, LimitsOffersAndQuantitiesHold) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const RandomBuying buying(seed, true);
    const PurchasePlan plan = source(buying.world.plant, buying.world.needs);
    expect_limits_kept(buying.world.plant, plan);
    expect_offers_kept(buying.world.plant, plan);
    expect_nothing_lost(buying, plan);
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
}

TEST(SourcingProperties, EverythingIsBoughtWhenNothingLimits) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const RandomBuying buying(seed, false);
    for (const Unsourced& rest : source(buying.world.plant, buying.world.needs).unsourced) {
      EXPECT_EQ(rest.reason, plan::UnplannedReason::no_offer) << "seed " << seed;
    }
  }
}

TEST(SourcingProperties, NoSingleVendorIsCheaper) {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    const RandomBuying buying(seed, false);
    const BuyingPlant& world = buying.world;
    LotSizing sizing(world.plant);
    for (const Group& group : groups_of(world.plant, world.needs)) {
      if (group.terms.empty()) continue;
      const std::vector<OpenNeed> open = all_needs(world.needs, group);
      const DemandSeries series = demand_series(world.plant, world.needs, open, earliest_receipt(group.terms));
      const Solution all = sizing.solve(series, group.terms);
      for (const Terms& only : group.terms) {
        const Solution single = sizing.solve(series, {only});
        EXPECT_LE(all.cost, single.cost) << "seed " << seed << " item " << series.item.index();
      }
    }
  }
}

TEST(SourcingProperties, TheSameInputGivesTheSameAnswer) {
  const RandomBuying buying(5, true);
  const PurchasePlan once = source(buying.world.plant, buying.world.needs);
  const PurchasePlan again = source(buying.world.plant, buying.world.needs);
  EXPECT_EQ(once.purchases, again.purchases);
  EXPECT_EQ(once.pegs, again.pegs);
}

}  // namespace
}  // namespace kilter::sourcing
