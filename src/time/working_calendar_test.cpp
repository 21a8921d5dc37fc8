// The calendar against its slow twin: a row of cells, open or closed, counted one by one.
#include "time/working_calendar.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/random.hpp"

namespace kilter::time {
namespace {

constexpr Tick kCells = 60;

// `#` is an open cell; cell i covers [i, i + 1).
struct Cells {
  std::string row = std::string(static_cast<std::size_t>(kCells), '.');

  [[nodiscard]] bool open(Tick t) const { return t >= 0 && t < kCells && row[static_cast<std::size_t>(t)] == '#'; }
  [[nodiscard]] Tick count(Tick from, Tick until) const {
    Tick open_cells = 0;
    for (Tick t = from; t < until; ++t) open_cells += open(t) ? 1 : 0;
    return open_cells;
  }
  [[nodiscard]] Tick next_open(Tick t) const {
    for (t = std::max<Tick>(t, 0); t < kCells; ++t) {
      if (open(t)) return t;
    }
    return kNever;
  }
  [[nodiscard]] Tick previous_close(Tick t) const {
    for (t = std::min(t, kCells); t > 0; --t) {
      if (open(t) || open(t - 1)) return t;
    }
    return t == 0 && open(0) ? 0 : kLongAgo;
  }
  [[nodiscard]] Tick add(Tick start, Tick work) const {
    Tick t = next_open(start);
    if (work == 0 || t == kNever) return t;
    for (; t < kCells; ++t) {
      work -= open(t) ? 1 : 0;
      if (work == 0) return t + 1;
    }
    return kNever;
  }
  // The latest open start from which `work` cells are open before `end`.
  [[nodiscard]] Tick subtract(Tick end, Tick work) const {
    if (work == 0) return previous_close(end);
    for (Tick start = std::min(end, kCells) - 1; start >= 0; --start) {
      if (open(start) && count(start, end) >= work) return start;
    }
    return kLongAgo;
  }
  [[nodiscard]] bool all_open(Tick from, Tick until) const { return count(from, until) == until - from; }
  [[nodiscard]] Tick fit(Tick start, Tick work) const {
    for (start = std::max<Tick>(start, 0); start + work <= kCells; ++start) {
      if (open(start) && all_open(start, start + work)) return start;
    }
    return kNever;
  }
  [[nodiscard]] Tick fit_before(Tick end, Tick work) const {
    for (Tick start = std::min(end, kCells) - work; start >= 0; --start) {
      if (all_open(start, start + work)) return start;
    }
    return kLongAgo;
  }
};

Cells random_cells(base::Random& random) {
  Cells cells;
  const double open = random.unit();
  bool state = random.chance(open);
  for (char& cell : cells.row) {
    if (random.chance(0.3)) state = random.chance(open);
    cell = state ? '#' : '.';
  }
  return cells;
}

// One cell is `scale` ticks long, so that large scales spread the calendar over many days.
WorkingCalendar calendar_of(const Cells& cells, Tick scale) {
  std::vector<Interval> intervals;
  for (Tick t = kCells - 1; t >= 0; --t) {
    if (cells.open(t)) intervals.push_back({.open = t * scale, .close = (t + 1) * scale});
  }
  return WorkingCalendar(std::move(intervals));
}

Tick scaled(Tick t, Tick scale) { return t == kNever || t == kLongAgo ? t : t * scale; }

class CalendarTwin : public testing::TestWithParam<Tick> {};

INSTANTIATE_TEST_SUITE_P(Scales, CalendarTwin, testing::Values(1, 3'600, 40'000, 700'001));

TEST_P(CalendarTwin, AnswersAsTheCellsDo) {
  const Tick scale = GetParam();
  base::Random random(static_cast<std::uint64_t>(scale));
  for (int round = 0; round < 200; ++round) {
    const Cells cells = random_cells(random);
    const WorkingCalendar calendar = calendar_of(cells, scale);
    SCOPED_TRACE(cells.row);
    for (Tick t = -3; t <= kCells + 3; ++t) {
      ASSERT_EQ(calendar.is_open(t * scale), cells.open(t)) << t;
      ASSERT_EQ(calendar.next_open(t * scale), scaled(cells.next_open(t), scale)) << t;
      ASSERT_EQ(calendar.previous_close(t * scale), scaled(cells.previous_close(t), scale)) << t;
      const auto work = static_cast<Tick>(random.between(1, 12));
      ASSERT_EQ(calendar.add(t * scale, work * scale), scaled(cells.add(t, work), scale)) << t << " + " << work;
      ASSERT_EQ(calendar.add(t * scale, 0), scaled(cells.add(t, 0), scale)) << t;
      ASSERT_EQ(calendar.run(t * scale, work * scale),
                (Interval{scaled(cells.next_open(t), scale), scaled(cells.add(t, work), scale)}));
      ASSERT_EQ(calendar.fit(t * scale, work * scale), scaled(cells.fit(t, work), scale)) << t << ", " << work;
      ASSERT_EQ(calendar.fit_before(t * scale, work * scale), scaled(cells.fit_before(t, work), scale)) << t;
      const auto later = static_cast<Tick>(random.between(t, kCells + 3));
      ASSERT_EQ(calendar.work_between(t * scale, later * scale), cells.count(t, later) * scale);
    }
  }
}

// The latest start is a whole cell only when a cell is one tick.
TEST(WorkingCalendar, SubtractsAsTheCellsDo) {
  base::Random random(9);
  for (int round = 0; round < 500; ++round) {
    const Cells cells = random_cells(random);
    const WorkingCalendar calendar = calendar_of(cells, 1);
    SCOPED_TRACE(cells.row);
    for (Tick end = -3; end <= kCells + 3; ++end) {
      const auto work = static_cast<Tick>(random.between(0, 12));
      ASSERT_EQ(calendar.subtract(end, work), cells.subtract(end, work)) << end << " - " << work;
    }
  }
}

TEST(WorkingCalendar, SetOperationsGoCellByCell) {
  base::Random random(4);
  for (int round = 0; round < 500; ++round) {
    const Cells a = random_cells(random);
    const Cells b = random_cells(random);
    Cells both;
    Cells either;
    Cells without;
    for (std::size_t i = 0; i < a.row.size(); ++i) {
      both.row[i] = a.row[i] == '#' && b.row[i] == '#' ? '#' : '.';
      either.row[i] = a.row[i] == '#' || b.row[i] == '#' ? '#' : '.';
      without.row[i] = a.row[i] == '#' && b.row[i] != '#' ? '#' : '.';
    }
    const WorkingCalendar x = calendar_of(a, 30'000);
    const WorkingCalendar y = calendar_of(b, 30'000);
    ASSERT_EQ(WorkingCalendar::intersect(x, y), calendar_of(both, 30'000));
    ASSERT_EQ(WorkingCalendar::unite(x, y), calendar_of(either, 30'000));
    ASSERT_EQ(WorkingCalendar::subtract(x, y), calendar_of(without, 30'000));
  }
}

TEST(WorkingCalendar, ClosedForEverAndAlwaysOpen) {
  const WorkingCalendar closed;
  EXPECT_EQ(closed.add(0, 1), kNever);
  EXPECT_EQ(closed.subtract(0, 1), kLongAgo);
  EXPECT_EQ(closed.fit_before(0, 1), kLongAgo);
  const WorkingCalendar always = WorkingCalendar::always(-100, 1'000'000);
  EXPECT_EQ(always.add(5, 86'400), 86'405);
  EXPECT_EQ(always.subtract(5, 10), -5);
}

}  // namespace
}  // namespace kilter::time
