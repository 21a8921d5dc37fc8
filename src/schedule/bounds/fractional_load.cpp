#include "schedule/bounds/fractional_load.hpp"

#include <algorithm>
#include <cmath>

#include "schedule/bounds/relaxation/occupancy.hpp"

namespace kilter::schedule {
namespace {

constexpr double kPriceUnits = 1 << 20;  // what all prices add up to, about, when they become integers

class FractionalLoad {
 public:
  FractionalLoad(const Relaxation& relaxation, const Heads& heads, const Tails& tails)
      : relaxation_(relaxation), problem_(relaxation.network.problem()), heads_(heads), tails_(tails) {
    head_.assign(problem_.lanes.size(), kNever);
    tail_.assign(problem_.lanes.size(), kNever);
    for (const Index op : tails.needed()) collect(op);
    group_price_.resize(problem_.groups.size());
    group_load_.resize(problem_.groups.size());
  }

  std::int64_t least_end(EndRange ends, int steps) {
    if (operations_.size() < 2) return ends.from;
    find_prices(ends.from, steps);
    const std::int64_t work = worth_of_work();
    if (work <= worth_of_time(ends.from)) return ends.from;
    std::int64_t no = ends.from;
    std::int64_t yes = ends.limit + 1;
    while (yes - no > 1) {
      const std::int64_t middle = no + (yes - no) / 2;
      (work <= worth_of_time(middle) ? yes : no) = middle;
    }
    return yes;
  }

 private:
  void collect(Index op) {
    const std::span<const Mode> modes = problem_.modes_of(op);
    if (problem_.fixed[op] == Fixed::running) return;  // may share its lane with other running work
    if (std::any_of(modes.begin(), modes.end(), [](const Mode& mode) { return mode.group == kNone; })) return;
    operations_.push_back(op);
    for (const Mode& mode : modes) {
      const Group& group = problem_.groups[mode.group];
      for (Index lane = group.first_lane; lane < group.first_lane + group.lane_count; ++lane) {
        head_[lane] = std::min<std::int64_t>(head_[lane], heads_.start[op]);
        tail_[lane] = std::min<std::int64_t>(tail_[lane], tails_.of(op));
      }
    }
  }

  // Open time of `lane` that can be used when all is over at `end`.
  [[nodiscard]] std::int64_t time_of(Index lane, std::int64_t end) const {
    if (head_[lane] == kNever) return 0;
    const std::int64_t until = std::clamp<std::int64_t>(end - tail_[lane], kLongAgo, kNever);
    return relaxation_.hours.of_lane(lane).work_between(static_cast<Tick>(head_[lane]), static_cast<Tick>(until));
  }

  // Multiplicative steps: time that is short at `end` becomes dearer. Keeps the best integer prices met.
  void find_prices(std::int64_t end, int steps) {
    std::vector<double> price(problem_.lanes.size(), 1.0);
    std::vector<double> time(problem_.lanes.size());
    for (Index lane = 0; lane < time.size(); ++lane) time[lane] = static_cast<double>(time_of(lane, end));
    double best = -1;
    for (int step = 0; step < steps; ++step) {
      scale(price);
      set_prices(price);
      assign_all();
      const double time_worth = static_cast<double>(worth_of_time(end));
      const double ratio = static_cast<double>(worth_of_work()) / std::max(1.0, time_worth);
      if (ratio > best) {
        best = ratio;
        best_price_ = price_;
      }
      const double pace = 0.5 / (1.0 + 0.1 * step);
      const std::vector<double> load = lane_loads();
      for (Index lane = 0; lane < price.size(); ++lane) {
        if (head_[lane] == kNever) continue;
        const double excess = (load[lane] - time[lane]) / std::max(1.0, load[lane] + time[lane]);
        price[lane] *= 1.0 + pace * excess;
      }
    }
    price_ = best_price_;
    price_groups();
  }

  void scale(std::vector<double>& price) const {
    double sum = 0;
    for (Index lane = 0; lane < price.size(); ++lane) sum += head_[lane] == kNever ? 0.0 : price[lane];
    for (double& value : price) value /= sum;
  }

  void set_prices(const std::vector<double>& price) {
    price_.assign(price.size(), 0);
    for (Index lane = 0; lane < price.size(); ++lane) {
      if (head_[lane] != kNever) price_[lane] = std::llround(price[lane] * kPriceUnits);
    }
    price_groups();
  }

  // A group's time costs as much as that of its cheapest lane.
  void price_groups() {
    for (Index id = 0; id < problem_.groups.size(); ++id) {
      const Group& group = problem_.groups[id];
      group_price_[id] = 4 * static_cast<std::int64_t>(kPriceUnits);  // more than any lane's
      for (Index i = 0; i < group.lane_count; ++i) {
        group_price_[id] = std::min(group_price_[id], price_[group.first_lane + i]);
      }
    }
  }

  [[nodiscard]] const Mode& cheapest(Index op) const {
    const std::span<const Mode> modes = problem_.modes_of(op);
    return *std::min_element(modes.begin(), modes.end(), [&](const Mode& a, const Mode& b) {
      return group_price_[a.group] * occupied(problem_, op, a) < group_price_[b.group] * occupied(problem_, op, b);
    });
  }

  void assign_all() {
    std::fill(group_load_.begin(), group_load_.end(), 0.0);
    for (const Index op : operations_) {
      const Mode& mode = cheapest(op);
      group_load_[mode.group] += occupied(problem_, op, mode);
    }
  }

  [[nodiscard]] std::vector<double> lane_loads() const {
    std::vector<double> load(problem_.lanes.size(), 0.0);
    for (Index id = 0; id < problem_.groups.size(); ++id) {
      const Group& group = problem_.groups[id];
      for (Index i = 0; i < group.lane_count; ++i) load[group.first_lane + i] += group_load_[id] / group.lane_count;
    }
    return load;
  }

  [[nodiscard]] std::int64_t worth_of_work() const {
    std::int64_t sum = 0;
    for (const Index op : operations_) {
      const Mode& mode = cheapest(op);
      sum += group_price_[mode.group] * occupied(problem_, op, mode);
    }
    return sum;
  }

  [[nodiscard]] std::int64_t worth_of_time(std::int64_t end) const {
    std::int64_t sum = 0;
    for (Index lane = 0; lane < price_.size(); ++lane) {
      if (price_[lane] > 0) sum += price_[lane] * time_of(lane, end);
    }
    return sum;
  }

  const Relaxation& relaxation_;
  const Problem& problem_;
  const Heads& heads_;
  const Tails& tails_;
  std::vector<Index> operations_;
  std::vector<std::int64_t> head_;  // lane -> least of what may run there; kNever: nothing
  std::vector<std::int64_t> tail_;
  std::vector<std::int64_t> price_;  // of a second of each lane
  std::vector<std::int64_t> best_price_;
  std::vector<std::int64_t> group_price_;
  std::vector<double> group_load_;
};

}  // namespace

std::int64_t fractional_load(const Relaxation& relaxation, const Heads& heads, const Tails& tails, EndRange ends,
                             int steps) {
  return FractionalLoad(relaxation, heads, tails).least_end(ends, steps);
}

}  // namespace kilter::schedule
