#include "schedule/lots/discrete/count_program.hpp"

#include <algorithm>
#include <vector>

#include "schedule/lots/discrete/slot_plan.hpp"

namespace kilter::schedule {
namespace {

class CountProgram {
 public:
  explicit CountProgram(const DiscreteLotSizing& problem)
      : problem_(problem), units_(problem.item_count, 0), stride_(problem.item_count, 1) {
    for (Index item = 0; item < problem.item_count; ++item) {
      for (Index t = 0; t < problem.period_count; ++t) units_[item] += problem.due_in(item, t) ? 1U : 0U;
    }
  }

  // False: more than `most` elementary steps.
  bool fits(std::uint64_t most) {
    const std::uint64_t per_state =
        std::max<std::uint64_t>(1, std::uint64_t{problem_.period_count} * problem_.item_count * problem_.item_count);
    for (Index item = 0; item < problem_.item_count; ++item) {
      stride_[item] = states_;
      states_ *= units_[item] + 1;
      if (states_ > most / per_state) return false;
    }
    return true;
  }

  std::int64_t least() {
    const std::size_t row = std::size_t{problem_.item_count} + 1;  // last: item_count = nothing yet
    std::vector<std::int64_t> value(states_ * row, SlotPlan::kForbidden);
    value[problem_.item_count] = 0;
    std::vector<Index> due(problem_.item_count, 0);
    std::vector<std::int64_t> next(value.size());
    for (Index t = 0; t < problem_.period_count; ++t) {
      for (Index item = 0; item < problem_.item_count; ++item) due[item] += problem_.due_in(item, t) ? 1U : 0U;
      std::copy(value.begin(), value.end(), next.begin());  // idle
      for (std::size_t state = 0; state < states_; ++state) make_one(state, value, next);
      for (std::size_t state = 0; state < states_; ++state) keep_stock(state, due, next);
      std::swap(value, next);
    }
    return *std::min_element(value.end() - static_cast<std::ptrdiff_t>(row), value.end());
  }

 private:
  [[nodiscard]] Index count(std::size_t state, Index item) const {
    return static_cast<Index>(state / stride_[item] % (units_[item] + 1));
  }

  void make_one(std::size_t state, const std::vector<std::int64_t>& value, std::vector<std::int64_t>& next) const {
    const std::size_t row = std::size_t{problem_.item_count} + 1;
    for (Index item = 0; item < problem_.item_count; ++item) {
      if (count(state, item) == units_[item]) continue;
      std::int64_t& best = next[(state + stride_[item]) * row + item];
      best = std::min(best, value[state * row + problem_.item_count]);
      for (Index last = 0; last < problem_.item_count; ++last) {
        best = std::min(best, value[state * row + last] + problem_.changeover_of(last, item));
      }
    }
  }

  // Stock at the end of the period costs; a lack of it is forbidden.
  void keep_stock(std::size_t state, const std::vector<Index>& due, std::vector<std::int64_t>& value) const {
    const std::size_t row = std::size_t{problem_.item_count} + 1;
    std::int64_t cost = 0;
    for (Index item = 0; item < problem_.item_count; ++item) {
      const std::int64_t stock = std::int64_t{count(state, item)} - due[item];
      if (stock < 0) cost = SlotPlan::kForbidden;
      if (cost < SlotPlan::kForbidden) cost += stock * problem_.stocking_cost[item];
    }
    for (std::size_t last = 0; last < row; ++last) {
      std::int64_t& best = value[state * row + last];
      best = std::min(SlotPlan::kForbidden, best + cost);
    }
  }

  const DiscreteLotSizing& problem_;
  std::vector<Index> units_;         // item -> demand in all periods
  std::vector<std::size_t> stride_;  // item -> of its count in the state's number
  std::size_t states_ = 1;
};

}  // namespace

std::optional<std::int64_t> least_lot_cost(const DiscreteLotSizing& problem, std::uint64_t steps) {
  CountProgram program(problem);
  if (!program.fits(steps)) return std::nullopt;
  return program.least();
}

}  // namespace kilter::schedule
