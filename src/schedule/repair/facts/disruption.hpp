// Facts that changed since a schedule was published, and the problem that they leave.
//
//   published   |--A--|--B--|--C--|          now, unit down
//   changed     |=A===........=|             A has started and stays, goes on when the unit is up; B and C are open
//                      ^now
#pragma once

#include <vector>

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

// A lane (unit, person, tool) that is not there in [from, until).
struct Absence {
  Index lane = 0;
  Tick from = 0;
  Tick until = kNever;
};

struct MovedRelease {
  Index operation = 0;
  Tick release = 0;
};

// Work added in every mode of the operation; negative: it takes less. What is left is never less than its own setup.
struct ChangedWork {
  Index operation = 0;
  Tick by = 0;
};

struct MovedDue {
  Index job = 0;
  Tick due = 0;
};

struct NewOperation {
  Tick release = 0;
  Index family = kNone;
  Tick own_setup = 0;
  bool pausable = true;
  bool passive = false;
  BatchSize batch_size = 1;    // where the problem has batch machines
  Index batch_family = kNone;  // kNone: never shares
  std::vector<Mode> modes;     // groups and calendars of the problem before
  std::vector<Slot> slots;     // lane sets of the problem before
  // Operations of the problem before by their index; what this disruption adds is numbered on from operation_count, in
  // order; a predecessor comes first. No transfer batches.
  std::vector<Arc> predecessors;
};

// Closed by those of its operations that none of them follows.
struct NewJob {
  Job job;
  std::vector<NewOperation> operations;
};

struct Disruption {
  Tick now = 0;
  Tick frozen_until = kLongAgo;  // operations planned to start before it keep their places; up to `now`: none
  std::vector<Absence> absences;
  std::vector<MovedRelease> releases;
  std::vector<ChangedWork> works;
  std::vector<MovedDue> dues;
  std::vector<NewJob> new_jobs;
  std::vector<Index> cancelled_jobs;
};

// The problem that is left, and the published schedule in its terms: the same operations with new ones behind them;
// what was not planned before or is cancelled has no start, and costs are not filled in.
//
// An operation planned to start before `now` has started (Fixed::running: its setup is part of its work, what it cost
// is spent) unless the facts say that it cannot have: its lanes, hours, material and predecessors must have been there.
// It stays, and what is done is done; one that must not pause and loses its lane, or that would never end, has to be
// begun again. An operation in the frozen zone, or pinned before, is pinned at its place under the same conditions.
// All others may start from `now` on, where they are wanted. What only a cancelled job needs and has not started takes
// no time and no lane any more. A group of lanes falls apart when one of them has other hours.
//
// The members of a batch that have started go on as one running batch, those that are pinned as one pinned batch
// (Problem::fixed_batch); members that cannot stand with them leave it, and are a batch of their own.
struct Disrupted {
  Problem problem;
  Solution published;
};

// `published` must be free of violations for `problem`; lanes, operations and jobs of the facts must exist. O(N log N).
Disrupted disrupt(const Problem& problem, const Solution& published, const Disruption& disruption);

}  // namespace kilter::schedule
