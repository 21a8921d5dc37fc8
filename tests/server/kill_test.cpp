// A short run of what bench/service/kills does a thousand times.
#include <gtest/gtest.h>

#include "support/servers/kill_harness.hpp"

namespace kilter {
namespace {

using support::KillReport;

void expect_nothing_lost(const KillReport& report, int kills) {
  EXPECT_EQ(report.trouble, "");
  EXPECT_EQ(report.kills, kills);
  EXPECT_GT(report.acknowledged, 0U);
  EXPECT_EQ(report.lost, 0U);
  EXPECT_EQ(report.doubled, 0U);
  EXPECT_EQ(report.refused, 0U);
  EXPECT_TRUE(report.sound);
  EXPECT_TRUE(report.replays);
}

constexpr int kKills = 8;
const std::string kPlant = std::string(KILTER_SOURCE_DIR) + "/examples/hello-plant";

TEST(Kill, NothingAcknowledgedIsLostOnSqlite) {
  const support::ScratchFolder folder;
  expect_nothing_lost(
      support::kill_at_random({.binary = KILTER_BINARY, .plant = kPlant, .url = folder / "kilter.db", .kills = kKills}),
      kKills);
}

TEST(Kill, NothingAcknowledgedIsLostOnPostgres) {
  std::string why;
  auto database = support::PostgresServer::start(why);
  if (!database) GTEST_SKIP() << why;
  const std::string url = database->new_database();
  expect_nothing_lost(
      support::kill_at_random(
          {.binary = KILTER_BINARY, .plant = kPlant, .url = url, .database = &*database, .kills = kKills}),
      kKills);
}

}  // namespace
}  // namespace kilter
