#include "schedule/makespan/pool.hpp"

#include <algorithm>

namespace kilter::schedule {

std::vector<Index> ranks_on_lanes(const Shop& shop, const Sequence& sequence) {
  std::vector<Index> count(shop.lane_count(), 0);
  std::vector<Index> rank(sequence.order.size());
  for (const Index op : sequence.order) rank[op] = count[shop.alternative(sequence.alternatives[op]).lane]++;
  return rank;
}

std::uint64_t Pool::distance(const Member& a, const Member& b) const {
  std::uint64_t sum = 0;
  for (Index op = 0; op < a.rank.size(); ++op) {
    const bool same = a.sequence.alternatives[op] == b.sequence.alternatives[op];
    const Index more = std::max(a.rank[op], b.rank[op]);
    sum += same ? more - std::min(a.rank[op], b.rank[op]) : more + 1;
  }
  return sum;
}

const Pool::Member& Pool::best_member() const {
  return *std::min_element(members_.begin(), members_.end(),
                           [](const Member& a, const Member& b) { return a.sequence.makespan < b.sequence.makespan; });
}

std::uint64_t Pool::spread() const {
  std::uint64_t sum = 0;
  std::uint64_t pairs = 0;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      sum += distance(members_[i], members_[j]);
      ++pairs;
    }
  }
  return pairs == 0 ? 0 : sum / pairs;
}

bool Pool::add(Sequence sequence) {
  Member member{.sequence = std::move(sequence)};
  member.rank = ranks_on_lanes(*shop_, member.sequence);
  member.position.resize(member.sequence.order.size());
  for (Index at = 0; at < member.position.size(); ++at) member.position[member.sequence.order[at]] = at;
  std::size_t nearest = 0;
  std::size_t worst = 0;
  std::uint64_t least = ~std::uint64_t{0};
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const std::uint64_t d = distance(members_[i], member);
    if (d < least) {
      least = d;
      nearest = i;
    }
    if (members_[i].sequence.makespan >= members_[worst].sequence.makespan) worst = i;
  }
  if (!members_.empty() && least <= threshold_) {
    const bool better = member.sequence.makespan < members_[nearest].sequence.makespan;
    if (better) members_[nearest] = std::move(member);
    return better;
  }
  if (members_.size() < capacity_) {
    members_.push_back(std::move(member));
    return true;
  }
  if (member.sequence.makespan > members_[worst].sequence.makespan) return false;
  const bool better = member.sequence.makespan < members_[worst].sequence.makespan;
  members_[worst] = std::move(member);
  return better;
}

}  // namespace kilter::schedule
