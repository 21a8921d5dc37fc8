// Modes within the budgets: what is left over, and a greedy repair that exchanges the mode whose exchange takes most
// off the excess, ties and near ties at random (Hartmann 2001 repairs likewise before it penalises).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/random.hpp"
#include "schedule/project/network.hpp"

namespace kilter::schedule {

class Budgets {
 public:
  explicit Budgets(const ProjectNetwork& network) : network_(network) {}

  // Per budget: what `mode` leaves; negative: beyond it.
  void measure(std::span<const Index> mode, std::vector<std::int64_t>& slack) const;
  [[nodiscard]] static std::int64_t excess(std::span<const std::int64_t> slack);
  // Exchanges modes until nothing is exceeded or no single exchange helps. O(exchanges * modes * budgets).
  void repair(std::span<Index> mode, base::Random& random);

 private:
  bool exchange_best(std::span<Index> mode, base::Random& random);
  [[nodiscard]] std::int64_t excess_after(Index from, Index to) const;

  const ProjectNetwork& network_;
  std::vector<std::int64_t> slack_;
};

}  // namespace kilter::schedule
