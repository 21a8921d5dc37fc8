#include "codec/plan/table.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "codec/plan/write.hpp"
#include "codec/text/csv.hpp"
#include "coordinate/make_plan.hpp"
#include "support/random_plant.hpp"

namespace kilter::codec {
namespace {

const PlanTable& named(std::string_view name) {
  for (const PlanTable& table : plan_tables()) {
    if (table.name == name) return table;
  }
  return plan_tables().front();
}

// Other tools read these names; new columns come after them.
TEST(PlanTables, ColumnsThatOtherToolsRelyOnComeFirst) {
  const std::vector<std::pair<std::string_view, std::vector<std::string_view>>> contract{
      {"orders", {"order", "item", "quantity", "priority", "due", "delivered", "late_minutes"}},
      {"production_orders", {"id", "item", "quantity", "start", "end", "for_order"}},
      {"operations", {"production_order", "operation", "unit", "people", "tools", "start", "end"}},
      {"purchases", {"id", "item", "vendor", "quantity", "order_date", "receipt_date", "unit_price", "total"}}};
  for (const auto& [name, columns] : contract) {
    const PlanTable& table = named(name);
    ASSERT_EQ(table.name, name);
    for (std::size_t i = 0; i < columns.size(); ++i) EXPECT_EQ(table.columns[i].name, columns[i]) << name;
  }
}

TEST(PlanTables, EveryRowHasACellPerColumn) {
  std::size_t rows = 0;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const model::Plant plant = support::random_plant(seed, 3);
    coordinate::PlanOptions options;
    options.seconds = 0;
    const kilter::plan::Plan plan = coordinate::make_plan(plant, options).plan;
    const PlanView view(plant, plan);
    for (const PlanTable& table : plan_tables()) {
      MemoryFolder folder;
      write_table(view, table, folder);
      text::CsvReader reader(folder.files().front().second);
      while (reader.next()) {
        ASSERT_EQ(reader.cells().size(), table.columns.size()) << table.name << " row " << reader.row();
        ++rows;
      }
      ASSERT_EQ(reader.fault(), nullptr) << table.name;
    }
  }
  EXPECT_GT(rows, 1000U);
}

TEST(PlanTables, LateMinutesOfLinksSumToThoseOfTheOrder) {
  std::size_t chains = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const model::Plant plant = support::random_plant(seed, 3);
    coordinate::PlanOptions options;
    options.seconds = 0;
    const kilter::plan::Plan plan = coordinate::make_plan(plant, options).plan;
    const PlanView view(plant, plan);
    MemoryFolder folder;
    write_table(view, named("late_chains"), folder);
    text::CsvReader reader(folder.files().front().second);
    reader.next();
    std::map<std::string, std::int64_t> minutes;
    while (reader.next()) minutes[std::string(reader.cells()[0])] += std::stoll(std::string(reader.cells()[4]));
    for (const kilter::plan::LateChain& chain : plan.late_chains) {
      EXPECT_EQ(minutes[std::string(text::unguarded(plant.orders[chain.order].id))], (chain.lateness + 59) / 60)
          << seed;
      ++chains;
    }
  }
  EXPECT_GT(chains, 10U);
}

}  // namespace
}  // namespace kilter::codec
