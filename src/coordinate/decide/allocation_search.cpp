#include "coordinate/decide/allocation_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/random.hpp"
#include "plan/penalty.hpp"

namespace kilter::coordinate {
namespace {

// Weights of the rank index: of the penalty, of smallness, and of an early due date (per ten days).
struct Weights {
  double penalty = 1;
  double small = 1;
  double early = 0;
};

constexpr std::array kGrid{
    Weights{1, 1, 0.05}, Weights{0, 0, 1},   Weights{0.5, 1, 0.05},  Weights{2, 1, 0.05}, Weights{1, 0.5, 0.05},
    Weights{1, 2, 0.05}, Weights{1, 1, 0.2}, Weights{0.5, 0.5, 0.2}, Weights{2, 1, 0.2},  Weights{1, 0.5, 1},
};

// Index of every customer order; higher goes first. Plain doubles: they only order, ties go by position.
std::vector<double> indices(const model::Plant& plant, const Weights& weights) {
  std::vector<double> index;
  index.reserve(plant.orders.size());
  for (const model::CustomerOrder& order : plant.orders) {
    const auto penalty = static_cast<double>(std::max<std::int64_t>(1, plan::penalty_per_day(plant, order).raw()));
    const auto quantity = static_cast<double>(std::max<std::int64_t>(1, order.quantity.raw()));
    const double due = static_cast<double>(plant.frame.tick(order.due())) / 864'000.0;
    index.push_back(weights.penalty * std::log(penalty) - weights.small * std::log(quantity) - weights.early * due);
  }
  return index;
}

std::vector<std::uint32_t> ranks_of(const std::vector<double>& index) {
  std::vector<std::uint32_t> order(index.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return index[a] > index[b]; });
  std::vector<std::uint32_t> ranks(index.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

bool keep_if_better(const model::Plant& plant, const std::vector<double>& index, Cancel cancel, Proposal& best) {
  AllocationOrder allocation = best.allocation;
  allocation.ranks = ranks_of(index);
  allocation.lateness = lateness_of(plant, best);
  Proposal other = propose(plant, allocation, Effort::one_policy, cancel);
  if (!better(plant, other, best)) return false;
  best = std::move(other);
  return true;
}

}  // namespace

bool search_allocation(const model::Plant& plant, std::uint64_t seed, const MayTry& may_try, Cancel cancel,
                       Proposal& best) {
  std::vector<double> leader = indices(plant, kGrid.front());
  int tried = 0;
  bool found = false;
  for (const Weights& weights : kGrid) {
    if (!may_try(tried++)) return found;
    std::vector<double> index = indices(plant, weights);
    if (!keep_if_better(plant, index, cancel, best)) continue;
    leader = std::move(index);
    found = true;
  }
  base::Random random(seed);
  for (double noise = 0.5; may_try(tried); ++tried) {
    std::vector<double> index = leader;
    for (double& value : index) value += noise * (random.unit() - random.unit());
    if (keep_if_better(plant, index, cancel, best)) {
      leader = std::move(index);
      found = true;
    } else {
      noise = std::max(0.05, noise * 0.9);
    }
  }
  return found;
}

}  // namespace kilter::coordinate
