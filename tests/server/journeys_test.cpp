// What people and programs do with the server, from end to end.
#include <gtest/gtest.h>
#include <simdjson.h>
#include <sqlite3.h>

#include <chrono>
#include <string>
#include <thread>

#include "server/journeys.hpp"
#include "support/servers/postgres_server.hpp"

namespace kilter {
namespace {

using journeys::Journeys;
using journeys::kPlant;
using journeys::member;
using support::HttpAnswer;
using support::HttpClient;
using support::KilterServer;

TEST_F(Journeys, APlanIsMadePublishedAndReadAsTables) {
  HttpClient client = server_.client("coordinator");
  EXPECT_EQ(client.get(std::string(kPlant) + "/plan").status, 404);
  EXPECT_EQ(member(publish_a_plan(client), "/sequence"), "2");
  EXPECT_EQ(member(client.get(std::string(kPlant) + "/plan").body, "/sequence"), "2");
  const std::string list = std::string(kPlant) + "/plan/tables/operations.csv?per_page=1&sort=";
  const std::string first = member(client.get(list + "start").body, "/rows/0/cells/start");
  EXPECT_LT(first, member(client.get(list + "-start").body, "/rows/0/cells/start"));
  const HttpAnswer csv = client.get(std::string(kPlant) + "/plan/tables/operations.csv?format=csv");
  EXPECT_EQ(csv.headers.at("content-type"), "text/csv; charset=utf-8");
  EXPECT_TRUE(csv.body.starts_with("production_order,operation,unit,"));
  const HttpAnswer book = client.get(std::string(kPlant) + "/plan/tables/operations.csv?format=xlsx");
  EXPECT_TRUE(book.body.starts_with("PK"));
  // What was planned is known by ids that last.
  const HttpAnswer orders = client.get(std::string(kPlant) + "/tables/production_orders.csv?filter=status:eq:planned");
  EXPECT_TRUE(member(orders.body, "/rows/0/cells/id").starts_with("MO-")) << orders.body;
  EXPECT_TRUE(client.get(std::string(kPlant) + "/plan/report").body.starts_with("<!"));
  EXPECT_EQ(member(client.get(std::string(kPlant) + "/plan/board").body, "/board/cut"), "null");
}

TEST_F(Journeys, APlanThatFactsHaveOvertakenIsNotPublished) {
  HttpClient client = server_.client("coordinator");
  const std::string job = member(client.post(std::string(kPlant) + "/plans", R"({"seconds":0})").body, "/id");
  const std::string proposal = member(finished(client, job), "/proposals/0/id");
  const HttpAnswer edit =
      client.ask("PATCH", std::string(kPlant) + "/tables/orders.csv/rows/1", R"({"cells":{"quantity":"77"}})", {});
  ASSERT_EQ(edit.status, 200) << edit.body;
  const HttpAnswer late = client.post(std::string(kPlant) + "/proposals/" + proposal + "/publish", "");
  EXPECT_EQ(late.status, 409) << late.body;
}

TEST_F(Journeys, TwoPeopleEditingOneRow) {
  HttpClient client = server_.client("planner");
  const std::string row = std::string(kPlant) + "/tables/orders.csv/rows/1";
  const HttpAnswer read = client.get(row);
  const std::string match = "If-Match: " + read.headers.at("etag");
  EXPECT_EQ(client.ask("PATCH", row, R"({"cells":{"quantity":"5"}})", {match}).status, 200);
  const HttpAnswer second = client.ask("PATCH", row, R"({"cells":{"quantity":"6"}})", {match});
  EXPECT_EQ(second.status, 412);
  EXPECT_EQ(member(second.body, "/error/code"), "changed-meanwhile");
  // Taking the first edit back brings the row to what it was.
  EXPECT_EQ(client.post(std::string(kPlant) + "/journal/2/undo", "").status, 200);
  EXPECT_EQ(client.get(row).headers.at("etag"), read.headers.at("etag"));
  // Time travel: as it was after the edit.
  EXPECT_EQ(member(client.get(row + "?at=2").body, "/cells/quantity"), "5");
}

TEST_F(Journeys, UndoingWhatWasChangedAgainIsAConflict) {
  HttpClient client = server_.client("planner");
  const std::string row = std::string(kPlant) + "/tables/orders.csv/rows/1";
  ASSERT_EQ(client.ask("PATCH", row, R"({"cells":{"quantity":"5"}})", {}).status, 200);
  ASSERT_EQ(client.ask("PATCH", row, R"({"cells":{"quantity":"6"}})", {}).status, 200);
  const HttpAnswer undo = client.post(std::string(kPlant) + "/journal/2/undo", "");
  EXPECT_EQ(undo.status, 409) << undo.body;
  EXPECT_EQ(member(client.get(row).body, "/cells/quantity"), "6");
}

TEST_F(Journeys, FaultsNameFileRowFieldAndValue) {
  HttpClient client = server_.client("planner");
  const HttpAnswer answer = client.ask("PATCH", std::string(kPlant) + "/tables/orders.csv/rows/1",
                                       R"({"cells":{"quantity":"many","item":"ghost"}})", {});
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(member(answer.body, "/error/issues/0/file"), "orders.csv");
  EXPECT_NE(answer.body.find("many"), std::string::npos);
}

TEST_F(Journeys, EventsAreKeptOnceAndFollowedLive) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const std::string unit =
      member(client.get(std::string(kPlant) + "/tables/work_units.csv?per_page=1").body, "/rows/0/cells/id");
  const std::string event = R"({"id":"e-1","kind":"unit.down","work_unit":")" + unit + R"(","reason":"pump"})";
  const HttpAnswer kept = client.post(std::string(kPlant) + "/events", event);
  ASSERT_EQ(kept.status, 200) << kept.body;
  EXPECT_EQ(member(kept.body, "/events/0/sequence"), "3");
  const HttpAnswer again = client.post(std::string(kPlant) + "/events", "[" + event + "]");
  EXPECT_EQ(member(again.body, "/events/0/sequence"), "3");
  EXPECT_EQ(member(again.body, "/events/0/repeated"), "true");
  EXPECT_EQ(member(client.get(std::string(kPlant) + "/journal?after=2").body, "/entries/0/kind"), "unit.down");
  // A browser that was away gets what it missed, and then what comes.
  const std::string missed = client.stream(std::string(kPlant) + "/stream", {"Last-Event-ID: 1"}, "unit.down", 5);
  EXPECT_NE(missed.find("id: 2\nevent: publish\n"), std::string::npos);
  EXPECT_NE(missed.find("id: 3\nevent: unit.down\n"), std::string::npos);
  std::string heard;
  HttpClient listener = server_.client("viewer");
  std::thread listening([&] { heard = listener.stream(std::string(kPlant) + "/stream", {}, "unit.up", 10); });
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  client.post(std::string(kPlant) + "/events", R"({"id":"e-2","kind":"unit.up","work_unit":")" + unit + R"("})");
  listening.join();
  EXPECT_NE(heard.find("event: unit.up"), std::string::npos) << heard;
}

// A machine breaks; ways out are there without anybody asking; one is applied, and becomes the plan.
TEST_F(Journeys, ABrokenMachineIsAnsweredWithRepairs) {
  HttpClient client = server_.client("coordinator");
  EXPECT_EQ(client.post(std::string(kPlant) + "/repairs", "").status, 409);  // of which plan?
  publish_a_plan(client);
  const std::string unit = member(
      client.get(std::string(kPlant) + "/plan/tables/operations.csv?sort=-start&filter=unit:ne:&per_page=1").body,
      "/rows/0/cells/unit");
  const std::string down = R"({"id":"d","kind":"unit.down","work_unit":")" + unit + R"(","expected":"2027-06-01"})";
  ASSERT_EQ(client.post(std::string(kPlant) + "/events", down).status, 200);
  const std::string report = finished(client, "J-2");
  EXPECT_EQ(member(report, "/kind"), "repair");
  EXPECT_EQ(member(report, "/author"), "kilter");
  ASSERT_EQ(member(report, "/state"), "done") << report;
  EXPECT_NE(member(report, "/proposals/0/words"), "");
  EXPECT_NE(member(report, "/proposals/0/changes/money/total"), "(none)");
  const std::string repair = member(report, "/proposals/0/id");
  const HttpAnswer applied =
      client.ask("POST", std::string(kPlant) + "/proposals/" + repair + "/publish", "", {"X-Reason: least trouble"});
  ASSERT_EQ(applied.status, 200) << applied.body;
  const std::string entry = client.get(std::string(kPlant) + "/journal/" + member(applied.body, "/sequence")).body;
  EXPECT_EQ(member(entry, "/reason"), "least trouble");
  EXPECT_EQ(member(entry, "/kind"), "publish");
  EXPECT_EQ(member(client.get(std::string(kPlant) + "/plan").body, "/sequence"), member(applied.body, "/sequence"));
}

TEST_F(Journeys, WhomAPublicationTouchesIsToldOnce) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const std::string inbox = std::string(kPlant) + "/tables/messages.csv";
  const HttpAnswer first = client.get(inbox + "?filter=to_kind:eq:person");
  EXPECT_NE(member(first.body, "/total"), "0") << first.body;
  const std::string id = member(first.body, "/rows/0/cells/id");
  EXPECT_EQ(client.post(std::string(kPlant) + "/messages/" + id + "/read", "").status, 200);
  const HttpAnswer read = client.get(inbox + "?filter=id:eq:" + id);
  EXPECT_EQ(member(read.body, "/rows/0/cells/state"), "read");
  EXPECT_NE(member(read.body, "/rows/0/cells/read_by"), "(none)");
  const std::string before = member(client.get(inbox).body, "/total");
  // The same plan again: nothing has changed for anybody.
  publish_a_plan(client);
  EXPECT_EQ(member(client.get(inbox + "?filter=to_kind:eq:person").body, "/total"), member(first.body, "/total"));
  EXPECT_EQ(client.post(std::string(kPlant) + "/messages/M-999/read", "").status, 422);
}

