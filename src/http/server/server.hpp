// An HTTP/1.1 server: connections kept alive, time limits on every read and write, bodies up to a limit, streams of
// events. What is answered is up to the handler.
//
//   auto server = Server::listen({.address = "127.0.0.1", .port = 0}, handler);
//   std::cout << server.value()->url();
//   server.value()->run();      // until stop(), from another thread or a signal handler's
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "http/server/message.hpp"

namespace kilter::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: a free one
  unsigned threads = 2;
  std::string certificate = {};  // PEM files; both or none: with them TLS is spoken, and nothing else
  std::string private_key = {};
  std::size_t header_limit = 16 * 1024;
  std::size_t body_limit = 64 * 1024 * 1024;
  std::size_t connections = 10'000;    // more are closed at once
  std::chrono::seconds patience{30};   // for a request to come whole, an answer to go out
  std::chrono::seconds idle{75};       // between requests
  std::chrono::seconds heartbeat{15};  // a comment on a stream that has nothing to say
};

class Server {
 public:
  // Bound and listening, not yet answering. Issues name the address or the file.
  static base::Result<std::unique_ptr<Server>> listen(ServerOptions options, Handler handler);

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] std::string url() const;  // "http://127.0.0.1:8080"
  // Answers until stop(); by as many threads as the options say, the caller's among them.
  void run();
  // From any thread. Open connections are cut.
  void stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace kilter::http
