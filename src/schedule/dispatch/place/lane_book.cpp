#include "schedule/dispatch/place/lane_book.hpp"

#include <algorithm>

namespace kilter::schedule {

LaneBook::LaneBook(const Problem& problem) : free_(problem.lanes.size(), kLongAgo), promised_(problem.lanes.size()) {
  family_.reserve(problem.lanes.size());
  for (const Lane& lane : problem.lanes) family_.push_back(lane.initial_family);
}

void LaneBook::advance(Index lane, Tick now) {
  auto& promised = promised_[lane];
  while (!promised.empty() && promised.front().from <= now) {
    occupy(lane, promised.front());
    promised.erase(promised.begin());
    --promise_count_;
  }
}

void LaneBook::occupy(Index lane, const Stretch& stretch) {
  free_[lane] = std::max(free_[lane], stretch.until);
  if (stretch.sets_family) family_[lane] = stretch.family;
}

void LaneBook::promise(Index lane, const Stretch& stretch) {
  auto& promised = promised_[lane];
  const auto at = std::upper_bound(promised.begin(), promised.end(), stretch,
                                   [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
  promised.insert(at, stretch);
  ++promise_count_;
}

void LaneBook::revoke(Index lane, Index operation) {
  promise_count_ -=
      std::erase_if(promised_[lane], [operation](const Stretch& stretch) { return stretch.operation == operation; });
}

}  // namespace kilter::schedule
