// A schedule with a move on trial: operations are taken out of their sequences and put elsewhere, what that changes is
// re-timed and priced exactly, and the move is kept or taken back without a trace.
//
//   trial.take_out(op);  if (trial.put_in(op, seat) && trial.settle().better_than(before)) trial.keep(); else
//   trial.undo();
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "schedule/search/topological_order.hpp"
#include "schedule/timing/calendar_cache.hpp"
#include "schedule/timing/journal.hpp"
#include "schedule/timing/network.hpp"
#include "schedule/timing/propagation.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

// The objective in two numbers, hard part first.
struct Worth {
  std::int64_t unplaced = 0;
  Cost cost = 0;
  [[nodiscard]] bool better_than(const Worth& other) const {
    return unplaced != other.unplaced ? unplaced < other.unplaced : cost < other.cost;
  }
  friend bool operator==(const Worth&, const Worth&) = default;
};

// Where a node goes: behind `after` on `lane` (kNone: first).
struct Place {
  Index lane = kNone;
  Index after = kNone;
};

// Where an operation goes: its mode, machine and one place per slot.
struct Seat {
  Index mode = kNone;
  Place machine;       // lane kNone: the mode has no machine
  bool joins = false;  // in the batch of what it is put behind; else, inside a batch, it splits that
  std::vector<Place> slots;
};

// A part of a lane's sequence, what stands behind `after` (kNone: from the beginning) and before `until` (kNone: to the
// end), anew.
struct Lineup {
  Index lane = kNone;
  Index after = kNone;
  Index until = kNone;
  std::vector<Index> nodes;
};

struct ModeChange {
  Index operation = 0;
  Index mode = 0;
};

class Trial {
 public:
  static constexpr Cost kNoLimit = std::numeric_limits<Cost>::max();

  // Borrows the network. The state need not be timed.
  Trial(const Network& network, const Solution& start);
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;

  [[nodiscard]] const Network& network() const { return network_; }
  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] const Timing& timing() const { return timing_; }
  [[nodiscard]] const CalendarCache& calendars() const { return calendars_; }
  [[nodiscard]] const Worth& worth() const { return worth_; }
  // Jobs that cost tardiness now, in no particular but a reproducible order. Up to date after keep() and undo().
  [[nodiscard]] const std::vector<Index>& tardy_jobs() const { return tardy_; }

  // Where `op` is now, so that it could be put back.
  [[nodiscard]] Seat seat_of(Index op) const;
  // Takes the operation out of all its sequences.
  void take_out(Index op);
  // The operations taken out since the last keep() or undo(), each once per time.
  [[nodiscard]] const std::vector<Index>& taken_out() const { return taken_out_; }
  // Puts it elsewhere; `after` nodes must be in their lanes. False: impossible (a cycle, before running work, nobody's
  // hours, no room in the batch); the caller must undo().
  bool put_in(Index op, const Seat& seat);
  // Instead of taking operations out one by one (not with batch machines): parts of several sequences anew. A node that
  // stands in a part and in no new one is out of its sequence. False: a cycle, before running work, or nobody's hours;
  // the caller must undo().
  bool rearrange(const std::vector<Lineup>& lineups, const std::vector<ModeChange>& modes);
  // Re-times and prices the trial. With a `limit` on cost a trial that touches very much gives up when what it has seen
  // of itself is dearer or leaves more unplaced: false, the caller must undo().
  bool settle(Cost limit = kNoLimit);
  void keep();
  void undo();

  // Back to a stored state, e.g. the best so far. Nothing may be on trial.
  void load(const State& state);

 private:
  static constexpr Cost kUnplaced = -1;  // costs are never negative

  void unlink(Index node);
  void leave_batch(Index node);
  bool join_batch(Index op, bool joins);
  bool must_precede(Index before, Index after);
  bool put_node(Index node, const Place& place);
  void clear_part(const Lineup& lineup);
  void forget_missing(Index op);
  bool link_part(const Lineup& lineup);
  bool assign_hours(Index op);
  bool sort_around_touched();
  void price_changes();
  void price_all();
  void reprice(Index op);
  void complete(Index job);
  void note_tardy(Index job);
  void clear();

  const Network& network_;
  const Problem& problem_;
  CalendarCache calendars_;
  Timing timing_;
  State state_;
  Propagation propagation_;
  TopologicalOrder order_;
  Journal journal_;
  std::vector<Index> taken_out_;
  std::vector<Index> touched_;  // operations to re-time
  Propagation::Changes changes_;
  std::vector<Cost> operation_cost_;  // setup, mode and wages; kUnplaced
  std::vector<Tick> job_end_;
  std::vector<Index> changed_jobs_;
  std::vector<Index> tardy_;
  std::vector<Index> tardy_place_;  // job -> place in tardy_, kNone
  Worth worth_;
  Worth worth_before_;
};

}  // namespace kilter::schedule
