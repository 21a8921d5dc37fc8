// A child of two plans: the two-point crossover on activity lists (Hartmann 1998). The middle follows the second
// parent's order, the ends the first's; every activity brings its mode from where its place came from. Topological when
// the parents are. O(count).
//
//   first   a b|c d e|f g        second  b d a g c f e
//   child   a b|d g c|e f
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"
#include "schedule/project/network.hpp"
#include "schedule/project/search/plan.hpp"

namespace kilter::schedule {

class Crossover {
 public:
  explicit Crossover(const ProjectNetwork& network) : network_(network) {}

  // Order and modes of `child`, which must be neither parent. How many places came from the second.
  Index cross(const ProjectPlan& first, const ProjectPlan& second, base::Random& random, ProjectPlan& child);
  // Exchanges neighbours in the order, each with `swap` chance unless an arc holds them, and takes any mode or wishes
  // for any crew, each activity with that chance.
  struct Rates {
    double swap = 0;
    double mode = 0;
    double crew = 0;
  };
  void mutate(const Rates& rates, base::Random& random, ProjectPlan& plan) const;

 private:
  void append(const ProjectPlan& parent, Index until, ProjectPlan& child);
  [[nodiscard]] bool has_arc(Index before, Index after) const;

  const ProjectNetwork& network_;
  std::vector<std::uint8_t> taken_;
};

}  // namespace kilter::schedule
