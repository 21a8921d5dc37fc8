// The anytime search: rounds from the best so far, each twice as long as the one before, of annealing and, on problems
// that are not large, of tabu search in turn: they fail on different problems. Threads work on the same round, each
// from its own random numbers, and agree on the best at its end; so a step budget replays exactly.
#include <algorithm>
#include <cmath>
#include <memory>
#include <thread>
#include <vector>

#include "schedule/large/improve_large.hpp"
#include "schedule/search.hpp"
#include "schedule/search/annealing.hpp"
#include "schedule/search/stopwatch.hpp"
#include "schedule/search/tabu_search.hpp"
#include "schedule/timing/objective.hpp"

namespace kilter::schedule {
namespace {

constexpr double kStepsPerOperation = 100;  // of the first round, at least
// A round that is shorter, per operation, begins cooler, or it could not cool down again. Small problems need few
// steps.
constexpr double kStepsToBeHot = 1600;
constexpr Index kNeedsAllOfThem = 100;  // operations
constexpr int kMostRounds = 6;
constexpr Index kMostForTabu = 5'000;  // operations
constexpr int kSamples = 400;
constexpr double kProgressEvery = 0.2;  // seconds

// Share of the whole budget at which round `round` of `rounds` ends: lengths 1 : 2 : 4 : ...
double round_end(int round, int rounds) { return (std::exp2(round + 1) - 1) / (std::exp2(rounds) - 1); }

class Search {
 public:
  Search(const Problem& problem, const Solution& start, const SearchOptions& options)
      : network_(problem), options_(options), watch_(options) {
    for (unsigned i = 0; i < std::max(1U, options.threads); ++i)
      trials_.push_back(std::make_unique<Trial>(network_, start));
    best_ = trials_.front()->state();
    best_worth_ = trials_.front()->worth();
  }

  Solution run() {
    const double steps = plan();
    const double first_round = kStepsPerOperation * network_.operation_count();
    const int rounds = std::clamp(static_cast<int>(std::log2(steps / first_round + 1)), 1, kMostRounds);
    for (int round = 0; round < rounds && watch_.used() < 1.0; ++round) {
      const double share = round_end(round, rounds) - (round == 0 ? 0 : round_end(round - 1, rounds));
      const double heat = std::min(1.0, share * steps / steps_to_be_hot());
      run_round(round, rounds, {.hottest = scale_ * heat, .coldest = scale_ * heat * 0.01});
    }
    Solution solution = to_solution(network_, best_);
    solution.score = score_of(network_, best_);
    if (!network_.has_timed_costs()) return solution;
    // Walks begin everything as early as they can.
    Solution later = right_shift(network_.problem(), solution, 0);
    return later.score.better_than(solution.score) ? later : solution;
  }

 private:
  // Samples moves for the temperature scale; returns how many steps the budget will hold.
  double plan() {
    const double begin = watch_.seconds();
    scale_ = median_worsening(*trials_.front(), kSamples, options_.seed);
    if (options_.steps > 0) return static_cast<double>(options_.steps);
    const double each = std::max(1e-8, (watch_.seconds() - begin) / kSamples);
    return options_.seconds / each;
  }

  [[nodiscard]] double steps_to_be_hot() const {
    const double size = network_.operation_count();
    return kStepsToBeHot * size * std::min(1.0, size / kNeedsAllOfThem);
  }

  void run_round(int round, int rounds, const Cooling& cooling) {
    const double from = round == 0 ? 0 : round_end(round - 1, rounds);
    const Window window{.from = std::max(from, options_.steps > 0 ? 0.0 : watch_.used()),
                        .until = round_end(round, rounds)};
    std::vector<std::unique_ptr<Walk>> workers;
    for (unsigned i = 0; i < trials_.size(); ++i) {
      trials_[i]->load(best_);
      const std::uint64_t seed = options_.seed * 1'000'003 + static_cast<std::uint64_t>(round) * 1'009 + i;
      workers.push_back(make_walk(*trials_[i], cooling, seed, is_tabu_turn(round, i)));
    }
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < workers.size(); ++i) {
      threads.emplace_back([&, i] { walk(*workers[i], window, false); });
    }
    walk(*workers.front(), window, true);
    for (std::thread& thread : threads) thread.join();
    for (const auto& worker : workers) {
      if (!worker->best_worth().better_than(best_worth_)) continue;
      best_worth_ = worker->best_worth();
      best_ = worker->best();
    }
  }

  // A round's part of the whole budget.
  struct Window {
    double from = 0;
    double until = 1;
  };

  [[nodiscard]] bool is_tabu_turn(int round, unsigned thread) const {
    return network_.operation_count() <= kMostForTabu && (static_cast<unsigned>(round) + thread) % 2 == 1;
  }

  static std::unique_ptr<Walk> make_walk(Trial& trial, const Cooling& cooling, std::uint64_t seed, bool tabu) {
    if (tabu) return std::make_unique<TabuSearch>(trial, seed);
    return std::make_unique<Annealing>(trial, cooling, seed);
  }

  void walk(Walk& walk, const Window& window, bool reports) {
    std::uint64_t steps = 0;
    walk.run([&](std::uint64_t made) {
      steps += made;
      if (reports) report(walk);
      double used = watch_.used();
      if (used >= 1.0) return 1.0;  // also when it was so before the round began
      if (options_.steps > 0) {
        used = window.from + static_cast<double>(steps) / static_cast<double>(options_.steps);
      }
      return (used - window.from) / std::max(1e-9, window.until - window.from);
    });
  }

  void report(Walk& walk) {
    if (!options_.progress) return;
    const double now = watch_.seconds();
    if (now < next_report_) return;
    next_report_ = now + kProgressEvery;
    const bool better = walk.best_worth().better_than(best_worth_);
    options_.progress(score_of(network_, better ? walk.best() : best_), now);
  }

  Network network_;
  const SearchOptions& options_;
  Stopwatch watch_;
  std::vector<std::unique_ptr<Trial>> trials_;  // one per thread
  State best_;
  Worth best_worth_;
  double scale_ = 0;  // of temperatures
  double next_report_ = 0;
};

}  // namespace

Solution improve(const Problem& problem, const Solution& start, const SearchOptions& options) {
  const bool has_budget = options.steps > 0 || options.seconds > 0;
  if (problem.operation_count == 0 || !has_budget) return start;
  if (is_large(problem)) return improve_large(problem, start, options);
  Solution found = Search(problem, start, options).run();
  return found.score.better_than(start.score) ? found : start;
}

}  // namespace kilter::schedule
