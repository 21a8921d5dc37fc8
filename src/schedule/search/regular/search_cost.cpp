#include "schedule/search/regular/search_cost.hpp"

#include <algorithm>
#include <memory>

#include "schedule/epochs/epochs.hpp"
#include "schedule/search.hpp"
#include "schedule/search/regular/regular_tabu.hpp"
#include "schedule/search/regular/sequence_pool.hpp"
#include "schedule/timing/objective.hpp"

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kPatience = 1'000;     // moves of a walk without a new best
constexpr std::uint64_t kEpochWork = 100'000;  // operations timed once: some 10 ms
constexpr std::uint64_t kSlice = 64;           // moves between two looks at the halt

// One thread's search: walk after walk.
class Worker {
 public:
  Worker(const Shop& shop, const RegularCost& objective, std::uint64_t seed)
      : random_(seed), trial_(shop, objective), tabu_(trial_, random_) {}

  void start_from(const Solution& solution) {
    trial_.load(solution);
    tabu_.begin();
    walking_ = true;
  }

  void run(const SequencePool& pool, std::uint64_t moves, const Halt& halt) {
    found_.clear();
    while (moves > 0 && !halt.asked()) {
      if (!walking_) begin_walk(pool);
      const std::uint64_t made = tabu_.run(std::min(moves, kSlice), kPatience);
      moves -= std::max<std::uint64_t>(1, std::min(made, moves));
      if (!tabu_.done()) continue;
      found_.push_back(tabu_.best());
      walking_ = false;
      if (tabu_.best().cost == 0) return;
    }
  }

  // Bests of the walks that ended in this epoch.
  [[nodiscard]] const std::vector<ShopSequence>& found() const { return found_; }
  [[nodiscard]] const ShopSequence& walks_at() const { return tabu_.best(); }

 private:
  void begin_walk(const SequencePool& pool) {
    trial_.load(pool.is_full() ? pool.blend(random_) : random_sequence(trial_.shop(), random_));
    tabu_.begin();
    walking_ = true;
  }

  base::Random random_;
  ShopTrial trial_;
  RegularTabu tabu_;
  std::vector<ShopSequence> found_;
  bool walking_ = false;
};

class CostSearch {
 public:
  CostSearch(const Problem& problem, const Solution& start, const SolveOptions& options)
      : options_(options), shop_(problem), objective_(shop_), pool_(shop_) {
    const unsigned threads = std::max(1U, options.threads);
    for (unsigned i = 0; i < threads; ++i) {
      workers_.push_back(std::make_unique<Worker>(shop_, objective_, options.seed * 1'000'003 + i));
    }
    workers_.front()->start_from(start);
    best_ = workers_.front()->walks_at();
  }

  ShopSequence run(Account& account) {
    const std::uint64_t moves = std::max<std::uint64_t>(64, kEpochWork / (shop_.count() + 20));
    const EpochBudget budget{.seconds = options_.seconds, .epochs = options_.epochs, .cancel = options_.cancel};
    const auto work = [&](unsigned thread, std::uint64_t, const Halt& halt) {
      workers_[thread]->run(pool_, moves, halt);
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
      if (worker->walks_at().cost < best_.cost) best_ = worker->walks_at();
      if (pool_.best().cost < best_.cost) best_ = pool_.best();
    }
    if (best_.cost < before && options_.progress) options_.progress(best_.cost, seconds);
  }

  const SolveOptions& options_;
  Shop shop_;
  RegularCost objective_;
  SequencePool pool_;
  std::vector<std::unique_ptr<Worker>> workers_;
  ShopSequence best_;
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
