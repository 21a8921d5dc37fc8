#include "schedule/timing/network.hpp"

namespace kilter::schedule {

Network::Network(const Problem& problem) : problem_(&problem), waits_at_most_(problem.operation_count, 0) {
  slot_operation_.resize(problem.slots.size());
  for (Index op = 0; op < problem.operation_count; ++op) {
    for (Index slot = problem.slot_begin[op]; slot < problem.slot_begin[op + 1]; ++slot) slot_operation_[slot] = op;
    if (problem.fixed[op] != Fixed::free) has_fixed_ = true;
  }
  for (const Lane& lane : problem.lanes) {
    if (lane.setup_matrix != kNone) has_setups_ = true;
  }
  link_successors();
  link_jobs();
}

void Network::link_successors() {
  const Index count = problem_->operation_count;
  successor_begin_.assign(count + 1, 0);
  for (Index op = 0; op < count; ++op) {
    if (problem_->fixed[op] == Fixed::running) continue;
    for (const Arc& arc : problem_->predecessors_of(op)) ++successor_begin_[arc.operation + 1];
  }
  for (Index op = 0; op < count; ++op) successor_begin_[op + 1] += successor_begin_[op];
  successors_.resize(successor_begin_[count]);
  std::vector<Index> next(successor_begin_.begin(), successor_begin_.end() - 1);
  for (Index op = 0; op < count; ++op) {
    if (problem_->fixed[op] == Fixed::running) continue;  // waits for nobody
    for (Index arc = problem_->predecessor_begin[op]; arc < problem_->predecessor_begin[op + 1]; ++arc) {
      const Arc& link = problem_->predecessors[arc];
      successors_[next[link.operation]++] = {.operation = op, .arc = arc};
      if (link.maximum_lag == kNever) continue;
      waits_at_most_[op] = 1;
      ++maximum_lag_arcs_;
    }
  }
}

void Network::link_jobs() {
  const Index count = problem_->operation_count;
  closes_begin_.assign(count + 1, 0);
  for (const Index op : problem_->closing) ++closes_begin_[op + 1];
  for (Index op = 0; op < count; ++op) closes_begin_[op + 1] += closes_begin_[op];
  closes_.resize(problem_->closing.size());
  std::vector<Index> next(closes_begin_.begin(), closes_begin_.end() - 1);
  for (Index job = 0; job < problem_->jobs.size(); ++job) {
    for (const Index op : problem_->closing_of(job)) closes_[next[op]++] = job;
  }
}

}  // namespace kilter::schedule
