#include "support/servers/kilter_server.hpp"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>

#include "support/servers/child_process.hpp"

namespace kilter::support {
namespace {

constexpr std::string_view kReady = "listening on ";
constexpr std::string_view kSetup = "/setup#";

std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

// What follows `mark` in the text, up to a blank or line end.
std::string word_after(const std::string& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + mark.size();
  const std::size_t end = text.find_first_of(" \n", begin);
  return end == std::string::npos ? std::string() : text.substr(begin, end - begin);
}

std::filesystem::path fresh_path(const char* what) {
  static std::atomic<int> count{0};
  const std::string name =
      std::string("kilter-") + what + "-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
  return std::filesystem::temp_directory_path() / name;
}

}  // namespace

KilterServer::KilterServer(std::string binary, std::string plant, std::string url)
    : binary_(std::move(binary)), plant_(std::move(plant)), database_(std::move(url)), log_(fresh_path("log")) {
  launch();
}

KilterServer::~KilterServer() {
  if (process_ != 0) end(process_, SIGKILL);
  std::filesystem::remove(log_);
}

bool KilterServer::launch() {
  url_.clear();
  std::filesystem::remove(log_);
  std::vector<std::string> command{binary_, "serve"};
  if (!plant_.empty()) command.push_back(plant_);
  for (const char* argument : {"--db", database_.c_str(), "--listen", "127.0.0.1:0"}) command.emplace_back(argument);
  process_ = start({.command = command, .user = {}, .log = log_});
  for (int tries = 0; tries < 600 && process_ != 0 && url_.empty(); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    url_ = word_after(file_text(log_), kReady);
    if (url_.empty() && ::kill(process_, 0) != 0) break;
  }
  return started();
}

std::string KilterServer::output() const { return file_text(log_); }
std::string KilterServer::setup_secret() const { return word_after(output(), kSetup); }

std::string KilterServer::token(const std::string& role) {
  const std::filesystem::path log = fresh_path("token");
  wait_for(start({.command = {binary_, "token", "create", "--db", database_, "--role", role}, .user = {}, .log = log}));
  std::string token = file_text(log);
  std::filesystem::remove(log);
  while (!token.empty() && token.back() == '\n') token.pop_back();
  return token;
}

HttpClient KilterServer::client(const std::string& role) {
  HttpClient client(url_);
  client.always("Authorization: Bearer " + token(role));
  return client;
}

bool KilterServer::kill_and_restart() {
  end(process_, SIGKILL);
  process_ = 0;
  return launch();
}

int KilterServer::stop() {
  ::kill(process_, SIGTERM);
  const int code = wait_for(process_);
  process_ = 0;
  return code;
}

ScratchFolder::ScratchFolder() : path_(fresh_path("scratch")) { std::filesystem::create_directories(path_); }
ScratchFolder::~ScratchFolder() { std::filesystem::remove_all(path_); }

}  // namespace kilter::support
