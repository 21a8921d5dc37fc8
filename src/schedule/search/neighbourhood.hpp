// Chooses where and how to change the schedule: mostly on the critical path of a late job, sometimes anywhere.
#pragma once

#include <memory>
#include <vector>

#include "base/random.hpp"
#include "schedule/search/critical_path.hpp"
#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class Neighbourhood {
 public:
  explicit Neighbourhood(const Network& network);

  // Applies a random move to the trial. False: it came to nothing; the caller must undo().
  bool apply(Trial& trial, base::Random& random);

 private:
  struct Entry {
    std::unique_ptr<Move> move;
    double share = 0;  // cumulative
  };
  void add(std::unique_ptr<Move> move, double share);

  std::unique_ptr<Move> adopt_;
  std::vector<Entry> moves_;
  double anywhere_share_ = 0;  // of the moves: not on a late job's path
};

}  // namespace kilter::schedule
