#include "sourcing/series/lot_sizing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "base/random.hpp"
#include "sourcing/group.hpp"
#include "sourcing/testing/buying_plant.hpp"

namespace kilter::sourcing {
namespace {

using namespace testing;

// Slow twin: tries every sequence of purchases (offer, quantity, day of receipt), one unit of demand at a time, in
// cents.
class BruteForce {
 public:
  BruteForce(const BuyingPlant& world, std::vector<OfferTerms> offers, std::int64_t holding)
      : world_(world), offers_(std::move(offers)), holding_(holding) {
    Tick earliest = 1'000;
    for (const OfferTerms& offer : offers_) earliest = std::min(earliest, offer.lead_days);
    for (const material::PurchaseNeed& need : world.needs) {
      const Tick day = need.need / kDay;
      for (std::int64_t i = 0; i < need.quantity.raw() / base::kMicro; ++i) {
        units_.push_back({std::max(day, earliest), day, need.rank, &need});
      }
    }
    std::stable_sort(units_.begin(), units_.end(), [](const Unit& a, const Unit& b) {
      return std::tie(a.date, a.rank, a.day) < std::tie(b.date, b.rank, b.day);
    });
  }

  // Units that may be received per week, cents that may be ordered on days before `cap_until`. 0: no limit.
  std::int64_t week_limit = 0;
  std::int64_t cap = 0;
  Tick cap_until = 0;

  std::int64_t best() {
    best_ = std::numeric_limits<std::int64_t>::max();
    search(0, 0);
    return best_;
  }

 private:
  struct Unit {
    Tick date;
    Tick day;
    std::uint32_t rank;
    const material::PurchaseNeed* need;
  };
  struct Bought {
    Tick day;
    Tick order_day;
    std::int64_t units;
    std::int64_t goods;
  };

  void search(std::size_t covered, std::int64_t cost) {
    if (cost >= best_) return;
    if (covered >= units_.size()) {
      best_ = cost;
      return;
    }
    for (const OfferTerms& offer : offers_) {
      for (std::int64_t quantity = 1; quantity <= largest(offer, covered); ++quantity) {
        const bool allowed = quantity >= offer.minimum && (offer.multiple == 0 || quantity % offer.multiple == 0) &&
                             (offer.maximum == 0 || quantity <= offer.maximum);
        if (allowed) receive(offer, quantity, covered, cost);
      }
    }
  }

  [[nodiscard]] std::int64_t largest(const OfferTerms& offer, std::size_t covered) const {
    std::int64_t most = static_cast<std::int64_t>(units_.size() - covered) + offer.multiple;
    for (const auto& [from, price] : offer.breaks) most = std::max(most, from + offer.multiple);
    return std::max(most, offer.minimum + offer.multiple);
  }

  void receive(const OfferTerms& offer, std::int64_t quantity, std::size_t covered, std::int64_t cost) {
    const Tick natural = std::max(offer.lead_days, units_[covered].date);
    const bool limited = week_limit > 0 || cap > 0;
    for (Tick day = limited ? offer.lead_days : natural; day <= (limited ? natural + 30 : natural); ++day) {
      std::int64_t price = offer.price;
      for (const auto& [from, reduced] : offer.breaks) {
        if (quantity >= from) price = reduced;
      }
      bought_.push_back({day, day - offer.lead_days, quantity, price * quantity});
      if (within_limits()) {
        const auto end = std::min(units_.size(), covered + static_cast<std::size_t>(quantity));
        search(end, cost + price * quantity + offer.order_cost + keeping(covered, quantity, day));
      }
      bought_.pop_back();
    }
  }

  [[nodiscard]] bool within_limits() const {
    for (const Bought& one : bought_) {
      std::int64_t week = 0;
      std::int64_t spent = 0;
      for (const Bought& other : bought_) {
        if (other.day / 7 == one.day / 7) week += other.units;
        if (other.order_day < cap_until) spent += other.goods;
      }
      if (week_limit > 0 && week > week_limit) return false;
      if (cap > 0 && spent > cap) return false;
    }
    return true;
  }

  // Holding and lateness of `quantity` units from `covered` on. A need pays for the latest of its receipts.
  [[nodiscard]] std::int64_t keeping(std::size_t covered, std::int64_t quantity, Tick day) const {
    std::int64_t cost = 0;
    const Tick horizon = static_cast<Tick>((world_.plant.policy.horizon - world_.plant.frame.origin()).count() / kDay);
    for (std::int64_t i = 0; i < quantity; ++i) {
      const std::size_t unit = covered + static_cast<std::size_t>(i);
      const Tick until = unit < units_.size() ? units_[unit].date : horizon;
      cost += std::max<std::int64_t>(0, until - day) * holding_;
      if (unit >= units_.size() || (i > 0 && units_[unit].need == units_[unit - 1].need)) continue;
      const std::int64_t penalty = world_.plant.orders[units_[unit].need->order].penalty_per_day.raw();
      cost += penalty * std::max<Tick>(0, day - std::max(units_[unit].day, charged(covered, units_[unit])));
    }
    return cost;
  }
  // The latest receipt that serves an earlier part of the same need.
  [[nodiscard]] Tick charged(std::size_t covered, const Unit& unit) const {
    Tick latest = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i + 1 < bought_.size(); ++i) {
      const std::size_t to = std::min(covered, from + static_cast<std::size_t>(bought_[i].units));
      for (std::size_t at = from; at < to; ++at) {
        if (units_[at].need == unit.need) latest = std::max(latest, bought_[i].day);
      }
      from = to;
    }
    return latest;
  }

