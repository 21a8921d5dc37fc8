// Capacitated lot sizing of Trigeiro, Thomas and McClain (1989): "items periods", a number without meaning, the
// capacity of a period; per item "unit-time holding-cost setup-time setup-cost"; then demand, a line per period and a
// column per item. More than 15 items come in blocks of 15: all periods of the first 15, then all periods of the rest.
#include <algorithm>

#include "codec/benchmark/read/readers.hpp"

namespace kilter::codec::benchmark {
namespace {

constexpr std::int64_t kBlock = 15;  // items side by side
constexpr std::int64_t kMostItems = 100'000;

void read_demand(TokenReader& reader, schedule::LotSizing& lots) {
  const std::int64_t count = std::int64_t{lots.item_count} * lots.period_count;
  if (!reader.room_for(count, "demand")) return;
  lots.demand.assign(static_cast<std::size_t>(count), 0);
  for (std::int64_t first = 0; first < lots.item_count; first += kBlock) {
    const std::int64_t behind = std::min<std::int64_t>(first + kBlock, lots.item_count);
    for (std::int64_t cell = 0; cell < (behind - first) * lots.period_count && reader.going(); ++cell) {
      const std::int64_t period = cell / (behind - first);
      const std::int64_t item = first + cell % (behind - first);
      lots.demand[static_cast<std::size_t>(period * lots.item_count + item)] = reader.millionths("demand");
    }
  }
}

// What a plan costs at most, and takes, stays countable in 64 bits.
void refuse_too_large(TokenReader& reader, const schedule::LotSizing& lots) {
  constexpr base::Int128 kMost = base::Int128{1'000'000'000'000} * schedule::kLotUnit * schedule::kLotUnit;
  const base::Int128 periods = lots.period_count;
  base::Int128 cost = 0;
  base::Int128 time = periods * lots.capacity * schedule::kLotUnit;
  for (Index item = 0; item < lots.items.size(); ++item) {
    const schedule::LotItem& facts = lots.items[item];
    base::Int128 units = 0;
    for (std::size_t at = item; at < lots.demand.size(); at += lots.item_count) units += lots.demand[at];
    cost += periods * (facts.holding_cost * units + base::Int128{facts.setup_cost} * schedule::kLotUnit);
    time += facts.unit_time * units + periods * facts.setup_time * schedule::kLotUnit;
  }
  if (cost <= kMost && time <= kMost) return;
  reader.refuse_all("too-large", "costs, times or demand add up to more than 1000000000000 over all periods",
                    "Check the numbers, or name the right format with --format.");
}

}  // namespace

schedule::LotSizing read_trigeiro(TokenReader& reader) {
  schedule::LotSizing lots;
  lots.item_count = static_cast<Index>(reader.whole({.what = "number of items", .least = 1, .most = kMostItems}));
  lots.period_count = static_cast<Index>(reader.whole({.what = "number of periods", .least = 1, .most = kMostItems}));
  reader.millionths("number behind the counts");
  lots.capacity = reader.millionths("capacity");
  for (Index item = 0; item < lots.item_count && reader.going(); ++item) {
    schedule::LotItem read;
    read.unit_time = reader.millionths("time per unit");
    read.holding_cost = reader.millionths("holding cost");
    read.setup_time = reader.millionths("setup time");
    read.setup_cost = reader.millionths("setup cost");
    lots.items.push_back(read);
  }
  read_demand(reader, lots);
  reader.expect_end();
  if (!reader.faulty()) refuse_too_large(reader, lots);
  return lots;
}

}  // namespace kilter::codec::benchmark
