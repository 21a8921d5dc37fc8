// What a coordinator does by hand on the published plan, from end to end.
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

// The operation of the published plan that begins last on a machine, as it stands there.
struct LastOperation {
  explicit LastOperation(HttpClient& client) {
    const std::string row = client.get(path("/plan/tables/operations.csv?sort=-start&filter=unit:ne:&per_page=1")).body;
    order = member(row, "/rows/0/cells/production_order");
    step = member(row, "/rows/0/cells/operation");
    unit = member(row, "/rows/0/cells/unit");
    start = member(row, "/rows/0/cells/start");
  }
  [[nodiscard]] std::string name() const { return order + "/" + step; }
  [[nodiscard]] std::string wish(const std::string& more) const {
    return R"({"operation":")" + name() + R"(",)" + more + "}";
  }
  std::string order, step, unit, start;
};

TEST_F(Journeys, AMoveIsAskedAppliedAndToldToThoseItTouches) {
  HttpClient client = server_.client("coordinator");
  EXPECT_EQ(client.post(path("/moves"), R"({"operation":"MO-1/10"})").status, 409);  // of which plan?
  publish_a_plan(client);
  const LastOperation last(client);
  // On a Saturday nobody is there: why not, and where the nearest start is. The journal knows nothing of questions.
  const std::string before = member(client.get(path("/journal")).body, "/entries");
  const HttpAnswer saturday = client.post(path("/moves"), last.wish(R"("start":"2026-12-05T10:00")"));
  ASSERT_EQ(saturday.status, 200) << saturday.body;
  EXPECT_EQ(member(saturday.body, "/feasible"), "false");
  EXPECT_EQ(member(saturday.body, "/moves/0/why_not/0/code"), "unit-closed") << saturday.body;
  EXPECT_EQ(member(saturday.body, "/moves/0/start"), "2026-12-07T08:00:00+01:00");
  EXPECT_EQ(member(client.get(path("/journal")).body, "/entries"), before);
  // As a proposal it fails with what is in the way, and where the nearest start would be.
  const HttpAnswer refused = client.post(path("/moves/proposals"), last.wish(R"("start":"2026-12-05T10:00")"));
  ASSERT_EQ(refused.status, 202) << refused.body;
  const std::string failed = finished(client, member(refused.body, "/id"));
  EXPECT_EQ(member(failed, "/state"), "failed");
  EXPECT_EQ(member(failed, "/issues/0/code"), "unit-closed");
  EXPECT_NE(member(failed, "/issues/0/way_out").find("2026-12-07T08:00"), std::string::npos);
  // The nearest will do: O-3 is late then, and that costs.
  const HttpAnswer asked =
      client.post(path("/moves/proposals"), last.wish(R"("start":"2026-12-05T10:00","nearest":true)"));
  const std::string report = finished(client, member(asked.body, "/id"));
  ASSERT_EQ(member(report, "/state"), "done") << report;
  EXPECT_EQ(member(report, "/kind"), "move");
  EXPECT_EQ(member(report, "/proposals/0/changes/promises/0/order"), "O-3");
  EXPECT_EQ(member(report, "/proposals/0/name"), "move " + last.name());
  const std::string proposal = member(report, "/proposals/0/id");
  const HttpAnswer applied =
      client.ask("POST", path("/proposals/" + proposal + "/publish"), "", {"X-Reason: the customer asked"});
  ASSERT_EQ(applied.status, 200) << applied.body;
  EXPECT_EQ(LastOperation(client).start, "2026-12-07T08:00:00+01:00");
  const std::string told = client.get(path("/tables/messages.csv?filter=to:eq:ana&sort=-id")).body;
  EXPECT_NE(told.find("Mon 7 Dec 08:00"), std::string::npos) << told;
}

