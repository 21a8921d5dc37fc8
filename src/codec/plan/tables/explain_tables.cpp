#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>

#include "codec/plan/lamps/next_step.hpp"
#include "codec/plan/references.hpp"
#include "codec/plan/tables/tables.hpp"
#include "coordinate/brief/owners.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::kLongAgo;
using kilter::plan::LateChain;
using kilter::plan::LateLink;
using kilter::plan::LoadKind;

// What the operation waits for longest, who sees to it and how.
void deciding_cells(const PlanView& view, const kilter::plan::Readiness& ready, Cells& cells) {
  const std::optional<model::Lamp> lamp = coordinate::deciding_lamp(ready);
  if (!lamp) {
    for (int column = 0; column < 3; ++column) cells.empty();
    return;
  }
  const kilter::plan::LampReading& reading = ready.lamps[static_cast<std::size_t>(*lamp)];
  const NextStep step = next_step(view, reading);
  const std::string name = target_name(view, target_of(reading.cause), reading.index);
  cells.text(fmt::format("{}: {}{}{}", kilter::plan::word(*lamp), kilter::plan::word(reading.cause),
                         name.empty() ? "" : " ", name));
  cells.text(step.owner);
  cells.text(step.text);
}

void readiness_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::Readiness& ready = view.plan.readiness[i];
  const kilter::plan::Placement& placement = view.plan.placements[ready.placement];
  cells.id(view.ids.production_order(view.plan, placement.order));
  placement.operation.valid() ? cells.text(view.plant.operations[placement.operation].id) : cells.empty();
  for (const kilter::plan::LampReading& lamp : ready.lamps) cells.text(lamp_text(view, lamp));
  cells.moment_or_empty(ready.full_kit, kLongAgo);
  cells.moment_or_empty(placement.start, kilter::plan::kNever);
  deciding_cells(view, ready, cells);
}

// Whole minutes of each link such that they sum to the chain's minutes, a minute begun counted whole at the far end.
std::int64_t minutes_of_link(const LateChain& chain, std::size_t link) {
  std::int64_t before = 0;
  for (std::size_t i = 0; i < link; ++i) before += chain.links[i].counted;
  const std::int64_t after = before + chain.links[link].counted;
  return (after + 59) / 60 - (before + 59) / 60;
}

void late_link(const PlanView& view, const LateLink& link, Cells& cells) {
  cells.moment_or_empty(link.from, kLongAgo);
  cells.moment_or_empty(link.until, kilter::plan::kNever);
  link.placement.valid() ? cells.operation(view.ids.operation(view.plan, link.placement)) : cells.empty();
  cells.text(target_name(view, target_of(link.cause), link.blocker));
  cells.integer(link.counted);
  cells.text(kilter::plan::explain(link.cause));
}

void late_row(const PlanView& view, std::size_t i, Cells& cells) {
  const auto [chain_index, link_index] = view.late_rows[i];
  const LateChain& chain = view.plan.late_chains[chain_index];
  cells.text(view.plant.orders[chain.order].id);
  cells.integer(chain.lateness);
  if (chain.links.empty()) {
    cells.integer(0);
    for (int column = 0; column < 8; ++column) cells.empty();
    return;
  }
  cells.integer(static_cast<std::int64_t>(link_index) + 1);
  cells.text(kilter::plan::word(chain.links[link_index].cause));
  cells.integer(minutes_of_link(chain, link_index));
  late_link(view, chain.links[link_index], cells);
}

std::string_view load_id(const PlanView& view, const kilter::plan::Load& load) {
  switch (load.kind) {
    case LoadKind::work_centre:
      return view.plant.work_centres[model::WorkCentreId(load.index)].id;
    case LoadKind::unit:
      return view.plant.work_units[model::WorkUnitId(load.index)].id;
    case LoadKind::skill:
      return view.plant.skills[model::SkillId(load.index)].id;
  }
  return {};
}

void capacity_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::Load& load = view.plan.loads[i];
  cells.text(kilter::plan::word(load.kind));
  cells.text(load_id(view, load));
  cells.moment_or_empty(load.week, kLongAgo);
  load.capacity > 0 ? cells.integer(base::mul_div_round(load.planned, 100, load.capacity)) : cells.empty();
  load.capacity > 0 ? cells.integer(base::mul_div_round(load.required, 100, load.capacity)) : cells.empty();
  cells.integer(load.planned);
  cells.integer(load.required);
  cells.integer(load.capacity);
  cells.integer(load.overtime);
}

void overtime_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::OvertimeWindow& window = view.plan.overtime[i];
  cells.text(view.plant.calendars[window.calendar].id);
  cells.moment_or_empty(window.from, kLongAgo);
  cells.moment_or_empty(window.until, kilter::plan::kNever);
}

void deferral_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::Deferral& deferral = view.plan.deferrals[i];
  deferral.order.valid() ? cells.text(view.plant.orders[deferral.order].id) : cells.empty();
  cells.text(view.ids.budget(deferral.budget).str());
  cells.text(view.plant.accounts[view.plant.budgets[deferral.budget].account].id);
  cells.moment_or_empty(deferral.until, kLongAgo);
}

