// What a kiosk station and the people at it do, from end to end.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "server/journeys.hpp"
#include "support/servers/child_process.hpp"

namespace kilter {
namespace {

using journeys::Journeys;
using journeys::member;
using support::HttpAnswer;
using support::HttpClient;

class KioskJourneys : public Journeys {
 protected:
  // Station "saw" of the saw, a badge of Ana's with the role and PIN 4711, a published plan.
  void SetUp() override {
    Journeys::SetUp();
    administrator_.emplace(server_.client("administrator"));
    publish_a_plan(*administrator_);
    const HttpAnswer made = administrator_->post(
        "/api/v1/stations", R"({"id":"saw","name":"Saw","plant":"hello-plant","work_centre":"saw"})");
    ASSERT_EQ(made.status, 201) << made.body;
    token_ = member(made.body, "/token");
    add_badge("0815", "operator");
  }

  void add_badge(const std::string& badge, const std::string& role) {
    const HttpAnswer made = administrator_->post(
        "/api/v1/badges",
        R"({"badge":")" + badge + R"(","plant":"hello-plant","person":"ana","pin":"4711","role":")" + role + R"("})");
    ASSERT_EQ(made.status, 201) << made.body;
  }

  HttpClient station() {
    HttpClient client(server_.url());
    client.always("Authorization: Bearer " + token_);
    return client;
  }

  static HttpAnswer sign_in(HttpClient& station, const std::string& badge, const std::string& pin) {
    return station.post("/api/v1/kiosk/session", R"({"badge":")" + badge + R"(","pin":")" + pin + R"("})");
  }

  static HttpAnswer report(HttpClient& station, const std::string& session, const std::string& events) {
    return station.ask("POST", "/api/v1/kiosk/events", events, {"X-Kiosk-Session: " + session});
  }

