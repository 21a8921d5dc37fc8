// Where cost lines are collected. Lines of nothing are not written.
#pragma once

#include <vector>

#include "plan/plan.hpp"

namespace kilter::money {

class LineSink {
 public:
  explicit LineSink(std::vector<plan::CostLine>& lines) : lines_(lines) {}
  void add(const plan::CostLine& line) {
    if (!line.amount.is_zero()) lines_.push_back(line);
  }

 private:
  std::vector<plan::CostLine>& lines_;
};

}  // namespace kilter::money
