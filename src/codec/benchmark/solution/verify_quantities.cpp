#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/fixed.hpp"
#include "codec/benchmark/solution/verify.hpp"
#include "model/decimal_text.hpp"

namespace kilter::codec::benchmark {
namespace {

using base::Int128;
using schedule::kLotUnit;

constexpr unsigned kDecimals = 6;

// Of millionths of millionths, saturated: only plans that break a rule come as far.
std::string text_of(Int128 square) {
  constexpr Int128 kMost = Int128{1} << 62U;
  return model::decimal_text(static_cast<std::int64_t>(std::min((square + kLotUnit - 1) / kLotUnit, kMost)), kDecimals);
}

class QuantityProof {
 public:
  QuantityProof(const schedule::LotSizing& lots, const std::vector<QuantityRow>& rows) : lots_(lots), rows_(rows) {}

  Verdict run() {
    fill_cells();
    Int128 cost = 0;
    for (Index period = 0; period < lots_.period_count; ++period) cost += setups(period);
    for (Index item = 0; item < lots_.item_count; ++item) cost += holding(item);
    if (verdict_.violations.empty()) {
      verdict_.cost = static_cast<std::int64_t>((cost + kLotUnit - 1) / kLotUnit);
      verdict_.cost_decimals = kDecimals;
    }
    return std::move(verdict_);
  }

 private:
  void report(std::string text) { verdict_.violations.push_back(std::move(text)); }

  [[nodiscard]] std::size_t cell(std::int64_t period, std::int64_t item) const {
    return static_cast<std::size_t>(period) * lots_.item_count + static_cast<std::size_t>(item);
  }

  void fill_cells() {
    made_.assign(lots_.demand.size(), 0);
    for (const QuantityRow& row : rows_) {
      if (row.period < 0 || row.period >= lots_.period_count) {
        report(fmt::format("period {}: the instance has none of that number", row.period));
      } else if (row.item < 0 || row.item >= lots_.item_count) {
        report(fmt::format("period {}: there is no item {}", row.period, row.item));
      } else if (row.quantity <= 0) {
        report(fmt::format("period {}: the quantity of item {} is not above 0", row.period, row.item));
      } else if (made_[cell(row.period, row.item)] != 0) {
        report(fmt::format("period {}: item {} stands twice in the solution", row.period, row.item));
      } else {
        made_[cell(row.period, row.item)] = row.quantity;
      }
    }
  }

  // The cost of a period's setups; its times must fit into the capacity.
  Int128 setups(Index period) {
    Int128 time = 0;
    Int128 cost = 0;
    for (Index item = 0; item < lots_.item_count; ++item) {
      const std::int64_t units = made_[cell(period, item)];
      if (units == 0) continue;
      const schedule::LotItem& facts = lots_.items[item];
      time += Int128{facts.unit_time} * units + Int128{facts.setup_time} * kLotUnit;
      cost += Int128{facts.setup_cost} * kLotUnit;
    }
    const Int128 capacity = Int128{lots_.capacity} * kLotUnit;
    if (time > capacity) report(fmt::format("period {}: {} used of {}", period, text_of(time), text_of(capacity)));
    return cost;
  }

  // The cost of an item's stock at the ends of all periods.
  Int128 holding(Index item) {
    Int128 stock = 0;
    Int128 cost = 0;
    for (Index period = 0; period < lots_.period_count; ++period) {
      stock += Int128{made_[cell(period, item)]} - lots_.demand_of(period, item);
      if (stock < 0) {
        report(fmt::format("item {}: {} short of its demand in period {}", item, text_of(-stock * kLotUnit), period));
      }
      stock = std::max<Int128>(stock, 0);
      cost += stock * lots_.items[item].holding_cost;
    }
    if (stock > 0) report(fmt::format("item {}: {} made that nobody asks for", item, text_of(stock * kLotUnit)));
    return cost;
  }

  const schedule::LotSizing& lots_;
  const std::vector<QuantityRow>& rows_;
  std::vector<std::int64_t> made_;  // row = period, column = item
  Verdict verdict_;
};

}  // namespace

Verdict verify_quantities(const schedule::LotSizing& lots, const std::vector<QuantityRow>& rows) {
  return QuantityProof(lots, rows).run();
}

}  // namespace kilter::codec::benchmark
