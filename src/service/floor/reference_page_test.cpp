#include "service/floor/reference_page.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "codec/text/values/civil_time.hpp"
#include "service/floor/event_kinds.hpp"
#include "service/floor/testing/floor_plant.hpp"

namespace kilter::service {
namespace {

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(FloorEventsPage, IsTheOneInTheDocuments) {
  const std::string path = std::string(KILTER_SOURCE_DIR) + "/docs/floor-events.md";
  if (contents(path) == floor_events_page()) return;
  const std::string fresh = ::testing::TempDir() + "floor-events.md";
  std::ofstream(fresh, std::ios::binary) << floor_events_page();
  FAIL() << "docs/floor-events.md is not what the table of kinds says. Now run: cp " << fresh << " " << path;
}

// What the examples name is there, and what they say makes sense.
TEST(FloorEventsPage, EveryExampleIsTaken) {
  const PlantTables tables = floor_plant();
  const time::Zone zone = zone_of(tables);
  const time::Instant received =
      codec::text::parse_instant("2026-11-24T09:03", zone, codec::text::DateOnly::start_of_day).value;
  PlantTables before = tables;
  for (const EventKind first : {EventKind::operation_started, EventKind::andon_raised, EventKind::maintenance_asked}) {
    const Event event = read_events(example_of(rule_of(first))).value().front();
    before = effect_of(event, before, {.at = received, .zone = zone}).value().tables;
  }
  const Event odd = read_events(R"({"id":"example-conflict","kind":"unit.up","work_unit":"weld-2"})").value().front();
  before = effect_of(odd, before, {.at = received, .zone = zone}).value().tables;
  for (const KindRule& rule : kind_rules()) {
    const auto events = read_events(example_of(rule));
    ASSERT_TRUE(events.ok()) << rule.name << ": " << events.error().front().message;
    EXPECT_EQ(events.value().front().kind, rule.kind);
    const auto effect = effect_of(events.value().front(), before, {.at = received, .zone = zone});
    ASSERT_TRUE(effect.ok()) << rule.name << ": " << effect.error().front().message;
    EXPECT_TRUE(is_buildable(effect.value().tables)) << rule.name;
  }
}

}  // namespace
}  // namespace kilter::service
