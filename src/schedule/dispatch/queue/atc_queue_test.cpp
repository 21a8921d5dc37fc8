#include "schedule/dispatch/queue/atc_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace kilter::schedule {
namespace {

constexpr double kLookAhead = 40;  // seconds: k times the mean work
constexpr AtcScale kScale{.per_second = 1 / kLookAhead};

struct Order {
  double worth = 0;  // log of weight over work
  Tick latest_start = 0;
};

double index_by_definition(const Order& order, Tick now) {
  return order.worth - std::max(0, order.latest_start - now) / kLookAhead;
}

// The best by the definition of the index, recomputed for all at every time, is the better of the two tops.
TEST(AtcQueue, TopIsTheGreatestIndexAtAnyTime) {
  base::Random random(2);
  std::vector<Order> waiting;
  AtcQueue queue;
  Tick now = 0;
  std::vector<bool> gone;
  for (int step = 0; step < 2000; ++step) {
    if (random.chance(0.55)) {
      const auto op = static_cast<Index>(waiting.size());
      waiting.push_back(
          {.worth = random.unit() * 4 - 2, .latest_start = static_cast<Tick>(now + random.between(-100, 400))});
      gone.push_back(false);
      const Order& order = waiting.back();
      queue.push({.early_key = static_cast<float>(order.worth - order.latest_start / kLookAhead),
                  .late_key = static_cast<float>(order.worth),
                  .latest_start = order.latest_start,
                  .operation = op});
      continue;
    }
    now += static_cast<Tick>(random.between(0, 20));
    if (queue.empty()) continue;
    queue.advance(now);
    std::vector<AtcQueue::Place> tops;
    queue.best(1, tops);
    const AtcQueue::Place best = *std::max_element(tops.begin(), tops.end(), [&](AtcQueue::Place a, AtcQueue::Place b) {
      return queue.value(a, now, kScale) < queue.value(b, now, kScale);
    });
    ASSERT_EQ(queue.head(kScale).value(now), queue.value(best, now, kScale)) << "step " << step;
    ASSERT_GT(queue.head(kScale).stale_from, now);
    double greatest = -1e9;
    for (std::size_t op = 0; op < waiting.size(); ++op) {
      if (!gone[op]) greatest = std::max(greatest, index_by_definition(waiting[op], now));
    }
    const Index op = queue.at(best).operation;
    ASSERT_NEAR(index_by_definition(waiting[op], now), greatest, 1e-3) << "step " << step;
    gone[op] = true;
    queue.remove(best);
  }
}

TEST(AtcQueue, RemovesFromTheMiddle) {
  AtcQueue queue;
  for (Index op = 0; op < 20; ++op)
    queue.push({.early_key = static_cast<float>(op % 7), .latest_start = 100, .operation = op});
  queue.remove({.late = false, .at = 5});
  queue.remove({.late = false, .at = 0});
  float last = 100;
  for (int i = 0; i < 18; ++i) {
    const AtcQueue::Place top{};
    EXPECT_LE(queue.at(top).early_key, last);
    last = queue.at(top).early_key;
    queue.remove(top);
  }
  EXPECT_TRUE(queue.empty());
}

}  // namespace
}  // namespace kilter::schedule
