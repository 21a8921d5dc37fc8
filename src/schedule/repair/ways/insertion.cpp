#include "schedule/repair/ways/insertion.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <queue>
#include <tuple>

#include "schedule/timing/prune.hpp"

namespace kilter::schedule {

Insertion::Insertion(const Network& network, CalendarCache& calendars, State& state)
    : network_(network),
      problem_(network.problem()),
      state_(state),
      placer_(network, calendars, state),
      chain_(network, state, placer_) {
  promise_placed();
}

void Insertion::promise_placed() {
  std::vector<Index> placed(network_.operation_count());
  std::iota(placed.begin(), placed.end(), 0U);
  std::erase_if(placed, [this](Index op) { return state_.end[op] == kNever; });
  std::stable_sort(placed.begin(), placed.end(),
                   [this](Index a, Index b) { return state_.start[a] < state_.start[b]; });
  for (const Index op : placed) hold(op);
}

void Insertion::hold(Index op) {
  Choice choice{.mode = state_.mode[op], .lane = state_.lane[op], .calendar = state_.calendar[op]};
  choice.times = {.start = state_.start[op], .end = state_.end[op], .setup = state_.setup[op]};
  for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
    choice.slot_lanes.push_back(state_.lane[network_.node_of_slot(slot)]);
  }
  placer_.hold(op, choice, kLongAgo);
  decided_.push_back(op);
}

bool Insertion::is_ready(Index op) const {
  const auto arcs = network_.predecessors_of(op);
  return std::all_of(arcs.begin(), arcs.end(), [this](const Arc& arc) { return is_placed(arc.operation); });
}

const std::vector<Index>& Insertion::take(Index op, const Choice& choice) {
  taken_.clear();
  if (chain_.starts_at(op)) taken_ = chain_.hold(op, choice);
  if (taken_.empty()) {  // alone; what waits too long is mended by the sweep
    placer_.hold(op, choice, kLongAgo);
    taken_.push_back(op);
  }
  decided_.insert(decided_.end(), taken_.begin(), taken_.end());
  return taken_;
}

void Insertion::fill(Index op) {
  if (is_placed(op) || !is_ready(op) || network_.row(op).fixed != Fixed::free) return;
  const Choice choice = placer_.consider_all(op, ready_at(op));
  if (choice.possible()) take(op, choice);
}

// By the end of stays, running operations first: they may share a lane, and others wait for the last one to leave, also
// one that was promised the time by which a running operation should have left.
std::vector<std::vector<Index>> Insertion::lane_sequences() const {
  struct Stay {
    bool waits;
    Tick until;
    Tick from;
    Index operation;
  };
  std::vector<std::vector<Stay>> stays(problem_.lanes.size());
  for (const Index op : decided_) {
    const bool waits = network_.row(op).fixed != Fixed::running;
    if (state_.lane[op] != kNone) stays[state_.lane[op]].push_back({waits, state_.end[op], state_.start[op], op});
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      stays[state_.lane[network_.node_of_slot(slot)]].push_back({waits, state_.busy_until[slot], state_.start[op], op});
    }
  }
  std::vector<std::vector<Index>> sequences(stays.size());
  for (std::size_t lane = 0; lane < stays.size(); ++lane) {
    std::stable_sort(stays[lane].begin(), stays[lane].end(), [](const Stay& a, const Stay& b) {
      return std::tie(a.waits, a.until, a.from) < std::tie(b.waits, b.until, b.from);
    });
    for (const Stay& stay : stays[lane]) sequences[lane].push_back(stay.operation);
  }
  return sequences;
}

