// Pegs grouped by one of their ends, in plan order inside a group: counted out, not sorted, since plans may have
// millions.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "plan/plan.hpp"

namespace kilter::check {

class PegGroups {
 public:
  // `group_of(peg)` in 0 .. groups-1.
  template <class GroupOf>
  PegGroups(const plan::Plan& plan, std::size_t groups, GroupOf group_of) : begin_(groups + 1, 0) {
    for (const plan::Peg& peg : plan.pegs) ++begin_[group_of(peg) + 1];
    for (std::size_t i = 0; i < groups; ++i) begin_[i + 1] += begin_[i];
    ids_.resize(plan.pegs.size());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (const plan::PegId id : ids_of(plan.pegs)) ids_[next[group_of(plan.pegs[id])]++] = id;
  }

  [[nodiscard]] std::size_t count() const { return begin_.size() - 1; }
  [[nodiscard]] std::span<const plan::PegId> of(std::size_t group) const {
    return {ids_.data() + begin_[group], ids_.data() + begin_[group + 1]};
  }

 private:
  std::vector<std::uint32_t> begin_;
  std::vector<plan::PegId> ids_;
};

}  // namespace kilter::check