TEST_F(Journeys, AStationSeesItsJobsAndWhetherThePlanHolds) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  const std::string unit =
      member(client.get(std::string(kPlant) + "/plan/tables/operations.csv?sort=start&filter=unit:ne:&per_page=1").body,
             "/rows/0/cells/unit");
  const HttpAnswer jobs = client.get(std::string(kPlant) + "/dispatch?work_unit=" + unit);
  EXPECT_NE(member(jobs.body, "/jobs/0/why"), "(none)") << jobs.body;
  EXPECT_EQ(client.get(std::string(kPlant) + "/dispatch").status, 422);
  EXPECT_EQ(client.get(std::string(kPlant) + "/dispatch?at=nonsense&work_unit=" + unit).status, 422);
  EXPECT_EQ(member(client.get(std::string(kPlant) + "/outlook").body, "/stale"), "false");
  const std::string down = R"({"id":"d","kind":"unit.down","work_unit":")" + unit + R"(","expected":"2027-06-01"})";
  ASSERT_EQ(client.post(std::string(kPlant) + "/events", down).status, 200);
  const HttpAnswer outlook = client.get(std::string(kPlant) + "/outlook");
  EXPECT_EQ(member(outlook.body, "/stale"), "true");
  EXPECT_NE(member(outlook.body, "/reasons/0/words").find(unit), std::string::npos) << outlook.body;
}

