// Discrete lot sizing with changeovers (CSPLib 58). Text (.psp): periods, items, a row of 0 and 1 per item with the
// periods in which a unit is due, the stocking cost of all items, the matrix of changeover costs; known bounds behind
// it are passed over. MiniZinc data (.dzn): Periods, Items, Demands, StockingCosts (one per item), SetupCosts.
#include "codec/benchmark/read/readers.hpp"
#include "codec/benchmark/tokens/dzn_file.hpp"

namespace kilter::codec::benchmark {
namespace {

constexpr Wanted kPeriods{.what = "number of periods", .least = 1, .most = 1'000'000};
constexpr Wanted kItems{.what = "number of items", .least = 1, .most = 100'000};
constexpr Wanted kDue{.what = "demand", .least = 0, .most = 1};
constexpr Wanted kStocking{.what = "stocking cost"};
constexpr Wanted kChangeover{.what = "changeover cost"};

}  // namespace

schedule::DiscreteLotSizing read_pigment(TokenReader& reader) {
  schedule::DiscreteLotSizing lots;
  const std::int64_t periods = reader.whole(kPeriods);
  const std::int64_t items = reader.whole(kItems);
  lots.period_count = static_cast<Index>(periods);
  lots.item_count = static_cast<Index>(items);
  if (!reader.room_for(items * (periods + items) + 1, "demand and the changeovers")) return lots;
  for (std::int64_t i = 0; i < items * periods && reader.going(); ++i) {
    lots.demand.push_back(static_cast<std::uint8_t>(reader.whole(kDue)));
  }
  lots.stocking_cost.assign(static_cast<std::size_t>(items), reader.whole(kStocking));
  for (std::int64_t i = 0; i < items * items && reader.going(); ++i)
    lots.changeover.push_back(reader.whole(kChangeover));
  constexpr int kMostBounds = 2;
  for (int i = 0; i < kMostBounds && !reader.at_end(); ++i) reader.millionths("known bound");
  reader.expect_end();
  return lots;
}

schedule::DiscreteLotSizing read_discrete_lots(DznFile& file) {
  schedule::DiscreteLotSizing lots;
  const std::int64_t periods = file.whole("Periods", kPeriods);
  const std::int64_t items = file.whole("Items", kItems);
  lots.period_count = static_cast<Index>(periods);
  lots.item_count = static_cast<Index>(items);
  for (const std::int64_t due : file.numbers("Demands", items * periods, kDue)) {
    lots.demand.push_back(static_cast<std::uint8_t>(due));
  }
  lots.stocking_cost = file.numbers("StockingCosts", items, kStocking);
  lots.changeover = file.numbers("SetupCosts", items * items, kChangeover);
  return lots;
}

}  // namespace kilter::codec::benchmark
