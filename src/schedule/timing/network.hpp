// What is derived once from a Problem: successors, the jobs an operation closes, who owns a slot, and which features
// the problem uses at all. Immutable, shared by threads.
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

// What the inner loops ask of an operation, side by side: half a cache line. Ranges end where the next row's begin.
struct Row {
  Tick release = 0;
  Index family = kNone;
  Index first_mode = 0;
  Index first_arc = 0;  // into Problem::predecessors
  Index first_slot = 0;
  Index first_successor = 0;
  Index first_closed = 0;  // jobs that it closes
  Fixed fixed = Fixed::free;
  std::uint8_t pausable = 1;
  std::uint8_t waits_at_most = 0;  // an arc into it has a maximum lag
  Held held = Held::no;
};

class Network {
 public:
  // Borrows the problem, which must outlive the network. Requires what batch machines require (problem.hpp).
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

  // operation_count + 1 rows; the last one only ends ranges.
  [[nodiscard]] const Row& row(Index op) const { return rows_[op]; }
  [[nodiscard]] std::span<const Mode> modes_of(Index op) const {
    return {problem_->modes.data() + rows_[op].first_mode, problem_->modes.data() + rows_[op + 1].first_mode};
  }
  [[nodiscard]] std::span<const Arc> predecessors_of(Index op) const {
    return {problem_->predecessors.data() + rows_[op].first_arc,
            problem_->predecessors.data() + rows_[op + 1].first_arc};
  }
  // Arcs into running operations are left out: what runs waits for nobody.
  [[nodiscard]] std::span<const Successor> successors_of(Index op) const {
    return {successors_.data() + rows_[op].first_successor, successors_.data() + rows_[op + 1].first_successor};
  }
  // Jobs whose completion `op` may decide.
  [[nodiscard]] std::span<const Index> jobs_closed_by(Index op) const {
    return {closes_.data() + rows_[op].first_closed, closes_.data() + rows_[op + 1].first_closed};
  }

  [[nodiscard]] bool has_slots() const { return !problem_->slots.empty(); }
  [[nodiscard]] bool has_maximum_lags() const { return maximum_lag_arcs_ > 0; }
  [[nodiscard]] Index maximum_lag_arcs() const { return maximum_lag_arcs_; }
  [[nodiscard]] bool has_transfers() const { return !problem_->transfers.empty(); }
  // Can any lane's hours cost more?
  [[nodiscard]] bool has_overtime() const { return has_overtime_; }
  // Does what an operation costs depend on when it is done, beside its job's tardiness?
  [[nodiscard]] bool has_timed_costs() const {
    return has_overtime_ || !problem_->baselines.empty() || !problem_->holdings.empty();
  }
  // Operations held until the job is complete.
  [[nodiscard]] std::span<const Index> held_for(Index job) const {
    if (held_begin_.empty()) return {};
    return {held_.data() + held_begin_[job], held_.data() + held_begin_[job + 1]};
  }
  // Is any lane a batch machine?
  [[nodiscard]] bool has_batches() const { return problem_->has_batches(); }
  [[nodiscard]] bool has_fixed() const { return has_fixed_; }
  // All that run or are pinned in one batch with `op`, ascending, itself too; empty: it shares with nobody so.
  [[nodiscard]] std::span<const Index> fixed_batch_of(Index op) const {
    if (!problem_->is_fixed_with_others(op)) return {};
    return fixed_batches_[problem_->fixed_batch[op]];
  }
  // Does an arc into `op` bind its latest start?
  [[nodiscard]] bool waits_at_most(Index op) const { return rows_[op].waits_at_most != 0; }

 private:
  void copy_rows();
  void link_successors();
  void link_jobs();
  void link_held();
  void require_plain_batches() const;
  void gather_fixed_batches();
  void require_fixed_alike(const std::vector<Index>& batch) const;

  const Problem* problem_;
  std::vector<Index> slot_operation_;
  std::vector<Row> rows_;
  std::vector<Successor> successors_;
  std::vector<Index> closes_;
  std::vector<Index> held_begin_;  // empty: nothing is held for a job
  std::vector<Index> held_;
  std::vector<std::vector<Index>> fixed_batches_;  // number -> members; empty: no fixed work shares
  bool has_overtime_ = false;
  Index maximum_lag_arcs_ = 0;
  bool has_fixed_ = false;
};

}  // namespace kilter::schedule
