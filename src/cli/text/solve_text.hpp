// What kilter solve says about an answer: lines for people, or one JSON object.
#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "schedule/solve.hpp"

namespace kilter::cli {

struct SolveReport {
  std::string instance;   // its name
  std::string format;     // its word
  std::string objective;  // "makespan"
  std::string size;       // "10 jobs, 100 operations, 10 machines"
  bool feasible = true;   // false: no solution was found; the objective does not count then
  unsigned decimals = 0;  // how many digits of the account's objective and bound stand behind the point
  schedule::Account account;
  schedule::SolveOptions options;
};

// How far the objective may at most be above the best possible, as a share of the lower bound; none when nothing is
// proved that it could be measured by.
std::optional<double> gap_of(const schedule::Account& account);

void print_solve(const SolveReport& report, std::ostream& out);
void print_solve_json(const SolveReport& report, std::ostream& out);

}  // namespace kilter::cli
