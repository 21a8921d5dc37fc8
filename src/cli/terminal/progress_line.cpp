#include "cli/terminal/progress_line.hpp"

#include <fmt/format.h>

#include <utility>

namespace kilter::cli {
namespace {

constexpr double kQuietSeconds = 1.0;
constexpr double kBetween = 0.1;
constexpr std::string_view kWipe = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(Console& console, std::string currency)
    : console_(&console), currency_(std::move(currency)) {}

ProgressLine::~ProgressLine() {
  if (visible_) console_->err << kWipe << std::flush;
}

void ProgressLine::show(const coordinate::Progress& progress) {
  if (!console_->err_is_terminal || progress.seconds < kQuietSeconds) return;
  if (visible_ && progress.phase == phase_ && progress.seconds < shown_at_ + kBetween) return;
  visible_ = true;
  phase_ = progress.phase;
  shown_at_ = progress.seconds;
  std::string line = fmt::format("{} {:.1f} s", progress.phase, progress.seconds);
  if (progress.late_cost > 0) line += fmt::format(", lateness {:.0f} {}", progress.late_cost, currency_);
  console_->err << kWipe << line << std::flush;
}

}  // namespace kilter::cli
