// Places one operation at a time into a growing schedule: for a mode and a machine the earliest feasible combination of
// people and tools, before promises of the lanes where it fits, else behind them.
#pragma once

#include <vector>

#include "schedule/dispatch/place/lane_book.hpp"
#include "schedule/timing/calendar_cache.hpp"
#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"
#include "schedule/timing/timing.hpp"

namespace kilter::schedule {

// A way to do an operation, with its times.
struct Choice {
  Index mode = kNone;
  Index lane = kNone;      // kNone: no machine
  Index calendar = kNone;  // effective
  Times times;
  Cost cost = 0;                  // mode, setup and wages: breaks ties
  std::vector<Index> slot_lanes;  // one per slot of the operation
  [[nodiscard]] bool possible() const { return times.end != kNever; }
  [[nodiscard]] bool better_than(const Choice& other) const {
    if (times.end != other.times.end) return times.end < other.times.end;
    return cost != other.cost ? cost < other.cost : times.start < other.times.start;
  }
};

class Placer {
 public:
  // Borrows all; `state` receives assignment and times (not links, not the order).
  Placer(const Network& network, CalendarCache& calendars, State& state);

  // From now on the lane that `lanes` names for a slot (kNone: none) is taken unless another one ends the operation
  // earlier by more than `head_start`; kNever: no other one is taken. `lanes` is borrowed.
  void prefer(const std::vector<Index>& lanes, Tick head_start);

  LaneBook& book() { return book_; }
  [[nodiscard]] const LaneBook& book() const { return book_; }
  [[nodiscard]] const Timing& timing() const { return timing_; }
  [[nodiscard]] bool is_placed(Index op) const { return state_.end[op] != kNever; }

  // `op` in `mode` on `lane`, not before `from`. Changes nothing lasting.
  Choice consider(Index op, Index mode, Index lane, Tick from);
  // The best of all modes and lanes.
  Choice consider_all(Index op, Tick from);
  // A fixed operation at its release on its fixed lane, with people and tools chosen as far as they are open; as long
  // as the longest of its fixed batch.
  Choice consider_fixed(Index op);

  // Takes the choice: assignment and times into the state, lanes occupied (when `now` has come) or promised.
  void hold(Index op, const Choice& choice, Tick now);
  // Takes a promise back; the operation is unplaced again.
  void revoke(Index op);
  // Sequence-dependent setup of `op` behind `family` on `lane`.
  [[nodiscard]] Tick setup_behind(Index lane, Index family, Index op) const;

 private:
  // Lanes chosen so far for the operation under consideration; slot kNone = its machine.
  struct Stay {
    Index lane = kNone;
    Index slot = kNone;
  };
  // Calendars: of what was chosen before, and of a candidate.
  struct Hours {
    Index others = kNone;
    Index candidate = kNone;
  };
  struct Fit {
    bool known = false;
    Index hours = kNone;  // of the candidate
    Tick ready = kLongAgo;
    Index calendar = kNone;  // effective
    Times times;
  };
  [[nodiscard]] Index fixed_mode(Index op) const;
  Times fit_all(Index op, Index calendar, Tick from);
  Times fit_once(Index op, Index calendar, Tick from);
  [[nodiscard]] Tick conflict(Index op, const Stay& stay, const Times& times) const;
  [[nodiscard]] Index family_at(Index lane, Tick t) const;
  void fit_candidate(Index op, const Hours& hours, Tick from, Fit& fit);
  bool choose_slots(Index op, Tick from, Choice& choice);
  bool choose_slot(Index op, Index slot, Tick from, Choice& choice);
  [[nodiscard]] bool is_used(Index lane) const;
  [[nodiscard]] Index only_lane(Index slot) const;
  [[nodiscard]] bool is_preferred(Index slot, Index lane) const;
  [[nodiscard]] Cost cost_of(Index op, const Choice& choice) const;
  [[nodiscard]] Stretch stretch(Index op, Index slot) const;
  void take(Index lane, const Stretch& stretch, Tick now);

  const Network& network_;
  const Problem& problem_;
  CalendarCache& calendars_;
  State& state_;
  Timing timing_;
  LaneBook book_;
  std::vector<Index> versatility_;                 // lane -> lane sets that name it: the rarer skill is kept free
  const std::vector<Index>* preferred_ = nullptr;  // slot -> lane
  Tick head_start_ = 0;
  std::vector<Stay> stays_;        // scratch
  std::vector<Index> slot_order_;  // scratch
};

}  // namespace kilter::schedule
