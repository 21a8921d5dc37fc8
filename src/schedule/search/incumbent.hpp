// The best state of a walk. Copying a large state costs as much as many moves, so it is copied when the walk is about
// to leave it, and then not every time.
#pragma once

#include <cstdint>

#include "schedule/search/trial.hpp"

namespace kilter::schedule {

class Incumbent {
 public:
  // Borrows the trial; its present state is the first best.
  explicit Incumbent(const Trial& trial) : trial_(trial), state_(trial.state()), worth_(trial.worth()) {}

  // Whether a state of worth `left`, about to be left, ought to be stored: better than the stored one, and the last
  // copy is long enough ago.
  [[nodiscard]] bool due(const Worth& left) const {
    return left.better_than(worth_) && moves_ * kOperationsPerMove >= state_.order.size();
  }
  // Copies the trial's present state. Nothing may be on trial.
  void store() {
    state_ = trial_.state();
    worth_ = trial_.worth();
    moves_ = 0;
  }
  void count_move() { ++moves_; }

  // The best since construction (all but a very short-lived one on large problems).
  const State& state() {
    if (trial_.worth().better_than(worth_)) store();
    return state_;
  }
  [[nodiscard]] const Worth& worth() const { return trial_.worth().better_than(worth_) ? trial_.worth() : worth_; }

 private:
  static constexpr std::uint64_t kOperationsPerMove = 8;  // copying that many operations may cost as much as a move

  const Trial& trial_;
  State state_;
  Worth worth_;
  std::uint64_t moves_ = 0;  // since the last copy
};

}  // namespace kilter::schedule