// Why there, and where else: each alternative is had by sending what it says.
TEST_F(Journeys, AlternativesOfAnOperationAreHadByAskingForThem) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const LastOperation last(client);
  const HttpAnswer found = client.get(path("/operations/" + last.name() + "/alternatives"));
  ASSERT_EQ(found.status, 200) << found.body;
  EXPECT_EQ(member(found.body, "/start"), last.start);
  EXPECT_EQ(member(found.body, "/why/cause"), "process") << found.body;  // the legs are sawn just in time
  EXPECT_NE(member(found.body, "/why/of"), "");
  EXPECT_EQ(member(found.body, "/why/unit"), "the only one that can do it");
  EXPECT_EQ(member(found.body, "/why/people/0/person"), "ana");
  ASSERT_EQ(member(found.body, "/alternatives/0/kind"), "later") << found.body;
  const std::string move = member(found.body, "/alternatives/0/move");
  const HttpAnswer asked = client.post(path("/moves"), move);
  EXPECT_EQ(member(asked.body, "/moves/0/start"), member(found.body, "/alternatives/0/answer/moves/0/start"));
  EXPECT_EQ(client.get(path("/operations/MO-99/10/alternatives")).status, 404);
}

TEST_F(Journeys, WhatIsPinnedStaysUntilItIsLetGo) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const LastOperation last(client);
  const HttpAnswer asked =
      client.post(path("/moves/proposals"), last.wish(R"("start":"2026-12-04T12:30","pin":true,"people":["ana"])"));
  const std::string report = finished(client, member(asked.body, "/id"));
  ASSERT_EQ(member(report, "/state"), "done") << report;
  const std::string id = member(report, "/proposals/0/id");
  ASSERT_EQ(client.post(path("/proposals/" + id + "/publish"), "").status, 200);
  const std::string pinned = path("/tables/progress.csv?filter=production_order:eq:" + last.order);
  EXPECT_EQ(member(client.get(pinned).body, "/rows/0/cells/status"), "pinned");
  EXPECT_EQ(member(client.get(pinned).body, "/rows/0/cells/people"), "ana");
  EXPECT_EQ(member(client.get(path("/outlook")).body, "/stale"), "false");
  // A plan from scratch keeps it there.
  publish_a_plan(client);
  const std::string row = path("/plan/tables/operations.csv?filter=production_order:eq:" + last.order +
                               "&filter=operation:eq:" + last.step);
  EXPECT_EQ(member(client.get(row).body, "/rows/0/cells/start"), "2026-12-04T12:30:00+01:00");
  const HttpAnswer moved = client.post(path("/moves"), last.wish(R"("start":"2026-12-04T13:00")"));
  EXPECT_EQ(member(moved.body, "/moves/0/why_not/0/code"), "pinned") << moved.body;
  const HttpAnswer free = client.ask("DELETE", path("/pins/" + last.name()), "", {});
  ASSERT_EQ(free.status, 200) << free.body;
  EXPECT_EQ(member(client.get(pinned).body, "/total"), "0");
  EXPECT_EQ(client.ask("DELETE", path("/pins/" + last.name()), "", {}).status, 422);
  // Taken back, it is pinned again.
  ASSERT_EQ(client.post(path("/journal/" + member(free.body, "/sequence") + "/undo"), "").status, 200);
  EXPECT_EQ(member(client.get(pinned).body, "/rows/0/cells/status"), "pinned");
}

TEST_F(Journeys, APinIsWhereThePlanHasItUnlessSaidOtherwise) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const LastOperation last(client);
  const HttpAnswer kept = client.ask("POST", path("/pins"), R"({"operation":")" + last.name() + R"("})",
                                     {"X-Reason: the customer comes to see it"});
  ASSERT_EQ(kept.status, 200) << kept.body;
  const std::string pinned = client.get(path("/tables/progress.csv?filter=production_order:eq:" + last.order)).body;
  EXPECT_EQ(member(pinned, "/rows/0/cells/work_unit"), last.unit);
  EXPECT_EQ(member(pinned, "/rows/0/cells/start"), last.start);
  const std::string entry = client.get(path("/journal/" + member(kept.body, "/sequence"))).body;
  EXPECT_EQ(member(entry, "/kind"), "pin");
  EXPECT_EQ(member(entry, "/reason"), "the customer comes to see it");
  EXPECT_EQ(member(client.get(path("/outlook")).body, "/stale"), "false");
  const HttpAnswer nowhere = client.post(path("/pins"), R"({"operation":")" + last.name() + R"(","unit":"moon"})");
  EXPECT_EQ(nowhere.status, 422);
  EXPECT_NE(nowhere.body.find("moon"), std::string::npos);
  EXPECT_EQ(server_.client("operator").post(path("/pins"), R"({"operation":"MO-1/10"})").status, 403);
}

