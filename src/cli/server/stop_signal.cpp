#include "cli/server/stop_signal.hpp"

#include <csignal>
#include <ctime>
#include <utility>

namespace kilter::cli {
namespace {

sigset_t stopping() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

StopSignal::StopSignal(std::function<void()> stop) {
  const sigset_t signals = stopping();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  waiting_ = std::jthread([stop = std::move(stop), signals](const std::stop_token& token) {
    constexpr timespec kTick{.tv_sec = 0, .tv_nsec = 100'000'000};
    while (!token.stop_requested()) {
      if (sigtimedwait(&signals, nullptr, &kTick) > 0) return stop();
    }
  });
}

StopSignal::~StopSignal() {
  waiting_.request_stop();
  waiting_.join();
  const sigset_t signals = stopping();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace kilter::cli
