#include "service/floor/views/dispatch.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "codec/plant/read.hpp"
#include "codec/text/values/civil_time.hpp"
#include "coordinate/make_plan.hpp"
#include "service/floor/testing/floor_plant.hpp"

namespace kilter::service {
namespace {

// The plant with its plan, MO-118 in it.
struct Live {
  Live() : zone(zone_of(floor.tables())) {
    PlantTables tables = floor_plant();
    const RowEdit firm{.table = "production_orders.csv", .row = 1, .cells = {{"status", "firm"}}};
    EXPECT_TRUE(tables.apply({&firm, 1}).ok());
    floor = Floor(tables);
    std::vector<codec::plant::SourceFile> sources;
    files = tables.files();
    for (const codec::plant::TargetFile& file : files) sources.push_back({file.name, file.bytes});
    plant = codec::plant::read(sources).value();
    coordinate::Outcome outcome = coordinate::make_plan(plant, {.seconds = 0});
    EXPECT_TRUE(outcome.violations.empty());
    plan = std::move(outcome.plan);
  }

  std::vector<DispatchJob> at(const Station& station) const {
    const time::Instant now =
        codec::text::parse_instant("2026-11-24T12:00", zone, codec::text::DateOnly::start_of_day).value;
    return dispatch({.plant = plant, .plan = plan}, floor.tables(), {.at = now, .zone = zone}, station);
  }

  // "MO-118/10 ready" of each.
  std::string list(const Station& station) const {
    std::string text;
    for (const DispatchJob& job : at(station)) {
      text +=
          (text.empty() ? "" : ", ") + job.production_order + "/" + job.operation + " " + std::string(word(job.status));
    }
    return text;
  }

  // Where the plan puts an operation.
  std::string unit_of(std::string_view order, std::string_view operation) const {
    for (const plan::Placement& placement : plan.placements) {
      const plan::ProductionOrder& made = plan.production_orders[placement.order];
      if (!made.open.valid() || plant.production_orders[made.open].id != order) continue;
      if (plant.operations[placement.operation].id == operation) return plant.work_units[placement.unit].id;
    }
    return {};
  }

  std::vector<codec::plant::TargetFile> files;
  model::Plant plant;
  plan::Plan plan;
  Floor floor;
  time::Zone zone;
};

TEST(Dispatch, TellsWhatIsNextWhyAndWhereItsKitLies) {
  Live live;
  const std::string unit = live.unit_of("MO-118", "10");
  const std::vector<DispatchJob> jobs = live.at({.work_unit = unit});
  ASSERT_FALSE(jobs.empty());
  const DispatchJob& first = jobs.front();
  EXPECT_EQ(first.production_order, "MO-118");
  EXPECT_EQ(first.operation, "10");
  EXPECT_EQ(first.status, JobStatus::ready);
  EXPECT_EQ(first.why.substr(0, 12), "for SO-1007:");
  EXPECT_EQ(first.setup, time::Duration(15 * 60));
  EXPECT_EQ(first.run, time::Duration(20 * 10 * 60));
  ASSERT_EQ(first.kit.size(), 1U);
  EXPECT_EQ(first.kit[0].need, base::Quantity::units(80));
  EXPECT_EQ(first.kit[0].unit, "m");
  ASSERT_EQ(first.kit[0].parts.size(), 2U);
  EXPECT_EQ(first.kit[0].parts[0].lot, "L-2209");
  EXPECT_EQ(first.kit[0].parts[1].quantity, base::Quantity::units(50));
}

TEST(Dispatch, FollowsWhatHappens) {
  Live live;
  const std::string weld = live.unit_of("MO-118", "10");
  const auto painting = [&live] {
    const std::vector<DispatchJob> jobs = live.at({.work_unit = "paint-1"});
    const auto at =
        std::find_if(jobs.begin(), jobs.end(), [](const DispatchJob& job) { return job.production_order == "MO-118"; });
    return at == jobs.end() ? "" : std::string(word(at->status)) + ": " + at->why;
  };
  EXPECT_EQ(painting(), "waiting: waits for MO-118/10");
  const std::string job = R"("production_order":"MO-118","operation":"10")";
  live.floor.take(R"("kind":"operation.started","person":"p07","at":"2026-11-24T07:00",)" + job + R"(,"work_unit":")" +
                  weld + "\"");
  EXPECT_EQ(live.list({.work_unit = weld}).substr(0, 17), "MO-118/10 running");
  EXPECT_EQ(live.at({.work_unit = weld}).front().why, "under way since Tue 24 Nov 07:00");
  EXPECT_EQ(live.at({.work_unit = {}, .person = "p07"}).front().production_order, "MO-118");
  EXPECT_EQ(live.at({.work_unit = weld}).front().kit[0].parts.size(), 2U);
  live.floor.take(R"("kind":"operation.paused","at":"2026-11-24T08:00",)" + job);
  EXPECT_EQ(live.list({.work_unit = weld}).substr(0, 16), "MO-118/10 paused");
  live.floor.take(R"("kind":"operation.finished","at":"2026-11-24T10:00",)" + job);
  EXPECT_EQ(live.list({.work_unit = weld}).find("MO-118/10"), std::string::npos);
  EXPECT_EQ(painting().substr(0, 19), "ready: for SO-1007:");
  live.floor.take(R"("kind":"work.held","production_order":"MO-118","reason":"wrong colour")");
  EXPECT_EQ(painting(), "held: held: wrong colour");
}

TEST(Dispatch, TellsWhatIsMissing) {
  Live live;
  live.floor.take(R"("kind":"stock.counted","item":"tube","lot":"L-2210","quantity":0)");
  live.floor.take(R"("kind":"stock.counted","item":"tube-b","quantity":0)");
  const DispatchJob job = live.at({.work_unit = live.unit_of("MO-118", "10")}).front();
  EXPECT_EQ(job.status, JobStatus::short_of);
  EXPECT_EQ(job.why, "50 m of tube are missing, PO-78 is expected by Tue 1 Dec");
  EXPECT_EQ(job.kit[0].missing, base::Quantity::units(50));
}

TEST(Dispatch, AsJsonAndCsv) {
  Live live;
  const std::vector<DispatchJob> jobs = live.at({.work_unit = live.unit_of("MO-118", "10"), .person = {}, .most = 1});
  ASSERT_EQ(jobs.size(), 1U);
  const std::string json = dispatch_json(jobs, live.zone);
  EXPECT_NE(json.find(R"({"jobs":[{"production_order":"MO-118","operation":"10","name":"10","item":"frame")"),
            std::string::npos);
  EXPECT_NE(json.find(R"("need":80,"missing":0,"parts":[{"item":"tube","lot":"L-2209","location":"","quantity":30})"),
            std::string::npos);
  const std::string csv = dispatch_csv(jobs, live.zone);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 2);
  EXPECT_NE(csv.find("\"tube 80 m: L-2209 30, L-2210 50\""), std::string::npos);
}

}  // namespace
}  // namespace kilter::service
