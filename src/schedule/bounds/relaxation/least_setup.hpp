// The least setup, in time and in money, that can stand before or after an operation on the lanes of a group, whatever
// the sequence: over the families of everything that may run there and what the lanes are set up for at first.
#pragma once

#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

class LeastSetup {
 public:
  // Borrows the problem. O(groups x families^2) where groups have setup matrices and their own work; groups whose lanes
  // also fill slots count as having no setup.
  explicit LeastSetup(const Problem& problem);

  // Before `op` on a lane of `group` (kNone: 0).
  [[nodiscard]] Tick before(Index op, Index group) const;
  [[nodiscard]] Cost price(Index op, Index group) const;
  // Between `op` and whatever comes next on its lane of `group`, if anything does.
  [[nodiscard]] Tick after(Index op, Index group) const;

 private:
  struct Least {
    Tick before = 0;
    Tick after = 0;
    Cost price = 0;
  };
  [[nodiscard]] bool is_shared(Index op, Index group) const;
  [[nodiscard]] const Least* find(Index op, Index group) const;
  void measure(Index group, std::vector<Index>& counts, bool has_plain);
  [[nodiscard]] Least least(Index group, Index family, const std::vector<Index>& counts, bool has_plain) const;

  const Problem& problem_;
  std::vector<std::vector<Least>> least_;  // group -> family; empty: no setup
};

}  // namespace kilter::schedule
