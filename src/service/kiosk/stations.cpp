#include "service/kiosk/stations.hpp"

#include <utility>

#include "service/enterprise/access_rows.hpp"

namespace kilter::service {
namespace {

using Made = base::Result<MadeToken, Refusal>;

constexpr const char* kTable = "stations.csv";

bool knows(const PlantTables& tables, std::string_view table, std::string_view id) {
  const Table* found = tables.find(table);
  return found != nullptr && !found->rows_of(id).empty();
}

base::Issue no_such(const char* column, const char* what, const std::string& id, const std::string& plant) {
  return {.code = std::string("unknown-") + column,
          .where = {.column = column, .value = id},
          .message = plant + " has no " + what + " " + id,
          .way_out = "Name one of the plant's, or add it to the plant first."};
}

void check_places(const PlantTables& tables, const NewStation& station, base::Issues& issues) {
  if (station.work_centre.empty() && station.work_units.empty()) {
    issues.push_back({.code = "no-work-units",
                      .where = {.column = "work_units"},
                      .message = "the station serves neither a work centre nor a work unit",
                      .way_out = "Give work_centre, work_units, or both."});
  }
  if (!station.work_centre.empty() && !knows(tables, "work_centres.csv", station.work_centre)) {
    issues.push_back(no_such("work_centre", "work centre", station.work_centre, station.plant));
  }
  for (const std::string& unit : station.work_units) {
    if (!knows(tables, "work_units.csv", unit)) {
      issues.push_back(no_such("work_units", "work unit", unit, station.plant));
    }
  }
}

// Of the plant that the station stands in; null when there is none that the actor sees.
std::shared_ptr<const PlantState> state_of(Enterprise& enterprise, const Actor& actor, const std::string& plant) {
  const LivePlant* live = enterprise.plant(actor, plant);
  return live == nullptr ? nullptr : live->desk->state();
}

const PlantTables* tables_of(const std::shared_ptr<const PlantState>& state) {
  return state == nullptr ? nullptr : &state->tables();
}

Refusal unknown_station(std::string_view id) { return {RefusalKind::unknown, {unknown_access("station", id)}}; }

// Tokens of the station, and of those who signed in at it.
std::vector<RowEdit> without_tokens_of(const Directory& directory, std::string_view station) {
  std::vector<RowEdit> edits;
  for (const Token& token : directory.tokens()) {
    const bool here = token.kind == TokenKind::station || token.kind == TokenKind::kiosk;
    if (here && token.name == station) {
      edits.push_back({.change = RowChange::remove, .table = "tokens.csv", .row = token.row});
    }
  }
  return edits;
}

MintedToken mint(const Enterprise& enterprise, const std::string& station, const std::string& plant) {
  return mint_token({.name = station, .plants = {plant}, .user = {}, .kind = TokenKind::station}, enterprise.now());
}

Made keep(Enterprise& enterprise, const Actor& actor, const char* kind, const std::vector<RowEdit>& edits,
          const MintedToken& token) {
  const Answer answer = keep_access_rows(enterprise, actor, kind, edits);
  if (!answer) return Made::failure(answer.error());
  return MadeToken{.id = token.id, .secret = token.secret, .receipt = answer.value()};
}

}  // namespace

base::Issues why_no_station(const Directory& directory, const PlantTables* tables, const NewStation& station) {
  base::Issues issues;
  if (!is_access_id(station.id)) {
    issues.push_back({.code = "bad-station-id",
                      .where = {.column = "id", .value = station.id},
                      .message = "'" + station.id + "' cannot be a station's id",
                      .way_out = "Use 1 to 60 of a to z, 0 to 9, point, - and _."});
  }
  if (directory.station(station.id) != nullptr) {
    issues.push_back({.code = "station-exists",
                      .where = {.column = "id", .value = station.id},
                      .message = "there is a station " + station.id + " already",
                      .way_out = "Choose another id, or change that station."});
  }
  if (tables == nullptr) {
    issues.push_back(unknown_plant(station.plant));
  } else {
    check_places(*tables, station, issues);
  }
  return issues;
}

Made add_station(Enterprise& enterprise, const Actor& actor, const NewStation& station) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "add-station")) {
    return Made::failure(std::move(*denied));
  }
  const auto state = state_of(enterprise, actor, station.plant);
  if (base::Issues faults = why_no_station(*enterprise.directory(), tables_of(state), station); !faults.empty()) {
    return Made::failure({RefusalKind::faults, std::move(faults)});
  }
  const MintedToken token = mint(enterprise, station.id, station.plant);
  return keep(enterprise, actor, "station.add",
              {{.change = RowChange::add,
                .table = kTable,
                .cells = {{"id", station.id},
                          {"name", station.name},
                          {"plant", station.plant},
                          {"work_centre", station.work_centre},
                          {"work_units", joined(station.work_units)},
                          {"token", token.id}}},
               token.edit},
              token);
}

