#include "schedule/makespan/population.hpp"

#include <algorithm>

#include "schedule/makespan/list_decoder.hpp"
#include "schedule/makespan/recombination.hpp"

namespace kilter::schedule {
namespace {

constexpr std::size_t kFirstCapacity = 6;
constexpr std::size_t kMostCapacity = 20;
constexpr std::uint64_t kRoundsPerGathering = 3;  // the last of so many rounds begins from the best of all before
constexpr std::uint64_t kStaleRuns = 4;           // per member, until a round is given up
constexpr std::uint64_t kLeastRuns = 3;           // per member, of a round
constexpr std::uint32_t kPatience = 3'000;
constexpr double kMostNoise = 1.0;    // of random starts: share of the whole order
constexpr double kOddModes = 0.1;     // of random starts: share of operations
constexpr double kLeastShare = 0.3;   // of the lesser parent
constexpr Index kAlike = 10;          // members closer than one place per so many operations are alike
constexpr Index kNoLongerApart = 20;  // mean distance at which a round ends, likewise

}  // namespace

Population::Population(const Shop& shop, Sequence start)
    : shop_(&shop), start_(std::move(start)), pool_(shop), capacity_(kFirstCapacity) {
  pool_.set_capacity(capacity_);
  pool_.set_threshold(shop.count() / kAlike);
}

Population::Start Population::next_start(base::Random& random) const {
  const auto& members = pool_.members();
  if (runs_ < capacity_ || members.size() < 2) return {.sequence = random_start(random)};
  const auto count = static_cast<std::uint32_t>(members.size());
  const std::uint32_t a = random.below(count);
  const std::uint32_t other = random.below(count - 1);
  const std::uint32_t b = other < a ? other : other + 1;
  const double share = kLeastShare + (1 - 2 * kLeastShare) * random.unit();
  return {.sequence = interpolate(*shop_, members[a], members[b], share, random), .fresh = false};
}

std::uint32_t Population::patience() const { return kPatience; }

// The first schedule's order, shaken, and for a few operations another mode than the one that ends first.
Sequence Population::random_start(base::Random& random) const {
  std::vector<double> keys(shop_->count());
  std::vector<Index> modes(shop_->count(), kNone);
  const double noise = kMostNoise * random.unit() * shop_->count();
  for (Index at = 0; at < shop_->count(); ++at) {
    const Index op = start_.order[at];
    keys[op] = at + random.unit() * noise;
    if (!random.chance(kOddModes)) continue;
    const Index first = shop_->first_alternative(op);
    modes[op] = shop_->alternative(first + random.below(shop_->end_of_alternatives(op) - first)).mode;
  }
  return decode_list(*shop_, keys, modes);
}

void Population::add(Sequence found) {
  ++runs_;
  ++stale_;
  if (pool_.add(std::move(found))) stale_ = 0;
  if (exhausted()) begin_round();
}

bool Population::exhausted() const {
  if (runs_ < kLeastRuns * capacity_) return false;
  return stale_ >= kStaleRuns * capacity_ || pool_.spread() <= shop_->count() / kNoLongerApart;
}

void Population::begin_round() {
  elites_.push_back(pool_.best_member().sequence);
  ++round_;
  runs_ = 0;
  stale_ = 0;
  pool_.clear();
  if (round_ % kRoundsPerGathering != 0) {
    const std::uint64_t grown = kFirstCapacity * (10 + 3 * round_) / 10;
    capacity_ = std::min<std::size_t>(grown, kMostCapacity);
    pool_.set_capacity(capacity_);
    return;
  }
  capacity_ = std::clamp(elites_.size(), kFirstCapacity, kMostCapacity);
  pool_.set_capacity(capacity_);
  for (const Sequence& elite : elites_) pool_.add(elite);
  runs_ = capacity_;
}

}  // namespace kilter::schedule
