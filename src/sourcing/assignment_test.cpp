#include "sourcing/assignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"

namespace kilter::sourcing {
namespace {

using base::Quantity;

material::PurchaseNeed need_at(Tick need, std::uint32_t rank) {
  material::PurchaseNeed made;
  made.need = need;
  made.rank = rank;
  made.quantity = Quantity::units(1);
  return made;
}

// Slow twin: which needs, in rank order, can be kept in time together, by trying every receipt for each (units of one).
bool all_in_time(std::vector<Tick> needs, std::vector<Tick> receipts) {
  std::sort(needs.begin(), needs.end());
  std::sort(receipts.begin(), receipts.end());
  std::size_t used = 0;
  for (const Tick need : needs) {
    if (used == receipts.size() || receipts[used] > need) return false;
    ++used;
  }
  return true;
}

TEST(Assignment, KeepsTheFirstRanksInTimeAsFarAsPossible) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    base::Random random(seed);
    std::vector<material::PurchaseNeed> needs;
    std::vector<OpenNeed> open;
    std::vector<Receipt> receipts;
    std::vector<Tick> dates;
    for (std::uint32_t i = 0; i < 8; ++i) {
      needs.push_back(need_at(static_cast<Tick>(random.between(0, 20)), i));
      open.push_back({i, Quantity::units(1)});
      dates.push_back(static_cast<Tick>(random.between(0, 20)));
    }
    std::sort(dates.begin(), dates.end());
    for (const Tick date : dates) receipts.push_back({date, Quantity::units(1)});
    std::vector<bool> in_time(needs.size(), false);
    const std::vector<Served> served = assign(needs, open, receipts, {});
    EXPECT_EQ(served.size(), needs.size());
    for (const Served& part : served) in_time[part.open] = receipts[part.receipt].at <= needs[part.open].need;
    // The set kept in time is the greedy one by rank as long as no late need took a receipt that a later rank could
    // have used.
    std::vector<Tick> kept;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      std::vector<Tick> with = kept;
      with.push_back(needs[i].need);
      if (!all_in_time(with, dates)) {
        EXPECT_FALSE(in_time[i]) << "seed " << seed;
        break;
      }
      EXPECT_TRUE(in_time[i]) << "seed " << seed;
      kept = with;
    }
  }
}

// Slow twin: the same rule, receipt by receipt. The latest in time; when they are not enough, the latest of as few as
// it takes to be whole.
std::vector<Served> one_by_one(const std::vector<material::PurchaseNeed>& needs, const std::vector<OpenNeed>& open,
                               const std::vector<Receipt>& receipts) {
  std::vector<Quantity> left;
  for (const Receipt& receipt : receipts) left.push_back(receipt.good);
  std::vector<Served> served;
  for (std::size_t i = 0; i < open.size(); ++i) {
    std::size_t end = 0;
    Quantity sum;
    while (end < receipts.size() && (receipts[end].at <= needs[open[i].need].need || sum < open[i].quantity)) {
      sum += left[end++];
    }
    Quantity wanted = open[i].quantity;
    while (end-- > 0 && wanted.positive()) {
      const Quantity taken = std::min(wanted, left[end]);
      if (!taken.positive()) continue;
      left[end] -= taken;
      wanted -= taken;
      served.push_back({i, end, taken});
    }
  }
  return served;
}

TEST(Assignment, IsTheSameReceiptByReceipt) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    base::Random random(seed);
    std::vector<material::PurchaseNeed> needs;
    std::vector<OpenNeed> open;
    std::vector<Receipt> receipts;
    for (std::uint32_t i = 0; i < 9; ++i) {
      needs.push_back(need_at(static_cast<Tick>(random.between(0, 20)), i));
      open.push_back({i, Quantity::units(random.between(1, 8))});
    }
    for (std::int64_t i = random.between(0, 9); i > 0; --i) {
      receipts.push_back({static_cast<Tick>(random.between(0, 20)), Quantity::units(random.between(0, 9))});
    }
    std::sort(receipts.begin(), receipts.end(), [](const Receipt& a, const Receipt& b) { return a.at < b.at; });
    const std::vector<Served> fast = assign(needs, open, receipts, {});
    const std::vector<Served> slow = one_by_one(needs, open, receipts);
    ASSERT_EQ(fast.size(), slow.size()) << "seed " << seed;
    for (std::size_t i = 0; i < fast.size(); ++i) {
      EXPECT_EQ(fast[i].open, slow[i].open) << "seed " << seed;
      EXPECT_EQ(fast[i].receipt, slow[i].receipt) << "seed " << seed;
      EXPECT_EQ(fast[i].quantity, slow[i].quantity) << "seed " << seed;
    }
  }
}

// Four come early and four late; five wait for the late ones anyhow and leave the early ones to three.
TEST(Assignment, WhoMustWaitAnyhowLeavesWhatComesEarlyToOthers) {
  const std::vector<material::PurchaseNeed> needs{need_at(3, 0), need_at(3, 1)};
  const std::vector<OpenNeed> open{{0, Quantity::units(5)}, {1, Quantity::units(3)}};
  const std::vector<Receipt> receipts{{1, Quantity::units(4)}, {9, Quantity::units(4)}};
  const std::vector<Served> served = assign(needs, open, receipts, {});
  ASSERT_EQ(served.size(), 3U);
  EXPECT_EQ(served[0].quantity, Quantity::units(4));  // of the late ones
  EXPECT_EQ(served[0].receipt, 1U);
  EXPECT_EQ(served[2].open, 1U);
  EXPECT_EQ(served[2].receipt, 0U);
}

TEST(Assignment, TheOldestGoodsGoFirstWhenTheySpoil) {
  const std::vector<material::PurchaseNeed> needs{need_at(3, 0), need_at(5, 1)};
  const std::vector<OpenNeed> open{{0, Quantity::units(1)}, {1, Quantity::units(1)}};
  const std::vector<Receipt> receipts{{1, Quantity::units(1)}, {3, Quantity::units(1)}};
  const std::vector<Served> served = assign(needs, open, receipts, time::Duration(3));
  ASSERT_EQ(served.size(), 2U);
  EXPECT_EQ(served[0].receipt, 0U);
  EXPECT_EQ(served[1].receipt, 1U);
}

}  // namespace
}  // namespace kilter::sourcing
