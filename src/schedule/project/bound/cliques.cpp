#include "schedule/project/bound/cliques.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace kilter::schedule {
namespace {

constexpr Index kMostActivities = 1000;

class Cliques {
 public:
  Cliques(const ProjectNetwork& network, std::span<const Tick> shortest)
      : count_(network.count), shortest_(shortest), apart_(static_cast<std::size_t>(count_) * count_, 0) {
    for (Index i = count_; i-- > 0;) {
      for (const Index next : network.after.of(i)) mark_after(i, next);
    }
    for (Index i = 0; i < count_; ++i) {
      for (Index j = 0; j < i; ++j) apart_[at(i, j)] |= apart_[at(j, i)];
    }
  }

  void add(const Pool& pool) {
    for (Index i = 0; i < count_; ++i) {
      if (pool.demand[i] * 2 <= pool.capacity) continue;  // of two, one takes more than half
      for (Index j = 0; j < count_; ++j) {
        if (pool.demand[i] + pool.demand[j] > pool.capacity) apart_[at(i, j)] = apart_[at(j, i)] = 1;
      }
    }
  }

  std::vector<Pool> run() {
    std::vector<Index> longest(count_);
    std::iota(longest.begin(), longest.end(), Index{0});
    std::stable_sort(longest.begin(), longest.end(), [&](Index a, Index b) { return shortest_[a] > shortest_[b]; });
    std::vector<Pool> found;
    for (Index seed = 0; seed < count_; ++seed) found.push_back(grow(seed, longest));
    return found;
  }

 private:
  [[nodiscard]] std::size_t at(Index i, Index j) const { return static_cast<std::size_t>(i) * count_ + j; }

  // `next` and all that follow it come after `i`.
  void mark_after(Index i, Index next) {
    apart_[at(i, next)] = 1;
    for (Index j = next + 1; j < count_; ++j) apart_[at(i, j)] |= apart_[at(next, j)];
  }

  [[nodiscard]] Pool grow(Index seed, const std::vector<Index>& longest) const {
    Pool pool{
        .capacity = 1, .demand = std::vector<std::int64_t>(count_, 0), .energy = std::vector<std::int64_t>(count_, 0)};
    std::vector<Index> members{seed};
    for (const Index i : longest) {
      if (std::all_of(members.begin(), members.end(), [&](Index j) { return i != j && apart_[at(i, j)] != 0; }))
        members.push_back(i);
    }
    for (const Index i : members) {
      pool.demand[i] = 1;
      pool.energy[i] = shortest_[i];
    }
    return pool;
  }

  Index count_;
  std::span<const Tick> shortest_;
  std::vector<std::uint8_t> apart_;  // row, column: cannot overlap
};

}  // namespace

std::vector<Pool> cliques_of(const ProjectNetwork& network, const std::vector<Pool>& pools,
                             std::span<const Tick> shortest) {
  if (network.count > kMostActivities) return {};
  Cliques cliques(network, shortest);
  for (const Pool& pool : pools) cliques.add(pool);
  return cliques.run();
}

}  // namespace kilter::schedule
