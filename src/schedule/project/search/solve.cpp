// Minimum makespan of a project: populations of growing size on every thread, beginning with different sizes, until
// time is over or the lower bound is met.
#include <algorithm>
#include <memory>
#include <vector>

#include "base/assertions.hpp"
#include "base/random.hpp"
#include "schedule/epochs/epochs.hpp"
#include "schedule/project/bound/lower_bound.hpp"
#include "schedule/project/network.hpp"
#include "schedule/project/project.hpp"
#include "schedule/project/search/population.hpp"

namespace kilter::schedule {
namespace {

constexpr std::int64_t kEpochWork = 1'000'000;   // cells that the schedules of an epoch pass, about
constexpr std::int64_t kPassedPerActivity = 64;  // at most, on breakpoints
constexpr std::size_t kSmallStart = 30;          // members; quick answers on even threads,
constexpr std::size_t kLargeStart = 240;         // lasting ones on odd threads
constexpr std::uint64_t kStepsPerLook = 8;       // at the clock
constexpr std::uint64_t kMostDoublings = 20;

class ProjectSearch {
 public:
  ProjectSearch(const ProjectNetwork& network, const SolveOptions& options)
      : network_(network), options_(options), bound_(lower_bound(network)) {
    base::Random seeds(options.seed);
    for (unsigned thread = 0; thread < std::max(1U, options.threads); ++thread)
      populations_.push_back(
          std::make_unique<Population>(network, seeds.next(), thread % 2 == 0 ? kSmallStart : kLargeStart));
    const std::int64_t cells =
        std::min<std::int64_t>(network.horizon, kPassedPerActivity * network.count) + std::int64_t{10} * network.count;
    steps_ = static_cast<std::uint64_t>(std::max<std::int64_t>(kStepsPerLook, kEpochWork / (1 + cells)));
  }

  void run() {
    populations_.front()->step();  // there is an answer however short the time
    best_ = populations_.front()->best();
    const EpochBudget budget{.seconds = options_.seconds, .epochs = options_.epochs, .cancel = options_.cancel};
    if (is_optimal()) return;
    const EpochCount count = run_epochs(
        static_cast<unsigned>(populations_.size()), budget,
        [&](unsigned thread, std::uint64_t epoch, const Halt& halt) { work(*populations_[thread], epoch, halt); },
        [&](std::uint64_t, double seconds) { return merge(seconds); });
    account_.epochs = count.epochs;
    account_.seconds = count.seconds;
  }

  [[nodiscard]] const ProjectPlan& best() const { return best_; }
  [[nodiscard]] bool is_feasible() const { return best_.excess == 0; }
  // Objective and bound in ticks.
  [[nodiscard]] Account account() const {
    Account account = account_;
    account.lower_bound = static_cast<std::int64_t>(bound_) * network_.unit;
    account.objective = is_feasible() ? static_cast<std::int64_t>(best_.makespan) * network_.unit : kNever;
    return account;
  }

 private:
  [[nodiscard]] bool is_optimal() const { return is_feasible() && best_.makespan <= bound_; }

  // The first epochs are short, so that there are early answers on a slow machine too.
  void work(Population& population, std::uint64_t epoch, const Halt& halt) const {
    const std::uint64_t steps = std::min(steps_, kStepsPerLook << std::min<std::uint64_t>(epoch, kMostDoublings));
    for (std::uint64_t step = 0; step < steps; ++step) {
      if (step % kStepsPerLook == 0 && halt.asked()) return;
      population.step();
    }
  }

  bool merge(double seconds) {
    bool improved = false;
    for (const auto& population : populations_) {
      if (!population->best().better_than(best_)) continue;
      best_ = population->best();
      improved = true;
    }
    if (improved) {
      account_.seconds_to_best = seconds;
      if (options_.progress && is_feasible()) options_.progress(account().objective, seconds);
    }
    return !is_optimal();
  }

  const ProjectNetwork& network_;
  const SolveOptions& options_;
  Tick bound_;
  std::uint64_t steps_ = 0;  // of an epoch
  std::vector<std::unique_ptr<Population>> populations_;
  ProjectPlan best_;
  Account account_;
};

// In the problem's numbers and ticks.
ProjectSolution to_solution(const ProjectProblem& problem, const ProjectNetwork& network, const ProjectPlan& plan) {
  ProjectSolution solution{.mode = std::vector<Index>(network.count),
                           .start = std::vector<Tick>(network.count),
                           .end = std::vector<Tick>(network.count)};
  std::vector<std::vector<Index>> crews(network.count);
  auto worker = plan.crew.begin();
  for (Index i = 0; i < network.count; ++i) {
    const Index activity = network.original[i];
    solution.mode[activity] = network.original_mode[plan.mode[i]];
    solution.start[activity] = plan.start[i] * network.unit;
    solution.end[activity] = solution.start[activity] + problem.duration[solution.mode[activity]];
    if (network.worker_words == 0) continue;
    for (const Seats& seats : network.seats_of(plan.mode[i])) {
      for (Index seat = 0; seat < seats.workers; ++seat) crews[activity].push_back(network.original_worker[*worker++]);
    }
  }
  if (problem.worker_count == 0) return solution;
  solution.crew_begin.push_back(0);
  for (const std::vector<Index>& crew : crews) {
    solution.crew.insert(solution.crew.end(), crew.begin(), crew.end());
    solution.crew_begin.push_back(static_cast<Index>(solution.crew.size()));
  }
  return solution;
}

}  // namespace

ProjectAnswer solve(const ProjectProblem& problem, const SolveOptions& options) {
  ProjectAnswer answer;
  const std::optional<ProjectNetwork> network = compile(problem);
  if (!network) {
    answer.account.objective = kNever;
    answer.account.lower_bound = kNever;
    return answer;
  }
  ProjectSearch search(*network, options);
  search.run();
  answer.account = search.account();
  if (search.is_feasible()) answer.solution = to_solution(problem, *network, search.best());
  if (search.is_feasible() && base::asserts(base::Assertions::thorough)) {
    base::require_none(violations(problem, answer.solution), "project");
  }
  return answer;
}

}  // namespace kilter::schedule
