// A real PostgreSQL server for tests: its own data in a temporary folder, on the loopback address and a free port,
// stopped and removed at the end. Runs as the user `postgres` when the tests run as root, which the server refuses.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace kilter::support {

class PostgresServer {
 public:
  // Empty when there is no server program on this machine, or it did not start; then `why` says so.
  static std::optional<PostgresServer> start(std::string& why);

  PostgresServer(PostgresServer&& other) noexcept;
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;
  PostgresServer& operator=(PostgresServer&&) = delete;
  ~PostgresServer();

  // Of a new, empty database.
  std::string new_database();
  // Ends the server's processes at once, as a power cut would, and starts it again.
  bool kill_and_restart();

 private:
  PostgresServer() = default;
  bool launch(std::string& why);
  void stop(int signal);

  std::filesystem::path programs_;
  std::filesystem::path folder_;
  int port_ = 0;
  pid_t process_ = 0;
  int databases_ = 0;
};

}  // namespace kilter::support
