// plant.csv, and where the plant is: currencies, sites, locations, calendars.
#include "codec/plant/tables/tables.hpp"

namespace kilter::codec::plant {

using namespace model;  // NOLINT(google-build-using-namespace): a table of the model's members

namespace {

std::vector<Column> plant_columns() {
  return {
      column<&PlantRow::name, Kind::text>(
          {.name = "name", .need = Need::optional, .meaning = "Name of the plant.", .example = "Veloria"}),
      column<&PlantRow::currency, Kind::text>({.name = "currency",
                                               .need = Need::assumed,
                                               .fallback = "EUR",
                                               .meaning = "Currency of all amounts, ISO 4217.",
                                               .example = "EUR"}),
      column<&PlantRow::time_zone, Kind::text>({.name = "time_zone",
                                                .need = Need::assumed,
                                                .fallback = "UTC",
                                                .meaning = "Time zone of all dates, times and shifts, IANA name.",
                                                .example = "Europe/Berlin"}),
      column<&PlantRow::origin, Kind::from>(
          {.name = "origin", .meaning = "\"Now\": nothing new starts before it.", .example = "2026-11-23T06:00"}),
      column<&PlantRow::horizon, Kind::until>(
          {.name = "horizon",
           .need = Need::derived,
           .fallback = "30 days after the last due date, at least 90 days after the origin",
           .meaning = "How far demand is looked at: what is due later gets a warning. Work, purchases and deliveries "
                      "may still "
                      "lie after it, up to the horizon's length again, at least 400 days.",
           .example = "2027-01-31"}),
      column<&PlantRow::frozen, Kind::duration>(
          {.name = "frozen",
           .need = Need::assumed,
           .fallback = "0s",
           .meaning = "Near zone for re-planning. Kept and checked; a plan does not depend on it yet.",
           .example = "1d"}),
      column<&PlantRow::slushy, Kind::duration>(
          {.name = "slushy",
           .need = Need::assumed,
           .fallback = "0s",
           .meaning = "Zone after the frozen one. Kept and checked; a plan does not depend on it yet.",
           .example = "3d"}),
      column<&PlantRow::default_penalty_per_day, Kind::money>(
          {.name = "default_penalty_per_day",
           .need = Need::assumed,
           .fallback = "100",
           .detail = "plant currency",
           .meaning =
               "Cost of one day of lateness for orders without a penalty of their own, times 1, 3, 6, 10, ... for "
               "priority 1, 2, 3, 4, ... (n (n + 1) / 2).",
           .example = "100"}),
      column<&PlantRow::holding_per_year, Kind::ratio>({.name = "holding_per_year",
                                                        .need = Need::assumed,
                                                        .fallback = "0.2",
                                                        .detail = "share of item cost",
                                                        .meaning = "Cost of holding stock for a year.",
                                                        .example = "0.2"}),
      column<&PlantRow::delivery_buffer, Kind::duration>(
          {.name = "delivery_buffer",
           .need = Need::assumed,
           .fallback = "0s",
           .meaning = "Planned earliness of the last operation before the due date.",
           .example = "1d"}),
  };
}

std::vector<Column> shift_columns() {
  return {
      column<&CalendarShiftRow::calendar, Kind::reference>({.name = "calendar",
                                                            .detail = "calendars.csv",
                                                            .meaning = "Calendar that the shift belongs to.",
                                                            .example = "two-shift"}),
      column<&CalendarShiftRow::days, Kind::days>(
          {.name = "days", .meaning = "Weekdays on which the shift begins.", .example = "Mon-Fri"}),
      column<&CalendarShiftRow::start, Kind::time_of_day>({.name = "start", .meaning = "Start.", .example = "06:00"}),
      column<&CalendarShiftRow::end, Kind::time_of_day>(
          {.name = "end", .meaning = "End; not after the start: on the next day.", .example = "14:00"}),
      column<&CalendarShiftRow::time_class, Kind::choice>({.name = "class",
                                                           .need = Need::assumed,
                                                           .fallback = "regular",
                                                           .detail = "regular, overtime",
                                                           .meaning = "Overtime is dearer and used only where it pays.",
                                                           .example = "regular"}),
      column<&CalendarShiftRow::from, Kind::from>({.name = "from",
                                                   .need = Need::optional,
                                                   .fallback = "always",
                                                   .meaning = "First day on which the shift holds.",
                                                   .example = "2026-12-01"}),
      column<&CalendarShiftRow::until, Kind::until>({.name = "until",
                                                     .need = Need::optional,
                                                     .fallback = "always",
                                                     .meaning = "Last day on which the shift holds.",
                                                     .example = "2026-12-31"})};
}

}  // namespace

Table plant_table() {
  Table result{
      .file = PlantRow::kFile,
      .title = "The plant",
      .meaning = "One row: what the plant is called, what \"now\" is, and how far to plan.",
      .required = true,
      .single_row = true,
      .columns = plant_columns(),
      .append = [](PlantDraft& draft, RowNumber row) -> void* {
        draft.plant.row = row;
        return &draft.plant;
      },
      .count = [](const PlantDraft&) -> std::size_t { return 1; },
      .at = [](const PlantDraft& draft, std::size_t) -> const void* { return &draft.plant; },
      .reserve = [](PlantDraft&, std::size_t) {},
  };
  return result;
}

std::vector<Table> site_tables() {
  return {
      table<&PlantDraft::currencies>(
          "currencies.csv", "Currencies", "Rates of the currencies that offers are priced in, besides the plant's own.",
          {column<&CurrencyRow::currency, Kind::id>(
               {.name = "currency", .meaning = "Currency, ISO 4217.", .example = "USD"}),
           column<&CurrencyRow::rate, Kind::ratio>({.name = "rate",
                                                    .detail = "plant currency per unit",
                                                    .meaning = "What one unit is worth in the plant's currency.",
                                                    .example = "0.92"})}),
      table<&PlantDraft::sites>(
          "sites.csv", "Sites",
          "Places with stock and machines of their own. Without this table there is one site, `main`.",
          {column<&SiteRow::id, Kind::id>({.name = "id", .meaning = "Id of the site.", .example = "main"}),
           column<&SiteRow::name, Kind::text>({.name = "name",
                                               .need = Need::optional,
                                               .fallback = "the id",
                                               .meaning = "Name shown.",
                                               .example = "Main works"})}),
      table<&PlantDraft::locations>(
          "locations.csv", "Stock locations", "Where stock lies within a site.",
          {column<&LocationRow::id, Kind::id>({.name = "id", .meaning = "Id of the location.", .example = "hall-2"}),
           column<&LocationRow::name, Kind::text>({.name = "name",
                                                   .need = Need::optional,
                                                   .fallback = "the id",
                                                   .meaning = "Name shown.",
                                                   .example = "Hall 2"}),
           column<&LocationRow::site, Kind::reference>({.name = "site",
                                                        .need = Need::optional,
                                                        .fallback = "the only site",
                                                        .detail = "sites.csv",
                                                        .meaning = "Site of the location.",
                                                        .example = "main"}),
           column<&LocationRow::nettable, Kind::yes_no>({.name = "nettable",
                                                         .need = Need::assumed,
                                                         .fallback = "yes",
                                                         .meaning = "Whether stock here counts as available.",
                                                         .example = "yes"})}),
  };
}

std::vector<Table> calendar_tables() {
  return {
      table<&PlantDraft::calendars>(
          "calendars.csv", "Calendars",
          "When units, people and vendors work. Shifts and exceptions follow in their own tables.",
          {column<&CalendarRow::id, Kind::id>({.name = "id", .meaning = "Id of the calendar.", .example = "two-shift"}),
           column<&CalendarRow::name, Kind::text>({.name = "name",
                                                   .need = Need::optional,
                                                   .fallback = "the id",
                                                   .meaning = "Name shown.",
                                                   .example = "Two shifts"})}),
      table<&PlantDraft::calendar_shifts>("calendar_shifts.csv", "Shifts",
                                          "Weekly pattern of the calendars, in the plant's local time.",
                                          shift_columns()),
      table<&PlantDraft::calendar_exceptions>(
          "calendar_exceptions.csv", "Exceptions",
          "Holidays, extra shifts, overtime windows: they override the weekly pattern.",
          {column<&CalendarExceptionRow::calendar, Kind::reference>({.name = "calendar",
                                                                     .detail = "calendars.csv",
                                                                     .meaning = "Calendar that it applies to.",
                                                                     .example = "two-shift"}),
           column<&CalendarExceptionRow::from, Kind::from>(
               {.name = "from", .meaning = "Begin.", .example = "2026-12-24"}),
           column<&CalendarExceptionRow::until, Kind::until>(
               {.name = "until", .meaning = "End.", .example = "2026-12-26"}),
           column<&CalendarExceptionRow::kind, Kind::choice>(
               {.name = "kind",
                .need = Need::assumed,
                .fallback = "closed",
                .detail = "closed, open, overtime",
                .meaning = "What this time is; of overlapping rows the later decides.",
                .example = "closed"}),
           column<&CalendarExceptionRow::reason, Kind::text>(
               {.name = "reason", .need = Need::optional, .meaning = "Why.", .example = "Christmas"})}),
  };
}

}  // namespace kilter::codec::plant
