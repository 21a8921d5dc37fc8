#include "codec/report/report.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <string>

#include "codec/plan/figures.hpp"
#include "codec/plan/lamps/next_step.hpp"
#include "coordinate/make_plan.hpp"
#include "plan/penalty.hpp"
#include "support/random_plant.hpp"

namespace kilter::codec {
namespace {

kilter::plan::Plan plan_of(const model::Plant& plant) {
  coordinate::PlanOptions options;
  options.seconds = 0;
  return coordinate::make_plan(plant, options).plan;
}

TEST(Report, IsOneFileThatLoadsNothing) {
  const model::Plant plant = support::random_plant(3, 2);
  const kilter::plan::Plan plan = plan_of(plant);
  const std::string page = report_page(PlanView(plant, plan), {.version = "1"});
  EXPECT_NE(page.find("<!DOCTYPE html>"), std::string::npos);
  for (const char* outside : {"http://", "https://", " src=", "@import", "url(\"", "<link"}) {
    const std::size_t at = page.find(outside);
    EXPECT_TRUE(at == std::string::npos || page.compare(at, 25, "http://www.w3.org/2000/svg", 25) == 0) << outside;
  }
  EXPECT_EQ(page.find("{{"), std::string::npos);
}

TEST(Report, NamesCannotBecomeMarkup) {
  model::Plant plant = support::random_plant(3, 2);
  plant.policy.plant_name = "</script><script>alert(1)</script>\"'&";
  for (model::CustomerOrder& order : plant.orders) order.id = "<img src=x onerror=alert(1)>" + order.id;
  for (model::WorkUnit& unit : plant.work_units) unit.name = "</title><b>";
  const kilter::plan::Plan plan = plan_of(plant);
  const std::string page = report_page(PlanView(plant, plan), {.version = "1"});
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("</title><b>"), std::string::npos);
}

TEST(Report, DataIsJsonWithTheFiguresOfThePlan) {
  for (std::uint64_t seed = 0; seed < 15; ++seed) {
    const model::Plant plant = support::random_plant(seed, 3);
    const kilter::plan::Plan plan = plan_of(plant);
    simdjson::dom::parser parser;
    simdjson::dom::element data;
    ASSERT_EQ(parser.parse(report_data(PlanView(plant, plan), {.version = "1"})).get(data), simdjson::SUCCESS) << seed;
    EXPECT_EQ(std::uint64_t(data["figures"]["orders"]), plan.deliveries.size());
    EXPECT_EQ(std::uint64_t(data["figures"]["on_time_orders"]), figures_of(plant, plan).on_time_orders);
    EXPECT_EQ(std::int64_t(data["figures"]["total"]), plan.objective.total().raw());
    EXPECT_EQ(std::uint64_t(data["board"]["shown"]), data["board"]["bars"].get_array().size());
    EXPECT_EQ(std::uint64_t(data["late"]["all"]), plan.late_chains.size());
  }
}

TEST(Readiness, WhatHoldsAnOperationBackHasAnOwnerAndANextStep) {
  std::size_t waiting = 0;
  for (std::uint64_t seed = 0; seed < 15; ++seed) {
    const model::Plant plant = support::random_plant(seed, 3);
    const kilter::plan::Plan plan = plan_of(plant);
    const PlanView view(plant, plan);
    for (const kilter::plan::Readiness& ready : plan.readiness) {
      for (const kilter::plan::LampReading& lamp : ready.lamps) {
        const bool open = lamp.state != kilter::plan::LampState::ready;
        const NextStep step = next_step(view, lamp);
        EXPECT_EQ(step.owner.empty(), !open) << seed;
        EXPECT_EQ(step.text.empty(), !open) << seed;
        waiting += open ? 1U : 0U;
      }
    }
  }
  EXPECT_GT(waiting, 50U);
}

}  // namespace
}  // namespace kilter::codec
