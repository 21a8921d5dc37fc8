// Who shows what: stations and people at them, told apart from users and programs.
#include "service/access/directory.hpp"

#include <gtest/gtest.h>

#include "service/access/secrets.hpp"

namespace kilter::service {
namespace {

constexpr std::int64_t kNow = 1'800'000'000'000'000;

RowEdit row(std::string_view table, std::vector<CellText> cells) {
  return {.change = RowChange::add, .table = std::string(table), .cells = std::move(cells)};
}

RowEdit token(const char* id, const char* kind, const char* name, const char* user, const std::string& expires = {}) {
  return row("tokens.csv", {{"id", id},
                            {"name", name},
                            {"role", "viewer"},
                            {"user", user},
                            {"digest", digest(id)},
                            {"kind", kind},
                            {"expires", expires}});
}

PlantTables floor_access() {
  PlantTables tables;
  const std::vector<RowEdit> edits{
      row("stations.csv", {{"id", "paint-1"}, {"plant", "veloria"}, {"work_centre", "PAINT"}, {"token", "t-paint"}}),
      row("badges.csv", {{"badge", "0815"}, {"plant", "veloria"}, {"person", "DIAZ"}, {"role", "operator"}}),
      token("t-paint", "station", "paint-1", ""),
      token("t-before", "station", "paint-1", ""),
      token("t-gone", "station", "paint-9", ""),
      token("t-diaz", "kiosk", "paint-1", "0815")};
  EXPECT_TRUE(tables.apply(edits).ok());
  return tables;
}

TEST(Directory, AStationIsItselfAndSeesItsPlantAlone) {
  const Directory directory(floor_access());
  const auto station = directory.who("t-paint", kNow);
  ASSERT_TRUE(station.has_value());
  EXPECT_EQ(station->id, "station paint-1");
  EXPECT_EQ(station->station, "paint-1");
  EXPECT_TRUE(station->sees("veloria"));
  EXPECT_FALSE(station->sees("hello-plant"));
}

TEST(Directory, ATokenThatIsNotTheStationsAnyMoreLetsNobodyIn) {
  const Directory directory(floor_access());
  EXPECT_FALSE(directory.who("t-before", kNow).has_value());
  EXPECT_FALSE(directory.who("t-gone", kNow).has_value());
}

TEST(Directory, APersonsSessionAtAKioskIsNobodysByItself) {
  const Directory directory(floor_access());
  EXPECT_FALSE(directory.who("t-diaz", kNow).has_value());
  ASSERT_NE(directory.shown("t-diaz"), nullptr);
  EXPECT_EQ(directory.shown("t-diaz")->user, "0815");
}

TEST(Directory, ReadsStationsAndBadges) {
  const Directory directory(floor_access());
  ASSERT_NE(directory.badge("0815"), nullptr);
  EXPECT_EQ(directory.badge("0815")->role, Role::worker);
  EXPECT_TRUE(directory.badge("0815")->active);
  EXPECT_EQ(directory.badge("4711"), nullptr);
  EXPECT_EQ(directory.station("paint-1")->work_centre, "PAINT");
}

TEST(Secrets, APinIsNotEasilyGuessed) {
  for (const char* weak : {"", "12", "0000", "1234", "98765", "12a4", "1234567890123"})
    EXPECT_NE(why_weak_pin(weak), "") << weak;
  for (const char* good : {"4711", "0042", "135790"}) EXPECT_EQ(why_weak_pin(good), "") << good;
}

}  // namespace
}  // namespace kilter::service
