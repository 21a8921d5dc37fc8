// Total tardiness of all insertions of a job, exactly: from the place of insertion on, several places at a time.
//
//   place 3    a b c J d e f g        one lane each; all lanes start from the front of completions after a b c,
//   place 4    a b c d J e f g        differ while some have the job behind them and some do not,
//   place 5    a b c d e J f g        and then go through the same jobs side by side
//
// A job that comes later only delays the others, so their tardiness without it, plus its own, bounds a place from
// below: places, and batches of places half way, that cannot win are left. O(k m) to O(k^2 m) for k jobs.
#pragma once

#include <array>
#include <vector>

#include "schedule/flow/insertion.hpp"

namespace kilter::schedule {

class TardinessInsertion final : public Insertion {
 public:
  // Borrows the shop, which has due dates and at least one machine.
  explicit TardinessInsertion(const PermutationShop& shop);
  // Of equal places the one whose last completion is earliest, then the first.
  [[nodiscard]] Place best(std::span<const Index> sequence, Index job) override;

 private:
  static constexpr std::size_t kLanes = 8;
  using Lanes = std::array<Tick, kLanes>;
  struct Batch {
    std::array<std::size_t, kLanes> at{};     // place of each lane
    std::array<std::int64_t, kLanes> late{};  // so far
    std::size_t size = 0;
  };
  struct Best {
    Place place;
    Tick last = kNever;
  };

  void renew(std::span<const Index> sequence);
  [[nodiscard]] Tick end_at(std::span<const Index> sequence, Index job, std::size_t at) const;
  void rate(std::span<const Index> sequence, Index job);
  static void keep_if_better(const Best& found, Best& best);
  void run(std::span<const Index> sequence, Index job, Batch& batch, Best& best);
  void step_apart(std::span<const Index> sequence, Index job, const Batch& batch, std::size_t place);
  void step_together(Index before, Index job);
  void add_late(Batch& batch) const;
  [[nodiscard]] bool can_win(const Batch& batch, std::size_t gone, const Best& best) const;

  const PermutationShop& shop_;
  std::vector<Index> last_;         // the sequence that follows is of
  std::vector<Tick> front_;         // row = jobs so far, column = machine
  std::vector<std::int64_t> late_;  // of the jobs so far
  struct Block {
    std::int64_t least = 0;
    std::size_t first = 0;
  };
  std::vector<std::int64_t> least_;     // place -> tardiness there at least
  std::vector<Block> blocks_;           // kLanes places each
  std::vector<Lanes> lanes_;            // machine -> completion in each lane
  std::array<Index, kLanes> before_{};  // lane -> job that it is behind
};

}  // namespace kilter::schedule
