#include "schedule/search/annealing.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kStepsPerLook = 32;  // at the budget

// One more unplaced operation, in objective units.
double unplaced_cost(const Trial& trial) { return 1e6 + static_cast<double>(trial.worth().cost); }

double worsening(const Worth& from, const Worth& to, double unplaced) {
  return static_cast<double>(to.unplaced - from.unplaced) * unplaced + static_cast<double>(to.cost - from.cost);
}

}  // namespace

Annealing::Annealing(Trial& trial, const Cooling& cooling, std::uint64_t seed)
    : trial_(trial), cooling_(cooling), random_(seed), neighbourhood_(trial.network()), incumbent_(trial) {}

void Annealing::run(const Budget& used) {
  for (double share = used(0); share < 1.0; share = used(kStepsPerLook)) {
    const double temperature =
        cooling_.hottest > 0 ? cooling_.hottest * std::pow(cooling_.coldest / cooling_.hottest, share) : 0;
    for (std::uint64_t step = 0; step < kStepsPerLook; ++step) {
      try_move(temperature > 0 ? -temperature * std::log(1.0 - random_.unit()) : 0);
    }
  }
}

// Keeps the move when it worsens by at most `threshold`.
void Annealing::try_move(double threshold) {
  const Worth before = trial_.worth();
  const double unplaced = unplaced_cost(trial_);
  if (!neighbourhood_.apply(trial_, random_)) return trial_.undo();
  const auto limit = before.cost + static_cast<Cost>(std::min(threshold, unplaced));
  if (!trial_.settle(limit)) return trial_.undo();
  const double change = worsening(before, trial_.worth(), unplaced);
  if (change > threshold) return trial_.undo();
  if (change > 0 && incumbent_.due(before)) {
    trial_.undo();
    incumbent_.store();
    return;
  }
  incumbent_.count_move();
  trial_.keep();
}

double median_worsening(Trial& trial, int samples, std::uint64_t seed) {
  base::Random random(seed);
  Neighbourhood neighbourhood(trial.network());
  std::vector<double> found;
  const Worth before = trial.worth();
  const double unplaced = unplaced_cost(trial);
  for (int i = 0; i < samples; ++i) {
    if (neighbourhood.apply(trial, random) && trial.settle()) {
      const double change = worsening(before, trial.worth(), unplaced);
      if (change > 0 && change < unplaced) found.push_back(change);
    }
    trial.undo();
  }
  if (found.empty()) return 0;
  const auto middle = found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2);
  std::nth_element(found.begin(), middle, found.end());
  return *middle;
}

}  // namespace kilter::schedule
