#include "schedule/search/annealing.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kStepsPerLook = 32;      // at the budget
constexpr std::uint64_t kOperationsPerMove = 8;  // copying this many operations' state may cost as much time as a move

}  // namespace

Annealing::Annealing(Trial& trial, std::uint64_t seed)
    : trial_(trial),
      random_(seed),
      neighbourhood_(trial.network()),
      unplaced_cost_(1e6 + static_cast<double>(trial.worth().cost)),
      stored_(trial.state()),
      stored_worth_(trial.worth()) {}

double Annealing::worsening(const Worth& from, const Worth& to) const {
  return static_cast<double>(to.unplaced - from.unplaced) * unplaced_cost_ + static_cast<double>(to.cost - from.cost);
}

double Annealing::median_worsening(int samples) {
  std::vector<double> found;
  const Worth before = trial_.worth();
  for (int i = 0; i < samples; ++i) {
    if (neighbourhood_.apply(trial_, random_) && trial_.settle()) {
      const double change = worsening(before, trial_.worth());
      if (change > 0 && change < unplaced_cost_) found.push_back(change);
    }
    trial_.undo();
  }
  if (found.empty()) return 0;
  const auto middle = found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2);
  std::nth_element(found.begin(), middle, found.end());
  return *middle;
}

void Annealing::run(const Cooling& cooling, const Budget& used) {
  for (double share = used(0); share < 1.0; share = used(kStepsPerLook)) {
    const double temperature =
        cooling.hottest > 0 ? cooling.hottest * std::pow(cooling.coldest / cooling.hottest, share) : 0;
    for (std::uint64_t step = 0; step < kStepsPerLook; ++step) {
      try_move(temperature > 0 ? -temperature * std::log(1.0 - random_.unit()) : 0);
    }
  }
}

// The state before the move on trial was the best: take the move back and keep a copy. False when the best is stored
// already or was stored a moment ago.
bool Annealing::store_before_leaving(const Worth& left) {
  if (!left.better_than(stored_worth_)) return false;
  if (moves_since_store_ * kOperationsPerMove < trial_.state().order.size()) return false;
  trial_.undo();
  stored_ = trial_.state();
  stored_worth_ = trial_.worth();
  moves_since_store_ = 0;
  return true;
}

// Keeps the move when it worsens by at most `threshold`.
void Annealing::try_move(double threshold) {
  const Worth before = trial_.worth();
  if (!neighbourhood_.apply(trial_, random_)) return trial_.undo();
  const auto limit = before.cost + static_cast<Cost>(std::min(threshold, unplaced_cost_));
  if (!trial_.settle(limit)) return trial_.undo();
  const double change = worsening(before, trial_.worth());
  if (change > threshold) return trial_.undo();
  if (change > 0 && store_before_leaving(before)) return;
  ++moves_since_store_;
  trial_.keep();
}

const State& Annealing::best() {
  if (trial_.worth().better_than(stored_worth_)) {
    stored_ = trial_.state();
    stored_worth_ = trial_.worth();
  }
  return stored_;
}

}  // namespace kilter::schedule
