#include "schedule/search/regular/regular_tabu.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

constexpr std::size_t kExact = 3;             // moves evaluated exactly, at least
constexpr std::uint32_t kShortestTenure = 8;  // iterations
constexpr std::uint32_t kTenureSpread = 10;
constexpr std::uint32_t kMostTardy = 12;  // jobs whose paths are looked at in one step
constexpr std::uint32_t kRetrack = 16;    // iterations with the same choice of jobs, when there are too many

}  // namespace

RegularTabu::RegularTabu(ShopTrial& trial, base::Random& random)
    : trial_(trial), random_(random), tails_(trial), neighbourhood_(trial), until_(1U << (32 - kShift), 0) {
  if (trial.objective().job_count() > JobTails::kMostJobs) return;
  for (Index job = 0; job < trial.objective().job_count(); ++job) tracked_.push_back(job);
  tails_.track(tracked_);
}

void RegularTabu::begin() {
  std::fill(until_.begin(), until_.end(), 0);
  iteration_ = 0;
  idle_ = 0;
  done_ = false;
  trial_.store(best_);
}

std::uint64_t RegularTabu::run(std::uint64_t steps, std::uint64_t patience) {
  std::uint64_t made = 0;
  while (made < steps && !done_) {
    ++made;
    ++idle_;
    if (step() && trial_.cost() < best_.cost) {
      trial_.store(best_);
      idle_ = 0;
    }
    done_ = done_ || idle_ >= patience;
  }
  return made;
}

void RegularTabu::choose_jobs() {
  const RegularCost& objective = trial_.objective();
  tardy_.clear();
  for (Index job = 0; job < objective.job_count(); ++job) {
    if (objective.lateness_cost(job, objective.completion(job, trial_.ends())) > 0) tardy_.push_back(job);
  }
  const auto keep = [this](std::size_t most) {
    for (Index i = 0; i < most && tardy_.size() > most; ++i) {
      std::swap(tardy_[i], tardy_[i + random_.below(static_cast<std::uint32_t>(tardy_.size()) - i)]);
    }
    if (tardy_.size() > most) tardy_.resize(most);
  };
  if (objective.job_count() > JobTails::kMostJobs) {
    if (iteration_ % kRetrack == 1) {
      keep(JobTails::kMostJobs);
      tracked_ = tardy_;
      tails_.track(tracked_);
    }
    tardy_ = tracked_;
  }
  keep(kMostTardy);
}

bool RegularTabu::step() {
  ++iteration_;
  choose_jobs();
  if (tardy_.empty() && !trial_.objective().has_prices()) {
    done_ = trial_.cost() <= 0;
    if (done_) return false;
  }
  tails_.sweep();
  estimate_moves();
  return make_best_of(kExact);
}

// Moves that are tabu and promise no new best are left out; when nothing else is there one of them is made at random,
// so that the walk goes on.
void RegularTabu::estimate_moves() {
  candidates_.clear();
  // What the estimate of a new best would be.
  const float aspiration = tails_.present() - static_cast<float>(trial_.cost() - best_.cost);
  const auto moves = neighbourhood_.find(tardy_, random_);
  for (const Insertion& move : moves) {
    const Candidate candidate{.move = move, .estimate = tails_.estimate(move), .tabu = is_tabu(move)};
    if (!candidate.tabu || candidate.estimate < aspiration) candidates_.push_back(candidate);
  }
  if (candidates_.empty() && !moves.empty()) {
    candidates_.push_back({.move = moves[random_.below(static_cast<std::uint32_t>(moves.size()))], .estimate = 0});
  }
}

// The best by exact cost among the first by estimate; a tabu one only when it beats everything so far.
bool RegularTabu::make_best_of(std::size_t exact) {
  const auto first = candidates_.begin();
  std::size_t evaluated = 0;
  std::size_t seen = 0;
  const Candidate* best = nullptr;
  Cost best_cost = ShopTrial::kImpossible;
  std::uint32_t ties = 0;
  const auto least = [](const Candidate& a, const Candidate& b) { return a.estimate < b.estimate; };
  for (; seen < candidates_.size() && (evaluated < exact || best == nullptr); ++seen) {
    const auto at = first + static_cast<std::ptrdiff_t>(seen);
    std::iter_swap(at, std::min_element(at, candidates_.end(), least));
    if (at->tabu && evaluated >= exact) continue;
    const Cost cost = trial_.evaluate(at->move);
    ++evaluated;
    if (cost == ShopTrial::kImpossible || (at->tabu && cost >= best_.cost)) continue;
    ties = cost == best_cost ? ties + 1 : 1;
    if (cost > best_cost || (cost == best_cost && random_.below(ties) != 0)) continue;
    best_cost = cost;
    best = &*at;
  }
  if (best != nullptr) make(best->move);
  return best != nullptr;
}

void RegularTabu::make(const Insertion& move) {
  forbid_return(move);
  trial_.make(move);
}

// Pairs (first, second) of the operation with what it passes on its lane: `first` stands before `second` now.
template <class Visit>
void RegularTabu::each_overtaken(const Insertion& move, const Visit& visit) const {
  const ShopGraph& graph = trial_.graph();
  const Index nobody = trial_.shop().count();
  const auto [op, alternative, after] = move;
  if (trial_.shop().alternative(alternative).lane != graph.node(op).lane) return;
  if (after != nobody && graph.position(after) > graph.position(op)) {
    for (Index x = graph.node(op).next; x != nobody; x = graph.node(x).next) {
      visit(op, x);
      if (x == after) return;
    }
    return;
  }
  for (Index x = graph.node(op).prev; x != after; x = graph.node(x).prev) visit(x, op);
}

bool RegularTabu::is_tabu(const Insertion& move) const {
  bool tabu = false;
  each_overtaken(move, [&](Index first, Index second) { tabu = tabu || until(second, first) > iteration_; });
  if (move.alternative != trial_.graph().node(move.operation).alternative) {
    tabu = tabu || until(move.alternative, kNone) > iteration_;
  }
  return tabu;
}

void RegularTabu::forbid_return(const Insertion& move) {
  const std::uint32_t end = iteration_ + kShortestTenure + random_.below(kTenureSpread);
  each_overtaken(move, [&](Index first, Index second) { until(first, second) = end; });
  const Index now = trial_.graph().node(move.operation).alternative;
  if (move.alternative != now) until(now, kNone) = end;
}

}  // namespace kilter::schedule
