#include "schedule/search/regular/annealing/regular_annealing.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kilter::schedule {
namespace {

constexpr int kSamples = 100;          // moves tried for the temperature
constexpr double kColdest = 0.01;      // of the hottest temperature
constexpr std::uint64_t kAtOnce = 32;  // steps at the same temperature

// The median of what moves from here would cost; 0 when none costs anything.
double median_worsening(ShopTrial& trial, RandomMoves& moves, base::Random& random) {
  std::vector<Cost> found;
  for (int i = 0; i < kSamples; ++i) {
    const auto move = moves.draw(random);
    const Cost cost = move.empty() ? trial.cost() : trial.evaluate(move);
    if (cost != ShopTrial::kImpossible && cost > trial.cost()) found.push_back(cost - trial.cost());
  }
  if (found.empty()) return 0;
  const auto middle = found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2);
  std::nth_element(found.begin(), middle, found.end());
  return static_cast<double>(*middle);
}

}  // namespace

RegularAnnealing::RegularAnnealing(ShopTrial& trial, base::Random& random)
    : trial_(trial), random_(random), moves_(trial) {}

void RegularAnnealing::begin(std::uint64_t steps, double heat) {
  steps_ = steps;
  made_ = 0;
  hottest_ = heat * median_worsening(trial_, moves_, random_);
  trial_.store(best_);
}

void RegularAnnealing::run(std::uint64_t steps) {
  for (const std::uint64_t until = std::min(steps_, made_ + steps); made_ < until && best_.cost > 0;) {
    const double share = static_cast<double>(made_) / static_cast<double>(steps_);
    const double temperature = hottest_ * std::pow(kColdest, share);
    for (std::uint64_t i = 0; i < kAtOnce; ++i) step(temperature);
    made_ += kAtOnce;
  }
  note();
}

void RegularAnnealing::step(double temperature) {
  const auto move = moves_.draw(random_);
  if (move.empty()) return;
  const Cost cost = trial_.evaluate(move);
  if (cost == ShopTrial::kImpossible) return;
  const auto worse = static_cast<double>(cost - trial_.cost());
  if (worse > 0 && worse > -temperature * std::log(1.0 - random_.unit())) return;
  if (worse > 0) note();  // about to leave
  trial_.make(move);
}

// Keeps the present schedule when it is the best.
void RegularAnnealing::note() {
  if (trial_.cost() < best_.cost) trial_.store(best_);
}

}  // namespace kilter::schedule
