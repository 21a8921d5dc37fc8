#include "schedule/makespan/list_decoder.hpp"

#include <gtest/gtest.h>

#include "schedule/makespan/recombination.hpp"
#include "schedule/makespan/walk/arrival_walk.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

Problem random_shop(std::uint64_t seed) { return plain_shop(seed, {.operations = 20, .machines = 5}); }

// Three stages of two lanes each.
Problem random_flow_shop(std::uint64_t seed) {
  base::Random random(seed);
  Problem problem = random_problem(0, {.operations = 2, .calendars = false, .slots = false, .fixed = false});
  problem = Problem{.calendars = problem.calendars, .horizon = problem.horizon};
  problem.mode_begin = problem.slot_begin = problem.predecessor_begin = {0};
  problem.lanes.resize(6);
  for (Index stage = 0; stage < 3; ++stage) problem.groups.push_back({.first_lane = 2 * stage, .lane_count = 2});
  for (Index op = 0; op < 24; ++op) {
    problem.modes.push_back({.group = op % 3, .work = static_cast<Tick>(random.between(1, 30))});
    problem.mode_begin.push_back(op + 1);
    problem.slot_begin.push_back(0);
    if (op % 3 > 0) problem.predecessors.push_back({.operation = op - 1});
    problem.predecessor_begin.push_back(static_cast<Index>(problem.predecessors.size()));
  }
  problem.operation_count = 24;
  problem.release.assign(24, 0);
  problem.family.assign(24, kNone);
  problem.fixed.assign(24, Fixed::free);
  return problem;
}

void expect_timed(const Shop& shop, const Sequence& sequence) {
  ShopGraph graph(shop);
  graph.load(sequence.order, sequence.alternatives);
  graph.sweep();
  EXPECT_EQ(graph.makespan(), sequence.makespan);
}

std::vector<double> random_keys(Index count, base::Random& random) {
  std::vector<double> keys(count);
  for (double& key : keys) key = random.unit();
  return keys;
}

TEST(ListDecoder, TellsTheMakespanOfWhatItBuilt) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Problem problem = random_shop(seed);
    const Shop shop(problem);
    base::Random random(seed);
    const std::vector<double> keys = random_keys(shop.count(), random);
    expect_timed(shop, decode_list(shop, keys, std::vector<Index>(shop.count(), kNone)));
    expect_timed(shop, decode_arrivals(shop, keys));
  }
}

TEST(Recombination, AtEitherEndIsAParent) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const Problem problem = random_shop(seed);
    const Shop shop(problem);
    base::Random random(seed);
    Pool pool(shop);
    pool.set_capacity(2);
    const std::vector<Index> any(shop.count(), kNone);
    for (int i = 0; i < 20; ++i) pool.add(decode_list(shop, random_keys(shop.count(), random), any));
    if (pool.members().size() < 2) continue;
    const Pool::Member& a = pool.members()[0];
    const Pool::Member& b = pool.members()[1];
    EXPECT_EQ(interpolate(shop, a, b, 0, random).order, a.sequence.order) << "seed " << seed;
    EXPECT_EQ(interpolate(shop, a, b, 1, random).order, b.sequence.order) << "seed " << seed;
  }
}

TEST(ArrivalWalk, ImprovesTheOrderInWhichJobsComeIn) {
  class Never final : public Halt {
    [[nodiscard]] bool asked() const override { return false; }
  } never;
  int better = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Problem problem = random_flow_shop(seed);
    ASSERT_TRUE(Shop::fits(problem));
    const Shop shop(problem);
    ASSERT_TRUE(ArrivalWalk::suits(shop));
    base::Random random(seed);
    const Sequence start = decode_arrivals(shop, random_keys(shop.count(), random));
    ArrivalWalk walk(shop);
    walk.begin(start, seed);
    const Tick first = walk.best().makespan;
    std::int64_t work = 1'000'000;
    walk.go(work, never);
    EXPECT_LE(walk.best().makespan, first);
    better += walk.best().makespan < first ? 1 : 0;
    expect_timed(shop, walk.best());
  }
  EXPECT_GT(better, 10);
}

}  // namespace
}  // namespace kilter::schedule
