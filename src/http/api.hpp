// Everything that answers over HTTP: from a request to the route's handler, once who asks is known and within bounds.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/route.hpp"
#include "http/server/message.hpp"
#include "http/traffic/metrics.hpp"
#include "http/traffic/throttle.hpp"
#include "http/traffic/workers.hpp"
#include "service/enterprise/enterprise.hpp"

namespace kilter::http {

struct ApiOptions {
  std::string version;
  std::string setup_secret;             // of the one-time link; empty: none
  bool secure_cookies = false;          // TLS here or in front
  double requests_per_second = 20'000;  // of one token, in the long run
  double strangers_per_second = 50;     // of one address that shows none
  unsigned workers = 2;
  std::function<void(std::string_view line)> log;  // structured, without personal data; may be empty
};

class Api {
 public:
  Api(service::Enterprise& enterprise, ApiOptions options);

  // A `Handler`.
  void handle(Request request, Reply reply);

  service::Enterprise& enterprise;
  const ApiOptions options;
  Metrics metrics;
  Throttle sign_ins;         // by user and by address
  Throttle pins_by_badge;    // wrong PINs
  Throttle pins_by_station;  // the same

  // The secret of the one-time set-up link, used up by the first who shows it.
  bool take_setup(std::string_view secret);

 private:
  void answer(Request request, Match matched, const Reply& reply);
  std::optional<service::Actor> who(const Request& request, bool& forged);

  std::mutex setup_mutex_;
  std::string setup_secret_;
  Throttle rates_;
  Workers workers_;  // last: what they do uses the rest
};

// The secret shown: as a bearer token, else in the cookie of the kiosk station or of the session; empty.
std::string_view shown_secret(const Request& request);
// What a page of ours repeats in the header X-CSRF-Token when it changes something in a session.
std::string csrf_of(std::string_view secret);

}  // namespace kilter::http
