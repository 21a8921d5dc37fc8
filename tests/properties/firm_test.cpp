// Published plans of random plants and of the sample plants: the live plant accepts them as they are, to the cent.
#include "coordinate/live/firm.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "check/verify.hpp"
#include "codec/plant/read.hpp"
#include "coordinate/make_plan.hpp"
#include "model/draft_of.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

namespace fs = std::filesystem;

void expect_same(const model::Plant& plant, const std::string& name) {
  const coordinate::Outcome outcome = coordinate::make_plan(plant, {.seconds = 0});
  ASSERT_TRUE(outcome.violations.empty()) << name;
  coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant);
  const auto firmed = coordinate::firm(model::draft_of(plant), plant, outcome.plan, {}, numbers);
  ASSERT_TRUE(firmed.ok()) << name << ": " << firmed.error().front().message;
  const plan::Plan& plan = firmed.value().plan;
  for (const check::Violation& violation : check::verify(firmed.value().live, plan)) {
    ADD_FAILURE() << name << " " << violation.rule << ": " << violation.message;
  }
  EXPECT_EQ(plan.objective, outcome.plan.objective) << name;
  EXPECT_EQ(plan.costs, outcome.plan.costs) << name;
  EXPECT_EQ(plan.placements, outcome.plan.placements) << name;
  EXPECT_EQ(plan.late_chains, outcome.plan.late_chains) << name;
}

// Messages that would move an order which the publication itself made.
std::size_t false_alarms(const coordinate::Firmed& firmed) {
  std::size_t alarms = 0;
  for (const plan::ActionMessage& message : firmed.plan.actions) {
    const bool shifts = message.kind == plan::ActionKind::expedite || message.kind == plan::ActionKind::defer;
    if (!shifts || message.supply != plan::SupplyKind::production) continue;
    const std::string& id = firmed.live.production_orders[model::OpenProductionOrderId(message.index)].id;
    alarms += std::any_of(firmed.orders.begin(), firmed.orders.end(), [&](const auto& order) { return order.id == id; })
                  ? 1U
                  : 0U;
  }
  return alarms;
}

TEST(Firm, RandomPlansStayWhatTheyWere) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    expect_same(support::random_plant(seed, 1 + static_cast<int>(seed % 6)), "seed " + std::to_string(seed));
  }
}

TEST(Firm, NothingJustPublishedIsAskedToMove) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const model::Plant plant = support::random_plant(seed, 1 + static_cast<int>(seed % 4));
    coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant);
    const plan::Plan plan = coordinate::make_plan(plant, {.seconds = 0}).plan;
    EXPECT_EQ(false_alarms(coordinate::firm(model::draft_of(plant), plant, plan, {}, numbers).value()), 0U) << seed;
  }
}

model::Plant sample_plant(const std::string& name) {
  std::vector<std::pair<std::string, std::string>> contents;
  for (const auto& entry : fs::directory_iterator(fs::path(KILTER_SOURCE_DIR) / "examples" / name)) {
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    contents.emplace_back(entry.path().filename().string(), bytes.str());
  }
  std::sort(contents.begin(), contents.end());
  std::vector<codec::plant::SourceFile> files;
  for (const auto& [file, bytes] : contents) files.push_back({file, bytes});
  return codec::plant::read(files).value();
}

TEST(Firm, PlansOfTheSamplePlantsStayWhatTheyWere) {
  for (const char* name : {"veloria", "hello-plant"}) expect_same(sample_plant(name), name);
}

}  // namespace
}  // namespace kilter::properties
