// One line on the terminal that is written over: "search 3.2 s, lateness 12,340 EUR", from the second second on, at
// most ten a second.
#pragma once

#include <string>

#include "cli/terminal/console.hpp"
#include "coordinate/make_plan.hpp"

namespace kilter::cli {

class ProgressLine {
 public:
  ProgressLine(Console& console, std::string currency);
  // Wipes the line.
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const coordinate::Progress& progress);
  // Of a benchmark instance: "search 3.2 s, objective 1234".
  void show(const std::string& objective, double seconds);

 private:
  // Whether a line of this phase and time is wanted now.
  bool due(const std::string& phase, double seconds);

  Console* console_;
  std::string currency_;
  double shown_at_ = 0;
  std::string phase_;
  bool visible_ = false;
};

}  // namespace kilter::cli
