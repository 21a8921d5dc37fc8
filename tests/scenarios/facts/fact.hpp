// Facts about a plan in a planner's words: a table of sentence forms, each with what checks it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::scenarios {

// The plan that facts are about.
struct World {
  const model::Plant& plant;
  const plan::Plan& plan;

  // "2026-11-23 08:00", local; "never".
  [[nodiscard]] std::string moment(time::Tick tick) const;
  [[nodiscard]] const plan::Delivery* delivery(std::string_view order) const;
};

// What stands in the blanks of the form, in its order.
using Blanks = std::vector<std::string>;

// Nothing when the fact holds, else what is so instead.
using Check = std::optional<std::string> (*)(const World&, const Blanks&);

// `form` has blanks in braces: "order {id} is on time".
struct FactForm {
  std::string_view form;
  Check check;
};

std::vector<FactForm> order_forms();
std::vector<FactForm> work_forms();
std::vector<FactForm> supply_forms();

// Nothing when `fact` holds; else what is so instead, or that no form reads like it.
std::optional<std::string> fault_of(std::string_view fact, const World& world);

// Exact readings of blanks; a text that is none fails the fact.
std::optional<time::Tick> seconds_of(const std::string& duration);
std::optional<std::int64_t> micros_of(const std::string& decimal);

}  // namespace kilter::scenarios