TEST_F(Journeys, ThePublishedPlanIsThereForSql) {
  HttpClient client = server_.client("coordinator");
  publish_a_plan(client);
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open((folder_ / "kilter.db").c_str(), &database), SQLITE_OK);
  std::string counted;
  const auto add = [](void* into, int, char** cells, char**) {
    *static_cast<std::string*>(into) += std::string(cells[0]);
    return 0;
  };
  const char* const sql = "SELECT count(*) FROM plan_operations WHERE plant = 'hello-plant' AND start_at LIKE '20%'";
  EXPECT_EQ(sqlite3_exec(database, sql, add, &counted, nullptr), SQLITE_OK);
  sqlite3_close(database);
  EXPECT_EQ(counted, member(client.get(std::string(kPlant) + "/plan/tables/operations.csv").body, "/total"));
}

TEST_F(Journeys, WhatIfABranchIsKeptOrConflicts) {
  HttpClient client = server_.client("coordinator");
  const std::string branches = std::string(kPlant) + "/branches";
  const std::string edit = R"({"edits":[{"change":"change","table":"orders.csv","row":1,"cells":{"quantity":"11"}},
      {"change":"add","table":"orders.csv",
       "cells":{"id":"O-9","item":"stool","quantity":"3","requested":"2026-12-04"}}]})";
  ASSERT_EQ(client.post(branches, R"({"name":"more stools"})").status, 201);
  ASSERT_EQ(client.post(branches, R"({"name":"the same"})").status, 201);
  EXPECT_EQ(client.post(branches + "/B-1/edits", edit).status, 200);
  EXPECT_EQ(client.post(branches + "/B-2/edits", edit).status, 200);
  // Nothing has changed but on the branch.
  const std::string row = std::string(kPlant) + "/tables/orders.csv/rows/1";
  EXPECT_EQ(member(client.get(row).body, "/cells/quantity"), "10");
  EXPECT_EQ(member(client.get(branches + "/B-1/tables/orders.csv?filter=id:eq:O-9").body, "/total"), "1");
  const std::string job = member(client.post(branches + "/B-1/plans", R"({"seconds":0})").body, "/id");
  EXPECT_NE(member(finished(client, job), "/proposals/0/figures/objective/total"), "(none)");
  const HttpAnswer kept = client.post(branches + "/B-1/keep", "");
  ASSERT_EQ(kept.status, 200) << kept.body;
  EXPECT_EQ(member(client.get(row).body, "/cells/quantity"), "11");
  EXPECT_EQ(client.get(branches + "/B-1").status, 404);
  // The base has moved under the other one.
  const HttpAnswer conflict = client.post(branches + "/B-2/keep", "");
  EXPECT_EQ(conflict.status, 409);
  EXPECT_EQ(member(conflict.body, "/error/issues/0/field"), "quantity") << conflict.body;
  EXPECT_EQ(client.ask("DELETE", branches + "/B-2", "", {}).status, 204);
}

