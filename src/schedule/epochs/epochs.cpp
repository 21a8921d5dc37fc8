#include "schedule/epochs/epochs.hpp"

#include <algorithm>
#include <barrier>
#include <chrono>
#include <thread>
#include <vector>

namespace kilter::schedule {
namespace {

using Clock = std::chrono::steady_clock;

// The clock and the cancel flag; remembers that somebody was told to stop, since then an epoch is incomplete.
class Watch final : public Halt {
 public:
  explicit Watch(const EpochBudget& budget) : budget_(budget), begin_(Clock::now()) {}

  [[nodiscard]] double seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }
  [[nodiscard]] bool asked() const override {
    const bool cancelled = budget_.cancel != nullptr && budget_.cancel->load(std::memory_order_relaxed);
    const bool over = budget_.epochs == 0 && seconds() >= budget_.seconds;
    if (cancelled || over) told_.store(true, std::memory_order_relaxed);
    return cancelled || over;
  }
  [[nodiscard]] bool was_told() const { return told_.load(std::memory_order_relaxed); }

 private:
  const EpochBudget& budget_;
  Clock::time_point begin_;
  mutable std::atomic<bool> told_ = false;
};

}  // namespace

EpochCount run_epochs(unsigned threads, const EpochBudget& budget, const EpochWork& work, const EpochMerge& merge) {
  threads = std::max(1U, threads);
  Watch watch(budget);
  EpochCount count;
  bool done = watch.asked();
  const auto close_epoch = [&]() noexcept {
    done = watch.was_told() || !merge(count.epochs, watch.seconds());
    if (!watch.was_told()) ++count.epochs;
    done = done || (budget.epochs > 0 && count.epochs == budget.epochs) || watch.asked();
  };
  std::barrier barrier(static_cast<std::ptrdiff_t>(threads));
  const auto run = [&](unsigned thread) {
    while (!done) {
      work(thread, count.epochs, watch);
      barrier.arrive_and_wait();
      if (thread == 0) close_epoch();
      barrier.arrive_and_wait();
    }
  };
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(run, thread);
  run(0);
  for (std::thread& other : others) other.join();
  count.seconds = watch.seconds();
  return count;
}

}  // namespace kilter::schedule
