// Replayable parallel search: all threads do a fixed piece of work (an epoch), wait for each other, and one of them
// merges what they found, in thread order. Time decides only how many epochs run, so the same seed, threads and epochs
// give the same answer.
//
//   thread 0  |--- work ---|merge|--- work ---|merge|
//   thread 1  |-- work --|  wait |--- work ----|wait |      an epoch that is cut short is thrown away whole
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

namespace kilter::schedule {

// How long to go on.
struct EpochBudget {
  double seconds = 1.0;
  std::uint64_t epochs = 0;                   // > 0: exactly so many, whatever the time
  const std::atomic<bool>* cancel = nullptr;  // set by another thread: stop
};

// What work asks, every few milliseconds, to learn that its epoch will be thrown away.
class Halt {
 public:
  virtual ~Halt() = default;
  [[nodiscard]] virtual bool asked() const = 0;
};

struct EpochCount {
  std::uint64_t epochs = 0;  // completed and merged
  double seconds = 0;
};

// `work` must depend on nothing but (seed, thread, epoch) and what merges left; it may return early once `halt` asks.
// Lengths of 5 to 50 milliseconds keep both waiting and waste small.
using EpochWork = std::function<void(unsigned thread, std::uint64_t epoch, const Halt& halt)>;
// On the calling thread, while no work runs. False: done, e.g. proved optimal. `seconds` have passed: for reports only.
using EpochMerge = std::function<bool(std::uint64_t epoch, double seconds)>;

// Runs epochs on `threads` threads (the caller's is one of them) until the budget is used, somebody cancels or merge is
// done. An epoch during which time ran out or somebody cancelled is not merged. Exceptions in work or merge terminate.
EpochCount run_epochs(unsigned threads, const EpochBudget& budget, const EpochWork& work, const EpochMerge& merge);

}  // namespace kilter::schedule
