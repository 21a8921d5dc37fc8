#include "schedule/search/tabu_search.hpp"

#include <algorithm>

#include "base/require.hpp"

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kSamples = 12;        // moves looked at for each one made
constexpr std::uint32_t kShortestTenure = 6;  // iterations
constexpr std::uint32_t kTenureSpread = 12;

}  // namespace

TabuSearch::TabuSearch(Trial& trial, std::uint64_t seed)
    : trial_(trial),
      random_(seed),
      neighbourhood_(trial.network()),
      incumbent_(trial),
      tabu_until_(trial.network().operation_count(), 0) {}

void TabuSearch::run(const Budget& used) {
  for (double share = used(0); share < 1.0; share = used(kSamples + 1)) {
    ++iteration_;
    const std::optional<Sample> sample = best_sample();
    if (!sample) continue;
    if (incumbent_.due(trial_.worth()) && trial_.worth().better_than(sample->worth)) incumbent_.store();
    make(*sample);
  }
}

// Whether the move on trial moves an operation that is to stay.
bool TabuSearch::is_tabu() const {
  const auto& moved = trial_.taken_out();
  return std::any_of(moved.begin(), moved.end(), [this](Index op) { return tabu_until_[op] >= iteration_; });
}

// Whether the move on trial, timed and priced, may be made and is better than `best`.
bool TabuSearch::is_candidate(const Worth& here, const std::optional<Sample>& best) const {
  const Worth& there = trial_.worth();
  if (there == here || (best && !there.better_than(best->worth))) return false;
  return !is_tabu() || there.better_than(incumbent_.worth());
}

std::optional<TabuSearch::Sample> TabuSearch::best_sample() {
  std::optional<Sample> best;
  const Worth here = trial_.worth();
  for (std::uint64_t i = 0; i < kSamples; ++i) {
    const base::Random from = random_;
    const Cost limit = best ? best->worth.cost : Trial::kNoLimit;
    const bool done = neighbourhood_.apply(trial_, random_) && trial_.settle(limit);
    if (done && is_candidate(here, best)) best = Sample{.random = from, .worth = trial_.worth()};
    trial_.undo();
  }
  return best;
}

void TabuSearch::make(const Sample& sample) {
  base::Random again = sample.random;
  const bool same = neighbourhood_.apply(trial_, again) && trial_.settle();
  KILTER_REQUIRE(same && trial_.worth() == sample.worth);
  for (const Index op : trial_.taken_out())
    tabu_until_[op] = iteration_ + kShortestTenure + random_.below(kTenureSpread);
  incumbent_.count_move();
  trial_.keep();
}

}  // namespace kilter::schedule
