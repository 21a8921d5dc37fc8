#include "schedule/project/testing/random_project.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

class Maker {
 public:
  Maker(base::Random& random, const RandomProjectShape& shape) : random_(random), shape_(shape) {}

  ProjectProblem run() {
    problem_.activity_count = shape_.activities;
    for (Index i = 0; i < shape_.renewables; ++i) problem_.capacity.push_back(random_.between(2, 6));
    if (shape_.workers > 0) add_workers();
    problem_.predecessor_begin.push_back(0);
    problem_.mode_begin.push_back(0);
    problem_.skill_demand_begin.push_back(0);
    for (Index activity = 0; activity < shape_.activities; ++activity) {
      add_predecessors(activity);
      const Index modes = 1 + random_.below(shape_.most_modes);
      for (Index i = 0; i < modes; ++i) add_mode();
      problem_.mode_begin.push_back(problem_.mode_count());
    }
    for (Index i = 0; i < shape_.budgets; ++i)
      problem_.budget.push_back(random_.between(2, 5) * static_cast<std::int64_t>(shape_.activities) / 2);
    return std::move(problem_);
  }

 private:
  void add_workers() {
    problem_.worker_count = shape_.workers;
    problem_.skill_count = shape_.skills;
    for (Index i = 0; i < shape_.workers * shape_.skills; ++i)
      problem_.mastery.push_back(random_.chance(0.6) ? static_cast<std::int32_t>(random_.below(3)) : kNotMastered);
  }

  void add_predecessors(Index activity) {
    for (Index before = 0; before < activity; ++before) {
      if (random_.chance(0.25)) problem_.predecessors.push_back(before);
    }
    problem_.predecessor_begin.push_back(static_cast<Index>(problem_.predecessors.size()));
  }

  void add_mode() {
    problem_.duration.push_back(static_cast<Tick>(random_.between(random_.chance(0.1) ? 0 : 1, shape_.longest)) *
                                shape_.unit);
    for (Index i = 0; i < shape_.renewables; ++i)
      problem_.demand.push_back(random_.chance(0.6) ? random_.between(0, 4) : 0);
    for (Index i = 0; i < shape_.budgets; ++i) problem_.budget_demand.push_back(random_.between(0, 4));
    for (Index skill = 0; skill < problem_.skill_count; ++skill) {
      if (random_.chance(0.4))
        problem_.skill_demands.push_back(
            {.skill = skill, .level = static_cast<std::int32_t>(random_.below(2)), .workers = 1 + random_.below(2)});
    }
    problem_.skill_demand_begin.push_back(static_cast<Index>(problem_.skill_demands.size()));
  }

  base::Random& random_;
  const RandomProjectShape& shape_;
  ProjectProblem problem_;
};

}  // namespace

ProjectProblem random_project(base::Random& random, const RandomProjectShape& shape) {
  return Maker(random, shape).run();
}

RandomProjectShape random_shape(base::Random& random, Index activities) {
  RandomProjectShape shape{.activities = 1 + random.below(activities)};
  const bool multi_mode = random.chance(0.4);
  const bool multi_skill = random.chance(0.4);
  shape.most_modes = multi_mode ? 3 : 1;
  shape.budgets = multi_mode ? random.below(3) : 0;
  shape.workers = multi_skill ? 2 + random.below(3) : 0;
  shape.renewables = random.below(multi_skill ? 2 : 6);
  shape.unit = random.chance(0.3) ? 1 + static_cast<Tick>(random.below(500)) : 1;
  shape.longest = random.chance(0.2) ? 200 : 6;
  return shape;
}

}  // namespace kilter::schedule
