// Parallel schedule generation (Kelley 1963) with the published schedule as the rule: of all operations that are ready
// the one that can start first, home being the published machine. A published batch goes as one.
//
//   published   |--A--|--B--|        A's material comes late:   |--B--|...|--A--|      B overtakes, at its own time
#include <algorithm>
#include <functional>
#include <iterator>
#include <queue>
#include <tuple>

#include "schedule/repair/facts/divide_batches.hpp"
#include "schedule/repair/ways/insertion.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::schedule {
namespace {

class StickyDispatch {
 public:
  StickyDispatch(Damage& damage, const RepairOptions& options)
      : damage_(damage),
        network_(damage.held().network),
        problem_(network_.problem()),
        plan_(damage.published()),
        options_(options),
        state_(damage.fixed_only()),
        insertion_(network_, damage.calendars(), state_),
        rank_(network_.operation_count()),
        pending_(network_.operation_count(), 0) {
    for (Index i = 0; i < rank_.size(); ++i) rank_[plan_.order[i]] = i;
    gather_batches();
  }

  Solution run() {
    for (Index op = 0; op < network_.operation_count(); ++op) pending_[lead_of(op)] += count_pending(op);
    for (Index op = 0; op < network_.operation_count(); ++op) {
      if (lead_of(op) == op && pending_[op] == 0) release(op);
    }
    do {
      empty_queue();
    } while (split_waiting());
    insertion_.finish(damage_.held().propagation);
    fill_gaps(network_, damage_.calendars(), damage_.held().propagation, state_);
    return damage_.solution(state_);
  }

 private:
  // Published batches of free operations go as one while nobody in them is late; `lead` is the first of each.
  void gather_batches() {
    lead_ = batches_in(plan_.order, plan_.joins);
    batch_.resize(lead_.size());
    for (const Index op : plan_.order) {
      if (!lead_.empty() && network_.row(op).fixed == Fixed::free) batch_[lead_[op]].push_back(op);
    }
  }

  [[nodiscard]] Index lead_of(Index op) const { return lead_.empty() ? op : lead_[op]; }
  [[nodiscard]] bool goes_with_others(Index lead) const { return !batch_.empty() && batch_[lead].size() > 1; }

  [[nodiscard]] Index count_pending(Index op) const {
    Index pending = 0;
    for (const Arc& arc : network_.predecessors_of(op)) pending += insertion_.is_placed(arc.operation) ? 0U : 1U;
    return pending;
  }

  void empty_queue() {
    while (!open_.empty()) {
      const auto [start, rank, op] = open_.top();
      open_.pop();
      if (insertion_.is_placed(op) || lead_of(op) != op) continue;
      if (goes_with_others(op)) {
        consider_together(op, start);
      } else {
        consider(op, start);
      }
    }
  }

  [[nodiscard]] Tick ready_at(Index lead) const {
    if (!goes_with_others(lead)) return insertion_.ready_at(lead);
    Tick ready = kLongAgo;
    for (const Index op : batch_[lead]) ready = std::max(ready, insertion_.ready_at(op));
    return ready;
  }

  void release(Index lead) {
    if (insertion_.is_placed(lead) || network_.row(lead).fixed != Fixed::free) return;
    if (goes_with_others(lead)) lead = without_late(lead);
    const Tick ready = ready_at(lead);
    if (ready != kNever) open_.emplace(ready, rank_[lead], lead);
  }

  // Takes the operation if it can start when it was thought to; else it waits in the queue for that moment.
  void consider(Index op, Tick start) {
    const Choice choice = best(op, insertion_.ready_at(op));
    const bool keeps_place = damage_.is_planned(op) && is_soon(op, choice);
    if (!keeps_place && insertion_.join_sooner(op, choice)) return free_successors(op);
    if (!choice.possible()) return;
    if (choice.times.start > start) {
      open_.emplace(choice.times.start, rank_[op], op);
      return;
    }
    const std::vector<Index> all = insertion_.take(op, choice);
    for (const Index taken : all) free_successors(taken);
    for (const Index taken : all) leave_batch(taken);
  }

  // What had to go with something before it does not go with its batch.
  void leave_batch(Index op) {
    if (batch_.empty() || !goes_with_others(lead_[op])) return;
    std::vector<Index> rest = batch_[lead_[op]];
    std::erase(rest, op);
    lead_[op] = op;
    batch_[op] = {op};
    const Index lead = rest.front();
    pending_[lead] = 0;
    for (const Index member : rest) {
      lead_[member] = lead;
      pending_[lead] += count_pending(member);
    }
    batch_[lead] = std::move(rest);
    if (pending_[lead] == 0) release(lead);
  }

