#include "codec/report/board/board_json.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "coordinate/make_plan.hpp"
#include "support/random_plant.hpp"

namespace kilter::codec {
namespace {

using simdjson::dom::element;

kilter::plan::Plan plan_of(const model::Plant& plant) {
  coordinate::PlanOptions options;
  options.seconds = 0;
  return coordinate::make_plan(plant, options).plan;
}

struct Bar {
  std::string order;
  std::string operation;
  std::string unit;
  std::int64_t quantity = 0;  // whole units
  auto operator<=>(const Bar&) const = default;
};

std::vector<Bar> bars_of(element page) {
  const auto text = [&](element index) { return std::string(page["strings"].at(std::uint64_t(index))); };
  std::vector<Bar> bars;
  for (const element bar : page["board"]["bars"]) {
    bars.push_back({.order = text(bar.at(7)),
                    .operation = text(bar.at(12)),
                    .unit = std::string(page["board"]["units"].at(std::uint64_t(bar.at(0)))["id"]),
                    .quantity = static_cast<std::int64_t>(double(bar.at(9)))});
  }
  std::sort(bars.begin(), bars.end());
  return bars;
}

std::vector<Bar> bars_of(const PlanView& view) {
  std::vector<Bar> bars;
  for (const kilter::plan::PlacementId id : base::ids_of(view.plan.placements)) {
    const kilter::plan::Placement& placement = view.plan.placements[id];
    const model::Operation& operation = view.plant.operations[placement.operation];
    std::string where = "no machine";
    if (placement.unit.valid())
      where = view.plant.work_units[placement.unit].id;
    else if (operation.vendor.valid())
      where = view.plant.vendors[operation.vendor].id;
    bars.push_back({.order = view.ids.production_order(view.plan, placement.order).str(),
                    .operation = operation.id,
                    .unit = where,
                    .quantity = view.plan.production_orders[placement.order].quantity.raw() / 1'000'000});
  }
  std::sort(bars.begin(), bars.end());
  return bars;
}

TEST(Board, EveryPlacementIsABarOnItsUnit) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const model::Plant plant = support::random_plant(seed, 3);
    const kilter::plan::Plan plan = plan_of(plant);
    const PlanView view(plant, plan);
    simdjson::dom::parser parser;
    element page;
    ASSERT_EQ(parser.parse(board_json(view, 1'000'000)).get(page), simdjson::SUCCESS) << seed;
    EXPECT_EQ(bars_of(page), bars_of(view)) << seed;
    EXPECT_TRUE(page["board"]["cut"].is_null()) << seed;
    std::size_t units = 0;  // idle ones, too
    for (const element unit : page["board"]["units"]) units += std::uint64_t(unit["id"].is_string());
    EXPECT_GE(units, plant.work_units.size()) << seed;
  }
}

TEST(Board, TooManyAreCutByStartAndItSaysFromWhen) {
  const model::Plant plant = support::random_plant(3, 3);
  const kilter::plan::Plan plan = plan_of(plant);
  ASSERT_GT(plan.placements.size(), 4U);
  simdjson::dom::parser parser;
  const element page = parser.parse(board_json(PlanView(plant, plan), 3)).value();
  EXPECT_EQ(page["board"]["bars"].get_array().size(), 3U);
  const std::int64_t cut = page["board"]["cut"];
  for (const element bar : page["board"]["bars"]) EXPECT_LE(std::int64_t(bar.at(2)), cut);
}

}  // namespace
}  // namespace kilter::codec
