#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "base/random.hpp"
#include "schedule/flow/flow_value.hpp"
#include "schedule/flow/insertion.hpp"
#include "schedule/flow/machine_bound.hpp"
#include "schedule/flow/neh.hpp"
#include "schedule/flow/solve_flow.hpp"

namespace kilter::schedule {
namespace {

struct Kind {
  bool due = false;
  bool setups = false;
};

constexpr Kind kKinds[] = {{}, {.due = true}, {.setups = true}, {.due = true, .setups = true}};

PermutationShop random_shop(base::Random& random, Index jobs, Index machines, Kind kind) {
  PermutationShop shop{.job_count = jobs, .machine_count = machines};
  for (Index i = 0; i < jobs * machines; ++i) shop.duration.push_back(static_cast<Tick>(random.between(0, 20)));
  const std::int64_t latest = 10LL * (jobs + machines);
  for (Index job = 0; kind.due && job < jobs; ++job) shop.due.push_back(static_cast<Tick>(random.between(0, latest)));
  for (Index machine = 0; kind.setups && machine < machines; ++machine) {
    shop.setup.emplace_back();
    for (Index i = 0; i < jobs * jobs; ++i) shop.setup.back().push_back(static_cast<Tick>(random.between(0, 30)));
  }
  return shop;
}

std::int64_t best_of_all(const PermutationShop& shop) {
  std::vector<Index> jobs(shop.job_count);
  std::iota(jobs.begin(), jobs.end(), 0U);
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  do {
    best = std::min(best, flow_value(shop, jobs));
  } while (std::next_permutation(jobs.begin(), jobs.end()));
  return best;
}

// The best place by evaluating every one of them.
std::int64_t best_value_slow(const PermutationShop& shop, const std::vector<Index>& sequence, Index job) {
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  for (std::size_t at = 0; at <= sequence.size(); ++at) {
    std::vector<Index> with = sequence;
    with.insert(with.begin() + static_cast<std::ptrdiff_t>(at), job);
    best = std::min(best, flow_value(shop, with));
  }
  return best;
}

// One evaluator through a random walk of sequences: what it remembers must not mislead it.
void walk(const PermutationShop& shop, base::Random& random) {
  const std::unique_ptr<Insertion> insertion = insertion_for(shop);
  std::vector<Index> sequence;
  std::vector<Index> out(shop.job_count);
  std::iota(out.begin(), out.end(), 0U);
  for (int step = 0; step < 60; ++step) {
    const Index pick = random.below(static_cast<std::uint32_t>(out.size()));
    const Index job = out[pick];
    const Place place = insertion->best(sequence, job);
    ASSERT_EQ(place.value, best_value_slow(shop, sequence, job)) << "step " << step;
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(pick));
    sequence.insert(sequence.begin() + static_cast<std::ptrdiff_t>(place.at), job);
    ASSERT_EQ(place.value, flow_value(shop, sequence)) << "step " << step;
    while (out.empty() || (!sequence.empty() && random.chance(0.4))) {
      const auto at = static_cast<std::ptrdiff_t>(random.below(static_cast<std::uint32_t>(sequence.size())));
      out.push_back(sequence[static_cast<std::size_t>(at)]);
      sequence.erase(sequence.begin() + at);
    }
  }
}

TEST(Flow, InsertionsAreThoseOfTheSlowTwin) {
  base::Random random(11);
  for (int round = 0; round < 60; ++round) {
    const auto jobs = static_cast<Index>(random.between(1, 25));
    const auto machines = static_cast<Index>(random.between(1, 6));
    walk(random_shop(random, jobs, machines, kKinds[round % 4]), random);
    ASSERT_FALSE(testing::Test::HasFatalFailure()) << "round " << round;
  }
}

TEST(Flow, FindsTheOptimumOfTinyShopsAndNeverProvesMore) {
  base::Random random(12);
  for (int round = 0; round < 60; ++round) {
    const auto jobs = static_cast<Index>(random.between(1, 6));
    const PermutationShop shop = random_shop(random, jobs, static_cast<Index>(random.between(1, 4)), kKinds[round % 4]);
    const std::int64_t best = best_of_all(shop);
    const FlowAnswer answer = solve(shop, {.epochs = 1});
    EXPECT_EQ(answer.account.objective, best) << "round " << round;
    EXPECT_LE(answer.account.lower_bound, best) << "round " << round;
    EXPECT_EQ(answer.account.objective, flow_value(shop, answer.permutation)) << "round " << round;
  }
}

TEST(Flow, TheBoundIsNeverAboveTheBestOfAll) {
  base::Random random(13);
  int met = 0;
  for (int round = 0; round < 800; ++round) {
    const PermutationShop shop = random_shop(random, static_cast<Index>(random.between(1, 6)),
                                             static_cast<Index>(random.between(1, 4)), kKinds[round % 4]);
    const std::int64_t best = best_of_all(shop);
    const std::int64_t bound = machine_bound(shop);
    ASSERT_LE(bound, best) << "round " << round;
    if (bound == best) ++met;
  }
  EXPECT_GT(met, 200);
}

// Beyond the size at which assignments give way to sums and sorting.
TEST(Flow, TheBoundOfManyJobsIsBelowGoodPermutations) {
  base::Random random(14);
  for (const Kind kind : kKinds) {
    PermutationShop shop = random_shop(random, 210, 2, kind);
    for (Tick& due : shop.due) due /= 2;
    const std::int64_t bound = machine_bound(shop);
    EXPECT_LE(bound, neh(shop).value);
    EXPECT_GT(bound, 0);
  }
}

TEST(Flow, TheSameSeedThreadsAndEpochsGiveTheSamePermutation) {
  base::Random random(15);
  const PermutationShop shop = random_shop(random, 30, 4, {.due = true});
  for (const unsigned threads : {1U, 3U}) {
    const SolveOptions options{.epochs = 2, .seed = 4, .threads = threads};
    const FlowAnswer one = solve(shop, options);
    EXPECT_EQ(one.permutation, solve(shop, options).permutation);
    EXPECT_LT(one.account.objective, neh(shop).value);
    EXPECT_EQ(one.account.epochs, 2U);
  }
}

}  // namespace
}  // namespace kilter::schedule
