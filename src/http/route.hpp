// Every route as a row of a table: method, path, who may, how it is answered. The contract, api/openapi.yaml, names the
// same rows; a test compares.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/server/message.hpp"
#include "service/access/directory.hpp"

namespace kilter::http {

class Api;

// One request with all that is known of it.
struct Call {
  Request request;
  std::vector<std::string> names;  // what stands for the {..} of the path, in order
  service::Actor actor;            // nobody in particular on open routes
};

enum class Access : std::uint8_t {
  open,   // anybody
  known,  // whoever shows a token or a session, but kiosk stations; what more it needs, the use case asks
  kiosk,  // kiosk stations alone
  floor,  // both
};

enum class Pace : std::uint8_t {
  quick,  // answered on the thread that carries the traffic, or handed on at once
  slow    // on a worker's thread
};

struct Route {
  std::string_view method;
  std::string_view path;  // "/api/v1/plants/{plant}"
  Access access = Access::known;
  Pace pace = Pace::quick;
  void (*handle)(Api& api, const Call& call, const Reply& reply);
};

// All, in the order of the contract.
const std::vector<Route>& routes();

struct Match {
  const Route* route = nullptr;  // null: none
  std::vector<std::string> names;
  bool other_method = false;  // the path is known, the method is not
};

// By method and the segments of the path.
Match match(std::string_view method, const std::vector<std::string>& segments);

}  // namespace kilter::http