// Rows of the plan first, then what reading the plant assumed.
void assumption_row(const PlanView& view, std::size_t i, Cells& cells) {
  const std::size_t own = view.plan.assumptions.size();
  const base::Issue& issue = i < own ? view.plan.assumptions[i] : view.plant.notes[i - own];
  cells.text(i < own ? "plan" : "plant");
  cells.text(kilter::plan::word(issue.severity));
  cells.text(issue.code);
  cells.text(issue.message);
  cells.text(issue.way_out);
  cells.text(issue.where.file);
  issue.where.row > 0 ? cells.integer(issue.where.row) : cells.empty();
  cells.text(issue.where.column);
  cells.text(issue.where.value);
}

}  // namespace

PlanTable readiness_table() {
  return {
      .name = "readiness",
      .meaning = "Eight lamps per operation: ready, on a date, or blocked, and by what; who sees to it and how.",
      .columns = {{"production_order", "id in production_orders.csv"},
                  {"operation", "id of the operation within the item"},
                  {"material", "state, date, cause and its name"},
                  {"people", "the same"},
                  {"machine", "the same"},
                  {"tool", "the same"},
                  {"document", "the same"},
                  {"quality", "the same"},
                  {"paperwork", "the same"},
                  {"money", "the same"},
                  {"full_kit", "earliest date with every lamp ready; never: blocked; empty: ready"},
                  {"start", "when the plan starts it"},
                  {"waits_for", "the lamp that holds it back longest, blocked before the latest date, and its cause"},
                  {"owner", "who sees to that: a role, or the clearance's own owner"},
                  {"next_step", "what is to be done"}},
      .rows = [](const PlanView& view) { return view.plan.readiness.size(); },
      .row = readiness_row};
}

PlanTable late_chains_table() {
  return {.name = "late_chains",
          .meaning = "Why each late order is late: links back from delivery; their minutes sum to its late_minutes.",
          .columns = {{"order", "id of the customer order"},
                      {"late_seconds", "lateness of the order"},
                      {"link", "1 = nearest to delivery"},
                      {"cause", "a word or two"},
                      {"minutes", "of the lateness"},
                      {"from", "the link begins"},
                      {"until", "the link ends"},
                      {"operation", "production order/operation that works or waits"},
                      {"blocker", "operation, person, tool, purchase or stock in the way"},
                      {"seconds", "of the lateness, exactly"},
                      {"explanation", "the cause in words"}},
          .rows = [](const PlanView& view) { return view.late_rows.size(); },
          .row = late_row};
}

PlanTable capacity_table() {
  return {.name = "capacity",
          .meaning = "Load against capacity per work centre, unit, skill and ISO week.",
          .columns = {{"kind", "work centre, unit, skill"},
                      {"id", "of it"},
                      {"week", "Monday 00:00 local"},
                      {"load_percent", "planned / capacity"},
                      {"required_percent", "required / capacity"},
                      {"planned_seconds", "working time placed in this week"},
                      {"required_seconds", "working time if everything were made just in time"},
                      {"capacity_seconds", "regular open time"},
                      {"overtime_seconds", "overtime on offer"}},
          .rows = [](const PlanView& view) { return view.plan.loads.size(); },
          .row = capacity_row};
}

PlanTable overtime_table() {
  return {.name = "overtime",
          .meaning = "Overtime that the plan decided to work; all other overtime stays closed.",
          .columns = {{"calendar", "whose overtime windows"}, {"from", "open from"}, {"until", "open until"}},
          .rows = [](const PlanView& view) { return view.plan.overtime.size(); },
          .row = overtime_row};
}

PlanTable deferrals_table() {
  return {
      .name = "deferrals",
      .meaning =
          "Orders whose own work waits for money: the end of a period whose hard cap leaves none. An order can be late "
          "through a hard cap and not stand here: when a purchase that it needs, alone or with others, waits for the "
          "next period. Its late chain then says budget.",
      .columns = {{"order", "customer order; empty: work for stock"},
                  {"budget", "the period's budget"},
                  {"account", "whose budget"},
                  {"until", "nothing that is made for such orders alone is begun before"}},
      .rows = [](const PlanView& view) { return view.plan.deferrals.size(); },
      .row = deferral_row};
}

PlanTable assumptions_table() {
  return {.name = "assumptions",
          .meaning = "Every default used and every warning, of the plant and of the plan.",
          .columns = {{"source", "plan: made while planning; plant: made while reading"},
                      {"severity", "warning or assumption"},
                      {"code", "stable name"},
                      {"message", "what was assumed"},
                      {"way_out", "how to say it better"},
                      {"file", "where"},
                      {"row", "in the file, the header is 1"},
                      {"column", "name"},
                      {"value", "found"}},
          .rows = [](const PlanView& view) { return view.plan.assumptions.size() + view.plant.notes.size(); },
          .row = assumption_row};
}

}  // namespace kilter::codec
