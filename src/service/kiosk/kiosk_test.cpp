// Stations, badges and people at stations, without a server: what is refused and why, and what a station shows.
#include <gtest/gtest.h>
#include <simdjson.h>

#include "codec/plant/read.hpp"
#include "codec/text/values/civil_time.hpp"
#include "coordinate/make_plan.hpp"
#include "service/access/secrets.hpp"
#include "service/floor/testing/floor_plant.hpp"
#include "service/kiosk/badges.hpp"
#include "service/kiosk/session.hpp"
#include "service/kiosk/station_view.hpp"
#include "service/kiosk/stations.hpp"

namespace kilter::service {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;

const time::Zone& berlin() {
  static const time::Zone kBerlin = time::Zone::named("Europe/Berlin").value();
  return kBerlin;
}

time::Instant instant(const std::string& text) {
  return codec::text::parse_instant(text, berlin(), codec::text::DateOnly::start_of_day).value;
}

std::int64_t micros(const std::string& text) {
  return std::chrono::duration_cast<std::chrono::microseconds>(instant(text).time_since_epoch()).count();
}

std::string codes(const base::Issues& issues) {
  std::string text;
  for (const base::Issue& issue : issues) text += (text.empty() ? "" : " ") + issue.code;
  return text;
}

RowEdit row(std::string_view table, std::vector<CellText> cells) {
  return {.change = RowChange::add, .table = std::string(table), .cells = std::move(cells)};
}

// A station, p07's badge with the PIN 4711, another plant's badge, and a session of p07 that ends at 09:15.
Directory directory() {
  PlantTables tables;
  static const std::string kPin = password_hash("4711");
  const std::vector<RowEdit> edits{
      row("stations.csv", {{"id", "weld"}, {"plant", "frames"}, {"work_units", "weld-1"}, {"token", "t-weld"}}),
      row("badges.csv", {{"badge", "07"}, {"plant", "frames"}, {"person", "p07"}, {"role", "operator"}, {"pin", kPin}}),
      row("badges.csv", {{"badge", "08"}, {"plant", "other"}, {"person", "p08"}, {"role", "operator"}, {"pin", kPin}}),
      row("badges.csv",
          {{"badge", "09"}, {"plant", "frames"}, {"person", "p11"}, {"pin", kPin}, {"state", "inactive"}}),
      row("tokens.csv", {{"id", "t-07"},
                         {"name", "weld"},
                         {"user", "07"},
                         {"digest", digest("p07 is here")},
                         {"kind", "kiosk"},
                         {"expires", "2026-11-24T08:15:00Z"}})};
  EXPECT_TRUE(tables.apply(edits).ok());
  return Directory(tables);
}

Event report(const std::string& members) {
  return read_events(R"({"id":"weld:1","kind":"operation.started","production_order":"MO-118","operation":"10")" +
                     members + "}")
      .value()
      .front();
}

std::string why_not(const std::string& members, const std::string& now) {
  const Directory all = directory();
  const KioskStation& station = *all.station("weld");
  const auto person = kiosk_person(all, station, "p07 is here", micros(now));
  if (!person) return "nobody";
  return codes(why_not_said(*person, station, report(members), floor_plant(), micros(now)));
}

TEST(Stations, NameWhatTheyServe) {
  const PlantTables tables = floor_plant();
  const NewStation good{.id = "paint", .name = {}, .plant = "frames", .work_centre = {}, .work_units = {"weld-1"}};
  EXPECT_EQ(codes(why_no_station(directory(), &tables, good)), "");
  NewStation bad = good;
  bad.id = "Paint 1";
  bad.work_units = {"weld-1", "ghost"};
  bad.work_centre = "nowhere";
  EXPECT_EQ(codes(why_no_station(directory(), &tables, bad)), "bad-station-id unknown-work_centre unknown-work_units");
  EXPECT_EQ(codes(why_no_station(directory(), nullptr, good)), "unknown-plant");
  EXPECT_EQ(codes(why_no_station(directory(), &tables,
                                 {.id = "weld", .name = {}, .plant = "frames", .work_centre = {}, .work_units = {}})),
            "station-exists no-work-units");
}

TEST(Stations, ServeTheirAreaUnlessTheyNameUnits) {
  const PlantTables tables = floor_plant();
  const Table& units = *tables.find("work_units.csv");
  const Row& first = *units.rows().begin();
  KioskStation station{.work_centre = units.cell(first, "work_centre"), .work_units = {}};
  const auto all = units_of(station, tables);
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all.front(), units.cell(first, "id"));
  station.work_units = {"weld-1"};
  EXPECT_EQ(units_of(station, tables), std::vector<std::string>{"weld-1"});
}

