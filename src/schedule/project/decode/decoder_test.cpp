#include "schedule/project/decode/decoder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "schedule/project/decode/time_order.hpp"
#include "schedule/project/testing/random_project.hpp"

namespace kilter::schedule {
namespace {

// The obvious decoder's question: could `activity` run at `start` beside the activities that `placed` names, in a pass
// with the times of `pass`? Works on the problem alone; crews of the placed activities are as the decoder chose them.
class SlowDecoder {
 public:
  SlowDecoder(const ProjectProblem& problem, const ProjectNetwork& network, const std::vector<Index>& mode,
              const Decoder& decoder, const Pass& pass)
      : problem_(problem), network_(network), mode_(mode), decoder_(decoder), pass_(pass) {}

  [[nodiscard]] Tick earliest(Index activity, const std::vector<Index>& placed) const {
    const bool forward = pass_.direction == Direction::forward;
    const Links& links = forward ? network_.before : network_.after;
    Tick start = 0;
    for (const Index before : links.of(activity)) start = std::max(start, pass_.end[before]);
    while (!fits(activity, start, placed)) ++start;
    return start;
  }

 private:
  [[nodiscard]] Index mode_of(Index activity) const { return network_.original_mode[mode_[activity]]; }

  [[nodiscard]] bool fits(Index activity, Tick start, const std::vector<Index>& placed) const {
    const Tick end = start + network_.duration[mode_[activity]];
    for (Tick time = start; time < end; ++time) {
      for (std::size_t resource = 0; resource < problem_.capacity.size(); ++resource) {
        std::int64_t load = problem_.demand_of(mode_of(activity))[resource];
        for (const Index other : placed) {
          if (runs_at(other, time)) load += problem_.demand_of(mode_of(other))[resource];
        }
        if (load > problem_.capacity[resource]) return false;
      }
    }
    return problem_.worker_count == 0 || has_free_crew(activity, start, end, placed);
  }

  [[nodiscard]] bool runs_at(Index activity, Tick time) const {
    return time < pass_.end[activity] && time >= pass_.end[activity] - network_.duration[mode_[activity]];
  }

  [[nodiscard]] bool has_free_crew(Index activity, Tick start, Tick end, const std::vector<Index>& placed) const {
    std::vector<char> busy(problem_.worker_count, 0);
    for (const Index other : placed) {
      const Tick other_start = pass_.end[other] - network_.duration[mode_[other]];
      if (std::max(start, other_start) >= std::min(end, pass_.end[other])) continue;
      for (const Index bit : decoder_.crew_of(other)) busy[network_.original_worker[bit]] = 1;
    }
    std::vector<SkillDemand> seats;
    for (const SkillDemand& demand : problem_.skill_demands_of(mode_of(activity)))
      seats.insert(seats.end(), demand.workers, demand);
    return seats_all(seats, busy);
  }

  // By trying.
  [[nodiscard]] bool seats_all(std::vector<SkillDemand> seats, std::vector<char>& busy) const {
    if (seats.empty()) return true;
    const SkillDemand seat = seats.back();
    seats.pop_back();
    for (Index worker = 0; worker < problem_.worker_count; ++worker) {
      if (busy[worker] != 0 || problem_.level_of(worker, seat.skill) < seat.level) continue;
      busy[worker] = 1;
      const bool done = seats_all(seats, busy);
      busy[worker] = 0;
      if (done) return true;
    }
    return false;
  }

