// Late-binding list scheduling as a simulation in time: operations queue until a lane that can do them falls free, and
// the lane takes the best by the apparent tardiness cost with setups (ATCS; Lee, Bhaskaran and Pinedo 1997).
//
//   ready(op): into its queue, wakes an idle lane of each group        look(lane): the best of its queues starts, or it
//   idles
//
// A batch machine that takes an operation takes others of its batch family with it, the best that wait now and fit.
#pragma once

#include <cstddef>
#include <vector>

#include "schedule/dispatch/chain.hpp"
#include "schedule/dispatch/place/choice_sets.hpp"
#include "schedule/dispatch/place/gates.hpp"
#include "schedule/dispatch/place/placer.hpp"
#include "schedule/dispatch/queue/atc_queue.hpp"
#include "schedule/dispatch/queue/atc_rule.hpp"
#include "schedule/dispatch/queue/event_queue.hpp"
#include "schedule/search.hpp"

namespace kilter::schedule {

// What all runs on a problem share.
struct Shared {
  explicit Shared(const Network& n) : network(n), sets(n), gates(n) {}
  const Network& network;
  ChoiceSets sets;
  Gates gates;
};

class Dispatcher {
 public:
  // What a run has come to at some moment, beside the state.
  struct Progress {
    EventQueue events;
    std::vector<AtcQueue> queues;
    std::vector<std::uint64_t> occupied;         // bits of ChoiceSets: the queue is not empty
    std::vector<AtcHead> heads;                  // by the same bits; of queues that are not empty
    std::vector<Index> pending;                  // operation -> predecessors and gates not yet placed
    std::vector<std::uint8_t> postponed;         // operation -> how often its chain put it off
    std::vector<std::uint8_t> idle;              // lane
    std::vector<Tick> next_look;                 // lane -> last later look asked for
    std::vector<Tick> declined;                  // lane -> when it last looked and began nothing
    std::vector<std::vector<Index>> idle_lanes;  // group -> stack; may hold lanes that are busy again
    std::vector<Index> laneless;                 // ready operations that need no lane
    std::vector<Index> decided;                  // in order of decision
    std::size_t running_count = 0;               // the first of them: running work
    Tick now = kLongAgo;
    bool promised = false;  // decisions are not in order of start
  };

  // Borrows all.
  Dispatcher(const Shared& shared, CalendarCache& calendars, State& state, const DispatchPolicy& policy);

  // Either begins with `state` empty (make_state), or goes on from where another run, perhaps by another policy, stood;
  // `state` must be as it was then.
  void begin();
  void resume(const Progress& progress, const LaneBook& book);
  // Decides everything that happens before `until`; kNever: everything. At most `events` of it: false when it had to
  // stop before.
  bool advance(Tick until, std::uint64_t events = ~std::uint64_t{0});
  // After advance(kNever): fills the state's assignment, provisional times and order. What did not fit has no lane and
  // comes last in the order.
  void complete();
  [[nodiscard]] const Progress& progress() const { return at_; }
  [[nodiscard]] const LaneBook& book() const { return placer_.book(); }

 private:
  struct Pick {
    AtcQueue::Place place;
    Index queue = kNone;
    Index operation = kNone;
    double value = 0;
    Index rank = 0;
    Choice choice;
    // Of equal ones the first in the order of groups and services.
    [[nodiscard]] bool beats(double other, Index other_rank) const {
      return operation != kNone && (value > other || (value == other && rank <= other_rank));
    }
  };
  // A queue that a lane may take from and the most that it is worth.
  struct Offer {
    double value = 0;
    Index rank = 0;
    Service service;
  };

  void count_pending();
  void handle(const Event& event);
  void place_fixed_operations();
  void release(Index op);
  void place_laneless();
  void enqueue(Index op, Tick now);
  void begin_pinned(Index op);
  [[nodiscard]] bool is_in_time(Index pinned) const;
  void look(Index lane, Tick now);
  void look_later(Index lane, Tick now);
  // True when something starts at `now`; otherwise `retry_` says when it may.
  bool pick_for(Index lane, Tick now, Pick& best);
  void collect_offers(Index group, Tick now);
  void pick_from(const Offer& offer, Index lane, Tick now, Pick& best);
  struct Machine {
    Index mode = kNone;
    Index lane = kNone;
  };
  [[nodiscard]] bool ends_sooner_elsewhere(const Pick& pick, Tick now);
  [[nodiscard]] Tick sooner_start(const Pick& pick, const Machine& faster, Tick now);
  void prefer_lane_without_setup(Tick now, Pick& pick);
  bool commit(Index op, const Choice& choice, Tick now);
  [[nodiscard]] bool opens_batch(const Pick& pick) const;
  void commit_batch(const Pick& opening, Tick now);
  // What is being put together on a batch machine.
  struct Batch {
    std::vector<Pick> members;
    BatchSize room = 0;
    Tick work = 0;  // of the longest member
    Times times;
  };
  [[nodiscard]] Pick best_joiner(const Batch& batch, Tick now);
  void join_from(const Service& service, const Batch& batch, Tick now, Pick& best);
  [[nodiscard]] Times times_with(const Batch& batch, const Pick& joiner) const;
  bool commit_chain(Index op, const Choice& choice, Tick now);
  void finish(Index op);
  void idle(Index lane);
  void wake(Index queue, Tick now);
  void rewrite_heads(Index queue);
  void append_rest();
  void write_order();
  void join_fixed_batches();

  const Network& network_;
  const Problem& problem_;
  const ChoiceSets& sets_;
  const Gates& gates_;
  State& state_;
  DispatchPolicy policy_;
  CalendarCache& calendars_;
  Placer placer_;
  Chain chain_;
  AtcRule rule_;
  Progress at_;
  std::vector<Offer> offers_;            // scratch
  std::vector<AtcQueue::Place> places_;  // scratch
  Tick retry_ = kNever;
};

}  // namespace kilter::schedule
