#include "schedule/search/regular/search_cost.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "schedule/epochs/epochs.hpp"
#include "schedule/search.hpp"
#include "schedule/search/regular/annealing/regular_annealing.hpp"
#include "schedule/search/regular/regular_tabu.hpp"
#include "schedule/search/regular/sequence_pool.hpp"
#include "schedule/timing/objective.hpp"

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kPatience = 1'000;     // moves of a walk without a new best
constexpr std::uint64_t kEpochWork = 100'000;  // operations timed once: some 10 ms
constexpr std::uint64_t kSlice = 64;           // moves between two looks at the halt
// Steps of annealing that cost what a move of the tabu search costs, which looks at the alternatives of operations.
constexpr std::uint64_t kStepsPerWay = 8;
constexpr std::uint64_t kFirstRun = 50;  // steps of the first run of annealing, per operation
constexpr unsigned kMostDoublings = 8;   // of a run's length
constexpr unsigned kFullHeat = 5;        // doublings until runs begin hot: short ones could not cool down again
constexpr unsigned kTurns = 8;           // of them one for the kind of search that did not find the best

// Tabu walks one after another, from blends of the pool's members.
class TabuWalks {
 public:
  TabuWalks(const Shop& shop, const RegularCost& objective, base::Random& random)
      : random_(random), trial_(shop, objective), tabu_(trial_, random_) {}

  void start_from(const ShopSequence& sequence) {
    trial_.load(sequence);
    tabu_.begin();
    walking_ = true;
  }

  void run(const SequencePool& pool, std::uint64_t moves, const Halt& halt, std::vector<ShopSequence>& found) {
    while (moves > 0 && !halt.asked()) {
      if (!walking_) start_from(pool.is_full() ? pool.blend(random_) : random_sequence(trial_.shop(), random_));
      const std::uint64_t made = tabu_.run(std::min(moves, kSlice), kPatience);
      moves -= std::max<std::uint64_t>(1, std::min(made, moves));
      if (!tabu_.done()) continue;
      found.push_back(tabu_.best());
      walking_ = false;
      if (tabu_.best().cost == 0) return;
    }
  }

  // Cost kImpossible before the first walk.
  [[nodiscard]] const ShopSequence& best() const { return tabu_.best(); }

 private:
  base::Random& random_;
  ShopTrial trial_;
  RegularTabu tabu_;
  bool walking_ = false;
};

// Runs of annealing one after another, each twice as long as the one before, from the best of all.
class AnnealingRuns {
 public:
  AnnealingRuns(const Shop& shop, const RegularCost& objective, base::Random& random)
      : trial_(shop, objective),
        annealing_(trial_, random),
        steps_per_move_(kStepsPerWay * shop.end_of_alternatives(shop.count() - 1) / shop.count()) {}

  void run(const ShopSequence& from, std::uint64_t moves, const Halt& halt, std::vector<ShopSequence>& found) {
    for (; moves > 0 && !halt.asked(); moves -= std::min(moves, kSlice)) {
      if (!running_) begin(from);
      annealing_.run(kSlice * steps_per_move_);
      if (!annealing_.done()) continue;
      found.push_back(annealing_.best());
      running_ = false;
      if (annealing_.best().cost == 0) return;
    }
  }

  [[nodiscard]] const ShopSequence& best() const { return annealing_.best(); }

 private:
  void begin(const ShopSequence& from) {
    trial_.load(from);
    const unsigned doublings = std::min(runs_++, kMostDoublings);
    const double heat = std::exp2(static_cast<double>(std::min(doublings, kFullHeat)) - kFullHeat);
    annealing_.begin((kFirstRun * trial_.shop().count()) << doublings, heat);
    running_ = true;
  }

  ShopTrial trial_;
  RegularAnnealing annealing_;
  std::uint64_t steps_per_move_;
  unsigned runs_ = 0;
  bool running_ = false;
};

// One thread's search, of either kind for an epoch: they fail on different problems.
class Worker {
 public:
  Worker(const Shop& shop, const RegularCost& objective, std::uint64_t seed)
      : random_(seed), tabu_(shop, objective, random_), annealing_(shop, objective, random_) {}

  void start_from(const ShopSequence& sequence) { tabu_.start_from(sequence); }

