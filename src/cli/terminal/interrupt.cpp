#include "cli/terminal/interrupt.hpp"

#include <unistd.h>

#include <csignal>

#include "cli/exit_code.hpp"

namespace kilter::cli {
namespace {

// A signal handler can reach nothing but globals.
std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void on_interrupt(int) {
  if (stop_requested.exchange(true)) _exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

Interrupt::Interrupt() {
  stop_requested = false;
  previous_ = std::signal(SIGINT, on_interrupt);
}

Interrupt::~Interrupt() { std::signal(SIGINT, previous_); }

const std::atomic<bool>& Interrupt::requested() const { return stop_requested; }

}  // namespace kilter::cli