TEST_F(Journeys, AnOrderIsQuotedOnTopOfThePlan) {
  HttpClient client = server_.client("sales");
  HttpClient coordinator = server_.client("coordinator");
  publish_a_plan(coordinator);
  const std::string before = member(client.get(kPlant).body, "/sequence");
  const HttpAnswer quote =
      client.post(std::string(kPlant) + "/quotes", R"({"item":"stool","quantity":"2","requested":"2027-03-01"})");
  ASSERT_EQ(quote.status, 200) << quote.body;
  EXPECT_EQ(member(quote.body, "/in_time"), "true") << quote.body;
  EXPECT_NE(member(quote.body, "/cost/total"), "(none)");
  EXPECT_EQ(member(client.get(kPlant).body, "/sequence"), before);  // asked, not ordered
  const HttpAnswer bad =
      client.post(std::string(kPlant) + "/quotes", R"({"item":"ghost","quantity":"0","requested":"soon"})");
  EXPECT_EQ(bad.status, 422);
  EXPECT_EQ(member(bad.body, "/error/issues/2/field"), "requested") << bad.body;
}

TEST_F(Journeys, OneBadEventDoesNotKeepTheOthersOut) {
  HttpClient client = server_.client("coordinator");
  const HttpAnswer answer = client.post(
      std::string(kPlant) + "/events",
      R"([{"id":"a","kind":"unit.down","work_unit":"ghost"},{"id":"b","kind":"andon.raised","topic":"help"}])");
  EXPECT_EQ(answer.status, 422) << answer.body;
  EXPECT_EQ(member(answer.body, "/events/0/issues/0/value"), "ghost");
  EXPECT_EQ(member(answer.body, "/events/1/sequence"), "2") << answer.body;
}

TEST_F(Journeys, RolesMayWhatTheirTableSays) {
  HttpClient viewer = server_.client("viewer");
  HttpClient sales = server_.client("sales");
  const std::string orders = std::string(kPlant) + "/tables/orders.csv/rows/1";
  EXPECT_EQ(viewer.get(orders).status, 200);
  EXPECT_EQ(viewer.ask("PATCH", orders, R"({"cells":{"quantity":"5"}})", {}).status, 403);
  EXPECT_EQ(sales.ask("PATCH", orders, R"({"cells":{"quantity":"5"}})", {}).status, 200);
  EXPECT_EQ(
      sales.ask("PATCH", std::string(kPlant) + "/tables/items.csv/rows/1", R"({"cells":{"name":"x"}})", {}).status,
      403);
  EXPECT_EQ(sales.get("/api/v1/users").status, 403);
  EXPECT_EQ(viewer.post(std::string(kPlant) + "/plans", "{}").status, 403);
}

