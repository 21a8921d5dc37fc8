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

bool ProgressLine::due(const std::string& phase, double seconds) {
  if (!console_->err_is_terminal || seconds < kQuietSeconds) return false;
  if (visible_ && phase == phase_ && seconds < shown_at_ + kBetween) return false;
  visible_ = true;
  phase_ = phase;
  shown_at_ = seconds;
  return true;
}

void ProgressLine::show(const coordinate::Progress& progress) {
  if (!due(std::string(progress.phase), progress.seconds)) return;
  std::string line = fmt::format("{} {:.1f} s", progress.phase, progress.seconds);
  if (progress.late_cost > 0) line += fmt::format(", lateness {:.0f} {}", progress.late_cost, currency_);
  console_->err << kWipe << line << std::flush;
}

void ProgressLine::show(const std::string& objective, double seconds) {
  if (!due("search", seconds)) return;
  console_->err << kWipe << fmt::format("search {:.1f} s, objective {}", seconds, objective) << std::flush;
}

}  // namespace kilter::cli
