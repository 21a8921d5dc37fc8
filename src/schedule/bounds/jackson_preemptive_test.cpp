#include "schedule/bounds/jackson_preemptive.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace kilter::schedule {
namespace {

constexpr Tick kEnd = 400;

// Lanes that keep different hours.
Problem lanes_with_hours(base::Random& random, Index count, bool breaks) {
  Problem problem;
  for (Index lane = 0; lane < count; ++lane) {
    std::vector<time::Interval> open{{.open = 0, .close = kEnd}};
    if (breaks) {
      open.clear();
      for (Tick t = 0; t < kEnd; t += 10) {
        if (random.chance(0.8)) open.push_back({.open = t, .close = t + static_cast<Tick>(random.between(2, 10))});
      }
    }
    problem.calendars.emplace_back(std::move(open));
    problem.lanes.push_back({.calendar = lane});
    problem.groups.push_back({.first_lane = lane, .lane_count = 1});
  }
  return problem;
}

std::int64_t open_before(const Problem& problem, std::int64_t t) {
  std::int64_t sum = 0;
  for (const time::WorkingCalendar& calendar : problem.calendars) {
    sum += calendar.work_between(kLongAgo, static_cast<Tick>(std::clamp<std::int64_t>(t, 0, kEnd)));
  }
  return sum;
}

// Enough room in every window for the pieces that must lie in it: what max over sets of (least head + work + least
// tail) says, for a machine with hours.
bool every_window_holds_its_work(const Problem& problem, const std::vector<Piece>& pieces, std::int64_t until) {
  const auto opens = [&](const Piece& piece) { return open_before(problem, piece.head); };
  const auto closes = [&](const Piece& piece) {
    return open_before(problem, until - piece.tail) +
           piece.setup_after * static_cast<std::int64_t>(problem.lanes.size());
  };
  for (const Piece& first : pieces) {
    for (const Piece& last : pieces) {
      std::int64_t work = 0;
      for (const Piece& piece : pieces) {
        if (opens(piece) >= opens(first) && closes(piece) <= closes(last)) work += piece.work + piece.setup_after;
      }
      if (work > 0 && work > closes(last) - opens(first)) return false;
    }
  }
  return true;
}

TEST(JacksonPreemptive, FindsTheLeastEndOfItsSlowTwin) {
  base::Random random(5);
  for (int round = 0; round < 600; ++round) {
    const Index count = round % 3 == 0 ? 2 : 1;
    const bool breaks = round % 2 == 0;
    const Problem problem = lanes_with_hours(random, count, breaks);
    std::vector<Piece> pieces(static_cast<std::size_t>(random.between(1, 7)));
    for (Piece& piece : pieces) {
      piece = {.head = random.between(0, 30), .tail = random.between(0, 30), .work = random.between(1, 12)};
      if (count == 1 || !breaks) piece.setup_after = random.between(0, 3);
    }
    const WidestHours hours(problem);
    const std::vector<Index> lanes = count == 1 ? std::vector<Index>{0} : std::vector<Index>{0, 1};
    const OpenTime open(hours, lanes);
    std::int64_t expected = 0;
    while (!every_window_holds_its_work(problem, pieces, expected)) ++expected;
    EXPECT_EQ(JacksonPreemptive(open, pieces, count).least(0, kEnd), expected) << "round " << round;
  }
}

// Carlier's example (1982) of seven operations: heads, work, tails. Without interruption the best ends at 50.
TEST(JacksonPreemptive, EndsCarliersExampleWhereHeDoes) {
  base::Random random(1);
  const Problem problem = lanes_with_hours(random, 1, false);
  const WidestHours hours(problem);
  const OpenTime open(hours, std::vector<Index>{0});
  const std::vector<Piece> pieces{
      {.head = 10, .tail = 7, .work = 5},  {.head = 13, .tail = 26, .work = 6}, {.head = 11, .tail = 24, .work = 7},
      {.head = 20, .tail = 21, .work = 4}, {.head = 30, .tail = 8, .work = 3},  {.head = 0, .tail = 17, .work = 6},
      {.head = 30, .tail = 0, .work = 2},
  };
  EXPECT_EQ(JacksonPreemptive(open, pieces, 1).least(0, kEnd), 49);
}

TEST(JacksonPreemptive, SaysWhenNothingFits) {
  base::Random random(1);
  const Problem problem = lanes_with_hours(random, 1, false);
  const WidestHours hours(problem);
  const OpenTime open(hours, std::vector<Index>{0});
  EXPECT_EQ(JacksonPreemptive(open, {{.head = 0, .tail = 0, .work = kEnd + 1}}, 1).least(0, kEnd), kEnd + 1);
}

}  // namespace
}  // namespace kilter::schedule
