// The few figures by which a plan is judged at a glance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "codec/json/writer.hpp"
#include "plan/plan.hpp"

namespace kilter::codec {

// Tardiness: delivery of an order's last unit after its due date, unweighted, in seconds; orders that cannot be planned
// whole are counted apart.
struct PlanFigures {
  std::size_t orders = 0;
  std::size_t on_time_orders = 0;  // whatever happens: neither late nor blocked nor unplanned
  std::size_t late_orders = 0;
  std::size_t unplanned_orders = 0;
  std::size_t blocked_orders = 0;  // planned, but they or work for them wait for something without a date
  std::int64_t tardiness = 0;
  std::map<std::int32_t, std::int64_t> tardiness_by_priority;  // every priority that has orders
};

// Customer orders, by OrderId index, that something without a date stands in the way of: a clearance of their own, or a
// blocked lamp of work that ends up in them. O(pegs).
std::vector<bool> blocked_orders(const model::Plant& plant, const kilter::plan::Plan& plan);

PlanFigures figures_of(const model::Plant& plant, const kilter::plan::Plan& plan);

// The members orders, on_time_orders, late_orders, unplanned_orders, blocked_orders, tardiness_days,
// tardiness_days_by_priority, production_orders, operations and purchases into the open object of `json`.
void figures_members(const model::Plant& plant, const kilter::plan::Plan& plan, JsonWriter& json);

// The member objective {total, parts} in plant currency.
void objective_member(const kilter::plan::Objective& objective, JsonWriter& json);

}  // namespace kilter::codec
