#include "schedule/makespan/search_makespan.hpp"

#include <algorithm>
#include <memory>

#include "schedule/epochs/epochs.hpp"
#include "schedule/makespan/population.hpp"
#include "schedule/makespan/walk/arrival_walk.hpp"
#include "schedule/makespan/walk/tabu_walk.hpp"
#include "schedule/timing/objective.hpp"
#include "schedule/timing/propagation.hpp"

namespace kilter::schedule {
namespace {

constexpr std::int64_t kWorkPerEpoch = 4'000'000;  // operations looked at: some ten milliseconds
constexpr std::int64_t kWorkPerStart = 50;         // of building a start, per operation

Sequence sequence_of(const Shop& shop, const Solution& solution) {
  ShopGraph graph(shop);
  graph.load(solution);
  graph.sweep();
  Sequence sequence;
  copy_sequence(graph, graph.makespan(), sequence);
  return sequence;
}

// Timed and scored by the evaluation that all searches share.
Solution solution_of(const Shop& shop, const Sequence& sequence) {
  ShopGraph graph(shop);
  graph.load(sequence.order, sequence.alternatives);
  graph.sweep();
  const Network network(shop.problem());
  CalendarCache calendars(shop.problem());
  State state = make_state(network, calendars, graph.to_solution());
  const Timing timing(network, calendars);
  Propagation(network, timing).sweep(state);
  Solution solution = to_solution(network, state);
  solution.score = score_of(network, state);
  return solution;
}

class Search {
 public:
  Search(const Problem& problem, const Solution& start, const SolveOptions& options, Account& account)
      : shop_(problem),
        options_(options),
        account_(account),
        start_(sequence_of(shop_, start)),
        best_(start_),
        population_(shop_, start_),
        arrivals_suit_(ArrivalWalk::suits(shop_)) {
    for (unsigned i = 0; i < std::max(1U, options.threads); ++i) workers_.push_back(std::make_unique<Worker>(shop_));
    account_.objective = best_.makespan;
    account_.seconds_to_best = 0;
  }

  Solution run() {
    const EpochBudget budget{.seconds = options_.seconds, .epochs = options_.epochs, .cancel = options_.cancel};
    const EpochCount count = run_epochs(
        static_cast<unsigned>(workers_.size()), budget,
        [this](unsigned thread, std::uint64_t epoch, const Halt& halt) {
          const std::uint64_t seed = (options_.seed * 1'000'003 + epoch) * 1'009 + thread;
          work(*workers_[thread], seed, epoch == 0 && thread == 0, halt);
        },
        [this](std::uint64_t, double seconds) { return merge(seconds); });
    account_.epochs = count.epochs;
    account_.seconds = count.seconds;
    return solution_of(shop_, best_);
  }

 private:
  struct Worker {
    explicit Worker(const Shop& shop) : arrivals(shop), walk(shop) {}
    ArrivalWalk arrivals;  // where it suits, before each tabu run
    TabuWalk walk;
    enum class Doing { nothing, arrivals, walk } doing = Doing::nothing;
    std::vector<Sequence> found;  // by runs that ended in this epoch
  };

  void work(Worker& worker, std::uint64_t seed, bool from_start, const Halt& halt) {
    base::Random random(seed);
    std::int64_t left = kWorkPerEpoch;
    bool proved = false;
    while (left > 0 && !proved && !halt.asked()) {
      if (worker.doing == Worker::Doing::nothing) {
        begin(worker, from_start ? Population::Start{.sequence = start_} : population_.next_start(random), random);
        from_start = false;
        left -= kWorkPerStart * shop_.count();
      }
      proved = go_on(worker, left, random, halt) <= account_.lower_bound;
    }
  }

  void begin(Worker& worker, const Population::Start& start, base::Random& random) const {
    const bool arrivals = arrivals_suit_ && start.fresh;
    worker.doing = arrivals ? Worker::Doing::arrivals : Worker::Doing::walk;
    if (arrivals) return worker.arrivals.begin(start.sequence, random.next());
    worker.walk.begin(start.sequence, population_.patience(), random.next());
  }

  // The best makespan of the present run.
  [[nodiscard]] Tick go_on(Worker& worker, std::int64_t& left, base::Random& random, const Halt& halt) const {
    if (worker.doing == Worker::Doing::arrivals) {
      if (!worker.arrivals.go(left, halt)) return worker.arrivals.best().makespan;
      worker.walk.begin(worker.arrivals.best(), population_.patience(), random.next());
      worker.doing = Worker::Doing::walk;
    }
    const bool over = worker.walk.go(left, halt);
    if (over) worker.found.push_back(worker.walk.best());
    if (over) worker.doing = Worker::Doing::nothing;
    return worker.walk.best().makespan;
  }

  bool merge(double seconds) {
    ++account_.epochs;
    for (const auto& worker : workers_) {
      for (Sequence& found : worker->found) {
        note(found, seconds);
        population_.add(std::move(found));
      }
      worker->found.clear();
      if (worker->doing == Worker::Doing::walk) note(worker->walk.best(), seconds);
      if (worker->doing == Worker::Doing::arrivals) note(worker->arrivals.best(), seconds);
    }
    return best_.makespan > account_.lower_bound;
  }

  void note(const Sequence& found, double seconds) {
    if (found.makespan >= best_.makespan) return;
    best_ = found;
    account_.objective = best_.makespan;
    account_.seconds_to_best = seconds;
    if (options_.progress) options_.progress(best_.makespan, seconds);
  }

  Shop shop_;
  const SolveOptions& options_;
  Account& account_;
  Sequence start_;
  Sequence best_;
  Population population_;
  bool arrivals_suit_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace

bool counts_makespan_only(const Problem& problem) {
  if (problem.jobs.size() != 1 || problem.jobs.front().due != 0 || problem.jobs.front().late_per_second != 1)
    return false;
  if (!problem.overtimes.empty() || !problem.baselines.empty() || !problem.holdings.empty()) return false;
  std::vector<bool> counts(problem.operation_count, false);
  for (const Arc& arc : problem.predecessors) counts[arc.operation] = true;
  for (const Index op : problem.closing_of(0)) counts[op] = true;
  const auto is_free = [](Cost cost) { return cost == 0; };
  return std::all_of(counts.begin(), counts.end(), [](bool each) { return each; }) &&
         std::all_of(problem.modes.begin(), problem.modes.end(),
                     [&](const Mode& mode) { return is_free(mode.cost); }) &&
         std::all_of(problem.setup_matrices.begin(), problem.setup_matrices.end(), [&](const SetupMatrix& matrix) {
           return std::all_of(matrix.cost.begin(), matrix.cost.end(), is_free);
         });
}

Solution search_makespan(const Problem& problem, const Solution& start, const SolveOptions& options, Account& account) {
  if (options.epochs == 0 && options.seconds <= 0) return start;
  return Search(problem, start, options, account).run();
}

}  // namespace kilter::schedule