TEST_F(Journeys, TheFirstAdministratorSignsInAndMakesUsers) {
  HttpClient browser(server_.url());
  const std::string secret = server_.setup_secret();
  const std::string setup =
      R"({"secret":")" + secret + R"(","user":"ana","name":"Ana","password":"four words are long"})";
  EXPECT_EQ(
      browser.post("/api/v1/setup", R"({"secret":"x","user":"eve","name":"Eve","password":"four words are long"})")
          .status,
      403);
  const HttpAnswer first = browser.post("/api/v1/setup", setup);
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(browser.post("/api/v1/setup", setup).status, 422);  // ana is there
  const std::string cookie = first.headers.at("set-cookie");
  EXPECT_NE(cookie.find("HttpOnly; SameSite=Strict"), std::string::npos);
  browser.always("Cookie: " + cookie.substr(0, cookie.find(';')));
  EXPECT_EQ(member(browser.get("/api/v1/session").body, "/user"), "ana");
  // A page of somebody else's can make the browser send its cookie, but not what only a page of ours knows.
  const std::string user = R"({"id":"kim","name":"Kim","role":"operator","password":"other words to sign in"})";
  EXPECT_EQ(member(browser.post("/api/v1/users", user).body, "/error/code"), "csrf");
  browser.always("X-CSRF-Token: " + member(first.body, "/csrf"));
  EXPECT_EQ(browser.post("/api/v1/users", user).status, 201);
  HttpClient kim(server_.url());
  EXPECT_EQ(kim.post("/api/v1/session", R"({"user":"kim","password":"wrong"})").status, 401);
  const HttpAnswer signed_in = kim.post("/api/v1/session", R"({"user":"kim","password":"other words to sign in"})");
  EXPECT_EQ(member(signed_in.body, "/role"), "operator");
  // Signed out is signed out, for whoever kept the cookie too.
  EXPECT_EQ(browser.ask("DELETE", "/api/v1/session", "", {}).status, 204);
  EXPECT_EQ(browser.get("/api/v1/session").status, 401);
  // No secret is kept anywhere.
  EXPECT_EQ(kim.get("/api/v1/users").status, 401);
}

TEST_F(Journeys, GuessingPasswordsIsSlowedDown) {
  HttpClient guesser(server_.url());
  long status = 0;
  for (int i = 0; i < 12 && status != 429; ++i) {
    status = guesser.post("/api/v1/session", R"({"user":"ana","password":"guess"})").status;
  }
  EXPECT_EQ(status, 429);
}

TEST_F(Journeys, WhatIsAnsweredSurvivesAKillAndASignalEndsItCleanly) {
  HttpClient client = server_.client("coordinator");
  ASSERT_EQ(client.post(std::string(kPlant) + "/events", R"({"id":"a","kind":"andon.raised","topic":"help"})").status,
            200);
  const std::string before = member(client.get(kPlant).body, "/hash");
  ASSERT_TRUE(server_.kill_and_restart()) << server_.output();
  HttpClient after = server_.client("coordinator");
  EXPECT_EQ(member(after.get(kPlant).body, "/hash"), before);
  EXPECT_EQ(server_.stop(), 0);
}

TEST(JourneysOnPostgres, TheSameServer) {
  std::string why;
  auto database = support::PostgresServer::start(why);
  if (!database) GTEST_SKIP() << why;
  KilterServer server(KILTER_BINARY, std::string(KILTER_SOURCE_DIR) + "/examples/hello-plant",
                      database->new_database());
  ASSERT_TRUE(server.started()) << server.output();
  HttpClient client = server.client("coordinator");
  const HttpAnswer kept =
      client.post(std::string(kPlant) + "/events", R"({"id":"a","kind":"andon.raised","topic":"help"})");
  ASSERT_EQ(kept.status, 200) << kept.body;
  ASSERT_TRUE(server.kill_and_restart()) << server.output();
  HttpClient after = server.client("coordinator");
  EXPECT_EQ(member(after.get(kPlant).body, "/sequence"), "2");
}

}  // namespace
}  // namespace kilter
