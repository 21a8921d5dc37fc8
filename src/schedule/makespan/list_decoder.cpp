#include "schedule/makespan/list_decoder.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace kilter::schedule {
namespace {

class Decoder {
 public:
  // `modes` empty: any.
  Decoder(const Shop& shop, std::span<const double> keys, std::span<const Index> modes, bool by_arrival)
      : shop_(shop),
        keys_(keys),
        modes_(modes),
        by_arrival_(by_arrival),
        ready_(shop.count(), 0),
        waits_(shop.count(), 0),
        lane_end_(shop.lane_count(), 0),
        last_(shop.lane_count(), shop.count()) {
    result_.alternatives.resize(shop.count());
    result_.makespan = 0;
  }

  Sequence run() {
    for (Index op = 0; op < shop_.count(); ++op) {
      waits_[op] = static_cast<Index>(shop_.problem().predecessors_of(op).size());
      ready_[op] = shop_.links(op).release;
      if (waits_[op] == 0) queue_.emplace(key(op), op);
    }
    while (!queue_.empty()) {
      const Index op = queue_.top().second;
      queue_.pop();
      place(op);
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] double key(Index op) const { return by_arrival_ ? ready_[op] + keys_[op] : keys_[op]; }

  [[nodiscard]] Tick end_on(Index op, const Alternative& way) const {
    const Tick setup = shop_.has_setups() ? shop_.setup(way.lane, last_[way.lane], op) : 0;
    return shop_.setups_run_ahead() ? std::max(ready_[op], lane_end_[way.lane] + setup) + way.work
                                    : std::max(ready_[op], lane_end_[way.lane]) + setup + way.work;
  }

  void place(Index op) {
    Index best = kNone;
    Tick best_end = kNever;
    for (Index way = shop_.first_alternative(op); way < shop_.end_of_alternatives(op); ++way) {
      if (!modes_.empty() && modes_[op] != kNone && shop_.alternative(way).mode != modes_[op]) continue;
      const Tick end = end_on(op, shop_.alternative(way));
      // Of lanes alike the one that has been free for the shortest time: the others may take what comes earlier.
      const bool later =
          end == best_end && lane_end_[shop_.alternative(way).lane] > lane_end_[shop_.alternative(best).lane];
      if (best != kNone && end >= best_end && !later) continue;
      best = way;
      best_end = end;
    }
    const Index lane = shop_.alternative(best).lane;
    result_.order.push_back(op);
    result_.alternatives[op] = best;
    result_.makespan = std::max(result_.makespan, best_end);
    lane_end_[lane] = best_end;
    last_[lane] = op;
    const Links& links = shop_.links(op);
    if (links.after != shop_.count()) release(links.after, best_end + links.after_lag);
    for (const LaggedArc& arc : shop_.more_after(op)) release(arc.operation, best_end + arc.lag);
  }

  void release(Index op, Tick ready) {
    ready_[op] = std::max(ready_[op], ready);
    if (--waits_[op] == 0) queue_.emplace(keys_[op], op);
  }

  const Shop& shop_;
  std::span<const double> keys_;
  std::span<const Index> modes_;
  bool by_arrival_;
  std::vector<Tick> ready_;
  std::vector<Index> waits_;
  std::vector<Tick> lane_end_;
  std::vector<Index> last_;
  using Entry = std::pair<double, Index>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
  Sequence result_;
};

}  // namespace

Sequence decode_list(const Shop& shop, std::span<const double> keys, std::span<const Index> modes) {
  return Decoder(shop, keys, modes, false).run();
}

Sequence decode_arrivals(const Shop& shop, std::span<const double> ranks) {
  return Decoder(shop, ranks, {}, true).run();
}

}  // namespace kilter::schedule
