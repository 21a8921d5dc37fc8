#include <fmt/format.h>

#include <algorithm>

#include "codec/benchmark/solution/verify.hpp"

namespace kilter::codec::benchmark {
namespace {

class LotProof {
 public:
  LotProof(const schedule::DiscreteLotSizing& lots, const std::vector<LotRow>& rows) : lots_(lots), rows_(rows) {}

  Verdict run() {
    fill_periods();
    std::int64_t cost = 0;
    for (Index item = 0; item < lots_.item_count; ++item) cost += stocking(item);
    verdict_.cost = cost + changeovers();
    return std::move(verdict_);
  }

 private:
  void report(std::string text) { verdict_.violations.push_back(std::move(text)); }

  void fill_periods() {
    made_.assign(lots_.period_count, schedule::kNone);
    for (const LotRow& row : rows_) {
      if (row.period < 0 || row.period >= lots_.period_count) {
        report(fmt::format("period {}: the instance has none of that number", row.period));
      } else if (row.item < 0 || row.item >= lots_.item_count) {
        report(fmt::format("period {}: there is no item {}", row.period, row.item));
      } else if (made_[static_cast<std::size_t>(row.period)] != schedule::kNone) {
        report(fmt::format("period {}: stands twice in the solution", row.period));
      } else {
        made_[static_cast<std::size_t>(row.period)] = static_cast<Index>(row.item);
      }
    }
  }

  // Cost of what is in stock at the end of every period.
  std::int64_t stocking(Index item) {
    std::int64_t stock = 0;
    std::int64_t cost = 0;
    for (Index period = 0; period < lots_.period_count; ++period) {
      stock += made_[period] == item ? 1 : 0;
      stock -= lots_.due_in(item, period) ? 1 : 0;
      if (stock < 0) report(fmt::format("item {}: nothing is left for its demand in period {}", item, period));
      stock = std::max<std::int64_t>(stock, 0);
      cost += stock * lots_.stocking_cost[item];
    }
    if (stock > 0) report(fmt::format("item {}: {} made that nobody asks for", item, stock));
    return cost;
  }

  std::int64_t changeovers() {
    std::int64_t cost = 0;
    Index last = schedule::kNone;
    for (const Index item : made_) {
      if (item == schedule::kNone) continue;
      if (last != schedule::kNone) cost += lots_.changeover[std::size_t{last} * lots_.item_count + item];
      last = item;
    }
    return cost;
  }

  const schedule::DiscreteLotSizing& lots_;
  const std::vector<LotRow>& rows_;
  std::vector<Index> made_;  // period -> item
  Verdict verdict_;
};

}  // namespace

Verdict verify_lots(const schedule::DiscreteLotSizing& lots, const std::vector<LotRow>& rows) {
  return LotProof(lots, rows).run();
}

}  // namespace kilter::codec::benchmark
