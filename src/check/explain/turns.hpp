// In which turn lanes, people and tools do what they do, and whether a lane stood idle while something waited for it.
#pragma once

#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "check/explain/outside_links.hpp"
#include "check/facts/facts.hpp"
#include "check/report.hpp"

namespace kilter::check {

// Made once for a plan. O(n log n).
class Turns {
 public:
  explicit Turns(const Facts& facts);

  // Whether in [from, until) the lane of `waiting` was open and free, with everybody and every tool of `waiting` there,
  // before some other work that the plan let begin instead. Not asked where work may not pause: a free stretch may have
  // been too short.
  [[nodiscard]] bool stood_idle(plan::PlacementId waiting, Tick from, Tick until) const;

  // Whether in [from, until) the lane of `waiting` was open and idle while somebody or some tool of `waiting` was at
  // work begun before: what was waited for then was not the lane.
  [[nodiscard]] bool missed_others(plan::PlacementId waiting, Tick from, Tick until) const;
  // Whether who or what is assigned was at other work, begun before, right until `t`.
  [[nodiscard]] bool at_other_work(const plan::Assignment& assigned, Tick t) const;

  // When `waiting` could be worked on in [from, until) if only its lane were free.
  [[nodiscard]] Intervals able(plan::PlacementId waiting, Tick from, Tick until) const;
  // When a person or tool is through with all that it began before, for other work.
  [[nodiscard]] Tick free_after(const plan::Assignment& assigned) const;

 private:
  // Open time of a lane in [begin, end) in which no other work than `waiting` took it.
  [[nodiscard]] bool idle_in(plan::PlacementId waiting, Tick begin, Tick end) const;

  using Lane = std::pair<model::WorkUnitId, std::uint32_t>;
  using Assignee = std::tuple<plan::AssigneeKind, std::uint32_t, std::uint32_t>;

  const Facts& facts_;
  std::map<Lane, std::vector<plan::PlacementId>> lanes_;  // by start
  std::map<Assignee, std::vector<plan::AssignmentId>> assignees_;
};

// late-chain-cause, late-chain-sum
void check_links(const Outside& outside, const Turns& turns, const plan::LateChain& chain, Report& report);

}  // namespace kilter::check
