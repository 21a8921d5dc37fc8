// Time-sliced rollouts: the schedule is decided slice by slice. For each slice in turn several policies, varied at
// random, decide what begins in it, the rest is simulated to the end as it stands, and the best whole schedule is kept.
// (Bertsekas, Tsitsiklis and Wu 1997: rollout of a base heuristic.)
//
//   epochs   0..g        one policy of the grid each: the best is the base
//            g..g+k      first slice varied      ####- - - - - - - - - -
//            g+k..g+2k   second slice varied     ====####- - - - - - - -
#pragma once

#include <memory>
#include <vector>

#include "base/random.hpp"
#include "schedule/large/rollout.hpp"

namespace kilter::schedule {

class Rollouts {
 public:
  // Borrows the network.
  Rollouts(const Network& network, std::uint64_t seed, unsigned threads);
  ~Rollouts();

  // How many epochs until every slice has been decided; 0 on problems so large that other searches gain more.
  [[nodiscard]] std::uint64_t epochs() const;
  // As run_epochs asks, for epochs 0, 1, ...; O(N log N) each.
  void work(unsigned thread, std::uint64_t epoch, const Halt& halt);
  // True: best() has become better.
  bool merge(std::uint64_t epoch);

  // The best so far; meaningful after the first merge.
  [[nodiscard]] const Solution& best() const { return best_; }

 private:
  struct Worker;
  [[nodiscard]] std::uint64_t slice_count() const;
  [[nodiscard]] std::uint64_t grid_epochs() const;
  [[nodiscard]] std::vector<Piece> varied(base::Random& random) const;
  void cut_slices();

  const Network& network_;
  Shared shared_;
  std::uint64_t seed_;
  unsigned threads_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<Tick> slices_;  // where each begins
  std::size_t slice_ = 0;
  std::vector<Piece> pieces_;  // that made `best_`
  Solution best_;
};

}  // namespace kilter::schedule
