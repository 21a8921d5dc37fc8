// What keeps an operation from beginning at a moment on a unit, in words: for whoever wished it there.
#pragma once

#include <vector>

#include "coordinate/live/carry/situation.hpp"
#include "coordinate/live/moves/standing.hpp"
#include "coordinate/live/moves/wish.hpp"
#include "plan/peg_index.hpp"

namespace kilter::coordinate {

class Hindrances {
 public:
  // Borrows all; `problem` is the situation's with what was wished before.
  Hindrances(const model::Plant& now, const Situation& today, const schedule::Problem& problem,
             const Standing& standing, schedule::Index op)
      : now_(now), today_(today), problem_(problem), standing_(standing), op_(op) {}

  // At `at` in the mode; `nearest`: when it can begin there at last (kNever: never).
  std::vector<Hindrance> at(time::Tick at, schedule::Index mode, time::Tick nearest);

 private:
  void add(Obstacle obstacle, time::Tick until, std::string words);
  void look_outside(time::Tick at);
  void look_at_predecessors(time::Tick at);
  void look_at_unit(time::Tick at, schedule::Index mode);
  void look_at_people(time::Tick at);
  void look_at_slot(time::Tick at, schedule::Index slot);
  [[nodiscard]] std::string operation_name(schedule::Index op) const;
  [[nodiscard]] std::string lane_name(schedule::Index lane) const;
  [[nodiscard]] time::Tick next_open(schedule::Index calendar, time::Tick at) const;

  const model::Plant& now_;
  const Situation& today_;
  const schedule::Problem& problem_;
  const Standing& standing_;
  schedule::Index op_;
  std::vector<Hindrance> found_;
};

}  // namespace kilter::coordinate