  void free_successors(Index taken) {
    for (const Successor& successor : network_.successors_of(taken)) {
      const Index lead = lead_of(successor.operation);
      if (--pending_[lead] == 0) release(lead);
    }
  }

  // The same for a batch. One that finds no place falls apart.
  void consider_together(Index lead, Tick start) {
    const std::vector<Index> batch = batch_[lead];
    const Choice choice = best_together(lead);
    if (!choice.possible()) return split(lead);
    if (choice.times.start > start) {
      open_.emplace(choice.times.start, rank_[lead], lead);
      return;
    }
    insertion_.take_together(batch, plan_.mode, choice);
    for (const Index taken : batch) free_successors(taken);
  }

  // Members that are ready too late for the others go alone; what remains, by its lead.
  Index without_late(Index lead) {
    const auto is_late = [this](Index op) {
      const Tick ready = insertion_.ready_at(op);
      return ready == kNever || ready > plan_.start[op] + patience_of(op);
    };
    const std::vector<Index> batch = batch_[lead];
    std::vector<Index> in_time;
    std::copy_if(batch.begin(), batch.end(), std::back_inserter(in_time), [&](Index op) { return !is_late(op); });
    if (in_time.empty() || in_time.size() == batch.size()) return lead;
    for (const Index op : batch) lead_[op] = is_late(op) ? op : in_time.front();
    for (const Index op : batch) batch_[op] = {op};
    batch_[in_time.front()] = in_time;
    for (const Index op : batch) {
      pending_[op] = 0;
      if (is_late(op)) release(op);
    }
    return in_time.front();
  }

  void split(Index lead) {
    const std::vector<Index> batch = batch_[lead];
    for (const Index op : batch) {
      lead_[op] = op;
      batch_[op] = {op};
      pending_[op] = count_pending(op);
    }
    for (const Index op : batch) {
      if (pending_[op] == 0) release(op);
    }
  }

  // Batches that wait for what found no place fall apart. False: there is none.
  bool split_waiting() {
    bool found = false;
    for (Index op = 0; op < batch_.size(); ++op) {
      if (lead_[op] != op || !goes_with_others(op) || insertion_.is_placed(op)) continue;
      split(op);
      found = true;
    }
    return found;
  }

  Choice best(Index op, Tick ready) {
    Placer& placer = insertion_.placer();
    if (!damage_.is_planned(op)) return placer.consider_all(op, ready);
    placer.prefer(plan_.slot_lane, kNever);
    Choice home = placer.consider(op, plan_.mode[op], plan_.lane[op], ready);
    const Tick patience = patience_of(op);
    placer.prefer(plan_.slot_lane, patience);
    if (is_soon(op, home)) return home;
    return better_of(op, home, placer.consider_all(op, ready));
  }

  Choice best_together(Index lead) {
    const std::vector<Index>& batch = batch_[lead];
    Choice home = insertion_.consider_together(batch, plan_.mode, plan_.lane[lead]);
    if (is_soon(lead, home)) return home;
    return better_of(lead, home, insertion_.consider_together_anywhere(batch, plan_.mode));
  }

  [[nodiscard]] bool is_soon(Index op, const Choice& home) const {
    return home.possible() && home.times.start <= plan_.start[op] + patience_of(op);
  }

  [[nodiscard]] Choice better_of(Index op, const Choice& home, const Choice& away) const {
    const bool stays = home.possible() && (!away.possible() || away.times.end >= home.times.end - patience_of(op));
    return stays ? home : away;
  }

  [[nodiscard]] Tick patience_of(Index op) const {
    const std::int64_t far = std::int64_t{problem_.origin} + options_.near;
    return plan_.start[op] < far ? options_.patience : options_.tolerance;
  }

  using Entry = std::tuple<Tick, Index, Index>;  // start, rank, operation

  Damage& damage_;
  const Network& network_;
  const Problem& problem_;
  const Solution& plan_;
  const RepairOptions& options_;
  State state_;
  Insertion insertion_;
  std::vector<Index> rank_;                // in the published order
  std::vector<Index> pending_;             // predecessors without a place; of a batch by its lead
  std::vector<Index> lead_;                // operation -> what stands for its batch; empty without batch machines
  std::vector<std::vector<Index>> batch_;  // lead -> all that go with it, itself too
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open_;
};

}  // namespace

Solution dispatch_sticky(Damage& damage, const RepairOptions& options) { return StickyDispatch(damage, options).run(); }

}  // namespace kilter::schedule