Answer change_station(Enterprise& enterprise, const Actor& actor, const StationChange& change) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "change-station")) {
    return Answer::failure(std::move(*denied));
  }
  const auto directory = enterprise.directory();
  const KioskStation* station = directory->station(change.id);
  if (station == nullptr) return Answer::failure(unknown_station(change.id));
  const NewStation after{.id = station->id,
                         .name = change.name.value_or(station->name),
                         .plant = station->plant,
                         .work_centre = change.work_centre.value_or(station->work_centre),
                         .work_units = change.work_units.value_or(station->work_units)};
  base::Issues faults;
  const auto state = state_of(enterprise, actor, station->plant);
  if (state == nullptr) {
    faults.push_back(unknown_plant(station->plant));
  } else {
    check_places(state->tables(), after, faults);
  }
  if (!faults.empty()) return Answer::failure({RefusalKind::faults, std::move(faults)});
  return keep_access_rows(
      enterprise, actor, "station.change",
      {{.change = RowChange::change,
        .table = kTable,
        .row = station->row,
        .cells = {
            {"name", after.name}, {"work_centre", after.work_centre}, {"work_units", joined(after.work_units)}}}});
}

Answer drop_station(Enterprise& enterprise, const Actor& actor, std::string_view id) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "drop-station")) {
    return Answer::failure(std::move(*denied));
  }
  const auto directory = enterprise.directory();
  const KioskStation* station = directory->station(id);
  if (station == nullptr) return Answer::failure(unknown_station(id));
  std::vector<RowEdit> edits = without_tokens_of(*directory, id);
  edits.push_back({.change = RowChange::remove, .table = kTable, .row = station->row});
  return keep_access_rows(enterprise, actor, "station.drop", edits);
}

Made renew_station(Enterprise& enterprise, const Actor& actor, std::string_view id) {
  if (auto denied = enterprise.why_not(actor, {}, Permission::administer, "renew-station")) {
    return Made::failure(std::move(*denied));
  }
  const auto directory = enterprise.directory();
  const KioskStation* station = directory->station(id);
  if (station == nullptr) return Made::failure(unknown_station(id));
  const MintedToken token = mint(enterprise, station->id, station->plant);
  std::vector<RowEdit> edits;
  if (const Token* before = directory->token(station->token); before != nullptr) {
    edits.push_back({.change = RowChange::remove, .table = "tokens.csv", .row = before->row});
  }
  edits.push_back(token.edit);
  edits.push_back({.change = RowChange::change, .table = kTable, .row = station->row, .cells = {{"token", token.id}}});
  return keep(enterprise, actor, "station.renew", edits, token);
}

std::vector<std::string> units_of(const KioskStation& station, const PlantTables& tables) {
  if (!station.work_units.empty()) return station.work_units;
  std::vector<std::string> units;
  const Table* table = tables.find("work_units.csv");
  if (table == nullptr) return units;
  for (const RowNumber row : table->rows_with("work_centre", station.work_centre)) {
    units.push_back(table->cell(*table->find(row), "id"));
  }
  return units;
}

}  // namespace kilter::service
