// Collects violations. A broken plan of a million orders would otherwise fill the memory with words: after `kPerRule`
// violations of one rule the rest are only counted and told in one closing line.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "check/verify.hpp"

namespace kilter::check {

class Report {
 public:
  static constexpr std::size_t kPerRule = 200;

  // `words` is only called when the violation is kept; it returns the message.
  template <class Words>
  void add(const char* rule, Words&& words) {
    if (++count_[rule] <= kPerRule) violations_.push_back({.rule = rule, .message = words()});
  }
  [[nodiscard]] bool clean() const { return violations_.empty(); }
  // All violations in the order found, and for every overfull rule how many more there are.
  [[nodiscard]] std::vector<Violation> take() &&;

 private:
  std::vector<Violation> violations_;
  std::map<std::string, std::size_t> count_;
};

}  // namespace kilter::check
