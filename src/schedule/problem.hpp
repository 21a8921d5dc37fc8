// A scheduling problem in arrays. Knows nothing of plants: operations, lanes, arcs, calendars, jobs. Immutable once
// built and shared by threads. All times in ticks (seconds since the origin); costs in micro-cents (1e-6 minor unit).
//
//  lane   one unit of a unary resource: a machine, a person, a copy of a tool
//  group  lanes that are interchangeable for a mode: contiguous, same calendar and setup matrix
//  mode   one way to do an operation: a group and the working time there
//  slot   one more lane that the operation needs beside its machine: a person, a tool
//  arc    a predecessor with its lags
//  batch  operations of one batch family that a batch machine does at the same time
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/fixed.hpp"
#include "time/instant.hpp"
#include "time/working_calendar.hpp"

namespace kilter::schedule {

using time::kLongAgo;
using time::kNever;
using time::Tick;
using Index = std::uint32_t;
using Cost = std::int64_t;  // micro-cents

inline constexpr Index kNone = std::numeric_limits<Index>::max();

struct Mode {
  Index group = kNone;  // kNone: no machine (waiting, outside processing); then `calendar` rules
  Tick work = 0;        // working seconds without sequence-dependent setup (own setup included)
  Index calendar = 0;   // of the mode when group is kNone
  Cost cost = 0;        // of choosing it (machine time and the like)
};

struct Group {
  Index first_lane = 0;
  Index lane_count = 0;
};

struct Lane {
  Index calendar = 0;
  Index setup_matrix = kNone;
  Index initial_family = kNone;
  Cost cost_per_second = 0;  // secondary lanes: wage while attended
  Index overtime = kNone;    // index into Problem::overtimes: hours that cost more
};

// Seconds that a lane works (machines) or attends (slots) inside `calendar` cost so much more each.
struct Overtime {
  Index calendar = 0;
  Cost cost_per_second = 0;
};

// Attended working seconds from the operation's start: setup + own setup + attended_run, at most until its end (the
// lane is then free for others). kWhole: until its end.
inline constexpr Tick kWhole = -1;

struct Slot {
  Index lanes = 0;  // index into `lane_sets`: who may fill it
  Tick attended_run = kWhole;
};

struct Arc {
  Index operation = 0;        // the predecessor
  Tick minimum_lag = 0;       // elapsed; start >= end(pred) + minimum_lag
  Tick maximum_lag = kNever;  // elapsed; start <= end(pred) + maximum_lag
  Index transfer = kNone;     // index into `transfers`: overlapping instead of finish-to-start
};

// Overlapping by transfer batches: for every batch k the successor must not begin its k-th batch before the predecessor
// has finished its own (plus minimum_lag); the successor's setup waits for the first batch. A run is cut in proportion
// to the units in each batch: `batches` equal parts, or, with `quantity` and `batch`, parts of `batch` of `quantity`
// units (the last may be smaller; `batches` is then ignored). A predecessor's part ends rounded up to the second, a
// successor's begins rounded down.
struct Transfer {
  std::int32_t batches = 1;
  std::int64_t quantity = 0;
  std::int64_t batch = 0;
  [[nodiscard]] std::int64_t count() const { return batch > 0 ? (quantity + batch - 1) / batch : batches; }
  // Working seconds of `run` until the predecessor has finished batch k (1-based).
  [[nodiscard]] Tick finished(Tick run, std::int64_t k) const {
    const std::int64_t whole = batch > 0 ? quantity : batches;
    const std::int64_t part = batch > 0 ? (k * batch < quantity ? k * batch : quantity) : k;
    return static_cast<Tick>(base::mul_div_ceil(run, part, whole));
  }
  // Working seconds of `run` before the successor begins batch k (1-based).
  [[nodiscard]] Tick before(Tick run, std::int64_t k) const {
    return static_cast<Tick>(batch > 0 ? base::mul_div_floor(run, (k - 1) * batch, quantity)
                                       : base::mul_div_floor(run, k - 1, batches));
  }
};

// A lane that may fill a slot, with the hours it may fill it in: the lane's own calendar, or a narrower one (a person
// inside the validity of the certificate that this slot asks for).
struct Candidate {
  Index lane = 0;
  Index calendar = 0;
};

struct SetupMatrix {
  Index families = 0;
  std::vector<Tick> seconds;  // row = from
  std::vector<Cost> cost;
  [[nodiscard]] Tick time(Index from, Index to) const {
    return from == kNone || to == kNone ? 0 : seconds[static_cast<std::size_t>(from) * families + to];
  }
  [[nodiscard]] Cost price(Index from, Index to) const {
    return from == kNone || to == kNone ? 0 : cost[static_cast<std::size_t>(from) * families + to];
  }
};

struct Job {
  Tick due = kNever;
  Cost late_per_second = 0;  // weight of tardiness of the job's completion = max end over its closing operations
};

// What an operation was promised before: doing it elsewhere or at another time costs.
struct Baseline {
  Index lane = kNone;  // kNone: any will do
  Tick start = 0;
  Cost other_lane = 0;
  Cost moved_per_second = 0;  // earlier or later
};

// An operation done early waits in stock: until the completion of `job`, or, when that is kNone, until `until`. Neither
// costs while the job is incomplete or `until` is kNever.
struct Holding {
  Index job = kNone;
  Tick until = kNever;
  Cost cost_per_second = 0;
};

enum class Fixed : std::uint8_t { free, pinned, running };

// What a search may do with an operation's place. Held operations keep mode and lanes, and their sequence among each
// other; their times still follow from what stands before them. Only searches know this, dispatch does not.
enum class Held : std::uint8_t { no, in_place, last };  // last: nothing may be put behind it on its lanes

// Batch machines (ovens, baths, washers) do several operations at the same time: p-batch (Potts and Kovalyov,
// Scheduling with batching: a review, 2000). The members of a batch are of one batch family and on one lane, start
// together when the last of them is ready, are set up for once, take as long as the longest of them, and end together;
// their sizes add up to the lane's capacity at most. What a mode costs is paid for each member, setup and dear hours
// once. Who is in a batch is decided with the sequences (Solution::joins), but for fixed work: what runs or is pinned
// together has a number in common (Problem::fixed_batch), and those of it that have a place are one batch. Nothing else
// is in a batch with fixed work. The arrays of a Problem are empty without batch machines, fixed_batch also when no
// fixed work shares.
//
// Required (Network holds it): lanes with a capacity fill no slots, and those of a group have the same; operations with
// a batch family need no slots, have no transfers in or out, and share setup family and `pausable` with their batch
// family. A fixed batch is of one batch family, fits its lane's capacity, and its members are fixed alike: all running
// or all pinned, on the same lane at the same release, and none follows another by an arc.
using BatchSize = std::int32_t;

struct Problem {
  Index operation_count = 0;
  std::vector<Tick> release;           // earliest start (material, purchases, origin)
  std::vector<Index> family;           // kNone: no setup
  std::vector<Tick> own_setup;         // part of Mode::work that is setup (for attendance)
  std::vector<std::uint8_t> pausable;  // 1: may pause over closed time
  std::vector<std::uint8_t> passive;   // 1: goes on by itself once its predecessors are done (curing, drying)
  std::vector<Fixed> fixed;  // pinned: starts at `release` on lane `fixed_lane`; running: likewise, first in its lanes
  std::vector<Index> fixed_lane;  // of the primary lane; kNone when free
  std::vector<Held> held;         // empty: none is
  std::vector<Index> mode_begin;  // operation -> modes, size operation_count + 1
  std::vector<Mode> modes;
  std::vector<Index> slot_begin;  // operation -> slots, size operation_count + 1
  std::vector<Slot> slots;
  std::vector<Index> fixed_slot_lane;    // parallel to slots; kNone when free
  std::vector<Index> predecessor_begin;  // operation -> arcs, size operation_count + 1
  std::vector<Arc> predecessors;
  std::vector<Transfer> transfers;
  std::vector<Group> groups;
  std::vector<Lane> lanes;
  std::vector<std::vector<Candidate>> lane_sets;
  std::vector<time::WorkingCalendar> calendars;
  std::vector<SetupMatrix> setup_matrices;
  std::vector<Overtime> overtimes;
  std::vector<Baseline> baselines;        // operation; empty: none
  std::vector<Holding> holdings;          // operation; empty: none
  std::vector<BatchSize> batch_capacity;  // lane; 0: one operation at a time
  std::vector<BatchSize> batch_size;      // operation, > 0: what it takes of a capacity
  std::vector<Index> batch_family;        // operation; kNone: never shares
  std::vector<Index> fixed_batch;         // operation, < operation_count: number of its fixed batch; kNone: of none
  bool setup_overlaps_waiting = false;    // true: the setup may run before the operation's predecessors and release
  // Jobs. closing_begin: job -> operations whose last end is the job's completion. An operation may close several jobs.
  std::vector<Job> jobs;
  std::vector<Index> closing_begin;  // size jobs + 1
  std::vector<Index> closing;
  // For dispatch: the job that an operation mainly serves (kNone: none) and its latest finish with infinite capacity.
  std::vector<Index> serves;
  std::vector<Tick> latest_end;
  Tick origin = 0;        // nothing is set up before it
  Tick horizon = kNever;  // ends beyond it count as not fitting

