#include <gtest/gtest.h>

#include "schedule/search.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

void expect_valid(const Problem& problem, const Solution& solution, std::uint64_t seed) {
  const std::vector<std::string> found = violations(problem, solution);
  EXPECT_TRUE(found.empty()) << "seed " << seed << ": " << found.size() << " violations, first: " << found.front();
}

void expect_same_times(const Problem& problem, const Solution& solution, std::uint64_t seed) {
  const Solution slow = retime_slow(problem, solution);
  EXPECT_EQ(slow.start, solution.start) << "seed " << seed;
  EXPECT_EQ(slow.end, solution.end) << "seed " << seed;
  EXPECT_EQ(slow.setup, solution.setup) << "seed " << seed;
  EXPECT_TRUE(slow.score == solution.score) << "seed " << seed;
}

void expect_sound(const Mix& mix, std::uint64_t seeds) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Problem problem = random_problem(seed, mix);
    const Solution solution = dispatch(problem, {.look_ahead = 1.0 + static_cast<double>(seed % 3)});
    expect_valid(problem, solution, seed);
    expect_same_times(problem, solution, seed);
    if (testing::Test::HasFailure()) return;
  }
}

constexpr Mix kPlain{.calendars = false,
                     .setups = false,
                     .slots = false,
                     .alternatives = false,
                     .maximum_lags = false,
                     .transfers = false,
                     .fixed = false,
                     .breaks_matter = false};

TEST(Dispatch, PlainShops) { expect_sound(kPlain, 500); }

TEST(Dispatch, Calendars) {
  Mix mix = kPlain;
  mix.calendars = mix.breaks_matter = mix.alternatives = true;
  expect_sound(mix, 500);
}

TEST(Dispatch, Setups) {
  Mix mix = kPlain;
  mix.calendars = mix.setups = mix.alternatives = true;
  expect_sound(mix, 500);
}

TEST(Dispatch, Slots) {
  Mix mix = kPlain;
  mix.calendars = mix.slots = mix.breaks_matter = true;
  expect_sound(mix, 500);
}

TEST(Dispatch, TransferBatches) {
  Mix mix = kPlain;
  mix.calendars = mix.transfers = mix.setups = true;
  expect_sound(mix, 500);
}

TEST(Dispatch, MaximumLags) {
  Mix mix = kPlain;
  mix.calendars = mix.maximum_lags = mix.breaks_matter = true;
  expect_sound(mix, 500);
}

TEST(Dispatch, FixedOperations) {
  Mix mix = kPlain;
  mix.calendars = mix.setups = mix.fixed = true;
  expect_sound(mix, 500);
}

TEST(Dispatch, BatchMachines) {
  Mix mix = kPlain;
  mix.calendars = mix.setups = mix.alternatives = mix.batches = true;
  expect_sound(mix, 500);
  expect_sound({.operations = 30, .batches = true}, 500);
}

TEST(Dispatch, Everything) {
  expect_sound({}, 1500);
  expect_sound({.operations = 30, .setup_ahead = true}, 500);
}

}  // namespace
}  // namespace kilter::schedule
