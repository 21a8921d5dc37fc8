#include "service/kiosk/station_view.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "service/floor/views/andon_board.hpp"
#include "service/floor/views/looking.hpp"
#include "service/floor/views/work_state.hpp"
#include "service/kiosk/stations.hpp"

namespace kilter::service {
namespace {

using codec::JsonWriter;
using Names = std::map<std::string, std::string>;

constexpr int kQuantityDigits = 6;
constexpr std::size_t kNextOnWall = 3;

bool runs(const DispatchJob& job) { return job.status == JobStatus::running || job.status == JobStatus::paused; }

bool is_one_of(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// A cell of the first row whose first column is `id`; empty when there is none.
std::string cell_of_row(const PlantTables& tables, std::string_view table, std::string_view id,
                        std::string_view column) {
  const Table* found = tables.find(table);
  if (found == nullptr) return {};
  const auto rows = found->rows_of(id);
  return rows.empty() ? std::string() : found->cell(*found->find(rows.front()), column);
}

std::string name_in(const PlantTables& tables, std::string_view table, const std::string& id) {
  std::string name = cell_of_row(tables, table, id, "name");
  return name.empty() ? id : name;
}

// The row of its standstill that lasts; null when it runs.
const Row* standstill(const Table* downtimes, std::string_view unit) {
  if (downtimes == nullptr) return nullptr;
  for (const RowNumber row : downtimes->rows_of(unit)) {
    if (downtimes->cell(*downtimes->find(row), "until").empty()) return downtimes->find(row);
  }
  return nullptr;
}

void down_member(const PlantTables& tables, const std::string& unit, JsonWriter& json) {
  const Table* downtimes = tables.find("downtimes.csv");
  const Row* down = standstill(downtimes, unit);
  json.key("down");
  if (down == nullptr) {
    json.null();
    return;
  }
  json.begin_object();
  for (const char* column : {"from", "expected", "reason"}) json.key(column).text(downtimes->cell(*down, column));
  json.end_object();
}

void unit_members(const PlantTables& tables, const std::string& unit, JsonWriter& json) {
  json.key("id").text(unit).key("name").text(name_in(tables, "work_units.csv", unit));
  down_member(tables, unit, json);
}

// How far it is, beside what the dispatch list says.
void counts(const FloorNow& floor, const DispatchJob& job, JsonWriter& json) {
  base::Quantity good;
  base::Quantity scrap;
  base::Quantity rework;
  if (const auto order = order_view(floor.tables, floor.now, job.production_order)) {
    for (const StepView& step : order->steps) {
      if (step.operation != job.operation) continue;
      good = step.good;
      scrap = step.scrap;
      rework = step.rework;
    }
  }
  json.key("good").decimal(good.raw(), kQuantityDigits);
  json.key("scrap").decimal(scrap.raw(), kQuantityDigits);
  json.key("rework").decimal(rework.raw(), kQuantityDigits);
}

void jobs_member(const FloorNow& floor, const std::vector<DispatchJob>& jobs, JsonWriter& json) {
  json.key("jobs").begin_array();
  for (const DispatchJob& job : jobs) {
    json.begin_object();
    dispatch_job_members(job, floor.now.zone, json);
    counts(floor, job, json);
    json.end_object();
  }
  json.end_array();
}

void names_member(const char* key, const Names& names, JsonWriter& json) {
  json.key(key).begin_object();
  for (const auto& [id, name] : names) json.key(id).text(name);
  json.end_object();
}

// Who and what the jobs speak of.
void names_of(const PlantTables& tables, const std::vector<DispatchJob>& jobs, JsonWriter& json) {
  Names people;
  Names items;
  for (const DispatchJob& job : jobs) {
    for (const std::string& person : words_of(job.people)) people.emplace(person, person_name(tables, person));
    items.emplace(job.item, name_in(tables, "items.csv", job.item));
    for (const KitLine& line : job.kit) items.emplace(line.item, name_in(tables, "items.csv", line.item));
  }
  names_member("people", people, json);
  names_member("items", items, json);
}

void calls_member(const FloorNow& floor, const std::vector<std::string>& units, JsonWriter& json) {
  json.key("calls").begin_array();
  for (const Call& call : open_calls(floor.tables, floor.now)) {
    if (!is_one_of(units, call.work_unit)) continue;
    json.begin_object();
    json.key("id").text(call.id).key("topic").text(call.topic).key("work_unit").text(call.work_unit);
    json.key("note").text(call.note).key("stops").boolean(call.stops);
    json.key("raised").text(iso_text(call.raised, floor.now.zone));
    json.key("acknowledged_by").text(call.acknowledged_by);
    json.key("open_seconds").integer(call.open.count()).key("role").text(call.role);
    json.end_object();
  }
  json.end_array();
}

// Open contradictions about the station's units, or out of reports that came from it.
void conflicts_member(const FloorNow& floor, const KioskStation& station, const std::vector<std::string>& units,
                      JsonWriter& json) {
  json.key("conflicts").begin_array();
  if (const Table* table = floor.tables.find("conflicts.csv"); table != nullptr) {
    for (const Row& row : table->rows()) {
      const bool here =
          is_one_of(units, table->cell(row, "work_unit")) || table->cell(row, "event").starts_with(station.id + ":");
      if (!here || !table->cell(row, "settled").empty()) continue;
      json.begin_object();
      for (const char* column :
           {"id", "code", "text", "way_out", "at", "event", "kind", "production_order", "operation"}) {
        json.key(column).text(table->cell(row, column));
      }
      json.end_object();
    }
  }
  json.end_array();
}

void when_members(const FloorNow& floor, JsonWriter& json) {
  json.key("now").text(iso_text(floor.now.at, floor.now.zone));
  json.key("planned").boolean(floor.plan != nullptr);
}

}  // namespace

std::string person_name(const PlantTables& tables, const std::string& person) {
  return name_in(tables, "people.csv", person);
}

bool has_area(const PlantTables& tables, std::string_view work_centre) {
  const Table* found = tables.find("work_centres.csv");
  return found != nullptr && !found->rows_of(work_centre).empty();
}

std::vector<DispatchJob> jobs_at(const FloorNow& floor, const std::vector<std::string>& units, std::size_t next) {
  std::vector<DispatchJob> jobs;
  if (floor.plan == nullptr) return jobs;
  for (const std::string& unit : units) {
    const std::size_t most = next + 20;  // running ones count, too
    for (DispatchJob& job :
         dispatch(*floor.plan, floor.tables, floor.now, {.work_unit = unit, .person = {}, .most = most})) {
      jobs.push_back(std::move(job));
    }
  }
  std::stable_sort(jobs.begin(), jobs.end(), [](const DispatchJob& a, const DispatchJob& b) {
    return runs(a) != runs(b) ? runs(a) : a.start < b.start;
  });
  const auto waiting = std::find_if(jobs.begin(), jobs.end(), [](const DispatchJob& job) { return !runs(job); });
  const auto shown = static_cast<std::size_t>(waiting - jobs.begin()) + next;
  if (jobs.size() > shown) jobs.erase(jobs.begin() + static_cast<std::ptrdiff_t>(shown), jobs.end());
  return jobs;
}

void station_members(const FloorNow& floor, const KioskStation& station, JsonWriter& json) {
  const std::vector<std::string> units = units_of(station, floor.tables);
  const std::vector<DispatchJob> jobs = jobs_at(floor, units, kNextJobs);
  json.key("station").begin_object();
  json.key("id").text(station.id).key("name").text(station.name.empty() ? station.id : station.name);
  json.key("plant").text(station.plant).key("work_centre").text(station.work_centre);
  json.end_object();
  json.key("units").begin_array();
  for (const std::string& unit : units) {
    json.begin_object();
    unit_members(floor.tables, unit, json);
    json.end_object();
  }
  json.end_array();
  when_members(floor, json);
  jobs_member(floor, jobs, json);
  names_of(floor.tables, jobs, json);
  calls_member(floor, units, json);
  conflicts_member(floor, station, units, json);
}

void wall_members(const FloorNow& floor, const std::string& work_centre, JsonWriter& json) {
  const std::vector<std::string> units = units_of({.work_centre = work_centre, .work_units = {}}, floor.tables);
  json.key("area").begin_object();
  json.key("id").text(work_centre).key("name").text(name_in(floor.tables, "work_centres.csv", work_centre));
  json.end_object();
  when_members(floor, json);
  std::vector<DispatchJob> all;
  json.key("units").begin_array();
  for (const std::string& unit : units) {
    const std::vector<DispatchJob> jobs = jobs_at(floor, {unit}, kNextOnWall);
    json.begin_object();
    unit_members(floor.tables, unit, json);
    jobs_member(floor, jobs, json);
    json.end_object();
    all.insert(all.end(), jobs.begin(), jobs.end());
  }
  json.end_array();
  names_of(floor.tables, all, json);
  calls_member(floor, units, json);
}

}  // namespace kilter::service