// Dowels and legs are still to come for O-3: refused by name; overridden with a reason; begun unreleased, it is told.
TEST_F(Journeys, AnOrderIsReleasedWhenEveryLampIsReadyOrWithAReason) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const LastOperation last(client);
  const std::string order = path("/production-orders/" + last.order);
  const HttpAnswer gate = client.get(order + "/readiness");
  ASSERT_EQ(gate.status, 200) << gate.body;
  EXPECT_EQ(member(gate.body, "/ready"), "false");
  EXPECT_EQ(member(gate.body, "/released"), "false");
  EXPECT_EQ(member(gate.body, "/blocked/0/lamp"), "material");
  const HttpAnswer refused = client.post(order + "/release", "");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(member(refused.body, "/error/code"), "lamp-not-ready") << refused.body;
  EXPECT_NE(refused.body.find(last.name() + " material: on date"), std::string::npos) << refused.body;
  const HttpAnswer mute = client.post(order + "/release", R"({"override":true})");
  EXPECT_EQ(member(mute.body, "/error/code"), "missing-reason") << mute.body;
  EXPECT_EQ(
      server_.client("supervisor").ask("POST", order + "/release", R"({"override":true})", {"X-Reason: now"}).status,
      403);
  EXPECT_EQ(server_.client("operator").post(order + "/release", "").status, 403);
  const HttpAnswer released =
      client.ask("POST", order + "/release", R"({"override":true})", {"X-Reason: the legs come by hand"});
  ASSERT_EQ(released.status, 200) << released.body;
  const std::string entry = client.get(path("/journal/" + member(released.body, "/sequence"))).body;
  EXPECT_EQ(member(entry, "/kind"), "release");
  EXPECT_EQ(member(entry, "/reason"), "the legs come by hand");
  EXPECT_EQ(member(entry, "/body/release/override"), "true");
  EXPECT_EQ(member(entry, "/body/release/blocked/0/lamp"), "material") << entry;
  EXPECT_EQ(member(client.get(order + "/readiness").body, "/released"), "true");
  EXPECT_EQ(client.ask("POST", order + "/release", R"({"override":true})", {"X-Reason: again"}).status, 422);
  EXPECT_EQ(client.get(path("/production-orders/MO-99/readiness")).status, 404);
}

// Saw the legs: the boards are there, so the supervisor needs no override.
TEST_F(Journeys, AnOrderWithEveryLampReadyIsReleasedByASupervisor) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const std::string row =
      client.get(path("/plan/tables/operations.csv?sort=start&filter=unit:eq:saw-1&per_page=1")).body;
  const std::string order = member(row, "/rows/0/cells/production_order");
  const HttpAnswer released = server_.client("supervisor").post(path("/production-orders/" + order + "/release"), "");
  ASSERT_EQ(released.status, 200) << released.body;
  const std::string entry = client.get(path("/journal/" + member(released.body, "/sequence"))).body;
  EXPECT_EQ(member(entry, "/body/release/override"), "false");
  // Somebody begins another one, which nobody released: taken, and told.
  const std::string other =
      member(client.get(path("/plan/tables/operations.csv?sort=-start&filter=unit:eq:saw-1&per_page=1")).body,
             "/rows/0/cells/production_order");
  const HttpAnswer begun = client.post(path("/events"), R"({"id":"e-1","kind":"operation.started","person":"ana",)"
                                                        R"("production_order":")" +
                                                            other + R"(","operation":"10"})");
  ASSERT_EQ(begun.status, 200) << begun.body;
  EXPECT_EQ(member(client.get(path("/tables/conflicts.csv?filter=code:eq:not-released")).body, "/total"), "1");
}

