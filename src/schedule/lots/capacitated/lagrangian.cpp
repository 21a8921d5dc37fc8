#include "schedule/lots/capacitated/lagrangian.hpp"

#include <algorithm>
#include <cmath>

namespace kilter::schedule {
namespace {

constexpr std::int64_t kPriceUnit = 1 << 16;  // prices are integers of this share of cost per time
constexpr double kDearest = 1e8;              // any prices prove a bound; up to here sums stay exact

class Lagrangian {
 public:
  explicit Lagrangian(const LotSizing& problem)
      : problem_(problem), price_(problem.period_count, 0), used_(problem.period_count, 0) {}

  LotRelaxation run(int steps) {
    LotRelaxation best;
    std::vector<double> price(problem_.period_count, 0);
    double pace = 1;
    int stale = 0;
    for (int step = 0; step < steps; ++step) {
      const std::int64_t bound = plan_all();
      if (step == 0 || bound > best.bound) {
        best = {.bound = bound, .may_make = made_};
        stale = 0;
      } else if (++stale == 10) {
        pace /= 2;
        stale = 0;
      }
      if (!move(price, pace, static_cast<double>(bound))) break;
    }
    return best;
  }

 private:
  // Every item alone at the present prices: the bound, made_ and used_.
  std::int64_t plan_all() {
    made_.assign(std::size_t{problem_.period_count} * problem_.item_count, 0);
    std::fill(used_.begin(), used_.end(), 0);
    SquareCost sum = 0;
    for (Index item = 0; item < problem_.item_count; ++item) sum += plan_item(item);
    for (const std::int64_t price : price_) sum -= SquareCost{price} * problem_.capacity * kLotUnit;
    const SquareCost unit = SquareCost{kPriceUnit} * kLotUnit;
    return sum <= 0 ? 0 : static_cast<std::int64_t>((sum + unit - 1) / unit);
  }

  // Wagner and Whitin: least[t] meets the demand of the first t periods; a lot of period s covers periods s to t.
  SquareCost plan_item(Index item) {
    const LotItem& facts = problem_.items[item];
    const Index periods = problem_.period_count;
    constexpr SquareCost kFar = SquareCost{1} << 120U;
    least_.assign(std::size_t{periods} + 1, kFar);
    begin_.assign(std::size_t{periods} + 1, kNone);
    least_[0] = 0;
    for (Index s = 0; s < periods; ++s) {
      if (problem_.demand_of(s, item) == 0 && least_[s] < least_[s + 1]) {
        least_[s + 1] = least_[s];
        begin_[s + 1] = kNone;
      }
      const SquareCost unit = SquareCost{price_[s]} * facts.unit_time;
      const SquareCost setup = SquareCost{kPriceUnit} * facts.setup_cost + SquareCost{price_[s]} * facts.setup_time;
      SquareCost cost = least_[s] + setup * kLotUnit;
      for (Index t = s; t < periods; ++t) {
        const SquareCost holding = SquareCost{kPriceUnit} * facts.holding_cost * static_cast<std::int64_t>(t - s);
        cost += (unit + holding) * problem_.demand_of(t, item);
        if (cost >= least_[t + 1]) continue;
        least_[t + 1] = cost;
        begin_[t + 1] = s;
      }
    }
    note_lots(item);
    return least_[periods];
  }

  void note_lots(Index item) {
    const LotItem& facts = problem_.items[item];
    for (Index end = problem_.period_count; end > 0;) {
      const Index begin = begin_[end];
      if (begin == kNone) {
        --end;
        continue;
      }
      std::int64_t units = 0;
      for (Index t = begin; t < end; ++t) units += problem_.demand_of(t, item);
      made_[std::size_t{begin} * problem_.item_count + item] = 1;
      used_[begin] += facts.setup_time + base::mul_div_ceil(units, facts.unit_time, kLotUnit);
      end = begin;
    }
  }

  // A step along the subgradient, as long as the gap to a rough guess of the optimum asks for (Held, Wolfe, Crowder
  // 1974). False: every capacity is kept and nothing is priced.
  bool move(std::vector<double>& price, double pace, double bound) {
    double norm = 0;
    for (Index t = 0; t < problem_.period_count; ++t) {
      const double excess = static_cast<double>(used_[t] - problem_.capacity);
      if (excess > 0 || price[t] > 0) norm += excess * excess;
    }
    if (norm == 0) return false;
    const double length = pace * 0.05 * (bound + 1) / norm;
    for (Index t = 0; t < problem_.period_count; ++t) {
      const double excess = static_cast<double>(used_[t] - problem_.capacity);
      price[t] = std::max(0.0, price[t] + length * excess);
      price[t] = std::min(price[t], kDearest);
      price_[t] = std::llround(price[t] * kPriceUnit);
    }
    return true;
  }

  const LotSizing& problem_;
  std::vector<std::int64_t> price_;  // period -> of capacity, in units of 1 / kPriceUnit
  std::vector<std::int64_t> used_;   // period -> capacity used
  std::vector<std::uint8_t> made_;
  std::vector<SquareCost> least_;
  std::vector<Index> begin_;
};

}  // namespace

LotRelaxation relax_capacities(const LotSizing& problem, int steps) { return Lagrangian(problem).run(steps); }

}  // namespace kilter::schedule
