#include "material/netting/allocation.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using time::kNever;

// Slow twin: one look at every supply for every unit handed out.
class PlainAllocation {
 public:
  explicit PlainAllocation(std::vector<Supply> supplies) : supplies_(std::move(supplies)) {}

  std::vector<Quantity> take(Requirement& want, Tick consumed, Tick patience, bool latest) {
    std::vector<Quantity> taken(supplies_.size());
    for (;;) {
      const std::size_t best = pick(want, consumed, patience, latest);
      if (best == supplies_.size() || !want.quantity.positive()) return taken;
      const Quantity quantity = std::min(want.quantity, supplies_[best].left);
      taken[best] += quantity;
      supplies_[best].left -= quantity;
      want.quantity -= quantity;
    }
  }

 private:
  // Smaller is taken first: perishables in time, others in time, perishables late, others late.
  [[nodiscard]] std::tuple<int, Tick, std::int64_t> order_of(std::size_t k, Tick wanted, bool latest) const {
    const Supply& supply = supplies_[k];
    const bool late = supply.at > wanted;
    const auto place = static_cast<std::int64_t>(k);
    if (supply.expiry != kNever) return {late ? 2 : 0, supply.expiry, place};
    if (late) return {3, supply.at, place};
    return {1, latest ? -supply.at : supply.at, latest ? -place : place};
  }

  [[nodiscard]] std::size_t pick(const Requirement& want, Tick consumed, Tick patience, bool latest) const {
    std::size_t best = supplies_.size();
    for (std::size_t k = 0; k < supplies_.size(); ++k) {
      const Supply& supply = supplies_[k];
      const bool usable = supply.left.positive() && supply.expiry > consumed && supply.expiry > supply.at;
      if (!usable || (supply.at > want.wanted() && supply.at > patience)) continue;
      if (best == supplies_.size() || order_of(k, want.wanted(), latest) < order_of(best, want.wanted(), latest))
        best = k;
    }
    return best;
  }

  std::vector<Supply> supplies_;
};

std::vector<Supply> random_supplies(base::Random& random) {
  std::vector<Supply> supplies(random.below(12));
  for (Supply& supply : supplies) {
    supply.left = Quantity::units(random.between(0, 9));
    supply.at = static_cast<Tick>(random.between(0, 6) * 10);
    if (random.chance(0.4)) supply.expiry = static_cast<Tick>(random.between(1, 9) * 10);
  }
  std::stable_sort(supplies.begin(), supplies.end(), [](const Supply& a, const Supply& b) { return a.at < b.at; });
  for (std::uint32_t k = 0; k < supplies.size(); ++k) supplies[k].index = k;
  return supplies;
}

TEST(Allocation, HandsOutWhatItsSlowTwinDoes) {
  for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
    base::Random random(seed);
    std::vector<Supply> supplies = random_supplies(random);
    PlainAllocation plain(supplies);
    PegList pegs;
    Allocation allocation(supplies, pegs);
    for (int round = 0; round < 8; ++round) {
      Requirement want;
      want.quantity = Quantity::units(random.between(1, 12));
      want.need = static_cast<Tick>(random.between(-1, 7) * 10);
      Requirement same = want;
      const Tick consumed = want.wanted() + static_cast<Tick>(random.between(0, 1) * 10);
      const Tick patience = want.wanted() + static_cast<Tick>(random.between(0, 3) * 10);
      const bool latest = random.chance(0.5);
      const std::size_t before = pegs.size();
      const Wish wish{.requirement = want, .consumed = consumed, .patience = patience};
      const Quantity obtainable = allocation.obtainable(wish);
      const Quantity wanted = want.quantity;
      latest ? allocation.take_latest(wish) : allocation.take_earliest(wish);
      EXPECT_EQ(wanted - want.quantity, std::min(wanted, obtainable));
      std::vector<Quantity> taken(supplies.size());
      for (std::size_t k = before; k < pegs.size(); ++k) taken[pegs.raw()[k].supply_index] += pegs.raw()[k].quantity;
      ASSERT_EQ(taken, plain.take(same, consumed, patience, latest)) << "seed " << seed << ", round " << round;
      ASSERT_EQ(want.quantity, same.quantity);
    }
  }
}

TEST(Allocation, SupplyRemembersItsMostUrgentDemandAndFirstNeed) {
  std::vector<Supply> supplies(1);
  supplies[0].left = Quantity::units(10);
  PegList pegs;
  Allocation allocation(supplies, pegs);
  for (const auto& [need, rank] : {std::pair<Tick, std::uint32_t>{50, 4}, {70, 1}, {60, 9}}) {
    Requirement want;
    want.quantity = Quantity::units(2);
    want.need = need;
    want.rank = rank;
    want.order = model::OrderId(rank);
    allocation.take_earliest({.requirement = want, .consumed = need, .patience = need});
  }
  EXPECT_EQ(supplies[0].first_need, 50);
  EXPECT_EQ(supplies[0].rank, 1U);
  EXPECT_EQ(supplies[0].order, model::OrderId(1));
  EXPECT_EQ(supplies[0].left, Quantity::units(4));
}

}  // namespace
}  // namespace kilter::material