TEST(Badges, ArePeoplesOfThePlantWithAPinThatWillDo) {
  const PlantTables tables = floor_plant();
  NewBadge badge{.badge = "0042", .plant = "frames", .person = "p07", .role = Role::worker, .pin = "4711"};
  EXPECT_EQ(codes(why_no_badge(directory(), &tables, badge)), "");
  badge.role = Role::administrator;
  badge.pin = "1234";
  badge.person = "ghost";
  EXPECT_EQ(codes(why_no_badge(directory(), &tables, badge)), "unknown-person role-too-strong weak-pin");
  badge = {.badge = "07", .plant = "frames", .person = "p07", .role = Role::supervisor, .pin = "4711"};
  EXPECT_EQ(codes(why_no_badge(directory(), &tables, badge)), "badge-exists");
}

TEST(KioskSession, OpensWithBadgeAndPinOfThePlant) {
  const Directory all = directory();
  const KioskStation& station = *all.station("weld");
  EXPECT_TRUE(is_pin_of(all, station, "07", "4711"));
  EXPECT_FALSE(is_pin_of(all, station, "07", "4712"));
  EXPECT_FALSE(is_pin_of(all, station, "08", "4711")) << "another plant's";
  EXPECT_FALSE(is_pin_of(all, station, "09", "4711")) << "not active";
  EXPECT_FALSE(is_pin_of(all, station, "nobody", "4711"));
}

TEST(KioskSession, IsOneStationsAndForgottenAfterAWeek) {
  const Directory all = directory();
  const KioskStation& station = *all.station("weld");
  const auto person = kiosk_person(all, station, "p07 is here", micros("2026-11-24T09:00"));
  ASSERT_TRUE(person.has_value());
  EXPECT_EQ(person->actor.id, "p07@weld");
  EXPECT_EQ(person->actor.role, Role::worker);
  EXPECT_FALSE(kiosk_person(all, {.id = "other", .plant = "frames", .work_units = {}}, "p07 is here", 0).has_value());
  EXPECT_FALSE(kiosk_person(all, station, "somebody else", 0).has_value());
  EXPECT_TRUE(kiosk_person(all, station, "p07 is here", micros("2026-12-01T09:14")).has_value());
  EXPECT_FALSE(kiosk_person(all, station, "p07 is here", micros("2026-12-01T09:15")).has_value());
}

// 09:15 is the end of the session.
TEST(KioskSession, AReportIsJudgedByWhenItHappened) {
  EXPECT_EQ(why_not(R"(,"at":"2026-11-24T09:14")", "2026-11-24T09:14"), "");
  EXPECT_EQ(why_not(R"(,"at":"2026-11-24T09:14")", "2026-11-26T16:00"), "") << "it waited for the network";
  EXPECT_EQ(why_not(R"(,"at":"2026-11-24T09:16")", "2026-11-24T09:20"), "session-ended");
  EXPECT_EQ(why_not("", "2026-11-24T09:20"), "session-ended");
  EXPECT_EQ(why_not(R"(,"at":"2026-11-24T23:00")", "2026-11-24T09:14"), "") << "a clock that is ahead counts as now";
}

TEST(KioskSession, NobodyReportsForOthersOrForOtherStations) {
  const std::string now = "2026-11-24T09:10";
  EXPECT_EQ(why_not(R"(,"person":"p07","work_unit":"weld-1")", now), "");
  EXPECT_EQ(why_not(R"(,"person":"p11")", now), "another-person");
  EXPECT_EQ(why_not(R"(,"work_unit":"weld-2")", now), "another-station");
}

// A plant whose clock is not the world's: what happened ten minutes ago there did so here.
TEST(KioskSession, ReadsThePlantsClock) {
  PlantTables tables = floor_plant();
  const std::vector<RowEdit> clock{row("clock.csv", {{"offset_seconds", "86400"}})};
  ASSERT_TRUE(tables.apply(clock).ok());
  const std::int64_t now = micros("2026-11-24T09:00");
  EXPECT_EQ(happened(report(R"(,"at":"2026-11-25T08:50")"), tables, now), now - 10 * kMinute);
  EXPECT_EQ(happened(report(""), tables, now), now);
}

// --- what is shown ---

struct Live {
  Live() {
    std::vector<codec::plant::SourceFile> sources;
    files = floor_plant().files();
    for (const codec::plant::TargetFile& file : files) sources.push_back({file.name, file.bytes});
    plant = codec::plant::read(sources).value();
    plan = coordinate::make_plan(plant, {.seconds = 0}).plan;
  }
  [[nodiscard]] std::string json(void (*write)(const FloorNow&, codec::JsonWriter&)) const {
    const Published published{plant, plan};
    codec::JsonWriter body;
    body.begin_object();
    write({.tables = floor.tables(), .plan = &published, .now = {.at = instant("2026-11-24T09:00"), .zone = berlin()}},
          body);
    body.end_object();
    return body.str();
  }
  std::vector<codec::plant::TargetFile> files;
  model::Plant plant;
  plan::Plan plan;
  Floor floor;
};

