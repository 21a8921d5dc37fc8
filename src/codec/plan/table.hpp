// The tables of a plan folder as data: name, columns, rows. CSV files, spreadsheets and the reference page all come
// from here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codec/plan/cells.hpp"
#include "model/plant.hpp"
#include "plan/id_texts.hpp"
#include "plan/plan.hpp"
#include "time/civil_text.hpp"

namespace kilter::codec {

// A plan with its plant and what several tables need; both must outlive it.
struct PlanView {
  PlanView(const model::Plant& plant_of_plan, const kilter::plan::Plan& shown_plan);

  const model::Plant& plant;
  const kilter::plan::Plan& plan;
  kilter::plan::IdTexts ids;
  time::CivilText civil;  // ticks in the plant's zone
  // Per open production order: the production order of the plan that carries it on (none: the plan drops it).
  std::vector<kilter::plan::ProductionOrderId> carried;
  // Rows of late_chains.csv: chain and link; link = links.size() for a chain without any.
  std::vector<std::pair<std::size_t, std::size_t>> late_rows;
};

struct PlanColumn {
  std::string_view name;
  std::string_view meaning;
};

struct PlanTable {
  std::string_view name;     // file name without ".csv"
  std::string_view meaning;  // one sentence
  std::vector<PlanColumn> columns;
  std::size_t (*rows)(const PlanView&);
  // Writes row `i`: exactly one cell per column.
  void (*row)(const PlanView&, std::size_t i, Cells&);
};

// All tables, in the order in which a person would open them.
const std::vector<PlanTable>& plan_tables();

}  // namespace kilter::codec
