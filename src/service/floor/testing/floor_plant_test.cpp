#include "service/floor/testing/floor_plant.hpp"

#include <gtest/gtest.h>

#include "codec/plant/plant_text.hpp"
#include "codec/plant/read.hpp"
#include "codec/text/values/civil_time.hpp"
#include "service/tables/desk_tables.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kPlant = R"(
== plant.csv ==
name,currency,time_zone,origin
Frames,EUR,Europe/Berlin,2026-11-24T06:00
== calendars.csv ==
id
day
== calendar_shifts.csv ==
calendar,days,start,end
day,Mon-Fri,06:00,22:00
== items.csv ==
id,unit,source,cost,shelf_life,lot_maximum
bike,pcs,make,900,,10
frame,pcs,make,80,,
tube,m,buy,4,,
tube-b,m,buy,4.5,,
paint,kg,buy,12,30d,
motor,pcs,buy,210,,
kit,set,make,30,,
panel,pcs,make,50,,
== boms.csv ==
item,component,quantity,fixed_quantity,scrap,operation
bike,frame,1,,,10
bike,motor,1,,,10
frame,tube,4,,,10
frame,paint,0.1,0.5,,20
kit,motor,2,,,
panel,tube,0.5,,,b
== substitutes.csv ==
item,component,substitute,ratio
frame,tube,tube-b,1
== operations.csv ==
item,operation,work_centre,setup,run_per_unit,yield
frame,10,welding,15m,10m,
frame,20,painting,10m,5m,0.9
frame,30,,,,
bike,10,assembly,,30m,
panel,a,welding,,10m,0.8
panel,b,welding,,10m,
panel,c,assembly,,10m,
== precedences.csv ==
item,before,after
panel,b,a
panel,a,c
== work_centres.csv ==
id
welding
painting
assembly
== work_units.csv ==
id,work_centre,calendar
weld-1,welding,day
weld-2,welding,day
paint-1,painting,day
bench-1,assembly,day
== people.csv ==
id,calendar
p07,day
p11,day
== vendors.csv ==
id
nordtek
== offers.csv ==
vendor,item,price,lead_time
nordtek,motor,212.50,21d
nordtek,tube,4,2d
nordtek,tube-b,4.5,2d
nordtek,paint,12,2d
== stock.csv ==
item,lot,quantity,expiry,held
tube,L-2210,60,,
tube,L-2209,30,2026-11-30,
tube,L-2100,500,,yes
tube-b,B-1,6,,
paint,P-1,5,2026-12-31,
frame,F-0,3,,
motor,M-1,40,,
== customers.csv ==
id
dealer-1
== orders.csv ==
id,customer,item,quantity,requested
SO-1007,dealer-1,frame,12,2026-12-11
SO-1008,dealer-1,bike,2,2026-12-18
== production_orders.csv ==
id,item,quantity,status,due,for_order
MO-118,frame,20,released,2026-12-04,SO-1007
MO-119,bike,2,released,2026-12-16,SO-1008
MO-120,frame,5,released,2026-12-18,
MO-121,kit,3,released,2026-12-18,
MO-122,panel,10,released,2026-12-18,
== purchase_orders.csv ==
id,vendor,item,quantity,price,status,current
PO-77,nordtek,motor,60,212.50,released,2026-12-01
PO-78,nordtek,tube,100,4,firm,2026-12-01
== clearances.csv ==
id,lamp,item,operation,cleared
CL-1,document,bike,10,no
== accounts.csv ==
id,kind
overtime,overtime
== budgets.csv ==
account,from,until,spent,committed
overtime,2026-11-01,2026-11-30,900,100
)";

time::Instant at(std::string_view text) {
  return codec::text::parse_instant(text, time::Zone::named("Europe/Berlin").value(),
                                    codec::text::DateOnly::start_of_day)
      .value;
}

}  // namespace

PlantTables floor_plant() { return PlantTables::from(codec::plant::split_text(kPlant)).value(); }

Floor::Floor(PlantTables tables) : tables_(std::move(tables)), zone_(zone_of(tables_)), now_(at("2026-11-24T20:00")) {}

Event Floor::event(const std::string& members) {
  const std::string json = R"({"id":"e)" + std::to_string(++count_) + "\"," + members + "}";
  const auto events = read_events(json);
  if (events.ok()) return events.value().front();
  ADD_FAILURE() << json << ": " << events.error().front().message;
  return {};
}

std::string Floor::take(const std::string& members) {
  const auto effect = effect_of(event(members), tables_, {.at = now_, .zone = zone_});
  if (!effect.ok()) {
    ADD_FAILURE() << members << ": " << effect.error().front().message;
    return "refused";
  }
  PlantTables replayed = tables_;
  EXPECT_TRUE(replayed.apply(effect.value().edits).ok());
  EXPECT_EQ(replayed, effect.value().tables) << members;
  tables_ = effect.value().tables;
  std::string codes;
  const Table* conflicts = tables_.find("conflicts.csv");
  for (const std::string& id : effect.value().conflicts) {
    const Row& row = *conflicts->find(conflicts->rows_of(id).front());
    codes += (codes.empty() ? "" : " ") + conflicts->cell(row, "code");
  }
  return codes;
}

std::string Floor::refuse(const std::string& members) {
  const auto effect = effect_of(event(members), tables_, {.at = now_, .zone = zone_});
  if (effect.ok()) {
    ADD_FAILURE() << members << " is taken";
    return "taken";
  }
  std::string codes;
  for (const base::Issue& issue : effect.error()) codes += (codes.empty() ? "" : " ") + issue.code;
  return codes;
}

std::string Floor::rows(std::string_view name, std::string_view columns, std::string_view key) const {
  const Table* table = tables_.find(name);
  std::string text;
  if (table == nullptr) return text;
  for (const Row& row : table->rows()) {
    if (!key.empty() && table->cell(row, key_columns_of(name).front()) != key) continue;
    std::string_view rest = columns;
    if (!text.empty()) text += ';';
    while (true) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      text += table->cell(row, rest.substr(0, end));
      if (end == rest.size()) break;
      text += ',';
      rest.remove_prefix(end + 1);
    }
  }
  return text;
}

bool is_buildable(const PlantTables& tables) {
  std::vector<codec::plant::SourceFile> files;
  const std::vector<codec::plant::TargetFile> written = tables.files();
  for (const codec::plant::TargetFile& file : written) files.push_back({file.name, file.bytes});
  const auto plant = codec::plant::read(files);
  if (plant.ok()) return true;
  for (const base::Issue& issue : plant.error()) {
    if (issue.severity != base::Severity::error) continue;
    ADD_FAILURE() << issue.where.file << ":" << issue.where.row << " " << issue.where.column << " " << issue.where.value
                  << ": " << issue.message;
  }
  return false;
}

TEST(FloorPlant, IsAPlant) { EXPECT_TRUE(Floor().buildable()); }

}  // namespace kilter::service
