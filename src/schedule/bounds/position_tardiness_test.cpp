#include "schedule/bounds/position_tardiness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "base/random.hpp"

namespace kilter::schedule {
namespace {

Problem one_lane(std::vector<time::Interval> open) {
  Problem problem;
  problem.calendars.emplace_back(std::move(open));
  problem.lanes.resize(1);
  problem.groups.push_back({.first_lane = 0, .lane_count = 1});
  return problem;
}

std::vector<Share> random_shares(base::Random& random) {
  std::vector<Share> shares(static_cast<std::size_t>(random.between(1, 6)));
  for (Share& share : shares) {
    share = {.head = random.between(0, 15), .work = random.between(1, 9), .tail = random.between(0, 8)};
    share.due = random.between(0, 40);
    share.weight = random.between(1, 5);
    share.end = share.head + share.work + share.tail;
  }
  return shares;
}

// The best sequence without interruption by jobs, work paused over closed hours.
Cost best_sequence(const time::WorkingCalendar& hours, std::vector<Share> shares) {
  const auto key = [](const Share& a, const Share& b) {
    return std::tie(a.head, a.work, a.tail, a.due, a.weight) < std::tie(b.head, b.work, b.tail, b.due, b.weight);
  };
  std::sort(shares.begin(), shares.end(), key);
  Cost best = std::numeric_limits<Cost>::max();
  do {
    Cost cost = 0;
    Tick now = 0;
    for (const Share& share : shares) {
      now = hours.add(std::max(now, static_cast<Tick>(share.head)), static_cast<Tick>(share.work));
      cost += std::max<std::int64_t>(0, now + share.tail - share.due) * share.weight;
    }
    best = std::min(best, cost);
  } while (std::next_permutation(shares.begin(), shares.end(), key));
  return best;
}

TEST(PositionTardiness, NeverAboveTheBestSequence) {
  base::Random random(21);
  int met = 0;
  for (int round = 0; round < 600; ++round) {
    std::vector<time::Interval> open{{.open = 0, .close = 1000}};
    if (round % 2 == 0) {
      open.clear();
      for (Tick t = 0; t < 1000; t += 10) open.push_back({.open = t, .close = t + 7});
    }
    const Problem problem = one_lane(open);
    const std::vector<Share> shares = random_shares(random);
    const WidestHours hours(problem);
    const Cost bound = position_tardiness(OpenTime(hours, std::vector<Index>{0}), shares);
    const Cost best = best_sequence(problem.calendars[0], shares);
    ASSERT_LE(bound, best) << "round " << round;
    if (bound == best) ++met;
  }
  EXPECT_GT(met, 150);
}

// With equal work and nothing to wait for, places are all that matters.
TEST(PositionTardiness, IsExactForEqualWork) {
  base::Random random(22);
  for (int round = 0; round < 200; ++round) {
    const Problem problem = one_lane({{.open = 0, .close = 1000}});
    std::vector<Share> shares = random_shares(random);
    for (Share& share : shares) share = {.work = 5, .end = 5, .due = share.due, .weight = share.weight};
    const WidestHours hours(problem);
    EXPECT_EQ(position_tardiness(OpenTime(hours, std::vector<Index>{0}), shares),
              best_sequence(problem.calendars[0], shares));
  }
}

TEST(PositionTardiness, ManyJobsStillCountByTheirOwnEnds) {
  const Problem problem = one_lane({{.open = 0, .close = 100'000}});
  const WidestHours hours(problem);
  const std::vector<Share> shares(300, {.work = 1, .end = 10, .due = 4, .weight = 1});
  // 200 jobs end at 10, ..., 10, 11, 12, ..., 200; the other 100 at 10.
  Cost expected = Cost{100} * 6;
  for (Cost place = 1; place <= 200; ++place) expected += std::max<Cost>(place, 10) - 4;
  EXPECT_EQ(position_tardiness(OpenTime(hours, std::vector<Index>{0}), shares), expected);
}

}  // namespace
}  // namespace kilter::schedule
