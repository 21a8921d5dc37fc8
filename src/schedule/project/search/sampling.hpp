// First plans: regret-based biased random sampling (Drexl 1991) of orders by the longest path to the end; modes that
// are short and ask for little, or any.
#pragma once

#include <vector>

#include "base/random.hpp"
#include "schedule/project/network.hpp"
#include "schedule/project/search/plan.hpp"

namespace kilter::schedule {

class Sampling {
 public:
  explicit Sampling(const ProjectNetwork& network);

  // Order and modes of `plan`; the modes may exceed budgets. O(count * width + arcs).
  void sample(ProjectPlan& plan, base::Random& random);

 private:
  void sample_modes(ProjectPlan& plan, base::Random& random);
  void sample_order(ProjectPlan& plan, base::Random& random);
  std::size_t pick(base::Random& random);

  const ProjectNetwork& network_;
  std::vector<double> price_;  // per mode: duration and load, against the activity's least
  std::vector<Tick> tail_;     // with the modes sampled
  std::vector<Index> waiting_;
  std::vector<Index> eligible_;
  std::vector<double> weight_;
};

}  // namespace kilter::schedule