// A second saw comes; legs for a customer are late on one of them, in time in two lots. The plan with both is
// published.
TEST_F(Journeys, ALateLotIsMadeInTwoByARepair) {
  HttpClient client = server_.client("coordinator");
  const auto kept = [&](const char* method, const std::string& at, const std::string& body) {
    const HttpAnswer answer = client.ask(method, path("/tables/" + at), body, {});
    EXPECT_EQ(answer.status, 200) << answer.body;
  };
  kept("POST", "work_units.csv/rows", R"({"cells":{"id":"saw-2","work_centre":"saw","calendar":"day"}})");
  kept("PATCH", "stock.csv/rows/1", R"({"cells":{"quantity":"400"}})");
  const std::string legs = R"("item":"leg","quantity":"300","requested":"2026-11-24","price":"9")";
  kept("POST", "orders.csv/rows", R"({"cells":{"id":"O-4","customer":"school",)" + legs + "}}");
  publish_a_plan(client);
  const std::string asked = client.post(path("/repairs"), R"({"steps":200})").body;
  const std::string report = finished(client, member(asked, "/id"));
  ASSERT_EQ(member(report, "/state"), "done") << report;
  std::string split;
  for (int i = 0; member(report, ("/proposals/" + std::to_string(i) + "/id").c_str()) != "(none)"; ++i) {
    const std::string at = "/proposals/" + std::to_string(i);
    if (member(report, (at + "/words").c_str()).find("made in two lots") == std::string::npos) continue;
    split = member(report, (at + "/id").c_str());
  }
  ASSERT_NE(split, "") << report;
  ASSERT_EQ(client.post(path("/proposals/" + split + "/publish"), "").status, 200);
  const std::string lots = client.get(path("/tables/production_orders.csv?filter=for_order:eq:O-4")).body;
  EXPECT_EQ(member(lots, "/total"), "2") << lots;
  EXPECT_EQ(member(lots, "/rows/0/cells/quantity"), "150");
  EXPECT_EQ(member(lots, "/rows/1/cells/quantity"), "150");
  EXPECT_EQ(member(client.get(path("/outlook")).body, "/stale"), "false");
}

// The customer wants O-3 sooner than it was planned: what could be decided, what it costs, and one of them published.
TEST_F(Journeys, WhatWouldMakeALateOrderOnTimeIsPublished) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const std::string late = member(client.get(path("/plan")).body, "/late_orders");
  EXPECT_EQ(client.post(path("/orders/O-99/fixes"), "").status, 404);
  const std::string none = finished(client, member(client.post(path("/orders/O-3/fixes"), "").body, "/id"));
  EXPECT_EQ(member(none, "/issues/0/code"), "not-late") << none;
  ASSERT_EQ(
      client.ask("PATCH", path("/tables/orders.csv/rows/3"), R"({"cells":{"requested":"2026-12-01"}})", {}).status,
      200);
  const std::string report = finished(client, member(client.post(path("/orders/O-3/fixes"), "").body, "/id"));
  ASSERT_EQ(member(report, "/state"), "done") << report;
  EXPECT_EQ(member(report, "/kind"), "fixes O-3");
  std::string gaps;
  std::string accepted;
  for (int i = 0; member(report, ("/proposals/" + std::to_string(i) + "/id").c_str()) != "(none)"; ++i) {
    const std::string at = "/proposals/" + std::to_string(i);
    const std::string kind = member(report, (at + "/changes/fixes/0/kind").c_str());
    EXPECT_NE(member(report, (at + "/changes/money/total").c_str()), "(none)");
    if (kind == "gaps") gaps = at;
    if (kind == "accept-date") accepted = at;
  }
  ASSERT_NE(gaps, "") << report;
  ASSERT_NE(accepted, "") << report;
  EXPECT_EQ(member(report, (gaps + "/changes/in_time").c_str()), "true");
  EXPECT_EQ(member(report, (gaps + "/changes/consent").c_str()), "false");
  EXPECT_EQ(member(report, (gaps + "/changes/payers").c_str()), "[]");
  EXPECT_EQ(member(report, (accepted + "/changes/consent").c_str()), "true");
  const std::string proposal = member(report, (gaps + "/id").c_str());
  ASSERT_EQ(client.ask("POST", path("/proposals/" + proposal + "/publish"), "", {"X-Reason: they called"}).status, 200);
  EXPECT_EQ(member(client.get(path("/plan")).body, "/late_orders"), late);
  EXPECT_EQ(member(client.get(path("/outlook")).body, "/stale"), "false");
}

}  // namespace
}  // namespace kilter
