// Runs every scenario under several configurations: construction only, searched, searched by two threads, and from a
// plant that was written and read back. The facts must hold in all of them, and the checker must be content.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "codec/plant/plant_text.hpp"
#include "codec/plant/write.hpp"
#include "coordinate/make_plan.hpp"
#include "scenarios/facts/fact.hpp"
#include "scenarios/scenario.hpp"

namespace kilter::scenarios {
namespace {

namespace fs = std::filesystem;

std::vector<Scenario> scenarios_in(const std::string& folder) {
  std::vector<Scenario> scenarios;
  for (const auto& entry : fs::directory_iterator(fs::path(KILTER_SOURCE_DIR) / "tests" / "scenarios" / folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    scenarios.push_back(read_scenario(folder + "/" + entry.path().filename().string(), text));
  }
  std::sort(scenarios.begin(), scenarios.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return scenarios;
}

std::string as_text(const base::Issues& issues) {
  std::string text;
  for (const base::Issue& issue : issues) {
    if (issue.severity == base::Severity::error) {
      text += "\n  " + issue.where.file + ":" + std::to_string(issue.where.row) + ": " + issue.message;
    }
  }
  return text;
}

// Every fault of the plan of `plant`, by fact.
std::string faults(const Scenario& scenario, const model::Plant& plant, const coordinate::PlanOptions& options) {
  const coordinate::Outcome outcome = coordinate::make_plan(plant, options);
  std::string text;
  for (const check::Violation& violation : outcome.violations) text += "\n  violation: " + violation.message;
  for (const std::string& fact : scenario.facts) {
    if (const auto fault = fault_of(fact, {plant, outcome.plan})) text += "\n  not so: " + fact + "\n    " + *fault;
  }
  return text;
}

void expect_facts(const coordinate::PlanOptions& options) {
  const std::vector<Scenario> scenarios = scenarios_in("plans");
  ASSERT_GT(scenarios.size(), 5U);
  for (const Scenario& scenario : scenarios) {
    const auto plant = scenario.plant();
    ASSERT_TRUE(plant.ok()) << scenario.name << as_text(plant.error());
    EXPECT_FALSE(scenario.facts.empty()) << scenario.name;
    EXPECT_EQ(faults(scenario, plant.value(), options), "") << scenario.name;
  }
}

TEST(Scenarios, HoldAfterConstruction) { expect_facts({.seconds = 0}); }

TEST(Scenarios, HoldAfterSearch) { expect_facts({.steps = 2'000, .seed = 7}); }

TEST(Scenarios, HoldWithTwoThreads) { expect_facts({.steps = 2'000, .seed = 8, .threads = 2}); }

TEST(Scenarios, HoldForThePlantWrittenAndReadBack) {
  for (const Scenario& scenario : scenarios_in("plans")) {
    const auto plant = scenario.plant();
    ASSERT_TRUE(plant.ok()) << scenario.name << as_text(plant.error());
    const std::string written = codec::plant::join_text(codec::plant::write(plant.value()));
    const auto again = codec::plant::read_text(written);
    ASSERT_TRUE(again.ok()) << scenario.name << as_text(again.error());
    EXPECT_EQ(faults(scenario, again.value(), {.seconds = 0}), "") << scenario.name;
  }
}

// Facts of refusals are "code at file:row".
TEST(Scenarios, PlantsThatCannotBeAreRefusedByName) {
  const std::vector<Scenario> scenarios = scenarios_in("refusals");
  ASSERT_FALSE(scenarios.empty());
  for (const Scenario& scenario : scenarios) {
    const auto plant = scenario.plant();
    ASSERT_FALSE(plant.ok()) << scenario.name;
    std::vector<std::string> found;
    for (const base::Issue& issue : plant.error()) {
      if (issue.severity != base::Severity::error) continue;
      found.push_back(issue.code + " at " + issue.where.file + ":" + std::to_string(issue.where.row));
    }
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, scenario.facts) << scenario.name << as_text(plant.error());
  }
}

TEST(Scenarios, AFactThatDoesNotHoldSaysWhatIsSo) {
  const std::vector<Scenario> scenarios = scenarios_in("plans");
  const auto found = std::find_if(scenarios.begin(), scenarios.end(),
                                  [](const Scenario& scenario) { return scenario.name == "plans/queue.txt"; });
  ASSERT_NE(found, scenarios.end());
  Scenario wrong = *found;
  wrong.facts = {"order A is late by 3h", "order A is green"};
  const std::string text = faults(wrong, wrong.plant().value(), {.seconds = 0});
  EXPECT_NE(text.find("it is delivered 2026-11-23 13:00, on time"), std::string::npos) << text;
  EXPECT_NE(text.find("no fact reads like this"), std::string::npos) << text;
}

}  // namespace
}  // namespace kilter::scenarios
