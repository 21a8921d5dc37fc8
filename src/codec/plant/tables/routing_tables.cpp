// Operations, their order, and the units, skills and tools that they need.
#include "codec/plant/tables/tables.hpp"

namespace kilter::codec::plant {

using namespace model;  // NOLINT(google-build-using-namespace): a table of the model's members

namespace {

template <auto kItem, auto kOperation>
std::vector<Column> operation_key(const std::vector<Column>& rest) {
  std::vector<Column> columns{
      column<kItem, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "Item made.", .example = "bike"}),
      column<kOperation, Kind::reference>(
          {.name = "operation", .detail = "operations.csv", .meaning = "Operation of the item.", .example = "10"})};
  for (const Column& column : rest) columns.push_back(column);
  return columns;
}

std::vector<Column> operation_times() {
  return {
      column<&OperationRow::setup, Kind::duration>({.name = "setup",
                                                    .need = Need::assumed,
                                                    .fallback = "0s",
                                                    .meaning = "Setup per order, on any unit.",
                                                    .example = "15m"}),
      column<&OperationRow::run_per_unit, Kind::duration>(
          {.name = "run_per_unit",
           .need = Need::optional,
           .fallback = "0s",
           .meaning = "Run time per unit started, at speed 1; on a work unit with a "
                      "batch_capacity per cycle.",
           .example = "12m 30s"}),
      column<&OperationRow::fixed_time, Kind::duration>(
          {.name = "fixed_time",
           .need = Need::optional,
           .fallback = "0s",
           .meaning = "Run time per order, whatever its size; on a work unit with a "
                      "batch_capacity per cycle.",
           .example = "4h"}),
      column<&OperationRow::yield, Kind::ratio>({.name = "yield",
                                                 .need = Need::assumed,
                                                 .fallback = "1",
                                                 .detail = "share, above 0 up to 1",
                                                 .meaning = "Good share of what goes through.",
                                                 .example = "0.97"}),
      column<&OperationRow::inspection, Kind::yes_no>({.name = "inspection",
                                                       .need = Need::assumed,
                                                       .fallback = "no",
                                                       .meaning = "Whether quality inspects here.",
                                                       .example = "no"}),
      column<&OperationRow::interruptible, Kind::yes_no>({.name = "interruptible",
                                                          .need = Need::assumed,
                                                          .fallback = "yes",
                                                          .meaning = "Whether it may pause over closed time and its "
                                                                     "work lie unfinished meanwhile.",
                                                          .example = "yes"}),
      column<&OperationRow::transfer_batch, Kind::quantity>({.name = "transfer_batch",
                                                             .need = Need::optional,
                                                             .fallback = "the whole order",
                                                             .meaning = "Successors may begin when that many are done.",
                                                             .example = "10"}),
  };
}

std::vector<Column> operation_columns() {
  std::vector<Column> columns{
      column<&OperationRow::item, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "Item made.", .example = "bike"}),
      column<&OperationRow::operation, Kind::id>(
          {.name = "operation", .meaning = "Id of the operation, its own within the item.", .example = "10"}),
      column<&OperationRow::name, Kind::text>(
          {.name = "name", .need = Need::optional, .fallback = "the id", .meaning = "Name shown.", .example = "Weld"}),
      column<&OperationRow::work_centre, Kind::reference>({.name = "work_centre",
                                                           .need = Need::optional,
                                                           .fallback = "none: waiting, or outside processing",
                                                           .detail = "work_centres.csv",
                                                           .meaning = "Where it is done.",
                                                           .example = "welding"})};
  for (const Column& column : operation_times()) columns.push_back(column);
  columns.push_back(column<&OperationRow::family, Kind::text>({.name = "family",
                                                               .need = Need::optional,
                                                               .fallback = "the item's",
                                                               .meaning = "Setup family; created on use.",
                                                               .example = "red"}));
  columns.push_back(column<&OperationRow::skill, Kind::reference>(
      {.name = "skill",
       .need = Need::optional,
       .fallback = "none",
       .detail = "skills.csv",
       .meaning = "Short for one person of level 1 from start to end; else use operation_skills.csv.",
       .example = "welder"}));
  columns.push_back(column<&OperationRow::vendor, Kind::reference>({.name = "vendor",
                                                                    .need = Need::optional,
                                                                    .fallback = "none",
                                                                    .detail = "vendors.csv",
                                                                    .meaning = "Outside processing: who does it.",
                                                                    .example = "anodix"}));
  columns.push_back(column<&OperationRow::outside_lead_time, Kind::duration>(
      {.name = "outside_lead_time",
       .need = Need::optional,
       .fallback = "0s",
       .meaning = "Outside processing: open time on the vendor's calendar, where a day is 24 open hours. A vendor that "
                  "works 8 hours a day takes 4 of its days for `32h`.",
       .example = "4d"}));
  columns.push_back(column<&OperationRow::outside_price, Kind::price>({.name = "outside_price",
                                                                       .need = Need::optional,
                                                                       .fallback = "0",
                                                                       .detail = "plant currency per unit",
                                                                       .meaning = "Outside processing: price per unit.",
                                                                       .example = "6.40"}));
  return columns;
}

