#include "schedule/makespan/walk/arrival_walk.hpp"

#include <algorithm>
#include <cmath>

#include "schedule/makespan/list_decoder.hpp"

namespace kilter::schedule {
namespace {

constexpr double kTemperature = 0.04;    // in mean durations
constexpr std::uint32_t kPatience = 20;  // trials without a new best, per job
constexpr std::int64_t kWorkPerOperation = 30;

}  // namespace

bool ArrivalWalk::suits(const Shop& shop) {
  const Problem& problem = shop.problem();
  Index alike = 0;
  for (Index op = 0; op < shop.count(); ++op) {
    const auto modes = problem.modes_of(op);
    const bool any = std::any_of(modes.begin(), modes.end(), [&](const Mode& mode) {
      return mode.group != kNone && problem.groups[mode.group].lane_count > 1;
    });
    alike += any ? 1 : 0;
  }
  return 2 * alike > shop.count();
}

ArrivalWalk::ArrivalWalk(const Shop& shop) : shop_(&shop), root_(shop.count()) {
  const ShopGraph graph(shop);
  double total = 0;
  for (const Index op : graph.order()) {
    const Index before = shop.links(op).before;
    root_[op] = before == shop.count() ? op : root_[before];
    total += shop.alternative(shop.first_alternative(op)).work;
  }
  temperature_ = kTemperature * total / shop.count();
}

void ArrivalWalk::begin(const Sequence& from, std::uint64_t seed) {
  random_ = base::Random(seed);
  jobs_.clear();
  for (const Index op : from.order) {
    if (root_[op] == op) jobs_.push_back(op);
  }
  best_ = decode();
  makespan_ = best_.makespan;
  since_best_ = 0;
}

Sequence ArrivalWalk::decode() const {
  std::vector<double> ranks(shop_->count());
  for (std::size_t i = 0; i < jobs_.size(); ++i)
    ranks[jobs_[i]] = static_cast<double>(i) / static_cast<double>(jobs_.size());
  for (Index op = 0; op < shop_->count(); ++op) ranks[op] = ranks[root_[op]];
  return decode_arrivals(*shop_, ranks);
}

bool ArrivalWalk::go(std::int64_t& work, const Halt& halt) {
  const auto jobs = static_cast<std::uint32_t>(jobs_.size());
  while (work > 0 && !halt.asked()) {
    if (jobs < 2 || since_best_ > kPatience * jobs) return true;
    work -= kWorkPerOperation * shop_->count();
    step();
  }
  return false;
}

// One job goes to another place in the order.
void ArrivalWalk::step() {
  const auto jobs = static_cast<std::uint32_t>(jobs_.size());
  const auto from = jobs_.begin() + random_.below(jobs);
  const auto to = jobs_.begin() + random_.below(jobs);
  const auto shift = [](auto a, auto b) { a < b ? std::rotate(a, a + 1, b + 1) : std::rotate(b, a, a + 1); };
  shift(from, to);
  Sequence found = decode();
  ++since_best_;
  const Tick worse = found.makespan - makespan_;
  if (worse > 0 && random_.unit() >= std::exp(-worse / std::max(temperature_, 1e-9))) {
    shift(to, from);
    return;
  }
  makespan_ = found.makespan;
  if (makespan_ >= best_.makespan) return;
  best_ = std::move(found);
  since_best_ = 0;
}

}  // namespace kilter::schedule
