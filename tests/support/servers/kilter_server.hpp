// The real program as a server: `kilter serve` on the loopback address and a free port, stopped at the end.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "support/servers/http_client.hpp"

namespace kilter::support {

class KilterServer {
 public:
  // `binary` serves `plant` (a folder; empty: none) from the database `url`. Ready when this returns; started() says
  // whether it came up.
  KilterServer(std::string binary, std::string plant, std::string url);
  KilterServer(const KilterServer&) = delete;
  KilterServer& operator=(const KilterServer&) = delete;
  ~KilterServer();

  [[nodiscard]] bool started() const { return !url_.empty(); }
  [[nodiscard]] const std::string& url() const { return url_; }
  // What it printed so far.
  [[nodiscard]] std::string output() const;
  // The secret of the set-up link; empty when there is none.
  [[nodiscard]] std::string setup_secret() const;

  // A token that `kilter token create` makes, beside the server.
  std::string token(const std::string& role);
  // Shows a new token of the role.
  HttpClient client(const std::string& role);

  // SIGKILL, and another one on the same database.
  bool kill_and_restart();
  // SIGTERM; its exit code.
  int stop();

 private:
  bool launch();

  std::string binary_;
  std::string plant_;
  std::string database_;
  std::string url_;
  std::filesystem::path log_;
  pid_t process_ = 0;
};

// An empty folder of the test's own, gone with the object.
class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();
  [[nodiscard]] std::string operator/(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace kilter::support
