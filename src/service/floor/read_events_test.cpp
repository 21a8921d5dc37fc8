#include "service/floor/read_events.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "service/floor/event_kinds.hpp"
#include "service/floor/testing/floor_plant.hpp"

namespace kilter::service {
namespace {

TEST(ReadEvents, ReadsOneOrMany) {
  const auto one = read_events(R"({"id":"k-1","kind":"quantity.scrap","device":"kiosk-3","sequence":17,)"
                               R"("at":"2026-11-24T09:03+01:00","production_order":"MO-118","operation":"10",)"
                               R"("quantity":2.5,"reason":null})");
  ASSERT_TRUE(one.ok());
  ASSERT_EQ(one.value().size(), 1U);
  const Event& event = one.value().front();
  EXPECT_EQ(event.kind, EventKind::quantity_scrap);
  EXPECT_EQ(event.device, "kiosk-3");
  EXPECT_EQ(event.sequence, 17U);
  EXPECT_EQ(event.field(Field::quantity), "2.5");
  EXPECT_FALSE(event.gives(Field::reason));
  EXPECT_EQ(read_events(event_json(event)).value(), one.value());
  EXPECT_EQ(read_events("[" + event_json(event) + "," + event_json(event) + "]").value().size(), 2U);
  EXPECT_TRUE(read_events("[]").value().empty());
}

TEST(ReadEvents, TellsEveryFaultOfEveryEvent) {
  const auto failed = read_events(R"([
    {"kind":"unit.down","work_unit":["x"],"colour":"red"},
    {"id":"a","kind":"nonsense"},
    {"id":"b;","kind":"quantity.good","production_order":"MO-1","operation":"","quantity":-1},
    {"id":"c","kind":"andon.raised","topic":"weather","stop":"maybe","at":"yesterday"},
    {"id":"d","kind":"lot.held","item":"=x","lot":"line\nend","quantity":"1e9","sequence":-4},
    7,
    {"id":"e","kind":"order.new","order":"O","item":"i","quantity":20000000,"requested":"2026-13-01"}
  ])");
  ASSERT_FALSE(failed.ok());
  std::vector<std::string> found;
  for (const base::Issue& issue : failed.error()) {
    found.push_back(std::to_string(issue.where.row) + " " + issue.where.column + " " + issue.code);
    EXPECT_FALSE(issue.way_out.empty());
    EXPECT_FALSE(issue.message.empty());
  }
  EXPECT_EQ(found, (std::vector<std::string>{
                       "1 work_unit bad-value", "1 colour unknown-field", "1 id missing-value",
                       "1 work_unit missing-value", "2 kind unknown-kind", "3 id bad-id", "3 quantity negative-value",
                       "3 operation missing-value", "4 topic unknown-word", "4 stop bad-flag", "4 at bad-date",
                       "5 item bad-id", "5 lot bad-text", "5 quantity bad-number", "5 sequence bad-value",
                       "6  bad-event", "7 quantity too-large", "7 requested bad-date"}));
}

TEST(ReadEvents, WhatIsNoEventIsRefused) {
  for (const char* json : {"", "[", "7", "null", "\"x\"", "[[]]", "{}"}) EXPECT_FALSE(read_events(json).ok()) << json;
}

TEST(ReadEvents, BrokenTextNeverCrashes) {
  const std::string good = example_of(rule_of(EventKind::operation_finished));
  base::Random random(3);
  int read = 0;
  for (int i = 0; i < 3'000; ++i) {
    std::string broken = good;
    for (std::uint32_t left = 1 + random.below(3); left > 0; --left) {
      broken[random.below(static_cast<std::uint32_t>(broken.size()))] = static_cast<char>(random.below(256));
    }
    read += read_events(broken).ok() ? 1 : 0;
  }
  EXPECT_GT(read, 50);
  EXPECT_LT(read, 2'900);
}

TEST(EventKinds, StandInTheirOrder) {
  ASSERT_EQ(kind_rules().size(), kEventKinds);
  for (std::size_t i = 0; i < kEventKinds; ++i) {
    EXPECT_EQ(kind_rules()[i].kind, static_cast<EventKind>(i));
    EXPECT_EQ(kind_named(kind_rules()[i].name), static_cast<EventKind>(i));
  }
  ASSERT_EQ(field_rules().size(), kFields);
  for (std::size_t i = 0; i < kFields; ++i) EXPECT_EQ(field_rules()[i].field, static_cast<Field>(i));
}

}  // namespace
}  // namespace kilter::service
