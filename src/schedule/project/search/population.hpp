// A genetic algorithm by deterministic crowding (Mahfoud 1992): a child takes the place of the worse parent unless it
// is worse itself, so good plans do not overrun the others and the population goes on finding for long. When nothing
// better comes for many children, a new and larger population begins.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"
#include "schedule/project/search/builder.hpp"
#include "schedule/project/search/crossover.hpp"
#include "schedule/project/search/plan.hpp"
#include "schedule/project/search/sampling.hpp"

namespace kilter::schedule {

class Population {
 public:
  // `size` of the first population.
  Population(const ProjectNetwork& network, std::uint64_t seed, std::size_t size);

  // Makes one plan: a first member while the population fills, then a child.
  void step();
  [[nodiscard]] const ProjectPlan& best() const { return best_; }

 private:
  void add_member();
  void breed();
  void adopt(std::size_t parent);
  void begin_again();
  void note(const ProjectPlan& plan);
  [[nodiscard]] bool is_known(const ProjectPlan& plan) const;

  const ProjectNetwork& network_;
  base::Random random_;
  Builder builder_;
  Budgets budgets_;
  Sampling sampling_;
  Crossover crossover_;
  std::vector<ProjectPlan> members_;
  ProjectPlan child_;
  ProjectPlan best_;        // ever
  ProjectPlan local_best_;  // of this population: makespan and excess only
  std::size_t size_;
  std::uint64_t idle_ = 0;  // children since something better
};

}  // namespace kilter::schedule
