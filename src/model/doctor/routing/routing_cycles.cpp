// Operations of an item that wait for each other in a circle: what is left when operations without open predecessors
// are taken away again and again (Kahn 1962).
#include <algorithm>

#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

// The operations of an item that can never become free, in order.
std::vector<OperationId> stuck(const Plant& plant, const Item& item) {
  const std::uint32_t first = (*item.operations.begin()).index();
  std::vector<std::size_t> open(item.operations.size(), 0);
  std::vector<std::vector<std::size_t>> followers(item.operations.size());
  std::vector<std::size_t> free;
  for (const OperationId id : item.operations) {
    for (const Predecessor& predecessor : plant.operations[id].predecessors) {
      followers[predecessor.operation.index() - first].push_back(id.index() - first);
      ++open[id.index() - first];
    }
    if (open[id.index() - first] == 0) free.push_back(id.index() - first);
  }
  while (!free.empty()) {
    const std::size_t at = free.back();
    free.pop_back();
    for (const std::size_t follower : followers[at]) {
      if (--open[follower] == 0) free.push_back(follower);
    }
  }
  std::vector<OperationId> left;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i] > 0) left.emplace_back(first + i);
  }
  return left;
}

// Walks predecessors that are stuck until one comes again: the circle, each before its follower.
std::vector<OperationId> circle(const Plant& plant, const std::vector<OperationId>& stuck) {
  const auto is_stuck = [&stuck](OperationId id) { return std::binary_search(stuck.begin(), stuck.end(), id); };
  std::vector<OperationId> way{stuck.front()};
  for (;;) {
    const std::vector<Predecessor>& predecessors = plant.operations[way.back()].predecessors;
    const auto next = std::find_if(predecessors.begin(), predecessors.end(),
                                   [&](const Predecessor& predecessor) { return is_stuck(predecessor.operation); });
    const auto seen = std::find(way.begin(), way.end(), next->operation);
    if (seen != way.end()) {
      std::vector<OperationId> found(seen, way.end());
      std::reverse(found.begin(), found.end());
      return found;
    }
    way.push_back(next->operation);
  }
}

}  // namespace

void find_routing_cycles(Examination& exam) {
  for (const Item& item : exam.plant.items) {
    if (item.operations.size() < 1) continue;
    const std::vector<OperationId> left = stuck(exam.plant, item);
    if (left.empty()) continue;
    std::string said;
    const std::vector<OperationId> around = circle(exam.plant, left);
    for (const OperationId id : around) said += Report::shortened(exam.plant.operations[id].id) + " > ";
    said += Report::shortened(exam.plant.operations[around.front()].id);
    exam.report.error("routing-cycle", {.file = PrecedenceRow::kFile, .column = "after", .value = item.id},
                      "operations of item \"" + Report::shortened(item.id) + "\" wait for each other: " + said,
                      "Remove one of these precedences.");
  }
}

}  // namespace kilter::model
