// Orders held for a while, from end to end.
#include <gtest/gtest.h>

#include <string>

#include "server/journeys.hpp"

namespace kilter {
namespace {

using journeys::Journeys;
using journeys::kPlant;
using journeys::member;
using support::HttpAnswer;
using support::HttpClient;

std::string path(const std::string& rest) { return std::string(kPlant) + rest; }

const std::string kStools = R"("item":"stool","quantity":"20","requested":"2026-11-26")";

// Sales hold twenty stools; whoever asks next is quoted a later date, until they are given up.
TEST_F(Journeys, AReservationHoldsWhatALaterQuoteCannotHave) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  HttpClient sales = server_.client("sales");
  const std::string quote = "{" + kStools + R"(,"date_only":true})";
  const std::string before = member(sales.post(path("/quotes"), quote).body, "/delivered");
  const std::string held = "{" + kStools + R"(,"customer":"school","until":"2026-11-27T12:00"})";
  const HttpAnswer kept = sales.post(path("/reservations"), held);
  ASSERT_EQ(kept.status, 200) << kept.body;
  EXPECT_EQ(member(kept.body, "/note/order"), "R-1") << kept.body;
  EXPECT_EQ(member(client.get(path("/tables/reservations.csv")).body, "/rows/0/cells/order"), "R-1");
  const std::string after = member(sales.post(path("/quotes"), quote).body, "/delivered");
  EXPECT_GT(after, before);
  EXPECT_EQ(server_.client("operator").post(path("/reservations"), held).status, 403);
  EXPECT_EQ(sales.post(path("/reservations"), "{" + kStools + R"(,"until":"2020-01-01"})").status, 422);
  const HttpAnswer dropped = sales.ask("DELETE", path("/reservations/R-1"), "", {});
  ASSERT_EQ(dropped.status, 200) << dropped.body;
  EXPECT_EQ(member(sales.post(path("/quotes"), quote).body, "/delivered"), before);
  EXPECT_EQ(sales.ask("DELETE", path("/reservations/R-1"), "", {}).status, 422);
  // Taken back it is held again, and becomes an order.
  ASSERT_EQ(client.post(path("/journal/" + member(dropped.body, "/sequence") + "/undo"), "").status, 200);
  ASSERT_EQ(sales.post(path("/reservations/R-1/confirm"), "").status, 200);
  EXPECT_EQ(member(client.get(path("/tables/reservations.csv")).body, "/total"), "0");
  EXPECT_EQ(member(client.get(path("/tables/orders.csv?filter=id:eq:R-1")).body, "/rows/0/cells/status"), "firm");
}

// Somebody wants them sooner than gaps allow: what it costs, who would pay, and the plan with it published.
TEST_F(Journeys, AnOrderIsPulledAheadAndOthersPay) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const std::string asked =
      client.post(path("/pull-aheads"), "{" + kStools + R"(,"until":"2026-11-30","priority":"4","steps":200})").body;
  const std::string report = finished(client, member(asked, "/id"));
  ASSERT_EQ(member(report, "/state"), "done") << report;
  EXPECT_EQ(member(report, "/kind"), "pull-ahead");
  EXPECT_EQ(member(report, "/proposals/0/changes/order"), "R-1");
  EXPECT_NE(member(report, "/proposals/0/changes/delivered"), "null");
  EXPECT_NE(member(report, "/proposals/0/changes/cost"), "(none)");
  EXPECT_NE(member(report, "/proposals/0/changes/payers"), "(none)");
  // A question leaves no order behind; publishing it does.
  EXPECT_EQ(member(client.get(path("/tables/orders.csv?filter=id:eq:R-1")).body, "/total"), "0");
  const std::string id = member(report, "/proposals/0/id");
  ASSERT_EQ(client.ask("POST", path("/proposals/" + id + "/publish"), "", {"X-Reason: a fair"}).status, 200);
  EXPECT_EQ(member(client.get(path("/tables/orders.csv?filter=id:eq:R-1")).body, "/total"), "1");
  EXPECT_EQ(member(client.get(path("/outlook")).body, "/stale"), "false");
}

}  // namespace
}  // namespace kilter
