#include "schedule/project/search/population.hpp"

#include <algorithm>
#include <utility>

namespace kilter::schedule {
namespace {

constexpr double kSwapRate = 0.05;
constexpr double kModeChanges = 0.3;  // per child, on average
constexpr double kCrewRate = 0.1;
constexpr std::size_t kGrowth = 4;
constexpr std::size_t kLargestSize = 2000;
constexpr std::uint64_t kIdlePerMember = 50;

}  // namespace

Population::Population(const ProjectNetwork& network, std::uint64_t seed, std::size_t size)
    : network_(network),
      random_(seed),
      builder_(network),
      budgets_(network),
      sampling_(network),
      crossover_(network),
      size_(size) {}

void Population::step() {
  if (members_.size() < size_) return add_member();
  breed();
  if (idle_ > kIdlePerMember * size_) begin_again();
}

void Population::add_member() {
  sampling_.sample(child_, random_);
  budgets_.repair(child_.mode, random_);
  builder_.build(child_, random_);
  note(child_);
  members_.push_back(child_);
}

void Population::breed() {
  const auto a = random_.below(static_cast<std::uint32_t>(members_.size()));
  const auto b = random_.below(static_cast<std::uint32_t>(members_.size()));
  crossover_.cross(members_[a], members_[b], random_, child_);
  crossover_.mutate({.swap = kSwapRate, .mode = kModeChanges / network_.count, .crew = kCrewRate}, random_, child_);
  budgets_.repair(child_.mode, random_);
  builder_.build(child_, random_);
  ++idle_;
  note(child_);
  adopt(members_[a].better_than(members_[b]) ? b : a);
}

void Population::adopt(std::size_t parent) {
  if (!members_[parent].better_than(child_) && !is_known(child_)) std::swap(members_[parent], child_);
}

bool Population::is_known(const ProjectPlan& plan) const {
  return std::any_of(members_.begin(), members_.end(), [&](const ProjectPlan& member) {
    return member.makespan == plan.makespan && member.start == plan.start && member.mode == plan.mode;
  });
}

void Population::note(const ProjectPlan& plan) {
  if (plan.better_than(local_best_)) {
    local_best_.makespan = plan.makespan;
    local_best_.excess = plan.excess;
    idle_ = 0;
  }
  if (best_.start.empty() || plan.better_than(best_)) best_ = plan;
}

void Population::begin_again() {
  members_.clear();
  local_best_ = ProjectPlan{};
  local_best_.excess = best_.excess + 1;
  idle_ = 0;
  size_ = std::min(kLargestSize, size_ * kGrowth);
}

}  // namespace kilter::schedule
