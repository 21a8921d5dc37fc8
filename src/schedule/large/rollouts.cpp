#include "schedule/large/rollouts.hpp"

#include <algorithm>
#include <cmath>

#include "schedule/dispatch/policy_grid.hpp"

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kPolicies = 8;                     // of the grid
constexpr std::uint64_t kOperationsInAllSlices = 400'000;  // slices times operations: a slice costs a run each time
constexpr std::uint64_t kMostSlices = 32;
constexpr std::uint64_t kEpochsPerSlice = 4;
constexpr double kGreatestNoise = 0.5;

// Up to a factor of e either way.
double scaled(double value, double unit) { return value * std::exp(2.0 * unit - 1.0); }

DispatchPolicy vary(const DispatchPolicy& base, base::Random& random) {
  DispatchPolicy policy = base;
  policy.look_ahead = std::clamp(scaled(base.look_ahead, random.unit()), 0.05, 100.0);
  policy.setup_look_ahead = std::clamp(scaled(base.setup_look_ahead, random.unit()), 0.01, 10.0);
  policy.wait_share = std::clamp(base.wait_share + random.unit() - 0.5, 0.0, 4.0);
  policy.noise = kGreatestNoise * random.unit();
  policy.seed = random.next();
  return policy;
}

}  // namespace

struct Rollouts::Worker {
  Worker(const Network& network, const Shared& shared) : rollout(network, shared) {}
  Rollout rollout;
  std::vector<Piece> pieces;
  bool done = false;
};

Rollouts::Rollouts(const Network& network, std::uint64_t seed, unsigned threads)
    : network_(network), shared_(network), seed_(seed), threads_(threads) {
  if (epochs() == 0) return;
  for (unsigned i = 0; i < threads; ++i) workers_.push_back(std::make_unique<Worker>(network, shared_));
  best_.score.unplaced = network.operation_count() + std::int64_t{1};
}

Rollouts::~Rollouts() = default;

std::uint64_t Rollouts::epochs() const {
  return slice_count() < 2 ? 0 : grid_epochs() + slice_count() * kEpochsPerSlice;
}

std::uint64_t Rollouts::slice_count() const {
  return std::min(kMostSlices, kOperationsInAllSlices / std::max(1U, network_.operation_count()));
}

std::uint64_t Rollouts::grid_epochs() const { return (kPolicies + threads_ - 1) / threads_; }

void Rollouts::work(unsigned thread, std::uint64_t epoch, const Halt& halt) {
  Worker& worker = *workers_[thread];
  base::Random random(seed_ * 1'000'003 + epoch * 1'009 + thread);
  if (epoch < grid_epochs()) {
    const std::size_t policy = epoch * workers_.size() + thread;
    worker.pieces = {{.from = kLongAgo, .policy = policy_grid()[std::min(policy, policy_grid().size() - 1)]}};
  } else {
    worker.rollout.move_to(slices_[slice_], pieces_);
    worker.pieces = varied(random);
  }
  worker.done = worker.rollout.run(worker.pieces, halt);
}

// As the best was made, but for the slice.
std::vector<Piece> Rollouts::varied(base::Random& random) const {
  const Tick from = slices_[slice_];
  const Tick until = slice_ + 1 < slices_.size() ? slices_[slice_ + 1] : kNever;
  std::vector<Piece> pieces;
  DispatchPolicy within;
  DispatchPolicy behind;
  for (const Piece& piece : pieces_) {
    if (piece.from < from) pieces.push_back(piece);
    if (piece.from <= from) within = piece.policy;
    if (piece.from <= until) behind = piece.policy;
  }
  pieces.push_back({.from = from, .policy = vary(within, random)});
  if (until == kNever) return pieces;
  pieces.push_back({.from = until, .policy = behind});
  for (const Piece& piece : pieces_) {
    if (piece.from > until) pieces.push_back(piece);
  }
  return pieces;
}

bool Rollouts::merge(std::uint64_t epoch) {
  bool better = false;
  for (const auto& worker : workers_) {
    if (!worker->done || !worker->rollout.score().better_than(best_.score)) continue;
    best_ = worker->rollout.solution();
    pieces_ = worker->pieces;
    better = true;
  }
  if (epoch + 1 == grid_epochs()) cut_slices();
  if (epoch >= grid_epochs() && (epoch + 1 - grid_epochs()) % kEpochsPerSlice == 0)
    slice_ = std::min(slice_ + 1, slices_.size() - 1);
  return better;
}

// Equal numbers of operations begin in each.
void Rollouts::cut_slices() {
  std::vector<Tick> starts;
  for (const Tick start : best_.start) {
    if (start != kNever) starts.push_back(start);
  }
  std::sort(starts.begin(), starts.end());
  const std::size_t slices = slice_count();
  slices_.push_back(kLongAgo);
  for (std::size_t i = 1; i < slices && !starts.empty(); ++i) {
    const Tick start = starts[starts.size() * i / slices];
    if (start > slices_.back()) slices_.push_back(start);
  }
}

}  // namespace kilter::schedule