  const BuyingPlant& world_;
  std::vector<OfferTerms> offers_;
  std::int64_t holding_;
  std::vector<Unit> units_;
  std::vector<Bought> bought_;
  std::int64_t best_ = 0;
};

Solution solved(const BuyingPlant& world, const Ledger* ledger) {
  const std::vector<Terms> terms = terms_of(world.plant, model::ItemId(0), world.site);
  Group group;
  group.last = world.needs.size();
  const std::vector<OpenNeed> open = all_needs(world.needs, group);
  const DemandSeries series = demand_series(world.plant, world.needs, open, earliest_receipt(terms));
  if (ledger == nullptr) return LotSizing(world.plant).solve(series, terms);
  return LotSizing(world.plant, *ledger, true).solve(series, terms);
}

OfferTerms random_offer(base::Random& random) {
  OfferTerms offer;
  offer.price = random.between(80, 300);
  offer.lead_days = static_cast<Tick>(random.between(0, 9));
  if (random.chance(0.6)) offer.order_cost = random.between(1, 300);
  if (random.chance(0.4)) offer.minimum = random.between(1, 5);
  if (random.chance(0.4)) offer.multiple = random.between(1, 3);
  if (random.chance(0.4)) offer.maximum = random.between(3, 6);
  if (random.chance(0.5)) offer.breaks.push_back({random.between(2, 6), offer.price * random.between(60, 95) / 100});
  const std::int64_t step = std::max<std::int64_t>(1, offer.multiple);
  const std::int64_t least = std::max((offer.minimum + step - 1) / step, std::int64_t{1}) * step;
  if (offer.maximum > 0) offer.maximum = std::max(offer.maximum, least);
  return offer;
}

void add_random_needs(base::Random& random, BuyingPlant& world, std::int64_t units) {
  std::uint32_t rank = 0;
  while (units > 0) {
    const std::int64_t quantity = std::min(units, random.between(1, 4));
    world.need(model::ItemId(0), quantity, static_cast<Tick>(random.between(0, 25)), rank++,
               world.order(random.between(0, 400)));
    units -= quantity;
  }
}

TEST(LotSizing, IsAsCheapAsEveryWayOfBuying) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    base::Random random(seed);
    const std::int64_t holding = random.between(0, 25);
    BuyingPlant world(40, holding);
    const model::ItemId item = world.item();
    std::vector<OfferTerms> offers;
    for (std::int64_t i = random.between(1, 2); i >= 0; --i) offers.push_back(random_offer(random));
    for (const OfferTerms& offer : offers) world.offer(item, world.vendor(), offer);
    add_random_needs(random, world, random.between(1, 7));
    const Solution solution = solved(world, nullptr);
    EXPECT_EQ(solution.cost, BruteForce(world, offers, holding).best() * base::kMicro) << "seed " << seed;
  }
}

TEST(LotSizing, IsAsCheapAsEveryWayOfBuyingWithinAVendorsWeeks) {
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    base::Random random(seed);
    BuyingPlant world(40, 3);
    const model::ItemId item = world.item();
    OfferTerms offer;
    offer.order_cost = random.between(0, 20);
    offer.lead_days = static_cast<Tick>(random.between(0, 9));
    const std::int64_t limit = random.between(1, 3);
    world.offer(item, world.vendor(limit), offer);
    const std::int64_t first = random.between(1, 3);
    world.need(item, first, static_cast<Tick>(random.between(0, 25)), 0, world.order(500));
    world.need(item, random.between(1, 4 - first), static_cast<Tick>(random.between(0, 25)), 1, world.order(500));
    const Ledger ledger(world.plant);
    BruteForce brute(world, {offer}, 3);
    brute.week_limit = limit;
    EXPECT_EQ(solved(world, &ledger).cost, brute.best() * base::kMicro) << "seed " << seed;
  }
}

TEST(LotSizing, IsAsCheapAsEveryWayOfBuyingWithinACap) {
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    base::Random random(seed);
    BuyingPlant world(40, 3);
    const model::ItemId item = world.item();
    OfferTerms offer;
    offer.order_cost = random.between(0, 20);
    offer.lead_days = static_cast<Tick>(random.between(0, 9));
    const std::int64_t cap = random.between(1, 4) * 100;
    const auto until = static_cast<Tick>(random.between(1, 20));
    world.cap(model::AccountKind::material, 0, until, cap);
    world.offer(item, world.vendor(), offer);
    const std::int64_t first = random.between(1, 3);
    world.need(item, first, static_cast<Tick>(random.between(0, 25)), 0, world.order(500));
    world.need(item, random.between(1, 4 - first), static_cast<Tick>(random.between(0, 25)), 1, world.order(500));
    const Ledger ledger(world.plant);
    BruteForce brute(world, {offer}, 3);
    brute.cap = cap;
    brute.cap_until = until;
    EXPECT_EQ(solved(world, &ledger).cost, brute.best() * base::kMicro) << "seed " << seed;
  }
}

}  // namespace
}  // namespace kilter::sourcing
