#include "schedule/repair/repair.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <string>

#include "schedule/search.hpp"
#include "schedule/testing/random_disruption.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Solution publish(const Problem& problem, std::uint64_t seed) {
  Solution plan = dispatch(problem, {.look_ahead = 1.0 + static_cast<double>(seed % 3)});
  return seed % 2 == 0 ? right_shift(problem, plan, 0) : plan;
}

RepairOptions options_for(std::uint64_t seed) {
  return {.steps = 300, .seed = seed, .tolerance = static_cast<Tick>(seed % 3), .near = 24, .patience = 6};
}

Disrupted disrupted(std::uint64_t seed, const Mix& mix) {
  const Problem problem = random_problem(seed, mix);
  const Solution plan = publish(problem, seed);
  return disrupt(problem, plan, random_disruption(seed, problem, plan, {}));
}

// What is fixed begins where it did, and nothing else begins before now.
void expect_loyal(const Disrupted& changed, const Repair& way, std::uint64_t seed) {
  for (Index op = 0; op < changed.problem.operation_count; ++op) {
    const Tick start = way.schedule.start[op];
    if (changed.problem.fixed[op] == Fixed::free) {
      EXPECT_GE(start, changed.problem.origin) << way.name << " seed " << seed << " operation " << op;
      continue;
    }
    EXPECT_EQ(start, changed.published.start[op]) << way.name << " seed " << seed << " operation " << op;
    EXPECT_EQ(way.schedule.lane[op], changed.published.lane[op]) << way.name << " seed " << seed;
  }
}

// The slow twin of change_between.
void expect_counted(const Disrupted& changed, const Repair& way, Tick tolerance) {
  std::set<Index> moved;
  std::set<Index> relaned;
  std::set<Index> reassigned;
  std::set<Index> broken;
  const Problem& problem = changed.problem;
  for (Index op = 0; op < problem.operation_count; ++op) {
    const std::int64_t was = changed.published.start[op];
    const std::int64_t is = way.schedule.start[op];
    if (was == kNever) continue;
    if (is == kNever || is > was + tolerance || is + tolerance < was) moved.insert(op);
    if (way.schedule.lane[op] != changed.published.lane[op]) relaned.insert(op);
    for (Index slot = 0; slot < problem.slots.size(); ++slot) {
      if (slot < problem.slot_begin[op] || slot >= problem.slot_begin[op + 1]) continue;
      if (way.schedule.slot_lane[slot] != changed.published.slot_lane[slot]) reassigned.insert(slot);
    }
    const auto is_mine = [&](Index slot) {
      return slot >= problem.slot_begin[op] && slot < problem.slot_begin[op + 1];
    };
    const bool other_people = std::any_of(reassigned.begin(), reassigned.end(), is_mine);
    if (moved.contains(op) || relaned.contains(op) || other_people) broken.insert(op);
  }
  EXPECT_EQ(std::vector<Index>(moved.begin(), moved.end()), way.change.moved);
  EXPECT_EQ(std::vector<Index>(relaned.begin(), relaned.end()), way.change.relaned);
  EXPECT_EQ(std::vector<Index>(reassigned.begin(), reassigned.end()), way.change.reassigned);
  EXPECT_EQ(std::vector<Index>(broken.begin(), broken.end()), way.change.broken);
  EXPECT_EQ(static_cast<Cost>(broken.size()), way.change.weight);
}

void expect_sound(const Mix& mix, std::uint64_t seeds) {
  std::size_t ways_in_all = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Disrupted changed = disrupted(seed, mix);
    const RepairOptions options = options_for(seed);
    const std::vector<Repair> ways = try_repairs(changed.problem, changed.published, options);
    ways_in_all += ways.size();
    for (const Repair& way : ways) {
      const std::vector<std::string> wrong = violations(changed.problem, way.schedule);
      EXPECT_TRUE(wrong.empty()) << way.name << " seed " << seed << ": " << wrong.front();
      expect_loyal(changed, way, seed);
      expect_counted(changed, way, options.tolerance);
    }
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(ways_in_all, 3 * seeds - seeds / 20);
}

TEST(Repair, IsSoundWithEveryFeature) { expect_sound({}, 250); }
TEST(Repair, IsSoundWithMoreOperations) { expect_sound({.operations = 30, .machines = 6, .people = 5}, 20); }
TEST(Repair, IsSoundWithSetupsAhead) { expect_sound({.setup_ahead = true}, 100); }

TEST(Repair, IsSoundWithBatchMachines) {
  expect_sound({.batches = true}, 250);
  expect_sound({.operations = 30, .machines = 3, .setup_ahead = true, .batches = true}, 40);
}

