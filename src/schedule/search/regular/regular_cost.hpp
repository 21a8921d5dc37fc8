// What a shop's schedule costs as a function of its operations' ends and of what was chosen: weighted tardiness (with a
// due date long ago: weighted completion), setup prices, prices of modes. Regular: no end that comes earlier makes it
// dearer. Immutable, shared by threads.
#pragma once

#include <span>
#include <vector>

#include "schedule/graph/shop_graph.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

class RegularCost {
 public:
  // A job whose completion may cost something.
  struct WeightedJob {
    Tick due = 0;
    Cost weight = 0;
    Index first_closing = 0;  // into closing_: until the next job's
  };

  // Whether the problem's objective has no other parts and the solution places everything.
  [[nodiscard]] static bool covers(const Problem& problem, const Solution& solution);

  // Borrows the shop.
  explicit RegularCost(const Shop& shop);

  [[nodiscard]] Index job_count() const { return static_cast<Index>(jobs_.size()) - 1; }
  [[nodiscard]] const WeightedJob& job(Index job) const { return jobs_[job]; }
  [[nodiscard]] std::span<const Index> closing(Index job) const {
    return {closing_.data() + jobs_[job].first_closing, closing_.data() + jobs_[job + 1].first_closing};
  }
  // Jobs that `op` closes.
  [[nodiscard]] std::span<const Index> closed_by(Index op) const {
    return {closed_.data() + closed_begin_[op], closed_.data() + closed_begin_[op + 1]};
  }
  [[nodiscard]] bool has_prices() const { return has_prices_; }

  // The last end among the job's closing operations; `ends` by operation.
  [[nodiscard]] Tick completion(Index job, std::span<const Tick> ends) const {
    Tick last = kLongAgo;
    for (const Index op : closing(job)) last = std::max(last, ends[op]);
    return last;
  }
  [[nodiscard]] Cost lateness_cost(Index job, Tick completion) const {
    const Cost late = static_cast<Cost>(completion) - jobs_[job].due;
    return late > 0 ? late * jobs_[job].weight : 0;
  }
  // O(closing operations).
  [[nodiscard]] Cost tardiness(std::span<const Tick> ends) const;
  // Setup before `op` and its mode, where it stands; nobody: 0.
  [[nodiscard]] Cost price(const ShopGraph& graph, Index op) const;
  // The same for `op` on another alternative behind `before`.
  [[nodiscard]] Cost price_at(Index op, Index alternative, Index before) const;
  [[nodiscard]] Cost prices(const ShopGraph& graph) const;

 private:
  void link_closed();

  const Shop* shop_;
  std::vector<WeightedJob> jobs_;  // and one that ends ranges
  std::vector<Index> closing_;
  std::vector<Index> closed_begin_;
  std::vector<Index> closed_;
  bool has_prices_ = false;
};

}  // namespace kilter::schedule