  const ProjectProblem& problem_;
  const ProjectNetwork& network_;
  const std::vector<Index>& mode_;
  const Decoder& decoder_;
  const Pass& pass_;
};

// A random order that every arc agrees with.
std::vector<Index> random_order(const ProjectNetwork& network, base::Random& random) {
  std::vector<Index> order;
  std::vector<char> done(network.count, 0);
  while (order.size() < network.count) {
    const Index i = random.below(network.count);
    const auto before = network.before.of(i);
    if (done[i] != 0 || !std::all_of(before.begin(), before.end(), [&](Index other) { return done[other] != 0; }))
      continue;
    done[i] = 1;
    order.push_back(i);
  }
  return order;
}

void expect_earliest(const ProjectProblem& problem, const ProjectNetwork& network, std::vector<Index>& mode,
                     const std::vector<Index>& order, Decoder& decoder, Pass& pass) {
  decoder.run({.order = order, .mode = mode}, pass);
  const SlowDecoder slow(problem, network, mode, decoder, pass);
  std::vector<Index> placed;
  for (const Index activity : order) {
    ASSERT_EQ(pass.end[activity] - network.duration[mode[activity]], slow.earliest(activity, placed));
    placed.push_back(activity);
  }
}

TEST(ProjectDecoder, StartsEveryActivityAsEarlyAsTheObviousDecoderInBothDirections) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    base::Random random(seed);
    const ProjectProblem problem = random_project(random, random_shape(random, 12));
    const std::optional<ProjectNetwork> network = compile(problem);
    if (!network) continue;
    std::vector<Index> mode;
    for (Index i = 0; i < network->count; ++i)
      mode.push_back(network->mode_begin[i] + random.below(network->modes_of(i)));
    const auto decoder = make_decoder(*network);
    Pass pass;
    std::vector<Index> order = random_order(*network, random);
    expect_earliest(problem, *network, mode, order, *decoder, pass);
    TimeOrder by_time;
    for (int turn = 0; turn < 2; ++turn) {
      const Tick before = pass.makespan;
      by_time.justification(pass, order);
      pass.direction = reversed(pass.direction);
      expect_earliest(problem, *network, mode, order, *decoder, pass);
      if (problem.worker_count == 0) {
        ASSERT_LE(pass.makespan, before);
      }
    }
  }
}

TEST(ProjectDecoder, OpenActivitiesTakeTheModeThatEndsFirstWithinTheBudgets) {
  // Long and free, or short for 3 of a budget of 4.
  ProjectProblem problem;
  problem.activity_count = 2;
  problem.predecessor_begin = {0, 0, 1};
  problem.predecessors = {0};
  problem.mode_begin = {0, 2, 4};
  problem.duration = {5, 2, 5, 2};
  problem.budget = {4};
  problem.budget_demand = {0, 3, 0, 3};
  const std::optional<ProjectNetwork> network = compile(problem);
  std::vector<Index> mode{0, 2};
  const std::vector<Index> order{0, 1};
  const std::vector<std::uint8_t> open{1, 1};
  std::vector<std::int64_t> slack{4};
  Pass pass;
  make_decoder(*network)->run({.order = order, .mode = mode, .open = open, .slack = slack}, pass);
  EXPECT_EQ(mode, (std::vector<Index>{1, 2}));
  EXPECT_EQ(pass.makespan, 7);
  EXPECT_EQ(slack.front(), 1);
}

TEST(ProjectDecoder, WorkersTooManyForOneWordAndDemandsTooManyToListAllSets) {
  ProjectProblem problem;
  problem.activity_count = 3;
  problem.predecessor_begin = {0, 0, 0, 0};
  problem.mode_begin = {0, 1, 2, 3};
  problem.duration = {2, 2, 2};
  problem.worker_count = 70;
  problem.skill_count = 6;
  for (Index worker = 0; worker < problem.worker_count; ++worker) {
    for (Index skill = 0; skill < problem.skill_count; ++skill)
      problem.mastery.push_back(worker % 6 == skill || worker == 0 ? 0 : kNotMastered);
  }
  problem.skill_demand_begin = {0, 6, 12, 18};
  for (int activity = 0; activity < 3; ++activity) {
    for (Index skill = 0; skill < 6; ++skill) problem.skill_demands.push_back({.skill = skill, .workers = 4});
  }
  const std::optional<ProjectNetwork> network = compile(problem);
  std::vector<Index> mode{0, 1, 2};
  std::vector<Index> order{0, 1, 2};
  Pass pass;
  const auto decoder = make_decoder(*network);
  expect_earliest(problem, *network, mode, order, *decoder, pass);
  EXPECT_EQ(pass.makespan * network->unit, 4);  // 24 of 70 each: two at a time
}

}  // namespace
}  // namespace kilter::schedule
