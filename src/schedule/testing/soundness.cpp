#include "schedule/testing/soundness.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "schedule/repair/repair.hpp"
#include "schedule/search.hpp"
#include "schedule/solve.hpp"
#include "schedule/testing/random_disruption.hpp"

namespace kilter::schedule {
namespace {

class Judge {
 public:
  Judge(std::uint64_t seed, std::uint64_t epochs, std::uint64_t steps) : seed_(seed), epochs_(epochs), steps_(steps) {}

  Soundness run() {
    const Problem problem = random_problem(seed_, mix_of(seed_));
    result_.operations = problem.operation_count;
    const Solution found = climb(problem);
    if (result_.faults.empty()) disturb(problem, found);
    return std::move(result_);
  }

 private:
  void expect(bool holds, const std::string& otherwise) {
    if (!holds) result_.faults.push_back(otherwise);
  }

  void judge(const Problem& problem, const Solution& solution, const std::string& name) {
    ++result_.schedules;
    for (const std::string& violation : violations(problem, solution)) expect(false, name + ": " + violation);
  }

  Solution climb(const Problem& problem) {
    const Solution first = construct(problem);
    judge(problem, first, "construct");
    const ShopAnswer answer = solve(problem, {.epochs = epochs_, .seed = seed_});
    judge(problem, answer.solution, "solve");
    const Score& score = answer.solution.score;
    expect(!first.score.better_than(score), "solve: worse than its first schedule");
    expect(answer.account.objective == score.total(), "solve: the account tells another objective");
    expect(score.unplaced > 0 || !answer.bound.impossible, "bound: calls impossible what was done");
    expect(score.unplaced > 0 || answer.account.lower_bound <= score.total(), "bound: above a schedule");
    result_.unplaced = static_cast<std::uint64_t>(score.unplaced);
    result_.proved = score.unplaced == 0 && answer.account.lower_bound == score.total() ? 1 : 0;
    judge(problem, right_shift(problem, answer.solution, static_cast<Tick>(seed_ % 20)), "right shift");
    return answer.solution;
  }

  void disturb(const Problem& problem, const Solution& published) {
    const Disrupted changed = disrupt(problem, published, random_disruption(seed_, problem, published, {}));
    const RepairOptions options{.steps = steps_, .seed = seed_, .tolerance = static_cast<Tick>(seed_ % 3), .near = 24};
    const std::vector<Repair> ways = try_repairs(changed.problem, changed.published, options);
    expect(!ways.empty(), "repair: no way out");
    std::int64_t fewest = changed.problem.operation_count;
    for (const Repair& way : ways) fewest = std::min(fewest, way.schedule.score.unplaced);
    for (const Repair& way : ways) {
      judge(changed.problem, way.schedule, way.name);
      const bool places_most = way.schedule.score.unplaced == fewest;
      expect(!places_most || way.change.weight >= way.least_weight, way.name + ": below what was proved");
    }
  }

  std::uint64_t seed_;
  std::uint64_t epochs_;
  std::uint64_t steps_;
  Soundness result_;
};

}  // namespace

Mix mix_of(std::uint64_t seed) {
  constexpr std::array<Index, 6> kOperations = {4, 8, 12, 20, 30, 45};
  base::Random random(seed ^ 0xA5A5A5A5A5A5A5A5ULL);
  const auto mostly = [&random] { return random.chance(0.8); };
  Mix mix{.operations = kOperations.at(seed % kOperations.size())};
  mix.machines = static_cast<Index>(random.between(1, 6));
  mix.people = static_cast<Index>(random.between(1, 5));
  mix.calendars = mostly();
  mix.setups = mostly();
  mix.slots = mostly();
  mix.alternatives = mostly();
  mix.maximum_lags = random.chance(0.5);
  mix.transfers = mostly();
  mix.fixed = random.chance(0.5);
  mix.breaks_matter = mostly();
  mix.setup_ahead = random.chance(0.25);
  mix.timed_costs = random.chance(0.5);
  if (random.chance(0.1)) mix.horizon = 24 * 12;  // too near for some
  mix.batches = random.chance(0.3);
  return mix;
}

Soundness try_everything(std::uint64_t seed, std::uint64_t epochs, std::uint64_t steps) {
  return Judge(seed, epochs, steps).run();
}

}  // namespace kilter::schedule
