// Programs that tests start: in a process group of their own, so that all of it can be ended, and never as root when
// there is somebody else to be.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace kilter::support {

// As `user` when the tests run as root and there is such a user. Output goes to `log`.
struct Launch {
  std::vector<std::string> command;
  std::string user;
  std::filesystem::path log;
};

// Its process id, also that of its group; 0 when it could not be started.
pid_t start(const Launch& launch);
// Waits for the end; its exit code, or -1 when a signal ended it.
int wait_for(pid_t process);
// Sends the signal to the whole group and waits for the first process.
void end(pid_t process, int signal);
// Gives the folder and what is in it to that user, under the same conditions.
void give(const std::filesystem::path& folder, const std::string& user);
// A port of the loopback address that nobody uses at this moment.
int free_port();

}  // namespace kilter::support
