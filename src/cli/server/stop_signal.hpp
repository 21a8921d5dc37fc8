// SIGINT and SIGTERM as a call: what a server ends by.
#pragma once

#include <functional>
#include <thread>

namespace kilter::cli {

class StopSignal {
 public:
  // From now on, and in all threads that are begun from now on, the signals are held back; the first one calls `stop`,
  // from a thread of its own.
  explicit StopSignal(std::function<void()> stop);
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  ~StopSignal();

 private:
  std::jthread waiting_;
};

}  // namespace kilter::cli