std::string at(const std::string& json, const char* pointer) {
  simdjson::dom::parser parser;
  const simdjson::padded_string text(json);
  simdjson::dom::element element;
  if (parser.parse(text).at_pointer(pointer).get(element) != simdjson::SUCCESS) return "(none)";
  std::string_view value;
  return element.get(value) == simdjson::SUCCESS ? std::string(value) : simdjson::minify(element);
}

void weld_station(const FloorNow& floor, codec::JsonWriter& json) {
  station_members(
      floor, {.id = "weld", .name = "Welding", .plant = "frames", .work_centre = {}, .work_units = {"weld-1"}}, json);
}

TEST(StationView, ShowsWhatRunsWithItsCountsAndWhatIsOpen) {
  Live live;
  const std::string job = R"("production_order":"MO-118","operation":"10")";
  live.floor.take(R"("kind":"operation.started","person":"p07","at":"2026-11-24T07:00","work_unit":"weld-1",)" + job);
  live.floor.take(R"("kind":"quantity.good","at":"2026-11-24T08:00","quantity":5,)" + job);
  live.floor.take(R"("kind":"quantity.scrap","at":"2026-11-24T08:00","quantity":2,"reason":"porous",)" + job);
  live.floor.take(R"("kind":"andon.raised","at":"2026-11-24T08:30","topic":"machine","work_unit":"weld-1")");
  live.floor.take(R"("kind":"andon.raised","at":"2026-11-24T08:30","topic":"help","work_unit":"weld-2")");
  live.floor.take(R"("kind":"unit.down","at":"2026-11-24T08:40","work_unit":"weld-1","reason":"pump")");
  const std::string shown = live.json(weld_station);
  EXPECT_EQ(at(shown, "/station/name"), "Welding");
  EXPECT_EQ(at(shown, "/planned"), "true");
  EXPECT_EQ(at(shown, "/now"), "2026-11-24T09:00:00+01:00");
  EXPECT_EQ(at(shown, "/jobs/0/production_order"), "MO-118");
  EXPECT_EQ(at(shown, "/jobs/0/status"), "running");
  EXPECT_EQ(at(shown, "/jobs/0/good"), "5");
  EXPECT_EQ(at(shown, "/jobs/0/scrap"), "2");
  EXPECT_EQ(at(shown, "/calls/0/topic"), "machine");
  EXPECT_EQ(at(shown, "/calls/1"), "(none)") << "another unit's";
  EXPECT_EQ(at(shown, "/units/0/down/reason"), "pump");
  EXPECT_NE(at(shown, "/people/p07"), "(none)");
}

// A pause of what nobody began: no unit is named, the report's id says where it came from.
TEST(StationView, ShowsTheContradictionsOfItsOwnReports) {
  Live live;
  const Event pause =
      read_events(R"({"id":"weld:9","kind":"operation.paused","production_order":"MO-118","operation":"10"})")
          .value()
          .front();
  const auto effect = effect_of(pause, live.floor.tables(), {.at = instant("2026-11-24T08:00"), .zone = berlin()});
  ASSERT_TRUE(effect.ok());
  live.floor = Floor(effect.value().tables);
  const std::string shown = live.json(weld_station);
  EXPECT_EQ(at(shown, "/conflicts/0/event"), "weld:9") << shown;
  EXPECT_NE(at(shown, "/conflicts/0/text"), "");
  EXPECT_NE(at(shown, "/conflicts/0/way_out"), "");
}

TEST(StationView, WithoutAPlanNothingIsNext) {
  const PlantTables tables = floor_plant();
  codec::JsonWriter body;
  body.begin_object();
  weld_station({.tables = tables, .plan = nullptr, .now = {.at = instant("2026-11-24T09:00"), .zone = berlin()}}, body);
  body.end_object();
  EXPECT_EQ(at(body.str(), "/planned"), "false");
  EXPECT_EQ(at(body.str(), "/jobs"), "[]");
}

TEST(WallView, ShowsEveryUnitOfTheArea) {
  const Live live;
  const std::string shown = live.json([](const FloorNow& floor, codec::JsonWriter& json) {
    const Table& units = *floor.tables.find("work_units.csv");
    wall_members(floor, units.cell(*units.rows().begin(), "work_centre"), json);
  });
  EXPECT_NE(at(shown, "/area/name"), "(none)");
  EXPECT_NE(at(shown, "/units/0/jobs/0/production_order"), "(none)") << shown;
  EXPECT_EQ(at(shown, "/units/0/jobs/3"), "(none)") << "what runs and the next three";
}

}  // namespace
}  // namespace kilter::service
