#include "schedule/timing/network.hpp"

#include <algorithm>
#include <map>

#include "base/require.hpp"

namespace kilter::schedule {

Network::Network(const Problem& problem) : problem_(&problem), rows_(problem.operation_count + 1) {
  slot_operation_.resize(problem.slots.size());
  for (Index op = 0; op < problem.operation_count; ++op) {
    for (Index slot = problem.slot_begin[op]; slot < problem.slot_begin[op + 1]; ++slot) slot_operation_[slot] = op;
    if (problem.fixed[op] != Fixed::free) has_fixed_ = true;
  }
  copy_rows();
  link_successors();
  link_jobs();
  link_held();
  if (problem.has_batches()) require_plain_batches();
  if (!problem.fixed_batch.empty()) gather_fixed_batches();
  has_overtime_ = std::any_of(problem.lanes.begin(), problem.lanes.end(), [&problem](const Lane& lane) {
    return lane.overtime != kNone && problem.overtimes[lane.overtime].cost_per_second != 0;
  });
}

void Network::copy_rows() {
  const Index count = problem_->operation_count;
  for (Index op = 0; op < count; ++op) {
    rows_[op].release = problem_->release[op];
    rows_[op].family = problem_->family[op];
    rows_[op].fixed = problem_->fixed[op];
    rows_[op].pausable = problem_->pausable[op];
    if (!problem_->held.empty()) rows_[op].held = problem_->held[op];
  }
  for (Index op = 0; op <= count; ++op) {
    rows_[op].first_mode = problem_->mode_begin[op];
    rows_[op].first_arc = problem_->predecessor_begin[op];
    rows_[op].first_slot = problem_->slot_begin[op];
  }
}

void Network::require_plain_batches() const {
  const Problem& problem = *problem_;
  KILTER_REQUIRE(problem.batch_capacity.size() == problem.lanes.size());
  KILTER_REQUIRE(problem.batch_size.size() == problem.operation_count);
  KILTER_REQUIRE(problem.batch_family.size() == problem.operation_count);
  for (const auto& set : problem.lane_sets) {
    for (const Candidate& candidate : set) KILTER_REQUIRE(problem.batch_capacity[candidate.lane] == 0);
  }
  for (const Group& group : problem.groups) {
    for (Index i = 1; i < group.lane_count; ++i) {
      KILTER_REQUIRE(problem.batch_capacity[group.first_lane + i] == problem.batch_capacity[group.first_lane]);
    }
  }
  std::map<Index, Index> example;  // batch family -> its first operation
  for (Index op = 0; op < problem.operation_count; ++op) {
    for (const Arc& arc : problem.predecessors_of(op)) {
      const bool may_share = problem.batch_family[op] != kNone || problem.batch_family[arc.operation] != kNone;
      KILTER_REQUIRE(!may_share || arc.transfer == kNone);
    }
    if (problem.batch_family[op] == kNone) continue;
    KILTER_REQUIRE(problem.batch_size[op] > 0 && problem.slots_of(op).empty());
    const Index first = example.try_emplace(problem.batch_family[op], op).first->second;
    KILTER_REQUIRE(problem.family[op] == problem.family[first] && problem.pausable[op] == problem.pausable[first]);
  }
}

void Network::gather_fixed_batches() {
  const Problem& problem = *problem_;
  KILTER_REQUIRE(problem.has_batches() && problem.fixed_batch.size() == problem.operation_count);
  fixed_batches_.resize(problem.operation_count);
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (problem.fixed_batch[op] == kNone) continue;
    KILTER_REQUIRE(problem.fixed_batch[op] < problem.operation_count);
    fixed_batches_[problem.fixed_batch[op]].push_back(op);
  }
  for (const std::vector<Index>& batch : fixed_batches_) {
    if (!batch.empty()) require_fixed_alike(batch);
  }
}

void Network::require_fixed_alike(const std::vector<Index>& batch) const {
  const Problem& problem = *problem_;
  const Index first = batch.front();
  KILTER_REQUIRE(problem.fixed[first] != Fixed::free && problem.fixed_lane[first] != kNone);
  KILTER_REQUIRE(problem.batch_family[first] != kNone);
  std::int64_t load = 0;
  for (const Index op : batch) {
    KILTER_REQUIRE(problem.fixed[op] == problem.fixed[first] && problem.release[op] == problem.release[first]);
    KILTER_REQUIRE(problem.fixed_lane[op] == problem.fixed_lane[first]);
    KILTER_REQUIRE(problem.batch_family[op] == problem.batch_family[first]);
    for (const Arc& arc : problem.predecessors_of(op)) {
      KILTER_REQUIRE(problem.fixed_batch[arc.operation] != problem.fixed_batch[first]);
    }
    load += problem.batch_size[op];
  }
  KILTER_REQUIRE(load <= problem.batch_capacity[problem.fixed_lane[first]]);
}

void Network::link_successors() {
  const Index count = problem_->operation_count;
  for (Index op = 0; op < count; ++op) {
    if (rows_[op].fixed == Fixed::running) continue;
    for (const Arc& arc : problem_->predecessors_of(op)) ++rows_[arc.operation + 1].first_successor;
  }
  for (Index op = 0; op < count; ++op) rows_[op + 1].first_successor += rows_[op].first_successor;
  successors_.resize(rows_[count].first_successor);
  std::vector<Index> next(count);
  for (Index op = 0; op < count; ++op) next[op] = rows_[op].first_successor;
  for (Index op = 0; op < count; ++op) {
    if (rows_[op].fixed == Fixed::running) continue;  // waits for nobody
    for (Index arc = rows_[op].first_arc; arc < rows_[op + 1].first_arc; ++arc) {
      const Arc& link = problem_->predecessors[arc];
      successors_[next[link.operation]++] = {.operation = op, .arc = arc};
      if (link.maximum_lag == kNever) continue;
      rows_[op].waits_at_most = 1;
      ++maximum_lag_arcs_;
    }
  }
}

void Network::link_jobs() {
  const Index count = problem_->operation_count;
  for (const Index op : problem_->closing) ++rows_[op + 1].first_closed;
  for (Index op = 0; op < count; ++op) rows_[op + 1].first_closed += rows_[op].first_closed;
  closes_.resize(problem_->closing.size());
  std::vector<Index> next(count);
  for (Index op = 0; op < count; ++op) next[op] = rows_[op].first_closed;
  for (Index job = 0; job < problem_->jobs.size(); ++job) {
    for (const Index op : problem_->closing_of(job)) closes_[next[op]++] = job;
  }
}

void Network::link_held() {
  const auto is_held = [this](Index op) {
    return problem_->holdings[op].job != kNone && problem_->holdings[op].cost_per_second != 0;
  };
  if (problem_->holdings.empty()) return;
  held_begin_.assign(problem_->jobs.size() + 2, 0);
  for (Index op = 0; op < operation_count(); ++op) {
    if (is_held(op)) ++held_begin_[problem_->holdings[op].job + 2];
  }
  for (Index job = 0; job < problem_->jobs.size(); ++job) held_begin_[job + 2] += held_begin_[job + 1];
  held_.resize(held_begin_.back());
  for (Index op = 0; op < operation_count(); ++op) {
    if (is_held(op)) held_[held_begin_[problem_->holdings[op].job + 1]++] = op;
  }
}

}  // namespace kilter::schedule
