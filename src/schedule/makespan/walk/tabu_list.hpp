// What must not be undone for a while: that x stood before y on a lane, that an operation was on an alternative.
// A hash table of expiry times without keys: two attributes in one place only forbid a little more.
#pragma once

#include <cstdint>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

class TabuList {
 public:
  TabuList() : until_(kSize, 0) {}

  void clear() { until_.assign(kSize, 0); }
  void forbid_before(Index x, Index y, std::uint32_t until) { until_[place(x, y)] = until; }
  void forbid_alternative(Index alternative, std::uint32_t until) { until_[place(alternative, kNone)] = until; }
  [[nodiscard]] bool is_before_forbidden(Index x, Index y, std::uint32_t now) const {
    return until_[place(x, y)] > now;
  }
  [[nodiscard]] bool is_alternative_forbidden(Index alternative, std::uint32_t now) const {
    return until_[place(alternative, kNone)] > now;
  }

 private:
  static constexpr std::size_t kSize = 1U << 13U;  // 32 KB; some hundred are in force at a time
  static std::size_t place(Index x, Index y) { return ((x * 0x9E3779B1U) ^ (y * 0x85EBCA77U)) >> 19U; }

  std::vector<std::uint32_t> until_;
};

}  // namespace kilter::schedule
