#include "schedule/search/regular/sequence_pool.hpp"

#include <algorithm>

namespace kilter::schedule {

SequencePool::SequencePool(const Shop& shop) : shop_(&shop), too_near_(shop.count() / 5) {}

SequencePool::Member SequencePool::make_member(const ShopSequence& sequence) const {
  Member member{.sequence = sequence};
  member.place.resize(sequence.order.size());
  member.rank.resize(sequence.order.size());
  std::vector<Index> count(shop_->lane_count(), 0);
  for (Index at = 0; at < sequence.order.size(); ++at) {
    const Index op = sequence.order[at];
    member.place[op] = at;
    member.rank[op] = count[shop_->alternative(sequence.alternatives[op]).lane]++;
  }
  return member;
}

// Sum of the differences of ranks; another alternative counts as far as can be.
std::uint64_t SequencePool::distance(const Member& a, const Member& b) const {
  std::uint64_t sum = 0;
  for (Index op = 0; op < a.rank.size(); ++op) {
    const bool same = a.sequence.alternatives[op] == b.sequence.alternatives[op];
    const Index more = std::max(a.rank[op], b.rank[op]);
    sum += same ? more - std::min(a.rank[op], b.rank[op]) : more + 1;
  }
  return sum;
}

void SequencePool::add(const ShopSequence& sequence) {
  if (sequence.cost < best_.cost) best_ = sequence;
  Member member = make_member(sequence);
  std::size_t nearest = 0;
  std::size_t worst = 0;
  std::uint64_t least = ~std::uint64_t{0};
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const std::uint64_t d = distance(members_[i], member);
    if (d < least) {
      least = d;
      nearest = i;
    }
    if (members_[i].sequence.cost > members_[worst].sequence.cost) worst = i;
  }
  const bool alike = !members_.empty() && least <= too_near_;
  const std::size_t rival = alike ? nearest : worst;
  if (!alike && !is_full()) {
    members_.push_back(std::move(member));
  } else if (sequence.cost < members_[rival].sequence.cost ||
             (alike && sequence.cost == members_[rival].sequence.cost)) {
    members_[rival] = std::move(member);
  }
  ++added_;
  if (is_full() && (added_ % kGeneration == 0 || has_collapsed())) begin_anew();
}

bool SequencePool::has_collapsed() const {
  return std::all_of(members_.begin(), members_.end(),
                     [this](const Member& member) { return distance(members_.front(), member) <= 2 * too_near_; });
}

// From nothing, or from the best alone, in turn.
void SequencePool::begin_anew() {
  members_.clear();
  added_ = 0;
  if (++begun_ % 2 == 1) members_.push_back(make_member(best_));
}

ShopSequence SequencePool::blend(base::Random& random) const {
  const auto count = static_cast<std::uint32_t>(members_.size());
  const std::uint32_t first = random.below(count);
  const std::uint32_t second = (first + 1 + random.below(count - 1)) % count;
  const Member& a = members_[first];
  const Member& b = members_[second];
  const double share = 0.3 + 0.4 * random.unit();
  std::vector<double> key(a.place.size());
  ShopSequence child;
  child.order = a.sequence.order;
  child.alternatives = a.sequence.alternatives;
  for (Index op = 0; op < key.size(); ++op) {
    key[op] = (1 - share) * a.place[op] + share * b.place[op];
    if (b.sequence.alternatives[op] != child.alternatives[op] && random.chance(share)) {
      child.alternatives[op] = b.sequence.alternatives[op];
    }
  }
  std::stable_sort(child.order.begin(), child.order.end(), [&key](Index x, Index y) { return key[x] < key[y]; });
  return child;
}

ShopSequence random_sequence(const Shop& shop, base::Random& random) {
  ShopSequence result;
  result.alternatives.resize(shop.count());
  std::vector<Index> waits(shop.count());
  std::vector<Tick> ready(shop.count());
  std::vector<Tick> free(shop.lane_count(), 0);
  std::vector<Index> open;
  for (Index op = 0; op < shop.count(); ++op) {
    waits[op] = static_cast<Index>(shop.problem().predecessors_of(op).size());
    ready[op] = shop.links(op).release;
    if (waits[op] == 0) open.push_back(op);
  }
  const auto pass_on = [&](Index op, Tick from) {
    if (op == shop.count()) return;
    ready[op] = std::max(ready[op], from);
    if (--waits[op] == 0) open.push_back(op);
  };
  while (!open.empty()) {
    const std::uint32_t at = random.below(static_cast<std::uint32_t>(open.size()));
    const Index op = open[at];
    open[at] = open.back();
    open.pop_back();
    const auto end_on = [&](Index way) {
      return std::max(ready[op], free[shop.alternative(way).lane]) + shop.alternative(way).work;
    };
    Index best = shop.first_alternative(op);
    for (Index way = best + 1; way < shop.end_of_alternatives(op); ++way) {
      if (end_on(way) < end_on(best)) best = way;
    }
    const Tick end = end_on(best);
    result.order.push_back(op);
    result.alternatives[op] = best;
    free[shop.alternative(best).lane] = end;
    pass_on(shop.links(op).after, end + shop.links(op).after_lag);
    for (const LaggedArc& arc : shop.more_after(op)) pass_on(arc.operation, end + arc.lag);
  }
  return result;
}

}  // namespace kilter::schedule
