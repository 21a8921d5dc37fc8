#include "service/floor/views/kpis.hpp"

#include <gtest/gtest.h>

#include "codec/text/values/civil_time.hpp"
#include "service/floor/testing/floor_plant.hpp"

namespace kilter::service {
namespace {

const time::Zone& berlin() {
  static const time::Zone kBerlin = time::Zone::named("Europe/Berlin").value();
  return kBerlin;
}

time::Instant at(std::string_view text) {
  return codec::text::parse_instant(text, berlin(), codec::text::DateOnly::start_of_day).value;
}

Received now(std::string_view text) { return {.at = at(text), .zone = berlin()}; }

Period november() { return {.from = at("2026-11-01"), .until = at("2026-12-01")}; }

TEST(Kpis, FirstPassLeavesReworkApart) {
  Floor floor;
  EXPECT_EQ(quality_figures(floor.tables(), now("2026-11-30"), november()).first_pass(), std::nullopt);
  const std::string job = R"("production_order":"MO-118","operation":"10")";
  floor.take(R"("kind":"operation.started","at":"2026-11-24T07:00","work_unit":"weld-1",)" + job);
  floor.take(R"("kind":"operation.finished","at":"2026-11-24T09:00","good":16,"scrap":3,"rework":1,)" + job);
  const QualityFigures figures = quality_figures(floor.tables(), now("2026-11-30"), november());
  EXPECT_EQ(figures.first_pass(), base::Ratio::micros(800'000));  // 16 of 20
  EXPECT_EQ(figures.scrapped(), base::Ratio::micros(150'000));    // 3 of 20
  const Period december{.from = at("2026-12-01"), .until = at("2027-01-01")};
  EXPECT_EQ(quality_figures(floor.tables(), now("2026-11-30"), december).all(), 0);
}

TEST(Kpis, WhatIsOverdueAndNotShippedIsLate) {
  Floor floor;
  const auto order = [&](const std::string& id, const std::string& due) {
    floor.take(R"("kind":"order.new","order":")" + id + R"(","item":"frame","quantity":1,"requested":")" + due + "\"");
  };
  order("A", "2026-11-24");  // shipped whole in time
  order("B", "2026-11-23");  // shipped a day late
  order("C", "2026-11-24");  // not shipped
  order("D", "2026-11-29");  // not due yet
  floor.take(R"("kind":"order.shipped","at":"2026-11-24T10:00","order":"A")");
  floor.take(R"("kind":"order.shipped","at":"2026-11-24T10:00","order":"B")");
  const DeliveryFigures figures = delivery_figures(floor.tables(), now("2026-11-26"), november());
  EXPECT_EQ(figures.on_time, 1U);
  EXPECT_EQ(figures.due, 3U);
  EXPECT_EQ(figures.otd(), base::Ratio::micros(333'333));
}

TEST(Kpis, ResponseIsMedianAndP90) {
  Floor floor;
  for (const char* minutes : {"01", "02", "03", "04", "30"}) {
    floor.take(R"("kind":"andon.raised","at":"2026-11-24T08:00","topic":"help")");
    const auto calls = floor.rows("andons.csv", "id");
    const std::string id = calls.substr(calls.rfind(';') == std::string::npos ? 0 : calls.rfind(';') + 1);
    floor.take(R"("kind":"andon.acknowledged","at":"2026-11-24T08:)" + std::string(minutes) + R"(","andon":")" + id +
               "\"");
  }
  const ResponseFigures figures = response_figures(floor.tables(), now("2026-11-26"), november());
  EXPECT_EQ(figures.calls, 5U);
  EXPECT_EQ(figures.acknowledged, time::Duration(3 * 60));
  EXPECT_EQ(figures.acknowledged_p90, time::Duration(30 * 60));
  EXPECT_EQ(figures.resolved, std::nullopt);
}

}  // namespace
}  // namespace kilter::service