  // What `kilter journal @access` says of a kind.
  std::string access_journal(const std::string& kind) {
    const std::string log = folder_ / "access.txt";
    const pid_t process =
        support::start({.command = {KILTER_BINARY, "journal", "@access", "--db", folder_ / "kilter.db", "--kind", kind},
                        .user = {},
                        .log = log});
    EXPECT_EQ(support::wait_for(process), 0);
    std::ifstream in(log);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::optional<HttpClient> administrator_;
  std::string token_;
};

TEST_F(KioskJourneys, WorkIsReportedByWhoIsSignedIn) {
  HttpClient client = station();
  const std::string before = client.get("/api/v1/kiosk").body;
  EXPECT_EQ(member(before, "/station/name"), "Saw");
  EXPECT_EQ(member(before, "/person"), "null");
  const std::string order = member(before, "/jobs/0/production_order");
  const HttpAnswer in = sign_in(client, "0815", "4711");
  ASSERT_EQ(in.status, 200) << in.body;
  EXPECT_EQ(member(in.body, "/name"), "Ana");
  const std::string session = member(in.body, "/session");
  const std::string job = R"("production_order":")" + order + R"(","operation":"10")";
  const std::string started = R"({"id":"saw:1","kind":"operation.started","work_unit":"saw-1",)" + job + "}";
  const std::string counted = R"({"id":"saw:2","kind":"quantity.good","quantity":2,)" + job + "}";
  const HttpAnswer kept = report(client, session, "[" + started + "," + counted + "]");
  ASSERT_EQ(kept.status, 200) << kept.body;
  const HttpAnswer again = report(client, session, counted);
  EXPECT_EQ(member(again.body, "/events/0/repeated"), "true");
  const std::string after = client.ask("GET", "/api/v1/kiosk", "", {"X-Kiosk-Session: " + session}).body;
  EXPECT_EQ(member(after, "/jobs/0/status"), "running");
  EXPECT_EQ(member(after, "/jobs/0/good"), "2");
  EXPECT_EQ(member(after, "/jobs/0/people"), "ana");
  EXPECT_EQ(member(after, "/person/badge"), "0815");
  // Nobody let MO-.. begin: that is said at the station that reported it.
  EXPECT_EQ(member(after, "/conflicts/0/event"), "saw:1") << after;
  const std::string entry =
      administrator_->get(std::string(journeys::kPlant) + "/journal/" + member(kept.body, "/events/0/sequence")).body;
  EXPECT_EQ(member(entry, "/author"), "ana@saw");
  EXPECT_EQ(member(entry, "/body/event/device"), "saw");
  // Signed out: the session reports no more.
  EXPECT_EQ(client.ask("DELETE", "/api/v1/kiosk/session", "", {"X-Kiosk-Session: " + session}).status, 204);
  EXPECT_EQ(member(report(client, session, counted).body, "/error/code"), "not-signed-in");
}

TEST_F(KioskJourneys, WrongPinsAreNotedAndThenThrottled) {
  HttpClient client = station();
  for (int tries = 0; tries < 5; ++tries) EXPECT_EQ(sign_in(client, "0815", "0000").status, 401);
  EXPECT_EQ(sign_in(client, "0815", "0000").status, 429);
  EXPECT_EQ(sign_in(client, "0815", "4711").status, 429) << "guessing on does not help";
  // Others sign in meanwhile.
  add_badge("0816", "operator");
  EXPECT_EQ(sign_in(client, "0816", "4711").status, 200);
  const std::string denials = access_journal("denial");
  std::size_t wrong = 0;
  for (std::size_t at = 0; (at = denials.find("wrong PIN of badge 0815", at)) != std::string::npos; ++at) ++wrong;
  EXPECT_EQ(wrong, 5U) << denials;
  EXPECT_NE(denials.find("too many wrong PINs"), std::string::npos) << denials;
  EXPECT_EQ(denials.find("4711"), std::string::npos);
}

TEST_F(KioskJourneys, AStationMayAskForNothingElse) {
  HttpClient client = station();
  EXPECT_EQ(client.get("/api/v1/plants").status, 403);
  EXPECT_EQ(client.get(std::string(journeys::kPlant) + "/folder").status, 403);
  EXPECT_EQ(client.post(std::string(journeys::kPlant) + "/events", R"({"id":"x","kind":"unit.up","work_unit":"saw-1"})")
                .status,
            403);
  EXPECT_NE(access_journal("denial").find("GET /api/v1/plants"), std::string::npos);
  // And nobody else is a station.
  EXPECT_EQ(member(administrator_->get("/api/v1/kiosk").body, "/error/code"), "no-station");
}

TEST_F(KioskJourneys, TheRoleSaysWhatMayBeReported) {
  add_badge("0900", "viewer");
  HttpClient client = station();
  const std::string session = member(sign_in(client, "0900", "4711").body, "/session");
  const HttpAnswer refused = report(client, session, R"({"id":"saw:1","kind":"unit.down","work_unit":"saw-1"})");
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(member(refused.body, "/events/0/issues/0/code"), "denied");
  const HttpAnswer elsewhere = report(client, session, R"({"id":"saw:2","kind":"unit.down","work_unit":"bench-1"})");
  EXPECT_EQ(member(elsewhere.body, "/events/0/issues/0/code"), "another-station");
  EXPECT_NE(access_journal("denial").find("ana@saw"), std::string::npos);
}

// The browser on the floor: the link once, then a cookie that pages cannot read, and commands only from pages of ours.
TEST_F(KioskJourneys, ADeviceIsEnrolledOnce) {
  HttpClient browser(server_.url());
  EXPECT_EQ(browser.post("/api/v1/kiosk/enrolment", R"({"token":"kt_guess"})").status, 401);
  const HttpAnswer enrolled = browser.post("/api/v1/kiosk/enrolment", R"({"token":")" + token_ + R"("})");
  ASSERT_EQ(enrolled.status, 204);
  const std::string cookie = enrolled.headers.at("set-cookie");
  EXPECT_NE(cookie.find("Path=/api/v1/kiosk; HttpOnly; SameSite=Strict"), std::string::npos) << cookie;
  browser.always("Cookie: kilter_session=somebodys; " + cookie.substr(0, cookie.find(';')));
  const std::string shown = browser.get("/api/v1/kiosk").body;
  EXPECT_EQ(member(sign_in(browser, "0815", "4711").body, "/error/code"), "csrf");
  browser.always("X-CSRF-Token: " + member(shown, "/csrf"));
  EXPECT_EQ(sign_in(browser, "0815", "4711").status, 200);
  // Another link, and this one is worth nothing; gone is gone.
  const HttpAnswer renewed = administrator_->post("/api/v1/stations/saw/token", "");
  EXPECT_EQ(renewed.status, 201);
  EXPECT_EQ(browser.get("/api/v1/kiosk").status, 401);
  token_ = member(renewed.body, "/token");
  HttpClient again = station();
  EXPECT_EQ(again.get("/api/v1/kiosk").status, 200);
  EXPECT_EQ(administrator_->ask("DELETE", "/api/v1/stations/saw", "", {}).status, 204);
  EXPECT_EQ(again.get("/api/v1/kiosk").status, 401);
}

TEST_F(KioskJourneys, ABadgeThatIsTakenAwayLetsNobodyInAndEndsWhatItBegan) {
  HttpClient client = station();
  const std::string session = member(sign_in(client, "0815", "4711").body, "/session");
  EXPECT_EQ(administrator_->ask("PATCH", "/api/v1/badges/0815", R"({"active":false})", {}).status, 200);
  EXPECT_EQ(sign_in(client, "0815", "4711").status, 401);
  EXPECT_EQ(report(client, session, R"({"id":"saw:1","kind":"unit.down","work_unit":"saw-1"})").status, 401);
  EXPECT_EQ(administrator_->ask("PATCH", "/api/v1/badges/0815", R"({"active":true,"pin":"20406"})", {}).status, 200);
  EXPECT_EQ(sign_in(client, "0815", "20406").status, 200);
}

TEST_F(KioskJourneys, TheWallOfAnAreaFollowsTheFloor) {
  HttpClient client = station();
  const HttpAnswer wall = client.get("/api/v1/kiosk/walls/saw");
  ASSERT_EQ(wall.status, 200) << wall.body;
  EXPECT_EQ(member(wall.body, "/units/0/down"), "null");
  EXPECT_EQ(client.get("/api/v1/kiosk/walls/nowhere").status, 404);
  HttpClient viewer = server_.client("viewer");
  EXPECT_EQ(viewer.get("/api/v1/kiosk/walls/saw?plant=hello-plant").status, 200);
  EXPECT_EQ(viewer.get("/api/v1/kiosk/walls/saw").status, 404);
  std::string heard;
  std::thread listening([&] { heard = station().stream("/api/v1/kiosk/stream", {}, "unit.down", 10); });
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  administrator_->post(std::string(journeys::kPlant) + "/events",
                       R"({"id":"d","kind":"unit.down","work_unit":"saw-1","reason":"belt"})");
  listening.join();
  EXPECT_NE(heard.find(R"("kind":"unit.down")"), std::string::npos) << heard;
  EXPECT_EQ(heard.find("belt"), std::string::npos) << "news without their contents";
  EXPECT_EQ(member(client.get("/api/v1/kiosk/walls/saw").body, "/units/0/down/reason"), "belt");
}

// Made beside a server that runs, known to it at once.
TEST_F(KioskJourneys, TheCommandLineMakesStationsAndBadgesToo) {
  const std::string pin = folder_ / "pin";
  std::ofstream(pin) << "20406\n";
  const std::string db = folder_ / "kilter.db";
  const std::string out = folder_ / "out.txt";
  const pid_t station_made = support::start({.command = {KILTER_BINARY, "station", "create", "bench", "--db", db,
                                                         "--plant", "hello-plant", "--work-units", "bench-1"},
                                             .user = {},
                                             .log = out});
  ASSERT_EQ(support::wait_for(station_made), 0);
  std::ifstream in(out);
  std::getline(in, token_);
  const pid_t badge_made = support::start({.command = {"/bin/sh", "-c",
                                                       std::string(KILTER_BINARY) + " badge create 77 --db " + db +
                                                           " --plant hello-plant --person ana < " + pin},
                                           .user = {},
                                           .log = out});
  ASSERT_EQ(support::wait_for(badge_made), 0);
  HttpClient client = station();
  EXPECT_EQ(member(client.get("/api/v1/kiosk").body, "/units/0/id"), "bench-1");
  EXPECT_EQ(sign_in(client, "77", "20406").status, 200);
}

}  // namespace
}  // namespace kilter
