// The single tables of a plan folder into a plan; in this order, since later ones name what earlier ones hold.
#pragma once

#include <string_view>

#include "base/issue.hpp"
#include "codec/plan/read/plan_names.hpp"
#include "codec/plan/read/plan_rows.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::codec {

// What reading works on. A cell that names nothing is a fault in `issues`; nothing that has faults is used.
struct PlanReading {
  const model::Plant& plant;
  kilter::plan::Plan& plan;
  PlanNames& names;
  base::Issues& issues;

  // The index of what the cell names in `index`; 0 and a fault when it names nothing.
  std::uint32_t name(PlanRows& rows, std::size_t column, const NameIndex& index) const;
  // The same for optional ones: kNoIndex when the cell is empty.
  std::uint32_t optional_name(PlanRows& rows, std::size_t column, const NameIndex& index) const;
  // What `found` says, or 0 and a fault.
  static std::uint32_t known(PlanRows& rows, std::size_t column, std::optional<std::uint32_t> found);
  // The item, or null when the plant has none of that index (its name was a fault).
  [[nodiscard]] const model::Item* item(model::ItemId id) const {
    return id.index() < plant.items.size() ? &plant.items[id] : nullptr;
  }
  // 0 .. until-1; the cell counts from 1.
  static std::uint32_t counted(PlanRows& rows, std::size_t column, std::size_t until);
};

// An id that may be none: kNoIndex is none().
template <class Id>
Id id_or_none(std::uint32_t index) {
  return index == kNoIndex ? Id::none() : Id(index);
}

void read_orders(PlanReading& reading, std::string_view bytes);
void read_production_orders(PlanReading& reading, std::string_view bytes);
void read_operations(PlanReading& reading, std::string_view bytes);
void read_assignments(PlanReading& reading, std::string_view bytes);
void read_purchases(PlanReading& reading, std::string_view bytes);
void read_pegging(PlanReading& reading, std::string_view bytes);
void read_cost_lines(PlanReading& reading, std::string_view bytes);
void read_budget(PlanReading& reading, std::string_view bytes);
void read_readiness(PlanReading& reading, std::string_view bytes);
void read_late_chains(PlanReading& reading, std::string_view bytes);
void read_capacity(PlanReading& reading, std::string_view bytes);
void read_overtime(PlanReading& reading, std::string_view bytes);
void read_deferrals(PlanReading& reading, std::string_view bytes);
void read_assumptions(PlanReading& reading, std::string_view bytes);
void read_actions(PlanReading& reading, std::string_view bytes);
void read_unplanned(PlanReading& reading, std::string_view bytes);

}  // namespace kilter::codec
