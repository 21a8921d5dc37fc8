#include "support/servers/child_process.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cstdint>
#include <random>

#include <csignal>

namespace kilter::support {
namespace {

const passwd* other_user(const std::string& name) { return ::geteuid() == 0 ? ::getpwnam(name.c_str()) : nullptr; }

[[noreturn]] void become(const Launch& launch, const passwd* user, std::vector<char*>& arguments) {
  ::setsid();
  const int log = ::open(launch.log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  if (log >= 0) {
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
  }
  const bool changed = user == nullptr || (::initgroups(user->pw_name, user->pw_gid) == 0 &&
                                           ::setgid(user->pw_gid) == 0 && ::setuid(user->pw_uid) == 0);
  if (changed) ::execvp(arguments.front(), arguments.data());
  ::_exit(127);
}

}  // namespace

pid_t start(const Launch& launch) {
  std::vector<std::string> words = launch.command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const passwd* user = other_user(launch.user);
  const pid_t process = ::fork();
  if (process == 0) become(launch, user, arguments);
  return process < 0 ? 0 : process;
}

int wait_for(pid_t process) {
  int status = 0;
  if (process <= 0 || ::waitpid(process, &status, 0) != process || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

void end(pid_t process, int signal) {
  if (process <= 0) return;
  ::kill(-process, signal);
  ::waitpid(process, nullptr, 0);
}

void give(const std::filesystem::path& folder, const std::string& name) {
  const passwd* user = other_user(name);
  if (user == nullptr) return;
  if (::chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0) return;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (::chown(entry.path().c_str(), user->pw_uid, user->pw_gid) != 0) return;
  }
}

int free_port() {
  // Below those that outgoing connections are given, so that none of them takes it while a server is started anew.
  constexpr int kFirst = 20'000;
  constexpr int kPorts = 12'000;
  std::random_device random;
  for (int tries = 0; tries < 1'000; ++tries) {
    const int port = kFirst + static_cast<int>(random() % kPorts);
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool bound = ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
    ::close(socket);
    if (bound) return port;
  }
  return 0;
}

}  // namespace kilter::support
