#include "support/servers/postgres_server.hpp"

#include <libpq-fe.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>
#include <vector>

#include "support/servers/child_process.hpp"

namespace kilter::support {
namespace {

namespace fs = std::filesystem;

const std::string kUser = "postgres";
constexpr std::chrono::seconds kPatience{60};

// Debian keeps the programs of each version apart: the newest.
fs::path newest_programs() {
  std::vector<fs::path> versions;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", none)) {
    if (fs::exists(entry.path() / "bin/initdb")) versions.push_back(entry.path() / "bin");
  }
  std::sort(versions.begin(), versions.end());
  return versions.empty() ? fs::path() : versions.back();
}

// In memory where there is room for it: a server that was killed reads and syncs all of its files when it starts.
fs::path place_for_data() {
  constexpr std::uintmax_t kRoom = std::uintmax_t{1} << 30U;
  const fs::path memory = "/dev/shm";
  std::error_code none;
  const bool fits = fs::space(memory, none).available >= kRoom && !none && ::access(memory.c_str(), W_OK) == 0;
  return fits ? memory : fs::temp_directory_path();
}

std::string contents(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

}  // namespace

std::optional<PostgresServer> PostgresServer::start(std::string& why) {
  PostgresServer server;
  server.programs_ = newest_programs();
  if (server.programs_.empty()) {
    why = "there is no PostgreSQL server here (Debian's package postgresql)";
    return std::nullopt;
  }
  std::string name = (place_for_data() / "kilter-postgres-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    why = "no temporary folder";
    return std::nullopt;
  }
  server.folder_ = name;
  give(server.folder_, kUser);
  const int made = wait_for(support::start({.command = {(server.programs_ / "initdb").string(), "-D", name + "/data",
                                                        "-U", kUser, "-A", "trust", "-E", "UTF8", "--no-locale", "-N"},
                                            .user = kUser,
                                            .log = server.folder_ / "log"}));
  if (made != 0 || !server.launch(why)) {
    why += "\n" + contents(server.folder_ / "log");
    return std::nullopt;
  }
  return server;
}

PostgresServer::PostgresServer(PostgresServer&& other) noexcept
    : programs_(std::move(other.programs_)),
      folder_(std::exchange(other.folder_, {})),
      port_(other.port_),
      process_(std::exchange(other.process_, 0)),
      databases_(other.databases_) {}

PostgresServer::~PostgresServer() {
  stop(SIGINT);
  std::error_code none;
  if (!folder_.empty()) fs::remove_all(folder_, none);
}

bool PostgresServer::launch(std::string& why) {
  if (port_ == 0) port_ = free_port();
  const Launch postgres{.command = {(programs_ / "postgres").string(), "-D", (folder_ / "data").string(), "-h",
                                    "127.0.0.1", "-p", std::to_string(port_), "-c", "unix_socket_directories="},
                        .user = kUser,
                        .log = folder_ / "log"};
  process_ = support::start(postgres);
  const std::string url = "postgresql://" + kUser + "@127.0.0.1:" + std::to_string(port_) + "/postgres";
  const auto until = std::chrono::steady_clock::now() + kPatience;
  while (PQping(url.c_str()) != PQPING_OK) {
    if (std::chrono::steady_clock::now() > until) {
      why = "the server did not answer";
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    // It gives up while a killed one's processes are still going away.
    if (::waitpid(process_, nullptr, WNOHANG) == process_) process_ = support::start(postgres);
  }
  return true;
}

void PostgresServer::stop(int signal) { end(std::exchange(process_, 0), signal); }

bool PostgresServer::kill_and_restart() {
  stop(SIGKILL);
  std::string why;
  return launch(why);
}

std::string PostgresServer::new_database() {
  const std::string server = "postgresql://" + kUser + "@127.0.0.1:" + std::to_string(port_) + "/";
  const std::string name = "test_" + std::to_string(++databases_);
  PGconn* connection = PQconnectdb((server + "postgres").c_str());
  PQclear(PQexec(connection, ("CREATE DATABASE " + name).c_str()));
  PQfinish(connection);
  return server + name;
}

}  // namespace kilter::support
