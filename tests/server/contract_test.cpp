// The contract and the routes say the same, and every route answers as its contract says.
#include "http/contract.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <map>
#include <set>
#include <string>

#include "http/route.hpp"
#include "support/servers/kilter_server.hpp"

namespace kilter {
namespace {

using simdjson::SUCCESS;
using support::HttpAnswer;
using support::HttpClient;

// "GET /api/v1/plants" -> the statuses that the contract allows.
std::map<std::string, std::set<std::string>> contract_operations() {
  simdjson::dom::parser parser;
  const simdjson::padded_string text(http::contract_json());
  const simdjson::dom::object paths = parser.parse(text)["paths"];
  std::map<std::string, std::set<std::string>> operations;
  for (const auto& [path, item] : paths) {
    for (const char* method : {"get", "post", "put", "patch", "delete"}) {
      simdjson::dom::object responses;
      if (item[method]["responses"].get(responses) != SUCCESS) continue;
      std::string name(method);
      for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
      auto& statuses = operations[name + " " + std::string(path)];
      for (const auto& [status, response] : responses) statuses.emplace(status);
    }
  }
  return operations;
}

TEST(Contract, NamesTheRoutesAndNoOthers) {
  std::set<std::string> routes;
  for (const http::Route& route : http::routes()) {
    routes.insert(std::string(route.method) + " " + std::string(route.path));
  }
  std::set<std::string> contract;
  for (const auto& [operation, statuses] : contract_operations()) contract.insert(operation);
  EXPECT_EQ(routes, contract);
}

class ServedContract : public ::testing::Test {
 protected:
  // A kiosk station that the administrator makes; not the one that the routes are asked about.
  HttpClient station_of(HttpClient& administrator) {
    const HttpAnswer made =
        administrator.post("/api/v1/stations", R"({"id":"kiosk","plant":"hello-plant","work_centre":"saw"})");
    simdjson::dom::parser parser;
    const simdjson::padded_string text(made.body);
    std::string_view token;
    EXPECT_EQ(parser.parse(text)["token"].get(token), SUCCESS) << made.body;
    HttpClient station(server_.url());
    station.always("Authorization: Bearer " + std::string(token));
    return station;
  }

  support::ScratchFolder folder_;
  support::KilterServer server_{KILTER_BINARY, std::string(KILTER_SOURCE_DIR) + "/examples/hello-plant",
                                folder_ / "kilter.db"};
};

std::string filled(std::string path, const std::map<std::string, std::string>& names) {
  for (const auto& [name, value] : names) {
    const std::size_t at = path.find("{" + name + "}");
    if (at != std::string::npos) path.replace(at, name.size() + 2, value);
  }
  return path;
}

// Sound and broken.
const std::vector<std::string> kBodies{"",
                                       "{}",
                                       "[",
                                       R"({"files":7,"edits":[{}],"cells":[],"id":"x","kind":"unit.down"})",
                                       R"({"cells":{"quantity":"3"},"name":"try"})",
                                       R"({"operation":"MO-1/10","moves":[{"operation":7},8],"people":[1]})",
                                       R"({"operation":"MO-1/10","start":"then","unit":"none","prefer":"luck"})",
                                       R"({"override":true})",
                                       R"({"badge":"0815","pin":"4711","plant":"hello-plant","person":"ana"})",
                                       "\xff\xfe"};

// Every route is asked with names that are there and names that are not, with sound and with broken bodies, by an
// administrator, a viewer, a kiosk station and a stranger: each answer is one that the contract names, none is a
// failure of the server.
TEST_F(ServedContract, EveryRouteAnswersAsWritten) {
  ASSERT_TRUE(server_.started()) << server_.output();
  HttpClient administrator = server_.client("administrator");
  HttpClient viewer = server_.client("viewer");
  HttpClient stranger(server_.url());
  HttpClient station = station_of(administrator);
  const std::vector<std::map<std::string, std::string>> names{{{"plant", "hello-plant"},
                                                               {"table", "orders.csv"},
                                                               {"row", "1"},
                                                               {"sequence", "1"},
                                                               {"job", "J-1"},
                                                               {"proposal", "J-1.1"},
                                                               {"user", "ana"},
                                                               {"message", "M-1"},
                                                               {"branch", "B-1"},
                                                               {"order", "MO-1"},
                                                               {"operation", "10"},
                                                               {"item", "stool"},
                                                               {"station", "saw"},
                                                               {"badge", "0815"},
                                                               {"area", "saw"},
                                                               {"token", "t-none"}},
                                                              {{"plant", "nowhere"},
                                                               {"table", "nothing.csv"},
                                                               {"row", "x"},
                                                               {"sequence", "999"},
                                                               {"job", "J"},
                                                               {"proposal", ".."},
                                                               {"user", "nobody"},
                                                               {"message", "M"},
                                                               {"branch", "B"},
                                                               {"order", "x"},
                                                               {"operation", "x"},
                                                               {"item", "x"},
                                                               {"station", "x"},
                                                               {"badge", "x"},
                                                               {"area", "x"},
                                                               {"token", "%20"}}};
  std::size_t asked = 0;
  for (const auto& [operation, statuses] : contract_operations()) {
    if (operation.ends_with("/stream")) continue;  // answers for as long as one listens
    const std::string method = operation.substr(0, operation.find(' '));
    const std::string path = operation.substr(method.size() + 1);
    for (const auto& known : names) {
      for (const std::string& body : kBodies) {
        if (method == "GET" && !body.empty()) continue;
        for (HttpClient* client : {&stranger, &viewer, &station, &administrator}) {
          const HttpAnswer answer = client->ask(method, filled(path, known), body, {});
          const std::string status = std::to_string(answer.status);
          const bool general = status == "401" || status == "429" || status == "403";
          EXPECT_TRUE(statuses.count(status) > 0 || general)
              << operation << " " << body << " -> " << status << " " << answer.body;
          EXPECT_NE(answer.status, 500);
          ++asked;
        }
      }
    }
  }
  EXPECT_GT(asked, 500U);
}

TEST_F(ServedContract, AnUnknownPathAndAWrongMethodSaySo) {
  ASSERT_TRUE(server_.started()) << server_.output();
  HttpClient client = server_.client("viewer");
  EXPECT_EQ(client.get("/api/v1/nothing").status, 404);
  EXPECT_EQ(client.ask("DELETE", "/api/v1/plants", "", {}).status, 405);
  EXPECT_EQ(client.get("/api/v1/plants/%zz").status, 400);
  EXPECT_EQ(HttpClient(server_.url()).get("/api/v1/plants").status, 401);
  EXPECT_EQ(client.ask("HEAD", "/healthz", "", {}).status, 200);
}

}  // namespace
}  // namespace kilter