// Operations by start, behind all that arcs and the lanes' sequences put before them. A setup may begin before what its
// operation waits for, so that starts alone do not give a topological order. A pinned operation may have been promised
// a place before something that it waits for: then arcs alone count.
class Insertion::StartOrder {
 public:
  explicit StartOrder(const Insertion& from)
      : from_(from),
        count_(from.network_.operation_count()),
        after_(count_),
        arcs_(count_, 0),
        lanes_(count_, 0),
        rank_(count_, count_),
        is_out_(count_, false) {
    for (Index i = 0; i < from.decided_.size(); ++i) rank_[from.decided_[i]] = i;
    for (const auto& sequence : from.lane_sequences()) {
      for (std::size_t i = 1; i < sequence.size(); ++i) {
        after_[sequence[i - 1]].push_back(sequence[i]);
        ++lanes_[sequence[i]];
      }
    }
    for (Index op = 0; op < count_; ++op) {
      for (const Successor& successor : from.network_.successors_of(op)) ++arcs_[successor.operation];
    }
  }

  std::vector<Index> run() {
    for (Index op = 0; op < count_; ++op) open(op);
    while (order_.size() < count_) {
      if (open_.empty()) open_by_arcs();
      const Index op = std::get<2>(open_.top());
      open_.pop();
      if (!is_out_[op]) put_out(op);
    }
    return std::move(order_);
  }

 private:
  void open(Index op) {
    if (arcs_[op] == 0 && lanes_[op] == 0) open_.emplace(from_.state_.start[op], rank_[op], op);
  }

  void open_by_arcs() {
    for (Index op = 0; op < count_; ++op) {
      if (arcs_[op] == 0 && !is_out_[op]) open_.emplace(from_.state_.start[op], rank_[op], op);
    }
  }

  void put_out(Index op) {
    is_out_[op] = true;
    order_.push_back(op);
    for (const Index next : after_[op]) {
      --lanes_[next];
      open(next);
    }
    for (const Successor& successor : from_.network_.successors_of(op)) {
      --arcs_[successor.operation];
      open(successor.operation);
    }
  }

  using Entry = std::tuple<Tick, Index, Index>;  // start, rank, operation

  const Insertion& from_;
  Index count_;
  std::vector<std::vector<Index>> after_;  // on lanes
  std::vector<Index> arcs_;                // predecessors that are not out
  std::vector<Index> lanes_;               // neighbours before it on lanes that are not out
  std::vector<Index> rank_;                // when it was decided
  std::vector<bool> is_out_;
  std::vector<Index> order_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open_;
};

void Insertion::finish(Propagation& propagation) {
  state_.order = StartOrder(*this).run();
  for (Index op = 0; op < network_.operation_count(); ++op) {
    if (!is_placed(op)) forget(op);
  }
  link_in_order(network_, state_);
  propagation.sweep(state_);
  prune_unplaced(network_, propagation, state_);
}

void Insertion::forget(Index op) {
  state_.lane[op] = state_.calendar[op] = kNone;
  for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
    state_.lane[network_.node_of_slot(slot)] = kNone;
  }
}

namespace {

constexpr int kMostSingly = 16;

std::vector<Index> unplaced(const State& state) {
  std::vector<Index> found;
  std::copy_if(state.order.begin(), state.order.end(), std::back_inserter(found),
               [&](Index op) { return state.end[op] == kNever; });
  return found;
}

}  // namespace

void fill_gaps(const Network& network, CalendarCache& calendars, Propagation& propagation, State& state) {
  // Fixed operations are not given up for others.
  const auto misses = [&](const State& of) {
    std::size_t count = 0;
    for (const Index op : unplaced(of)) count += network.row(op).fixed == Fixed::free ? 1 : of.order.size();
    return count;
  };
  const auto is_better_with = [&](const std::vector<Index>& operations) {
    State tried = state;
    Insertion insertion(network, calendars, tried);
    for (const Index op : operations) insertion.fill(op);
    insertion.finish(propagation);
    if (misses(tried) >= misses(state)) return false;
    state = std::move(tried);
    return true;
  };
  const std::vector<Index> all = unplaced(state);
  if (all.empty() || is_better_with(all)) return;
  for (std::size_t i = 0; i < all.size() && i < kMostSingly; ++i) is_better_with({all[i]});  // one may spoil the rest
}

}  // namespace kilter::schedule
