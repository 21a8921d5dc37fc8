// Waiting operations that compete for the same lanes, best first by the apparent tardiness cost (Vepsalainen and Morton
// 1987) as time passes. The logarithm of the index
//
//   log(weight / work) - max(0, latest start - t) / (k * mean work)
//
// orders operations that are not yet late by a key without t, and late ones by another key without t. So two heaps are
// enough: an operation moves from the first to the second when it surfaces late. A late one that has not surfaced is
// over-estimated by its first key, hence never better than what stands above it.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

struct Waiting {
  float early_key = 0;  // while now < latest_start
  float late_key = 0;   // from then on
  Tick latest_start = 0;
  Index operation = 0;
};

// How keys become comparable index values between queues at a time.
struct AtcScale {
  double per_second = 0;  // 1 / (k * mean work)
  double late_per_second = 0;
};

// The best of a queue in numbers, so that whoever compares many queues need not look into each. Keys of empty halves
// are minus infinity.
struct AtcHead {
  float early_key = -std::numeric_limits<float>::infinity();
  float late_key = -std::numeric_limits<float>::infinity();
  Tick stale_from = kNever;  // the queue must advance then
  AtcScale scale;
  [[nodiscard]] double value(Tick now) const {
    const double early = static_cast<double>(early_key) + now * scale.per_second;
    const double late = static_cast<double>(late_key) + now * scale.late_per_second;
    return early > late ? early : late;
  }
};

class AtcQueue {
 public:
  static constexpr std::uint32_t kScan = 6;  // places looked at, per heap, where the best one may not be able to start

  void push(const Waiting& waiting);
  [[nodiscard]] bool empty() const { return early_.empty() && late_.empty(); }

  // A place in the queue; valid until the next change.
  struct Place {
    bool late = false;
    std::uint32_t at = 0;
  };
  // Moves operations that surfaced late. Call before looking at time `now`.
  void advance(Tick now);
  // Exact until stale_from or the next change.
  [[nodiscard]] AtcHead head(const AtcScale& scale) const;
  // Up to `limit` places of each heap, best first of all; appended to `places`.
  void best(std::uint32_t limit, std::vector<Place>& places) const;
  [[nodiscard]] const Waiting& at(Place place) const { return (place.late ? late_ : early_)[place.at]; }
  [[nodiscard]] double value(Place place, Tick now, const AtcScale& scale) const {
    const Waiting& waiting = at(place);
    return place.late ? static_cast<double>(waiting.late_key) + now * scale.late_per_second
                      : static_cast<double>(waiting.early_key) + now * scale.per_second;
  }
  void remove(Place place);
  // All operations, in no useful order.
  void drain(std::vector<Index>& operations);

 private:
  std::vector<Waiting> early_;  // binary heaps, best at 0
  std::vector<Waiting> late_;
};

}  // namespace kilter::schedule
