// A few threads for what takes too long for those that carry the traffic.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kilter::http {

class Workers {
 public:
  // At most `waiting` jobs wait for their turn.
  explicit Workers(unsigned threads, std::size_t waiting = 10'000);
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  // Finishes what was begun; what waits is dropped.
  ~Workers();

  // False when too many wait already; then the job is not done.
  bool post(std::function<void()> job);

 private:
  void run();

  const std::size_t most_;
  std::mutex mutex_;  // of what follows
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool closing_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace kilter::http
