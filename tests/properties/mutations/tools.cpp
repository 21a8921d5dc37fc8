#include "properties/mutations/mutation.hpp"

namespace kilter::properties {
namespace {

using model::Plant;
using plan::Assignment;
using plan::Plan;

bool is_tool(const Assignment& assignment) { return assignment.kind == plan::AssigneeKind::tool; }

bool wrong_tool(Plant& plant, Plan& plan) {
  for (Assignment& assignment : plan.assignments) {
    if (!is_tool(assignment) || plant.tools.size() < 2) continue;
    assignment.index = (assignment.index + 1) % static_cast<std::uint32_t>(plant.tools.size());
    return true;
  }
  return false;
}

bool unknown_copy(Plant&, Plan& plan) {
  for (Assignment& assignment : plan.assignments) {
    if (!is_tool(assignment)) continue;
    assignment.copy = 99;
    return true;
  }
  return false;
}

bool tool_overlap(Plant&, Plan& plan) {
  for (Assignment& first : plan.assignments) {
    for (Assignment& second : plan.assignments) {
      if (!is_tool(first) || !is_tool(second) || first.index != second.index || first.copy == second.copy) continue;
      if (second.start < first.start || second.start >= first.end || second.end <= second.start) continue;
      second.copy = first.copy;
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Mutation> tool_mutations() {
  return {{"tool-count", wrong_tool}, {"tool-count", unknown_copy}, {"tool-overlap", tool_overlap}};
}

}  // namespace kilter::properties
