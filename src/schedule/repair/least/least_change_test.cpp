#include "schedule/repair/least/least_change.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <numeric>

#include "schedule/search.hpp"
#include "schedule/testing/random_disruption.hpp"
#include "schedule/testing/random_problem.hpp"

namespace kilter::schedule {
namespace {

// The least number of broken promises by trying everything: which operations stay, every order, lane and person of the
// others.
class Exhaustive {
 public:
  Exhaustive(const Disrupted& changed, Cost limit)
      : problem_(changed.problem), plan_(changed.published), limit_(limit) {
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (problem_.fixed[op] != Fixed::free) continue;
      if (plan_.start[op] == kNever) {
        new_.push_back(op);
      } else {
        open_.push_back(op);
      }
    }
  }

  // open operations + 1 when there is no schedule that places everything.
  int run() {
    for (int broken = 0; broken <= static_cast<int>(open_.size()); ++broken) {
      for (unsigned set = 0; set < 1U << open_.size(); ++set) {
        if (std::popcount(set) == broken && has_schedule(set)) return broken;
      }
    }
    return static_cast<int>(open_.size()) + 1;
  }

 private:
  bool has_schedule(unsigned set) {
    held_ = problem_;
    now_ = plan_;
    moving_ = new_;
    kept_.clear();
    for (Index i = 0; i < open_.size(); ++i) {
      const Index op = open_[i];
      if ((set >> i & 1U) != 0) {
        moving_.push_back(op);
      } else {
        kept_.push_back(op);
        held_.release[op] = std::max(held_.release[op], plan_.start[op]);
      }
    }
    return assign(0);
  }

  bool assign(std::size_t at) {
    if (at == moving_.size()) return order_all();
    const Index op = moving_[at];
    for (Index mode = problem_.mode_begin[op]; mode < problem_.mode_begin[op + 1]; ++mode) {
      now_.mode[op] = mode;
      now_.lane[op] = kNone;
      if (problem_.modes[mode].group == kNone) {
        if (assign_slot(at, problem_.slot_begin[op])) return true;
        continue;
      }
      const Group& group = problem_.groups[problem_.modes[mode].group];
      for (Index i = 0; i < group.lane_count; ++i) {
        now_.lane[op] = group.first_lane + i;
        if (assign_slot(at, problem_.slot_begin[op])) return true;
      }
    }
    return false;
  }

  bool assign_slot(std::size_t at, Index slot) {
    const Index op = moving_[at];
    if (slot == problem_.slot_begin[op + 1]) return assign(at + 1);
    for (const Candidate& candidate : problem_.lane_sets[problem_.slots[slot].lanes]) {
      now_.slot_lane[slot] = candidate.lane;
      const auto mine = now_.slot_lane.begin() + problem_.slot_begin[op];
      if (std::find(mine, now_.slot_lane.begin() + slot, candidate.lane) != now_.slot_lane.begin() + slot) continue;
      if (assign_slot(at, slot + 1)) return true;
    }
    return false;
  }

  bool order_all() {
    std::vector<Index> free = kept_;
    free.insert(free.end(), moving_.begin(), moving_.end());
    std::sort(free.begin(), free.end());
    std::vector<Index> fixed;
    for (const Index op : plan_.order) {
      if (problem_.fixed[op] == Fixed::running) fixed.push_back(op);
    }
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (problem_.fixed[op] == Fixed::pinned) free.push_back(op);
    }
    std::sort(free.begin(), free.end());
    do {
      now_.order = fixed;
      now_.order.insert(now_.order.end(), free.begin(), free.end());
      if (is_topological() && is_wanted(retime_slow(held_, now_))) return true;
    } while (std::next_permutation(free.begin(), free.end()));
    return false;
  }

  [[nodiscard]] bool is_topological() const {
    std::vector<bool> seen(problem_.operation_count, false);
    for (const Index op : now_.order) {
      for (const Arc& arc : problem_.predecessors_of(op)) {
        if (!seen[arc.operation] && problem_.fixed[op] != Fixed::running) return false;
      }
      seen[op] = true;
    }
    return true;
  }

  [[nodiscard]] bool is_wanted(const Solution& timed) const {
    return timed.score.unplaced == 0 && timed.score.tardiness <= limit_ &&
           std::all_of(kept_.begin(), kept_.end(), [&](Index op) { return timed.start[op] == plan_.start[op]; });
  }

  const Problem& problem_;
  const Solution& plan_;
  Cost limit_;
  std::vector<Index> open_;
  std::vector<Index> new_;
  std::vector<Index> kept_;
  std::vector<Index> moving_;
  Problem held_;
  Solution now_;
};

constexpr Mix kPlain{
    .operations = 6, .machines = 3, .people = 2, .setups = false, .maximum_lags = false, .transfers = false};

struct Result {
  std::size_t cases = 0;
  Cost found = 0;
  Cost least = 0;
  std::size_t proved = 0;
};

Cost lateness(const std::vector<Repair>& ways) {
  Cost least = RepairOptions::kNoLimit;
  for (const Repair& way : ways) least = std::min(least, way.schedule.score.tardiness);
  return least;
}

const Repair* find(const std::vector<Repair>& ways, const std::string& name) {
  const auto way = std::find_if(ways.begin(), ways.end(), [&](const Repair& one) { return one.name == name; });
  return way == ways.end() || way->schedule.score.unplaced > 0 ? nullptr : &*way;
}

void compare(std::uint64_t seed, const Mix& mix, bool limits, Result& result) {
  const Problem problem = random_problem(seed, mix);
  const Solution plan = dispatch(problem, {});
  if (plan.score.unplaced > 0) return;
  const Disrupted changed = disrupt(problem, plan, random_disruption(seed, problem, plan, {.frozen = 0}));
  RepairOptions options{.steps = 100, .seed = seed, .tolerance = 0, .near = 24, .patience = 6};
  if (limits) options.tardiness_limit = 2 * lateness(try_repairs(changed.problem, changed.published, options));
  const std::vector<Repair> ways = try_repairs(changed.problem, changed.published, options);
  const Repair* way = find(ways, "least change");
  if (changed.problem.operation_count > 6) return;  // too many orders to try
  if (way == nullptr || way->schedule.score.tardiness > options.tardiness_limit) return;
  const int least = Exhaustive(changed, options.tardiness_limit).run();
  EXPECT_LE(way->least_weight, least) << "seed " << seed;
  EXPECT_GE(way->change.weight, least) << "seed " << seed;
  ++result.cases;
  result.found += way->change.weight;
  result.least += least;
  result.proved += way->change.weight == way->least_weight ? 1 : 0;
  EXPECT_EQ(way->change.weight, least) << "seed " << seed << " proved " << way->least_weight;
}

TEST(LeastChange, IsTheLeastOfAllOnSmallCases) {
  Result result;
  for (std::uint64_t seed = 1; seed <= 450; ++seed) compare(seed, kPlain, false, result);
  EXPECT_GT(result.cases, 200U);
  EXPECT_LE(20 * result.found, 21 * result.least);
  EXPECT_GT(20 * result.proved, 19 * result.cases);
}

TEST(LeastChange, KeepsTheLimitOfTardiness) {
  Result result;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) compare(seed, kPlain, true, result);
  EXPECT_GT(result.cases, 80U);
  EXPECT_LE(20 * result.found, 21 * result.least);
  EXPECT_GT(20 * result.proved, 19 * result.cases);
}

}  // namespace
}  // namespace kilter::schedule
