#include "codec/benchmark/read/project_draft.hpp"

#include <algorithm>
#include <utility>

namespace kilter::codec::benchmark {
namespace {

std::int64_t sum_of_longest(const schedule::ProjectProblem& problem) {
  std::int64_t sum = 0;
  for (Index activity = 0; activity < problem.activity_count; ++activity) {
    const auto begin = problem.duration.begin();
    sum += *std::max_element(begin + problem.mode_begin[activity], begin + problem.mode_begin[activity + 1]);
  }
  return sum;
}

}  // namespace

void ProjectDraft::begin_activity(std::int64_t number) {
  ++problem().activity_count;
  instance_.activity.push_back(number);
  problem().mode_begin.push_back(problem().mode_begin.back());
}

void ProjectDraft::add_mode(Tick duration) {
  problem().duration.push_back(duration);
  ++problem().mode_begin.back();
  problem().skill_demand_begin.push_back(problem().skill_demand_begin.back());
}

void ProjectDraft::add_skill(const schedule::SkillDemand& demand) {
  problem().skill_demands.push_back(demand);
  ++problem().skill_demand_begin.back();
}

ProjectInstance ProjectDraft::take(TokenReader& reader) {
  const Index count = problem().activity_count;
  refuse_cycles(reader, count, precedences_);
  if (reader.faulty()) return std::move(instance_);
  PredecessorLists lists = predecessor_lists(count, precedences_);
  problem().predecessor_begin = std::move(lists.begin);
  problem().predecessors = std::move(lists.operations);
  if (sum_of_longest(problem()) > kLargestNumber) {
    reader.refuse_all("too-long", "the durations add up to more than 1000000000 units of time",
                      "Count time in larger units: divide the durations.");
  }
  return std::move(instance_);
}

void read_numbers(TokenReader& reader, std::int64_t count, std::string_view what, std::vector<std::int64_t>& to) {
  for (std::int64_t i = 0; i < count && reader.going(); ++i) to.push_back(reader.whole({.what = what}));
}

}  // namespace kilter::codec::benchmark
