#include "check/report.hpp"

#include <utility>

namespace kilter::check {

std::vector<Violation> Report::take() && {
  for (const auto& [rule, count] : count_) {
    if (count <= kPerRule) continue;
    violations_.push_back({.rule = rule, .message = "and " + std::to_string(count - kPerRule) + " more of this rule"});
  }
  return std::move(violations_);
}

}  // namespace kilter::check
