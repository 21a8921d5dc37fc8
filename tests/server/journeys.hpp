// What journeys share: a server with the smallest plant, jobs waited for, plans published.
#pragma once

#include <gtest/gtest.h>
#include <simdjson.h>

#include <chrono>
#include <string>
#include <thread>

#include "support/servers/kilter_server.hpp"

namespace kilter::journeys {

using support::HttpAnswer;
using support::HttpClient;
using support::KilterServer;

inline constexpr const char* kPlant = "/api/v1/plants/hello-plant";

inline std::string member(const std::string& json, const char* pointer) {
  simdjson::dom::parser parser;
  const simdjson::padded_string text(json);
  simdjson::dom::element element;
  if (parser.parse(text).at_pointer(pointer).get(element) != simdjson::SUCCESS) return "(none)";
  std::string_view value;
  return element.get(value) == simdjson::SUCCESS ? std::string(value) : simdjson::minify(element);
}

class Journeys : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(server_.started()) << server_.output(); }

  // Waits until the job is finished; its report.
  static std::string finished(HttpClient& client, const std::string& job) {
    for (int tries = 0; tries < 600; ++tries) {
      const std::string report = client.get(std::string(kPlant) + "/jobs/" + job).body;
      const std::string state = member(report, "/state");
      if (state != "waiting" && state != "running") return report;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return {};
  }
  static std::string publish_a_plan(HttpClient& client) {
    const std::string job = member(client.post(std::string(kPlant) + "/plans", R"({"seconds":0})").body, "/id");
    const std::string proposal = member(finished(client, job), "/proposals/0/id");
    return client.post(std::string(kPlant) + "/proposals/" + proposal + "/publish", "").body;
  }

  support::ScratchFolder folder_;
  KilterServer server_{KILTER_BINARY, std::string(KILTER_SOURCE_DIR) + "/examples/hello-plant", folder_ / "kilter.db"};
};

}  // namespace kilter::journeys
