#include "sourcing/offers/receipt_dates.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "sourcing/testing/buying_plant.hpp"

namespace kilter::sourcing {
namespace {

using namespace testing;

// Slow twin: every order tick from the origin on, its receipt by walking to the next open tick.
class EveryOrder {
 public:
  EveryOrder(const model::Plant& plant, const model::Offer& offer) {
    const model::CalendarId calendar = plant.vendors[offer.vendor].calendar;
    for (Tick order = 0; order < plant.span_end; ++order) {
      const time::Instant at = plant.frame.instant(order);
      if ((offer.from && at < *offer.from) || (offer.until && at >= *offer.until)) continue;
      Tick receipt = order + static_cast<Tick>(offer.lead_time.count());
      while (calendar.valid() && receipt < plant.span_end && !plant.calendars[calendar].regular.is_open(receipt))
        ++receipt;
      if (receipt < plant.span_end) receipts_.push_back(receipt);
    }
  }
  [[nodiscard]] Tick earliest() const { return receipts_.empty() ? time::kNever : receipts_.front(); }
  [[nodiscard]] bool possible(Tick receipt) const {
    return std::find(receipts_.begin(), receipts_.end(), receipt) != receipts_.end();
  }
  [[nodiscard]] Tick last_by(Tick t) const {
    Tick last = earliest();
    for (const Tick receipt : receipts_) {
      if (receipt <= t) last = receipt;
    }
    return last;
  }
  [[nodiscard]] Tick first_from(Tick t) const {
    for (const Tick receipt : receipts_) {
      if (receipt >= t) return receipt;
    }
    return time::kNever;
  }

 private:
  std::vector<Tick> receipts_;
};

TEST(ReceiptDates, AgreeWithTryingEveryOrderDate) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    base::Random random(seed);
    BuyingPlant world;
    world.plant.span_end = 120;  // ticks are days of a toy calendar here
    std::vector<time::Interval> open;
    for (Tick t = 0; t < 120; t += 10) open.push_back({t + 2, t + 2 + static_cast<Tick>(random.between(1, 6))});
    model::Calendar calendar;
    calendar.regular = time::WorkingCalendar(open);
    model::Offer offer;
    offer.vendor = world.vendor();
    if (random.chance(0.7)) world.plant.vendors[offer.vendor].calendar = world.plant.calendars.push_back(calendar);
    offer.lead_time = time::Duration(random.between(0, 50));
    if (random.chance(0.4)) offer.from = world.plant.frame.instant(static_cast<Tick>(random.between(-5, 40)));
    if (random.chance(0.4)) offer.until = world.plant.frame.instant(static_cast<Tick>(random.between(-5, 90)));
    const ReceiptDates dates(world.plant, offer);
    const EveryOrder slow(world.plant, offer);
    EXPECT_EQ(dates.earliest(), slow.earliest()) << "seed " << seed;
    if (slow.earliest() == time::kNever) continue;
    for (Tick t = 0; t < 120; t += 3) {
      EXPECT_EQ(dates.from(t), slow.first_from(t)) << "seed " << seed << " from " << t;
      const Tick by = dates.by(t);
      EXPECT_TRUE(slow.possible(by)) << "seed " << seed << " by " << t;
      EXPECT_TRUE(by <= t || by == slow.earliest());
      // The same tick, or the opening of the open stretch that the last possible one lies in.
      const Tick last = slow.last_by(t);
      for (Tick between = by; between < last; ++between) EXPECT_TRUE(calendar.regular.is_open(between));
      EXPECT_TRUE(dates.order_at(by) + offer.lead_time.count() <= by && dates.order_at(by) >= 0);
    }
  }
}

}  // namespace
}  // namespace kilter::sourcing
