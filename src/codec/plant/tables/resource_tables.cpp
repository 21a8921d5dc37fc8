// Work centres, work units, closures, tools, setups; skills and people.
#include "codec/plant/tables/tables.hpp"

namespace kilter::codec::plant {

using namespace model;  // NOLINT(google-build-using-namespace): a table of the model's members

namespace {

template <auto kName>
Column name_column(const char* example) {
  return column<kName, Kind::text>(
      {.name = "name", .need = Need::optional, .fallback = "the id", .meaning = "Name shown.", .example = example});
}

std::vector<Column> unit_columns() {
  return {
      column<&WorkUnitRow::id, Kind::id>({.name = "id", .meaning = "Id of the unit.", .example = "weld-1"}),
      name_column<&WorkUnitRow::name>("Welding cell 1"),
      column<&WorkUnitRow::work_centre, Kind::reference>({.name = "work_centre",
                                                          .detail = "work_centres.csv",
                                                          .meaning = "Work centre that it belongs to.",
                                                          .example = "welding"}),
      column<&WorkUnitRow::calendar, Kind::reference>({.name = "calendar",
                                                       .need = Need::derived,
                                                       .fallback = "open round the clock (24/7)",
                                                       .detail = "calendars.csv",
                                                       .meaning = "When it can run.",
                                                       .example = "two-shift"}),
      column<&WorkUnitRow::count, Kind::whole>({.name = "count",
                                                .need = Need::assumed,
                                                .fallback = "1",
                                                .meaning = "Identical machines behind this name.",
                                                .example = "2"}),
      column<&WorkUnitRow::unlimited, Kind::yes_no>(
          {.name = "unlimited",
           .need = Need::assumed,
           .fallback = "no",
           .meaning = "Any number of operations at once: a calendar without a queue.",
           .example = "no"}),
      column<&WorkUnitRow::cost_per_hour, Kind::rate>({.name = "cost_per_hour",
                                                       .need = Need::assumed,
                                                       .fallback = "0",
                                                       .detail = "plant currency",
                                                       .meaning = "Cost of an hour of work.",
                                                       .example = "42"}),
      column<&WorkUnitRow::overtime_cost_per_hour, Kind::rate>({.name = "overtime_cost_per_hour",
                                                                .need = Need::derived,
                                                                .fallback = "the regular rate",
                                                                .detail = "plant currency",
                                                                .meaning = "Full cost of an hour of overtime.",
                                                                .example = "50"}),
      column<&WorkUnitRow::setup_matrix, Kind::reference>({.name = "setup_matrix",
                                                           .need = Need::optional,
                                                           .fallback = "none",
                                                           .detail = "setup_matrices.csv",
                                                           .meaning = "Setups that depend on what ran before.",
                                                           .example = "colours"}),
      column<&WorkUnitRow::initial_family, Kind::text>({.name = "initial_family",
                                                        .need = Need::optional,
                                                        .fallback = "none",
                                                        .meaning = "What it is set up for at the origin.",
                                                        .example = "red"}),
      column<&WorkUnitRow::batch_capacity, Kind::quantity>(
          {.name = "batch_capacity",
           .need = Need::optional,
           .fallback = "none",
           .meaning = "Runs that many units in one cycle of fixed_time and run_per_unit (an oven).",
           .example = "12"}),
  };
}

std::vector<Column> person_columns() {
  return {
      column<&PersonRow::id, Kind::id>({.name = "id", .meaning = "Id of the person.", .example = "p07"}),
      name_column<&PersonRow::name>("Ana Weber"),
      column<&PersonRow::calendar, Kind::reference>({.name = "calendar",
                                                     .need = Need::derived,
                                                     .fallback = "open round the clock (24/7)",
                                                     .detail = "calendars.csv",
                                                     .meaning = "Shifts worked.",
                                                     .example = "early"}),
      column<&PersonRow::wage_per_hour, Kind::rate>({.name = "wage_per_hour",
                                                     .need = Need::assumed,
                                                     .fallback = "0",
                                                     .detail = "plant currency",
                                                     .meaning = "Wage.",
                                                     .example = "24.50"}),
      column<&PersonRow::overtime_wage_per_hour, Kind::rate>({.name = "overtime_wage_per_hour",
                                                              .need = Need::derived,
                                                              .fallback = "125 % of the wage",
                                                              .detail = "plant currency",
                                                              .meaning = "Full wage in overtime.",
                                                              .example = "30.625"}),
      column<&PersonRow::hours_per_day, Kind::duration>({.name = "hours_per_day",
                                                         .need = Need::optional,
                                                         .fallback = "no limit",
                                                         .meaning =
                                                             "Hours of the shifts that count in a day: beyond them the "
                                                             "person is away, busy before or not.",
                                                         .example = "10h"}),
      column<&PersonRow::hours_per_week, Kind::duration>({.name = "hours_per_week",
                                                          .need = Need::optional,
                                                          .fallback = "no limit",
                                                          .meaning = "The same in an ISO week.",
                                                          .example = "48h"}),
  };
}

std::vector<Column> certificate_columns() {
  return {
      column<&PersonSkillRow::person, Kind::reference>(
          {.name = "person", .detail = "people.csv", .meaning = "Who.", .example = "p07"}),
      column<&PersonSkillRow::skill, Kind::reference>(
          {.name = "skill", .detail = "skills.csv", .meaning = "Can do what.", .example = "welder"}),
      column<&PersonSkillRow::level, Kind::whole>(
          {.name = "level", .need = Need::assumed, .fallback = "1", .meaning = "How well.", .example = "2"}),
      column<&PersonSkillRow::from, Kind::from>({.name = "from",
                                                 .need = Need::optional,
                                                 .fallback = "always",
                                                 .meaning = "Certificate holds from then on.",
                                                 .example = "2025-01-01"}),
      column<&PersonSkillRow::until, Kind::until>({.name = "until",
                                                   .need = Need::optional,
                                                   .fallback = "always",
                                                   .meaning = "Certificate holds until then.",
                                                   .example = "2026-11-27"}),
  };
}

Table closures() {
  return table<&PlantDraft::closures>(
      "closures.csv", "Closures", "Maintenance and downtime of single work units.",
      {column<&ClosureRow::work_unit, Kind::reference>(
           {.name = "work_unit", .detail = "work_units.csv", .meaning = "Unit that is closed.", .example = "weld-1"}),
       column<&ClosureRow::from, Kind::from>({.name = "from", .meaning = "Begin.", .example = "2026-11-25T06:00"}),
       column<&ClosureRow::until, Kind::until>({.name = "until", .meaning = "End.", .example = "2026-11-25T10:00"}),
       column<&ClosureRow::reason, Kind::text>(
           {.name = "reason", .need = Need::optional, .meaning = "Why.", .example = "maintenance"})});
}

Table setup_matrices() {
  return table<&PlantDraft::setup_matrices>(
      "setup_matrices.csv", "Setup matrices",
      "Setup from one family to the next. A pair that is not listed takes no time and costs nothing.",
      {column<&SetupMatrixRow::matrix, Kind::id>(
           {.name = "matrix", .meaning = "Id of the matrix.", .example = "colours"}),
       column<&SetupMatrixRow::from_family, Kind::text>(
           {.name = "from_family", .meaning = "Family before.", .example = "black"}),
       column<&SetupMatrixRow::to_family, Kind::text>(
           {.name = "to_family", .meaning = "Family after.", .example = "white"}),
       column<&SetupMatrixRow::time, Kind::duration>(
           {.name = "time", .need = Need::assumed, .fallback = "0s", .meaning = "Setup time.", .example = "70m"}),
       column<&SetupMatrixRow::cost, Kind::money>({.name = "cost",
                                                   .need = Need::assumed,
                                                   .fallback = "0",
                                                   .detail = "plant currency",
                                                   .meaning = "Cost besides the time (material, waste).",
                                                   .example = "18"})});
}

}  // namespace

std::vector<Table> resource_tables() {
  return {
      table<&PlantDraft::work_centres>("work_centres.csv", "Work centres",
                                       "Groups of work units that do the same kind of work.",
                                       {column<&WorkCentreRow::id, Kind::id>(
                                            {.name = "id", .meaning = "Id of the work centre.", .example = "welding"}),
                                        name_column<&WorkCentreRow::name>("Welding"),
                                        column<&WorkCentreRow::site, Kind::reference>({.name = "site",
                                                                                       .need = Need::optional,
                                                                                       .fallback = "the only site",
                                                                                       .detail = "sites.csv",
                                                                                       .meaning = "Site.",
                                                                                       .example = "main"})}),
      table<&PlantDraft::work_units>("work_units.csv", "Work units", "Machines and stations.", unit_columns()),
      closures(),
      table<&PlantDraft::tools>(
          "tools.csv", "Tools", "Tools, fixtures and gauges that are shared.",
          {column<&ToolRow::id, Kind::id>({.name = "id", .meaning = "Id of the tool.", .example = "dynamometer"}),
           name_column<&ToolRow::name>("Dynamometer"),
           column<&ToolRow::count, Kind::whole>({.name = "count",
                                                 .need = Need::assumed,
                                                 .fallback = "1",
                                                 .meaning = "How many there are.",
                                                 .example = "2"})}),
      table<&PlantDraft::families>(
          "families.csv", "Setup families",
          "Not needed: families are created where they are first used. Listing them here makes a list to check "
          "against.",
          {column<&FamilyRow::id, Kind::id>({.name = "id", .meaning = "Id of the family.", .example = "red"})}),
      setup_matrices(),
  };
}

std::vector<Table> people_tables() {
  return {
      table<&PlantDraft::skills>(
          "skills.csv", "Skills", "What people can do.",
          {column<&SkillRow::id, Kind::id>({.name = "id", .meaning = "Id of the skill.", .example = "welder"}),
           name_column<&SkillRow::name>("Welder")}),
      table<&PlantDraft::people>("people.csv", "People", "Who works, when, and at what wage.", person_columns()),
      table<&PlantDraft::person_skills>("person_skills.csv", "Certificates",
                                        "Who can do what. Several rows per person.", certificate_columns()),
      table<&PlantDraft::absences>(
          "absences.csv", "Absences", "Holidays, training, sick leave.",
          {column<&AbsenceRow::person, Kind::reference>(
               {.name = "person", .detail = "people.csv", .meaning = "Who.", .example = "p07"}),
           column<&AbsenceRow::from, Kind::from>({.name = "from", .meaning = "Begin.", .example = "2026-11-23"}),
           column<&AbsenceRow::until, Kind::until>({.name = "until", .meaning = "End.", .example = "2026-11-27"}),
           column<&AbsenceRow::reason, Kind::text>(
               {.name = "reason", .need = Need::optional, .meaning = "Why.", .example = "holiday"})}),
  };
}

}  // namespace kilter::codec::plant
