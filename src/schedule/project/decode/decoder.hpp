// Serial schedule generation (Kelley 1963): activities one by one in the given order, each as early as precedence and
// what is free allow. The same in both directions; a pass backward schedules the reversed project.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "schedule/project/network.hpp"

namespace kilter::schedule {

enum class Direction : std::uint8_t { forward, backward };

[[nodiscard]] constexpr Direction reversed(Direction direction) {
  return direction == Direction::forward ? Direction::backward : Direction::forward;
}

// What a pass starts from.
struct PassInput {
  std::span<const Index> order;        // topological in the pass's direction
  std::span<Index> mode;               // per activity; those of open activities are replaced by what was taken
  std::span<const std::uint8_t> open;  // per activity, 1: take the mode that ends first; empty: none is open
  std::span<std::int64_t> slack;       // per budget, with open modes: what is left over; kept up to date
  std::span<const Word> wanted;        // per activity, worker words: workers to take first; a row of zeros or empty:
                                       // those who were busy until then
};

// Times from the project's start, or, backward, from its end.
struct Pass {
  Direction direction = Direction::forward;
  Tick makespan = 0;
  std::vector<Tick> end;   // per activity
  std::vector<Word> crew;  // per activity, worker words
};

class Decoder {
 public:
  virtual ~Decoder() = default;
  // Runs in pass.direction. O(sum of the cells or segments passed + arcs).
  virtual void run(const PassInput& input, Pass& pass) = 0;
  // After a run: the activity's workers (bit numbers), demand by demand.
  [[nodiscard]] virtual const std::vector<Index>& crew_of(Index activity) const = 0;
};

// With the profile that suits the project. The network must outlive it. One per thread.
std::unique_ptr<Decoder> make_decoder(const ProjectNetwork& network);

}  // namespace kilter::schedule
