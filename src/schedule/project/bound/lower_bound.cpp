#include "schedule/project/bound/lower_bound.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

#include "schedule/project/bound/cliques.hpp"

namespace kilter::schedule {
namespace {

constexpr std::size_t kPairWork = 40'000'000;  // for unions of workers: count^2 each

class PoolMaker {
 public:
  explicit PoolMaker(const ProjectNetwork& network) : network_(network) {}

  std::vector<Pool> run() {
    for (unsigned word = 0; word < network_.lane_words; ++word) {
      for (Word guards = network_.guard[word]; guards != 0; guards &= guards - 1) add_lane(word, guards);
    }
    if (network_.worker_words > 0) add_workers();
    return std::move(pools_);
  }

 private:
  // The lane that ends below the lowest of `guards`.
  void add_lane(unsigned word, Word guards) {
    const auto top = static_cast<unsigned>(std::countr_zero(guards));
    const Word below = network_.guard[word] & ((Word{1} << top) - 1);
    const unsigned bottom = below == 0 ? 0 : static_cast<unsigned>(std::bit_width(below));
    const Word mask = (Word{1} << top) - (Word{1} << bottom);
    const auto value = [&](Word lanes) { return static_cast<std::int64_t>((lanes & mask) >> bottom); };
    add(value(network_.empty_cell[word]), [&](Index mode) { return value(network_.demand_of(mode)[word]); });
  }

  template <class Demand>
  void add(std::int64_t capacity, Demand demand) {
    if (capacity == 0) return;  // nothing that is left asks for it
    Pool pool{.capacity = capacity,
              .demand = std::vector<std::int64_t>(network_.count, 0),
              .energy = std::vector<std::int64_t>(network_.count, 0)};
    for (Index i = 0; i < network_.count; ++i) {
      constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
      pool.demand[i] = pool.energy[i] = kMost;
      for (Index mode = network_.mode_begin[i]; mode < network_.mode_begin[i + 1]; ++mode) {
        const std::int64_t units = network_.duration[mode] == 0 ? 0 : demand(mode);
        pool.demand[i] = std::min(pool.demand[i], units);
        pool.energy[i] = std::min(pool.energy[i], units * network_.duration[mode]);
      }
    }
    pools_.push_back(std::move(pool));
  }

  using Mask = std::vector<Word>;

  // Every demand's able workers, and unions of two of these sets, and everybody.
  void add_workers() {
    std::vector<Mask> single;
    for (const Seats& seats : network_.seats) single.push_back(mask_at(seats.able));
    sort_unique(single);
    std::vector<Mask> sets = single;
    const std::size_t most =
        single.size() + kPairWork / (std::size_t{1} + std::size_t{network_.count} * network_.count);
    for (std::size_t a = 0; a < single.size() && sets.size() < most; ++a) {
      for (std::size_t b = 0; b < a && sets.size() < most; ++b) {
        sets.push_back(single[a]);
        for (std::size_t word = 0; word < network_.worker_words; ++word) sets.back()[word] |= single[b][word];
      }
    }
    sets.emplace_back(network_.empty_cell.begin() + network_.lane_words, network_.empty_cell.end());
    sort_unique(sets);
    for (const Mask& set : sets) {
      const std::int64_t capacity = std::transform_reduce(set.begin(), set.end(), std::int64_t{0}, std::plus<>(),
                                                          [](Word word) { return std::popcount(word); });
      add(capacity, [&](Index mode) { return demand_on(set, mode); });
    }
  }

  [[nodiscard]] Mask mask_at(Index offset) const {
    return {network_.masks.begin() + offset, network_.masks.begin() + offset + network_.worker_words};
  }

  static void sort_unique(std::vector<Mask>& masks) {
    std::sort(masks.begin(), masks.end());
    masks.erase(std::unique(masks.begin(), masks.end()), masks.end());
  }

  // Seats that only workers of the set can fill.
  [[nodiscard]] std::int64_t demand_on(const Mask& set, Index mode) const {
    std::int64_t sum = 0;
    for (const Seats& seats : network_.seats_of(mode)) {
      bool inside = true;
      for (std::size_t word = 0; word < network_.worker_words; ++word)
        inside = inside && (network_.masks[seats.able + word] & ~set[word]) == 0;
      if (inside) sum += seats.workers;
    }
    return sum;
  }

  const ProjectNetwork& network_;
  std::vector<Pool> pools_;
};

// The activities with head >= a and tail >= b run within [a, makespan - b]: a + energy / capacity + b, the best a and
// b.
//
//   |--- a ---|## energy over capacity ##|-- b --|
Tick energy_bound(const Pool& pool, const HeadsTails& ways) {
  std::vector<Index> by_tail;
  for (Index i = 0; i < pool.energy.size(); ++i) {
    if (pool.energy[i] > 0) by_tail.push_back(i);
  }
  std::sort(by_tail.begin(), by_tail.end(), [&](Index a, Index b) { return ways.tail[a] > ways.tail[b]; });
  std::int64_t best = 0;
  for (const Index from : by_tail) {
    const Tick head = ways.head[from];
    std::int64_t energy = 0;
    for (const Index i : by_tail) {
      if (ways.head[i] < head) continue;
      energy += pool.energy[i];
      best = std::max(best, head + (energy + pool.capacity - 1) / pool.capacity + ways.tail[i]);
    }
  }
  return static_cast<Tick>(best);
}

}  // namespace

HeadsTails heads_and_tails(const ProjectNetwork& network) {
  HeadsTails ways{.head = std::vector<Tick>(network.count, 0),
                  .shortest = std::vector<Tick>(network.count, 0),
                  .tail = std::vector<Tick>(network.count, 0)};
  for (Index i = 0; i < network.count; ++i) {
    const auto begin = network.duration.begin();
    ways.shortest[i] = *std::min_element(begin + network.mode_begin[i], begin + network.mode_begin[i + 1]);
    for (const Index before : network.before.of(i))
      ways.head[i] = std::max(ways.head[i], ways.head[before] + ways.shortest[before]);
  }
  for (Index i = network.count; i-- > 0;) {
    for (const Index next : network.after.of(i))
      ways.tail[i] = std::max(ways.tail[i], ways.tail[next] + ways.shortest[next]);
  }
  return ways;
}

std::vector<Pool> pools_of(const ProjectNetwork& network) { return PoolMaker(network).run(); }

Tick lower_bound(const ProjectNetwork& network) {
  const HeadsTails ways = heads_and_tails(network);
  Tick bound = 0;
  for (Index i = 0; i < network.count; ++i) bound = std::max(bound, ways.head[i] + ways.shortest[i] + ways.tail[i]);
  const std::vector<Pool> pools = pools_of(network);
  for (const Pool& pool : pools) bound = std::max(bound, energy_bound(pool, ways));
  for (const Pool& clique : cliques_of(network, pools, ways.shortest))
    bound = std::max(bound, energy_bound(clique, ways));
  return bound;
}

}  // namespace kilter::schedule
