#include "schedule/timing/transfer/batch_bound.hpp"

#include <algorithm>

#include "schedule/timing/timing.hpp"

namespace kilter::schedule {

Tick BatchBound::there(std::int64_t batch) const {
  const Tick work = facts_.setup_before + facts_.transfer.finished(facts_.run_before, batch);
  return later(facts_.made.add(facts_.start_before, work), facts_.lag);
}

Tick BatchBound::ahead(std::int64_t batch) const { return facts_.setup + facts_.transfer.before(facts_.run, batch); }

Tick BatchBound::start_for(Tick there, Tick ahead) const {
  return ahead == 0 ? there : facts_.used.subtract(there, ahead);
}

// The setup waits for the first batch, so its start is asked for whatever lies ahead.
Tick BatchBound::raise(Tick ready) const {
  ready = std::max(ready, there(1));
  const std::int64_t last = facts_.transfer.count();
  if (last == 1) return ready;
  return raise_over({.first = 2, .last = last, .ahead_of_first = ahead(2), .last_there = there(last)}, ready);
}

// Both what is there and what lies ahead grow with the batch: no batch of a range asks for more than the last one's
// arrival with the first one's work ahead would.
Tick BatchBound::raise_over(const Range& range, Tick ready) const {
  const Tick most = start_for(range.last_there, range.ahead_of_first);
  if (most <= ready) return ready;
  if (range.first == range.last) return most;
  const std::int64_t middle = range.first + (range.last - range.first) / 2;
  Range low{.first = range.first, .last = middle, .ahead_of_first = range.ahead_of_first, .last_there = there(middle)};
  Range high{
      .first = middle + 1, .last = range.last, .ahead_of_first = ahead(middle + 1), .last_there = range.last_there};
  return raise_over(low, raise_over(high, ready));
}

}  // namespace kilter::schedule
