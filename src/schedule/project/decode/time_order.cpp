#include "schedule/project/decode/time_order.hpp"

#include <algorithm>
#include <numeric>

namespace kilter::schedule {
namespace {

constexpr std::size_t kBucketsPerActivity = 32;  // more: comparing is quicker than counting

}  // namespace

void TimeOrder::rising(std::span<const Tick> times, Tick most, std::vector<Index>& order) {
  const std::size_t count = times.size();
  order.resize(count);
  if (static_cast<std::size_t>(most) > count * kBucketsPerActivity) {
    keys_.resize(count);
    for (std::size_t i = 0; i < count; ++i) keys_[i] = (static_cast<std::uint64_t>(times[i]) << 32U) | i;
    std::sort(keys_.begin(), keys_.end());
    for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<Index>(keys_[i]);
    return;
  }
  bucket_.assign(static_cast<std::size_t>(most) + 2, 0);
  for (const Tick time : times) ++bucket_[static_cast<std::size_t>(time) + 1];
  std::partial_sum(bucket_.begin(), bucket_.end(), bucket_.begin());
  for (Index i = 0; i < count; ++i) order[bucket_[static_cast<std::size_t>(times[i])]++] = i;
}

void TimeOrder::justification(const Pass& pass, std::vector<Index>& order) {
  if (pass.direction == Direction::forward) {
    rising(pass.end, pass.makespan, order);
    std::reverse(order.begin(), order.end());
    return;
  }
  mirrored_.resize(pass.end.size());
  for (std::size_t i = 0; i < mirrored_.size(); ++i) mirrored_[i] = pass.makespan - pass.end[i];
  rising(mirrored_, pass.makespan, order);
}

}  // namespace kilter::schedule