  void anneal(const ShopSequence& from, std::uint64_t moves, const Halt& halt) {
    found_.clear();
    annealed_ = true;
    annealing_.run(from, moves, halt, found_);
  }
  void walk(const SequencePool& pool, std::uint64_t moves, const Halt& halt) {
    found_.clear();
    annealed_ = false;
    tabu_.run(pool, moves, halt, found_);
  }

  // Bests of what ended in this epoch, and of what goes on.
  [[nodiscard]] const std::vector<ShopSequence>& found() const { return found_; }
  [[nodiscard]] bool annealed() const { return annealed_; }
  [[nodiscard]] const ShopSequence& best_so_far() const {
    return annealing_.best().cost < tabu_.best().cost ? annealing_.best() : tabu_.best();
  }

 private:
  base::Random random_;
  TabuWalks tabu_;
  AnnealingRuns annealing_;
  std::vector<ShopSequence> found_;
  bool annealed_ = false;  // in this epoch
};

class CostSearch {
 public:
  CostSearch(const Problem& problem, const Solution& start, const SolveOptions& options)
      : options_(options), shop_(problem), objective_(shop_), pool_(shop_) {
    const unsigned threads = std::max(1U, options.threads);
    for (unsigned i = 0; i < threads; ++i) {
      workers_.push_back(std::make_unique<Worker>(shop_, objective_, options.seed * 1'000'003 + i));
    }
    ShopTrial trial(shop_, objective_);
    trial.load(start);
    trial.store(best_);
    workers_.front()->start_from(best_);
  }

  ShopSequence run(Account& account) {
    const std::uint64_t moves = std::max<std::uint64_t>(64, kEpochWork / (shop_.count() + 20));
    const EpochBudget budget{.seconds = options_.seconds, .epochs = options_.epochs, .cancel = options_.cancel};
    const auto work = [&](unsigned thread, std::uint64_t epoch, const Halt& halt) {
      const bool odd_one = (epoch + thread) % kTurns == 0;
      if (odd_one != tabu_leads_) return workers_[thread]->walk(pool_, moves, halt);
      workers_[thread]->anneal(best_, moves, halt);
    };
    const EpochCount count =
        run_epochs(static_cast<unsigned>(workers_.size()), budget, work, [this](std::uint64_t, double seconds) {
          merge(seconds);
          return best_.cost > 0;
        });
    account.epochs += count.epochs;
    return best_;
  }

 private:
  void merge(double seconds) {
    const Cost before = best_.cost;
    for (const auto& worker : workers_) {
      for (const ShopSequence& sequence : worker->found()) pool_.add(sequence);
      const ShopSequence& found = pool_.best().cost < worker->best_so_far().cost ? pool_.best() : worker->best_so_far();
      const bool better = found.cost < best_.cost;
      if (better) best_ = found;
      const bool in_vain = !better && worker->annealed() && !worker->found().empty();
      if (better || in_vain) tabu_leads_ = in_vain || !worker->annealed();
    }
    if (best_.cost < before && options_.progress) options_.progress(best_.cost, seconds);
  }

  const SolveOptions& options_;
  Shop shop_;
  RegularCost objective_;
  SequencePool pool_;
  std::vector<std::unique_ptr<Worker>> workers_;
  ShopSequence best_;
  bool tabu_leads_ = true;  // annealing does when it found the best, until a run of it finds none
};

Solution timed(const Problem& problem, const ShopSequence& sequence) {
  const Shop shop(problem);
  ShopGraph graph(shop);
  graph.load(sequence.order, sequence.alternatives);
  graph.sweep();
  Solution solution = graph.to_solution();
  const Network network(problem);
  CalendarCache calendars(problem);
  State state = make_state(network, calendars, solution);
  state.start = solution.start;
  state.end = solution.end;
  state.setup = solution.setup;
  solution.score = score_of(network, state);
  return solution;
}

}  // namespace

bool search_cost_fits(const Problem& problem, const Solution& start) {
  return problem.operation_count > 0 && RegularCost::covers(problem, start);
}

Solution search_cost(const Problem& problem, const Solution& start, const SolveOptions& options, Account& account) {
  Solution found = timed(problem, CostSearch(problem, start, options).run(account));
  return found.score.better_than(start.score) ? found : start;
}

}  // namespace kilter::schedule
