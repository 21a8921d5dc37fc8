// Every tool that an operation needs is there, and no copy is used twice at once.
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "check/rules.hpp"

namespace kilter::check {
namespace {

void check_counts(const Facts& facts, plan::PlacementId id, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  std::vector<std::uint32_t> wanted;
  for (const model::ToolNeed& need : facts.operation(id).tools) {
    for (std::int32_t i = 0; i < need.count; ++i) wanted.push_back(need.tool.index());
  }
  std::vector<std::uint32_t> used;
  for (const plan::AssignmentId assignment : placement.assignments) {
    const plan::Assignment& tool = facts.plan.assignments[assignment];
    if (tool.kind != plan::AssigneeKind::tool) continue;
    used.push_back(tool.index);
    const bool started = placement.status == model::WorkStatus::started;
    if ((tool.start == placement.start || started) && tool.end == placement.end) continue;
    report.add("tool-count", [&] {
      return facts.plant.tools[model::ToolId(tool.index)].id + " is not held all through " + facts.names.placement(id);
    });
  }
  std::sort(wanted.begin(), wanted.end());
  std::sort(used.begin(), used.end());
  if (wanted == used) return;
  report.add("tool-count", [&] {
    return facts.names.placement(id) + " needs " + std::to_string(wanted.size()) + " tools and has " +
           std::to_string(used.size()) + ", or not the right ones";
  });
}

std::vector<plan::AssignmentId> by_copy(const Facts& facts) {
  std::vector<plan::AssignmentId> ids;
  for (const plan::AssignmentId id : ids_of(facts.plan.assignments)) {
    const plan::Assignment& assignment = facts.plan.assignments[id];
    const bool live = is_live(facts.plan.placements[assignment.placement]);
    if (live && assignment.kind == plan::AssigneeKind::tool && assignment.end > assignment.start) ids.push_back(id);
  }
  const auto key = [&](plan::AssignmentId id) {
    const plan::Assignment& a = facts.plan.assignments[id];
    return std::make_tuple(a.index, a.copy, a.start, a.end);
  };
  std::sort(ids.begin(), ids.end(), [&](auto a, auto b) { return key(a) < key(b); });
  return ids;
}

void check_copies(const Facts& facts, Report& report) {
  plan::AssignmentId last;
  for (const plan::AssignmentId id : by_copy(facts)) {
    const plan::Assignment& now = facts.plan.assignments[id];
    const model::Tool& tool = facts.plant.tools[model::ToolId(now.index)];
    if (now.copy >= static_cast<std::uint32_t>(tool.count)) {
      report.add("tool-count", [&] {
        return facts.names.placement(now.placement) + " uses copy " + std::to_string(now.copy + 1) + " of " + tool.id +
               ", of which there are " + std::to_string(tool.count);
      });
    }
    const bool same = last.valid() && facts.plan.assignments[last].index == now.index &&
                      facts.plan.assignments[last].copy == now.copy;
    if (same && now.start < facts.plan.assignments[last].end) {
      report.add("tool-overlap", [&] {
        return tool.id + " #" + std::to_string(now.copy + 1) + " is wanted at " + facts.names.placement(now.placement) +
               " from " + facts.names.when(now.start) + " and is in use at " +
               facts.names.placement(facts.plan.assignments[last].placement) + " until " +
               facts.names.when(facts.plan.assignments[last].end);
      });
    }
    if (!same || now.end > facts.plan.assignments[last].end) last = id;
  }
}

}  // namespace

void check_tools(const Facts& facts, Report& report) {
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    if (is_live(facts.plan.placements[id]) && facts.plan.placements[id].operation.valid())
      check_counts(facts, id, report);
  }
  check_copies(facts, report);
}

}  // namespace kilter::check
