#include "schedule/timing/transfer/batch_bound.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "base/random.hpp"
#include "schedule/timing/timing.hpp"

namespace kilter::schedule {
namespace {

time::WorkingCalendar some_hours(base::Random& random) {
  std::vector<time::Interval> open;
  for (Tick at = 0; at < 40'000;) {
    const Tick from = at + static_cast<Tick>(random.between(0, 300));
    at = from + static_cast<Tick>(random.between(1, 2'000));
    open.push_back({.open = from, .close = at});
  }
  return time::WorkingCalendar(std::move(open));
}

// The slow twin: every batch asked.
Tick asked_one_by_one(const BatchBound::Facts& facts, Tick ready) {
  for (std::int64_t k = 1; k <= facts.transfer.count(); ++k) {
    const Tick made = facts.setup_before + facts.transfer.finished(facts.run_before, k);
    const Tick there = later(facts.made.add(facts.start_before, made), facts.lag);
    const Tick ahead = facts.setup + facts.transfer.before(facts.run, k);
    ready = std::max(ready, k == 1 || ahead == 0 ? there : facts.used.subtract(there, ahead));
  }
  return ready;
}

TEST(BatchBound, IsWhatAskingEveryBatchGives) {
  base::Random random(7);
  const auto tick = [&random](Tick low, Tick high) { return static_cast<Tick>(random.between(low, high)); };
  int raised = 0;
  for (int round = 0; round < 3'000; ++round) {
    const Transfer transfer{.quantity = tick(1, 900), .batch = tick(1, 40)};
    const time::WorkingCalendar made = some_hours(random);
    const time::WorkingCalendar used = some_hours(random);
    const Tick run = tick(0, 6'000);
    const BatchBound::Facts facts{.transfer = transfer,
                                  .made = made,
                                  .used = used,
                                  .start_before = tick(0, 3'000),
                                  .setup_before = tick(0, 200),
                                  .run_before = random.chance(0.3) ? run : tick(0, 6'000),
                                  .lag = tick(0, 100),
                                  .setup = random.chance(0.3) ? 0 : tick(0, 400),
                                  .run = run};
    const Tick ready = tick(0, 6'000);
    const Tick expected = asked_one_by_one(facts, ready);
    ASSERT_EQ(BatchBound(facts).raise(ready), expected) << "round " << round;
    raised += expected > ready ? 1 : 0;
  }
  EXPECT_GT(raised, 1'000);
}

}  // namespace
}  // namespace kilter::schedule
