#include <gtest/gtest.h>

#include "schedule/dispatch/policy_grid.hpp"
#include "schedule/large/improve_large.hpp"
#include "schedule/large/rollout.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

class Never final : public Halt {
 public:
  [[nodiscard]] bool asked() const override { return false; }
};

void expect_same(const Solution& a, const Solution& b, std::uint64_t seed) {
  ASSERT_EQ(a.start, b.start) << "seed " << seed;
  ASSERT_EQ(a.lane, b.lane) << "seed " << seed;
  ASSERT_EQ(a.order, b.order) << "seed " << seed;
  ASSERT_TRUE(a.score == b.score) << "seed " << seed;
}

// Wherever the moment is, the same policies decide the same from there.
TEST(Rollout, GoesOnFromAMomentAsIfItHadNotStopped) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 40, .setup_ahead = seed % 4 == 0});
    const Network network(problem);
    const Shared shared(network);
    Rollout rollout(network, shared);
    const std::vector<Piece> one{{.from = kLongAgo, .policy = policy_grid()[seed % 5]}};
    ASSERT_TRUE(rollout.run(one, Never()));
    ASSERT_NO_FATAL_FAILURE(expect_same(rollout.solution(), dispatch(problem, one.front().policy), seed));
    const std::vector<Piece> pieces{one.front(), {.from = 20, .policy = {.noise = 0.5, .seed = seed}}};
    ASSERT_TRUE(rollout.run(pieces, Never()));
    const Solution whole = rollout.solution();
    for (const Tick moment : {7, 20, 33, 12}) {
      rollout.move_to(moment, pieces);
      ASSERT_TRUE(rollout.run(pieces, Never()));
      ASSERT_NO_FATAL_FAILURE(expect_same(rollout.solution(), whole, seed));
    }
  }
}

TEST(ImproveLarge, IsExactAndNeverWorse) {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const Problem problem = random_problem(seed, {.operations = 60, .setup_ahead = seed % 4 == 0});
    const Solution start = dispatch(problem, {});
    const Solution found =
        improve_large(problem, start, {.steps = 120'000, .seed = seed, .threads = 1 + static_cast<unsigned>(seed % 3)});
    ASSERT_FALSE(start.score.better_than(found.score)) << "seed " << seed;
    better += found.score.better_than(start.score) ? 1 : 0;
    if (found.score.unplaced > 0) continue;  // no twin with maximum lags (see trial_test)
    const std::vector<std::string> wrong = violations(problem, found);
    ASSERT_TRUE(wrong.empty()) << "seed " << seed << ": " << wrong.front();
    const Solution slow = retime_slow(problem, found);
    ASSERT_EQ(slow.start, found.start) << "seed " << seed;
    ASSERT_TRUE(slow.score == found.score) << "seed " << seed;
  }
  EXPECT_GT(better, 12);
}

TEST(ImproveLarge, SameSeedThreadsAndStepsGiveTheSameSchedule) {
  const Problem problem = random_problem(3, {.operations = 60});
  const Solution start = dispatch(problem, {});
  const SearchOptions options{.steps = 160'000, .seed = 7, .threads = 2};
  expect_same(improve_large(problem, start, options), improve_large(problem, start, options), 7);
}

TEST(ImproveLarge, StopsWhenCancelled) {
  const Problem problem = random_problem(3, {.operations = 30});
  const Solution start = dispatch(problem, {});
  const std::atomic<bool> cancel = true;
  expect_same(improve_large(problem, start, {.seconds = 1000, .cancel = &cancel}), start, 3);
}

}  // namespace
}  // namespace kilter::schedule
