// What is derived once from a Problem: successors, the jobs an operation closes, who owns a slot, and which features the
// problem uses at all. Immutable, shared by threads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

struct Successor {
  Index operation = 0;
  Index arc = 0;  // index into Problem::predecessors
};

class Network {
 public:
  // Borrows the problem, which must outlive the network.
  explicit Network(const Problem& problem);

  [[nodiscard]] const Problem& problem() const { return *problem_; }
  [[nodiscard]] Index operation_count() const { return problem_->operation_count; }
  [[nodiscard]] Index slot_count() const { return static_cast<Index>(problem_->slots.size()); }
  // A node is a place in a lane's sequence: node op for the machine of `op`, node operation_count + s for slot s.
  [[nodiscard]] Index node_count() const { return operation_count() + slot_count(); }
  [[nodiscard]] Index node_of_slot(Index slot) const { return operation_count() + slot; }
  [[nodiscard]] Index operation_of_node(Index node) const {
    return node < operation_count() ? node : slot_operation_[node - operation_count()];
  }

  // Arcs into running operations are left out: what runs waits for nobody.
  [[nodiscard]] std::span<const Successor> successors_of(Index op) const {
    return {successors_.data() + successor_begin_[op], successors_.data() + successor_begin_[op + 1]};
  }
  // Jobs whose completion `op` may decide.
  [[nodiscard]] std::span<const Index> jobs_closed_by(Index op) const {
    return {closes_.data() + closes_begin_[op], closes_.data() + closes_begin_[op + 1]};
  }

  [[nodiscard]] bool has_slots() const { return !problem_->slots.empty(); }
  [[nodiscard]] bool has_maximum_lags() const { return maximum_lag_arcs_ > 0; }
  [[nodiscard]] Index maximum_lag_arcs() const { return maximum_lag_arcs_; }
  [[nodiscard]] bool has_transfers() const { return !problem_->transfers.empty(); }
  [[nodiscard]] bool has_setups() const { return has_setups_; }
  [[nodiscard]] bool has_fixed() const { return has_fixed_; }
  // Does an arc into `op` bind its latest start?
  [[nodiscard]] bool waits_at_most(Index op) const { return waits_at_most_[op] != 0; }

 private:
  void link_successors();
  void link_jobs();

  const Problem* problem_;
  std::vector<Index> slot_operation_;
  std::vector<Index> successor_begin_;
  std::vector<Successor> successors_;
  std::vector<Index> closes_begin_;
  std::vector<Index> closes_;
  std::vector<std::uint8_t> waits_at_most_;
  Index maximum_lag_arcs_ = 0;
  bool has_setups_ = false;
  bool has_fixed_ = false;
};

}  // namespace kilter::schedule
