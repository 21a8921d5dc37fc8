// What comes in over HTTP and what goes out, free of the library that carries it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/server/event_source.hpp"

namespace kilter::http {

struct Request {
  std::string method;                                       // "GET"
  std::string path;                                         // "/api/v1/plants", as sent, without the query
  std::vector<std::string> segments;                        // of the path, decoded: {"api", "v1", "plants"}
  std::vector<std::pair<std::string, std::string>> query;   // decoded, in order
  std::map<std::string, std::string, std::less<>> headers;  // names in lower case
  std::string body;
  std::string peer;  // address of the client

  // Empty when it was not sent.
  [[nodiscard]] std::string_view header(std::string_view name) const {
    const auto at = headers.find(name);
    return at == headers.end() ? std::string_view() : std::string_view(at->second);
  }
  [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const {
    for (const auto& [key, value] : query) {
      if (key == name) return value;
    }
    return std::nullopt;
  }
};

struct Response {
  unsigned status = 200;
  std::string type = "application/json";
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::unique_ptr<EventSource> events = {};  // when set, the body is what it sends, for as long as the client listens
};

// Called once, from any thread.
using Reply = std::function<void(Response)>;
// Must not block: what takes time is done on another thread, which replies.
using Handler = std::function<void(Request, Reply)>;

// What a header says that may carry any text: as it stands, or after UTF-8'' with % before what is not plain (RFC
// 8187).
std::string header_text(std::string_view value);

// The segments and the query of a target ("/a%20b/c?x=1"); false when it is not well formed.
bool read_target(std::string_view target, Request& request);

}  // namespace kilter::http