std::vector<Column> precedence_columns() {
  return {
      column<&PrecedenceRow::item, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "Item made.", .example = "bike"}),
      column<&PrecedenceRow::before, Kind::reference>(
          {.name = "before", .detail = "operations.csv", .meaning = "Operation that comes first.", .example = "10"}),
      column<&PrecedenceRow::after, Kind::reference>(
          {.name = "after", .detail = "operations.csv", .meaning = "Operation that follows.", .example = "20"}),
      column<&PrecedenceRow::minimum_wait, Kind::duration>(
          {.name = "minimum_wait",
           .need = Need::assumed,
           .fallback = "0s",
           .meaning = "At least this between them (curing, cooling), elapsed.",
           .example = "4h"}),
      column<&PrecedenceRow::maximum_wait, Kind::duration>(
          {.name = "maximum_wait",
           .need = Need::optional,
           .fallback = "unlimited",
           .meaning =
               "At most this between them, elapsed, from the end of the first. What must not lie unfinished over "
               "closed time either is not `interruptible`.",
           .example = "2d"}),
  };
}

std::vector<Column> skill_columns() {
  return operation_key<&OperationSkillRow::item, &OperationSkillRow::operation>({
      column<&OperationSkillRow::skill, Kind::reference>(
          {.name = "skill", .detail = "skills.csv", .meaning = "Skill needed.", .example = "welder"}),
      column<&OperationSkillRow::level, Kind::whole>(
          {.name = "level", .need = Need::assumed, .fallback = "1", .meaning = "Level, at least.", .example = "2"}),
      column<&OperationSkillRow::head_count, Kind::whole>({.name = "head_count",
                                                           .need = Need::assumed,
                                                           .fallback = "1",
                                                           .meaning = "Different persons.",
                                                           .example = "1"}),
      column<&OperationSkillRow::attendance, Kind::choice>(
          {.name = "attendance",
           .need = Need::assumed,
           .fallback = "whole",
           .detail = "whole, setup, share",
           .meaning = "From start to end, while setting up, or for setup and the first share of the run.",
           .example = "setup"}),
      column<&OperationSkillRow::share, Kind::ratio>({.name = "share",
                                                      .need = Need::optional,
                                                      .fallback = "1",
                                                      .detail = "share, 0 to 1",
                                                      .meaning = "Attendance share: how much of the run.",
                                                      .example = "0.25"}),
  });
}

}  // namespace

std::vector<Table> routing_tables() {
  return {
      table<&PlantDraft::operations>("operations.csv", "Operations",
                                     "How items are made. Several rows per item, in the order of the work.",
                                     operation_columns()),
      table<&PlantDraft::precedences>(
          "precedences.csv", "Precedences",
          "Networks and waits. An item without a row here: its operations follow each other "
          "in file order, without waits.",
          precedence_columns()),
      table<&PlantDraft::operation_units>(
          "operation_units.csv", "Eligible work units",
          "An operation without a row here may run on every unit of its work centre, at speed 1.",
          operation_key<&OperationUnitRow::item, &OperationUnitRow::operation>({
              column<&OperationUnitRow::work_unit, Kind::reference>({.name = "work_unit",
                                                                     .detail = "work_units.csv",
                                                                     .meaning = "Unit that can do it.",
                                                                     .example = "weld-1"}),
              column<&OperationUnitRow::speed, Kind::ratio>(
                  {.name = "speed",
                   .need = Need::assumed,
                   .fallback = "1",
                   .meaning = "Run time there is the standard time divided by this.",
                   .example = "1.25"}),
          })),
      table<&PlantDraft::operation_skills>("operation_skills.csv", "Skills needed",
                                           "Who must be there. Several rows per operation.", skill_columns()),
      table<&PlantDraft::operation_tools>(
          "operation_tools.csv", "Tools needed", "Tools that are held from start to end.",
          operation_key<&OperationToolRow::item, &OperationToolRow::operation>({
              column<&OperationToolRow::tool, Kind::reference>(
                  {.name = "tool", .detail = "tools.csv", .meaning = "Tool needed.", .example = "dynamometer"}),
              column<&OperationToolRow::count, Kind::whole>({.name = "count",
                                                             .need = Need::assumed,
                                                             .fallback = "1",
                                                             .meaning = "How many of it.",
                                                             .example = "1"}),
          })),
  };
}

}  // namespace kilter::codec::plant