// Free operations that join a batch.
int joined_freely(const Problem& problem, const Solution& solution) {
  int joined = 0;
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (problem.fixed[op] == Fixed::free) joined += solution.joins[op];
  }
  return joined;
}

TEST(Repair, KeepsBatchesTogether) {
  int fixed = 0;
  int published = 0;
  std::map<std::string, int> kept;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Disrupted changed = disrupted(seed, {.operations = 20, .machines = 2, .batches = true});
    for (Index op = 0; op < changed.problem.operation_count; ++op) {
      fixed += changed.problem.is_fixed_with_others(op) ? 1 : 0;
    }
    published += joined_freely(changed.problem, changed.published);
    for (const Repair& way : try_repairs(changed.problem, changed.published, options_for(seed))) {
      EXPECT_NE(way.name, "window search");
      kept[way.name] += joined_freely(changed.problem, way.schedule);
    }
  }
  EXPECT_GT(fixed, 100);
  EXPECT_GT(published, 10);
  EXPECT_GE(kept["right shift"], published);
  EXPECT_GE(kept["sticky dispatch"] * 4, published * 3);
}

TEST(Repair, NothingChangesWhenNothingHappened) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Problem problem = random_problem(seed, {.setup_ahead = seed % 3 == 0, .batches = seed % 4 == 0});
    const Solution plan = publish(problem, seed);
    if (plan.score.unplaced > 0) continue;  // there may be room for it now
    const Disrupted same = disrupt(problem, plan, {.now = static_cast<Tick>(seed % 40)});
    const std::vector<Repair> ways = try_repairs(same.problem, same.published, {.steps = 1, .tolerance = 0});
    EXPECT_TRUE(ways[0].change.broken.empty()) << "seed " << seed << ": " << ways[0].change.broken.front();
  }
}

TEST(Repair, OffersWhatNothingElseBeats) {
  std::size_t offered = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Disrupted changed = disrupted(seed, {.operations = 20});
    const std::vector<Repair> tried = try_repairs(changed.problem, changed.published, options_for(seed));
    const std::vector<Repair> ways = repair(changed.problem, changed.published, options_for(seed));
    offered += ways.size();
    const auto is_as_good = [](const Repair& a, const Repair& b) {
      const Score& mine = a.schedule.score;
      const Score& other = b.schedule.score;
      if (mine.unplaced != other.unplaced) return mine.unplaced < other.unplaced;
      return a.change.weight <= b.change.weight && mine.tardiness <= other.tardiness &&
             mine.total() - mine.tardiness <= other.total() - other.tardiness;
    };
    for (const Repair& one : tried) {
      EXPECT_TRUE(std::any_of(ways.begin(), ways.end(), [&](const Repair& way) { return is_as_good(way, one); }));
    }
    for (std::size_t i = 0; i < ways.size(); ++i) {
      for (std::size_t k = 0; k < ways.size(); ++k) EXPECT_TRUE(i == k || !is_as_good(ways[i], ways[k]));
    }
  }
  EXPECT_GT(offered, 60U);
}

TEST(Repair, IsTheSameForTheSameSeedThreadsAndSteps) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Disrupted changed = disrupted(seed, {.operations = 20});
    RepairOptions options = options_for(seed);
    options.threads = 1 + static_cast<unsigned>(seed % 2);
    const std::vector<Repair> one = try_repairs(changed.problem, changed.published, options);
    const std::vector<Repair> two = try_repairs(changed.problem, changed.published, options);
    ASSERT_EQ(one.size(), two.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      EXPECT_EQ(one[i].schedule.start, two[i].schedule.start);
      EXPECT_EQ(one[i].schedule.slot_lane, two[i].schedule.slot_lane);
    }
  }
}

TEST(Repair, PromisesHaveWeights) {
  const Disrupted changed = disrupted(5, {});
  RepairOptions options = options_for(5);
  options.promise.assign(changed.problem.operation_count, 7);
  for (const Repair& way : try_repairs(changed.problem, changed.published, options)) {
    EXPECT_EQ(way.change.weight, 7 * static_cast<Cost>(way.change.broken.size()));
  }
}

TEST(Repair, ComesBackWhenCancelled) {
  const Disrupted changed = disrupted(3, {.operations = 30});
  const std::atomic<bool> cancel = true;
  const std::vector<Repair> ways = repair(changed.problem, changed.published, {.seconds = 1'000, .cancel = &cancel});
  ASSERT_FALSE(ways.empty());
  EXPECT_TRUE(violations(changed.problem, ways.front().schedule).empty());
}

}  // namespace
}  // namespace kilter::schedule
