#include "schedule/bounds/position_tardiness.hpp"

#include <algorithm>
#include <queue>
#include <vector>

#include "schedule/bounds/assignment.hpp"

namespace kilter::schedule {
namespace {

constexpr std::size_t kMostAssigned = 200;
constexpr Cost kHuge = kForbidden / static_cast<Cost>(2 * kMostAssigned);

Cost tardiness(const Share& share, std::int64_t end) {
  return std::max<std::int64_t>(0, std::max(end, share.end) - share.due) * share.weight;
}

// The instants at which 1, 2, ... jobs can be done on the lanes.
std::vector<std::int64_t> completions(const OpenTime& hours, std::vector<Share> shares) {
  std::sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.head < b.head; });
  std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> left;
  std::vector<std::int64_t> result;
  std::int64_t now = 0;  // in open time
  for (std::size_t i = 0; i < shares.size() || !left.empty();) {
    if (left.empty()) now = std::max(now, hours.before(shares[i].head));
    while (i < shares.size() && hours.before(shares[i].head) <= now) left.push(shares[i++].work);
    const std::int64_t shortest = left.top();
    left.pop();
    const std::int64_t next = i < shares.size() ? hours.before(shares[i].head) : now + shortest;
    if (now + shortest <= next) {
      now += shortest;
      result.push_back(hours.reached(now));
    } else {
      left.push(shortest - (next - now));
      now = next;
    }
  }
  return result;
}

}  // namespace

Cost position_tardiness(const OpenTime& hours, std::span<const Share> shares) {
  std::vector<Share> jobs(shares.begin(), shares.end());
  std::stable_sort(jobs.begin(), jobs.end(), [](const Share& a, const Share& b) { return a.due < b.due; });
  Cost alone = 0;
  for (std::size_t i = kMostAssigned; i < jobs.size(); ++i) alone += tardiness(jobs[i], jobs[i].end);
  jobs.resize(std::min(jobs.size(), kMostAssigned));
  const std::vector<std::int64_t> ends = completions(hours, jobs);
  std::vector<std::int64_t> cost;
  cost.reserve(jobs.size() * jobs.size());
  for (const Share& job : jobs) {
    for (const std::int64_t end : ends) {
      // Less than it costs where numbers are beyond what the assignment adds up.
      cost.push_back(std::min(kHuge, tardiness(job, end + job.tail)));
    }
  }
  return alone + least_assignment(cost, jobs.size());
}

}  // namespace kilter::schedule