  [[nodiscard]] bool has_batches() const { return !batch_capacity.empty(); }
  // May `op` be put into a batch with others?
  [[nodiscard]] bool may_share(Index op) const {
    return has_batches() && batch_family[op] != kNone && fixed[op] == Fixed::free;
  }
  // Does `op` run, or is it pinned, in a batch with others?
  [[nodiscard]] bool is_fixed_with_others(Index op) const { return !fixed_batch.empty() && fixed_batch[op] != kNone; }
  // May the two be in one batch, if there is room? Those of one fixed batch must.
  [[nodiscard]] bool may_share(Index a, Index b) const {
    if (is_fixed_with_others(a) || is_fixed_with_others(b)) return fixed_batch[a] == fixed_batch[b];
    return may_share(a) && may_share(b) && batch_family[a] == batch_family[b];
  }
  [[nodiscard]] std::span<const Mode> modes_of(Index op) const {
    return {modes.data() + mode_begin[op], modes.data() + mode_begin[op + 1]};
  }
  [[nodiscard]] std::span<const Slot> slots_of(Index op) const {
    return {slots.data() + slot_begin[op], slots.data() + slot_begin[op + 1]};
  }
  [[nodiscard]] std::span<const Arc> predecessors_of(Index op) const {
    return {predecessors.data() + predecessor_begin[op], predecessors.data() + predecessor_begin[op + 1]};
  }
  [[nodiscard]] std::span<const Index> closing_of(Index job) const {
    return {closing.data() + closing_begin[job], closing.data() + closing_begin[job + 1]};
  }
};

}  // namespace kilter::schedule
