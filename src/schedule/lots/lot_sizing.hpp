// Lot sizing on one machine over periods: which item is produced when, so that every demand is met from production or
// stock and setups and stock together cost least. Two classic forms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

// Times, quantities and costs of LotSizing count in millionths of the instance's units: its numbers are decimals.
inline constexpr std::int64_t kLotUnit = 1'000'000;

struct LotItem {
  std::int64_t unit_time = 0;     // capacity used per unit produced
  std::int64_t holding_cost = 0;  // per unit in stock at the end of a period
  std::int64_t setup_time = 0;    // capacity used in each period in which the item is produced
  std::int64_t setup_cost = 0;
};

// The capacitated lot-sizing problem with setup times (Trigeiro, Thomas, McClain 1989): any number of items per period
// within the capacity, each with a setup of its own in every period; no backlog, no initial stock, no setup carried
// over.
struct LotSizing {
  Index item_count = 0;
  Index period_count = 0;
  std::int64_t capacity = 0;  // per period
  std::vector<LotItem> items;
  std::vector<std::int64_t> demand;  // row = period, column = item

  [[nodiscard]] std::int64_t demand_of(Index period, Index item) const {
    return demand[static_cast<std::size_t>(period) * item_count + item];
  }
};

// The discrete lot-sizing problem with sequence-dependent changeovers (CSPLib 58, pigment sequencing): one unit of one
// item per period at most. Each unit of demand is produced in its period or before, at `stocking_cost` of its item per
// period early. A changeover counts between consecutive productions, idle periods in between or not; none before the
// first. Plain numbers of the instance.
struct DiscreteLotSizing {
  Index item_count = 0;
  Index period_count = 0;
  std::vector<std::uint8_t> demand;         // row = item, column = period: 0 or 1
  std::vector<std::int64_t> stocking_cost;  // per item
  std::vector<std::int64_t> changeover;     // row = item before, column = item

  [[nodiscard]] bool due_in(Index item, Index period) const {
    return demand[static_cast<std::size_t>(item) * period_count + period] != 0;
  }
  [[nodiscard]] std::int64_t changeover_of(Index from, Index to) const {
    return changeover[static_cast<std::size_t>(from) * item_count + to];
  }
};

}  // namespace kilter::schedule
