// Every tool that an operation needs is there, and no copy is used twice at once.
#include <algorithm>
#include <string>
#include <vector>

#include "check/facts/stays.hpp"
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

void check_copy_exists(const Facts& facts, const Stay& stay, Report& report) {
  const model::Tool& tool = facts.plant.tools[model::ToolId(stay.resource)];
  if (stay.copy < static_cast<std::uint32_t>(tool.count)) return;
  report.add("tool-count", [&] {
    return facts.names.placement(facts.plan.assignments[plan::AssignmentId(stay.who)].placement) + " uses copy " +
           std::to_string(stay.copy + 1) + " of " + tool.id + ", of which there are " + std::to_string(tool.count);
  });
}

// More was started with the tool than there are copies of it: a fact of the floor, no fault of the plan.
bool shared_on_the_floor(const Facts& facts, const Stay& stay, const Stay& last) {
  const model::ToolId tool(stay.resource);
  const auto started = [&](const Stay& one) {
    const auto& placement = facts.plan.placements[facts.plan.assignments[plan::AssignmentId(one.who)].placement];
    return placement.status == model::WorkStatus::started;
  };
  if (!started(stay) || !started(last)) return false;
  std::int32_t wanted = 0;
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    if (facts.plan.placements[id].status != model::WorkStatus::started) continue;
    for (const model::ToolNeed& need : facts.operation(id).tools) wanted += need.tool == tool ? need.count : 0;
  }
  return wanted > facts.plant.tools[tool].count;
}

void check_copies(const Facts& facts, Report& report) {
  Stay last;  // the one of this copy that ends last so far
  bool first = true;
  for (const Stay& stay : stays_of(facts, plan::AssigneeKind::tool)) {
    check_copy_exists(facts, stay, report);
    const bool same = !first && last.same_resource(stay);
    if (same && stay.start < last.end && !shared_on_the_floor(facts, stay, last)) {
      const plan::Assignment& now = facts.plan.assignments[plan::AssignmentId(stay.who)];
      const plan::Assignment& before = facts.plan.assignments[plan::AssignmentId(last.who)];
      report.add("tool-overlap", [&] {
        return facts.plant.tools[model::ToolId(stay.resource)].id + " #" + std::to_string(stay.copy + 1) +
               " is wanted at " + facts.names.placement(now.placement) + " from " + facts.names.when(now.start) +
               " and is in use at " + facts.names.placement(before.placement) + " until " +
               facts.names.when(before.end);
      });
    }
    if (!same || stay.end > last.end) last = stay;
    first = false;
  }
}

}  // namespace

void check_tools(const Facts& facts, Report& report) {
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    if (is_live(facts.plan.placements[id])) check_counts(facts, id, report);
  }
  check_copies(facts, report);
}

}  // namespace kilter::check
