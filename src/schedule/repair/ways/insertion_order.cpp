// The order in which an insertion leaves its operations.
#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <tuple>

#include "schedule/repair/ways/insertion.hpp"

namespace kilter::schedule {

// By the end of stays, running operations first: they may share a lane, and others wait for the last one to leave, also
// one that was promised the time by which a running operation should have left. Then by when they were decided, so that
// batches stay together.
std::vector<std::vector<Index>> Insertion::lane_sequences() const {
  struct Stay {
    bool waits;
    Tick until;
    Tick from;
    Index rank;
    Index operation;
  };
  std::vector<std::vector<Stay>> stays(problem_.lanes.size());
  const std::vector<Index> rank = ranks();
  for (const Index op : decided_) {
    const bool waits = network_.row(op).fixed != Fixed::running;
    const Tick from = state_.start[op];
    if (state_.lane[op] != kNone) stays[state_.lane[op]].push_back({waits, state_.end[op], from, rank[op], op});
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      stays[state_.lane[network_.node_of_slot(slot)]].push_back({waits, state_.busy_until[slot], from, rank[op], op});
    }
  }
  std::vector<std::vector<Index>> sequences(stays.size());
  for (std::size_t lane = 0; lane < stays.size(); ++lane) {
    std::stable_sort(stays[lane].begin(), stays[lane].end(), [](const Stay& a, const Stay& b) {
      return std::tie(a.waits, a.until, a.from, a.rank) < std::tie(b.waits, b.until, b.from, b.rank);
    });
    for (const Stay& stay : stays[lane]) sequences[lane].push_back(stay.operation);
  }
  return sequences;
}

// Operation -> when it, or the first of its batch, was decided; operation_count: it was not.
std::vector<Index> Insertion::ranks() const {
  std::vector<Index> rank(network_.operation_count(), network_.operation_count());
  std::vector<Index> batch_rank(batch_.size(), kNone);
  for (Index i = 0; i < decided_.size(); ++i) {
    const Index op = decided_[i];
    rank[op] = i;
    if (batch_.empty() || batch_[op] == kNone) continue;
    Index& first = batch_rank[batch_[op]];
    first = std::min(first, i);
    rank[op] = first;
  }
  return rank;
}

// Operations by start, behind all that arcs and the lanes' sequences put before them. A setup may begin before what its
// operation waits for, so that starts alone do not give a topological order. A pinned operation may have been promised
// a place before something that it waits for: then arcs alone count. A batch is put out as a whole: `lead` stands for
// all of it.
class Insertion::StartOrder {
 public:
  explicit StartOrder(const Insertion& from)
      : from_(from),
        count_(from.network_.operation_count()),
        lead_(count_),
        after_(count_),
        arcs_(count_, 0),
        lanes_(count_, 0),
        rank_(from.ranks()),
        is_out_(count_, false) {
    find_leads();
    for (const auto& sequence : from.lane_sequences()) {
      for (std::size_t i = 1; i < sequence.size(); ++i) {
        if (lead_[sequence[i - 1]] == lead_[sequence[i]]) continue;
        after_[lead_[sequence[i - 1]]].push_back(lead_[sequence[i]]);
        ++lanes_[lead_[sequence[i]]];
      }
    }
    for (Index op = 0; op < count_; ++op) {
      for (const Successor& successor : from.network_.successors_of(op)) ++arcs_[lead_[successor.operation]];
    }
  }

  std::vector<Index> run() {
    for (Index op = 0; op < count_; ++op) {
      if (lead_[op] == op) open(op);
    }
    while (order_.size() < count_) {
      if (open_.empty()) open_by_arcs();
      const Index op = std::get<2>(open_.top());
      open_.pop();
      if (!is_out_[op]) put_out(op);
    }
    return std::move(order_);
  }

 private:
  void find_leads() {
    std::iota(lead_.begin(), lead_.end(), 0U);
    if (from_.batch_.empty()) return;
    members_.resize(count_);
    std::vector<Index> first(count_, kNone);
    for (const Index op : from_.decided_) {
      if (from_.batch_[op] == kNone) continue;
      Index& lead = first[from_.batch_[op]];
      if (lead == kNone) lead = op;
      lead_[op] = lead;
      members_[lead].push_back(op);
    }
  }

  void open(Index op) {
    if (arcs_[op] == 0 && lanes_[op] == 0) open_.emplace(from_.state_.start[op], rank_[op], op);
  }

  void open_by_arcs() {
    for (Index op = 0; op < count_; ++op) {
      if (lead_[op] == op && arcs_[op] == 0 && !is_out_[op]) open_.emplace(from_.state_.start[op], rank_[op], op);
    }
  }

  void put_out(Index lead) {
    is_out_[lead] = true;
    if (members_.empty() || members_[lead].empty()) {
      order_.push_back(lead);
    } else {
      order_.insert(order_.end(), members_[lead].begin(), members_[lead].end());
    }
    for (const Index next : after_[lead]) {
      --lanes_[next];
      open(next);
    }
    if (members_.empty() || members_[lead].empty()) return free_successors(lead);
    for (const Index op : members_[lead]) free_successors(op);
  }

  void free_successors(Index op) {
    for (const Successor& successor : from_.network_.successors_of(op)) {
      const Index next = lead_[successor.operation];
      --arcs_[next];
      open(next);
    }
  }

  using Entry = std::tuple<Tick, Index, Index>;  // start, rank, operation

  const Insertion& from_;
  Index count_;
  std::vector<Index> lead_;                  // operation -> what stands for its batch
  std::vector<std::vector<Index>> members_;  // lead -> its batch, empty when it has none; empty without batch machines
  std::vector<std::vector<Index>> after_;    // on lanes
  std::vector<Index> arcs_;                  // predecessors that are not out
  std::vector<Index> lanes_;                 // neighbours before it on lanes that are not out
  std::vector<Index> rank_;                  // when it was decided
  std::vector<bool> is_out_;
  std::vector<Index> order_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open_;
};

std::vector<Index> Insertion::order_by_start() const { return StartOrder(*this).run(); }

}  // namespace kilter::schedule
