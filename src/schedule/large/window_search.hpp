// Large neighbourhood search in windows (Shaw 1998): each thread opens windows on the same schedule and anneals them by
// itself; at the end of an epoch what they found is put back one after another, as far as the whole schedule confirms
// it.
#pragma once

#include <memory>
#include <vector>

#include "base/random.hpp"
#include "schedule/epochs/epochs.hpp"
#include "schedule/window/window.hpp"

namespace kilter::schedule {

class WindowSearch {
 public:
  // Borrows the network.
  WindowSearch(const Network& network, const Solution& start, std::uint64_t seed, unsigned threads);
  ~WindowSearch();

  // As run_epochs asks; some 20,000 moves each.
  void work(unsigned thread, std::uint64_t epoch, const Halt& halt);
  // True: the schedule has become better.
  bool merge();

  // The best schedule so far.
  [[nodiscard]] const Trial& whole() const { return whole_; }

 private:
  struct Worker;
  void search(Worker& worker, const std::vector<Index>& free, base::Random& random, const Halt& halt);

  const Network& network_;
  std::uint64_t seed_;
  Trial whole_;
  DelayValue value_;
  std::uint64_t moved_ = 0;  // operations in windows that were put back since value_ was assessed
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace kilter::schedule
