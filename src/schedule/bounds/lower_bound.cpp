#include "schedule/bounds/lower_bound.hpp"

#include <algorithm>

#include "schedule/bounds/disjunctive.hpp"
#include "schedule/bounds/fractional_load.hpp"
#include "schedule/bounds/jackson_preemptive.hpp"
#include "schedule/bounds/position_tardiness.hpp"
#include "schedule/bounds/relaxation/demands.hpp"
#include "schedule/bounds/relaxation/heads.hpp"
#include "schedule/bounds/relaxation/tails.hpp"

namespace kilter::schedule {
namespace {

constexpr std::size_t kMostSets = 256;
constexpr int kPriceSteps = 300;
constexpr std::size_t kMostPropagated = 2'000;
constexpr std::int64_t kPropagationSteps = 3'000'000;  // some hundredths of a second, however much is asked for

class Bounding {
 public:
  Bounding(const Problem& problem, const BoundOptions& options)
      : problem_(problem),
        relaxation_(problem),
        heads_(earliest_times(relaxation_)),
        steps_left_(static_cast<std::int64_t>(options.steps)),
        limit_(std::min<std::int64_t>(problem.horizon, kNever - 1)) {}

  Bound run() {
    result_.value = costs();
    result_.impossible = std::find(heads_.end.begin(), heads_.end.end(), kNever) != heads_.end.end();
    if (result_.impossible) return std::move(result_);
    demands_ = gather_demands(relaxation_, heads_);
    sets_ = lane_sets_of(demands_, kMostSets);
    open_.reserve(sets_.size());
    for (const LaneSet& set : sets_) open_.emplace_back(relaxation_.hours, set.lanes);
    pieces_.resize(demands_.classes.size());
    owner_.assign(problem_.operation_count, kNone);
    shares_.resize(sets_.size());
    find_sets_of_classes();
    complete_jobs();
    compete();
    if (!result_.impossible) find_bottleneck();
    return std::move(result_);
  }

 private:
  // The least that modes, setups and attendance of one operation cost together, summed over all.
  [[nodiscard]] Cost costs() const {
    Cost sum = 0;
    for (Index op = 0; op < problem_.operation_count; ++op) {
      Cost least = std::numeric_limits<Cost>::max();
      for (const Mode& mode : problem_.modes_of(op)) {
        least = std::min(least, mode.cost + relaxation_.setups.price(op, mode.group) + attendance(op, mode));
      }
      if (!problem_.modes_of(op).empty()) sum += least;
    }
    return sum;
  }

  [[nodiscard]] Cost attendance(Index op, const Mode& mode) const {
    Cost sum = 0;
    const Tick setup = relaxation_.setups.before(op, mode.group);
    for (const Slot& slot : problem_.slots_of(op)) {
      if (problem_.lane_sets[slot.lanes].empty()) continue;
      Cost wage = std::numeric_limits<Cost>::max();
      for (const Candidate& candidate : problem_.lane_sets[slot.lanes]) {
        wage = std::min(wage, problem_.lanes[candidate.lane].cost_per_second);
      }
      const Cost whole = Cost{setup} + mode.work;
      const Cost part = Cost{setup} + problem_.own_setup[op] + slot.attended_run;
      sum += wage * (slot.attended_run == kWhole ? whole : std::min(whole, part));
    }
    return sum;
  }

  void find_sets_of_classes() {
    sets_of_class_.resize(demands_.classes.size());
    for (Index set = 0; set < sets_.size(); ++set) {
      for (const Index id : sets_[set].classes) sets_of_class_[id].push_back(set);
    }
  }

  void complete_jobs() {
    Tails tails(relaxation_);
    for (Index job = 0; job < problem_.jobs.size() && !result_.impossible; ++job) {
      const Job& facts = problem_.jobs[job];
      std::int64_t end = kLongAgo;
      for (const Index op : problem_.closing_of(job)) end = std::max<std::int64_t>(end, heads_.end[op]);
      last_ = std::max(last_, end);
      if (end == kLongAgo || facts.due == kNever || facts.late_per_second == 0) continue;
      add_tardiness(Argument::critical_path, facts, facts.due, end);
      if (steps_left_ <= 0) continue;
      tails.aim_at(job);
      steps_left_ -= static_cast<std::int64_t>(tails.needed().size());
      const std::int64_t by_set = by_lanes(tails, end);
      add_tardiness(Argument::lanes, facts, end, by_set);
      const std::int64_t better = by_loads(tails, by_set);
      add_tardiness(Argument::loads, facts, by_set, better);
      const std::int64_t best = by_propagation(tails, better);
      add_tardiness(Argument::propagation, facts, better, best);
      share(tails, job, best);
      last_ = std::max(last_, best);
    }
  }

  // Adds what a completion at `end` instead of `before` costs.
  void add_tardiness(Argument argument, const Job& facts, std::int64_t before, std::int64_t end) {
    const Cost more = std::max<Cost>(0, end - std::max<std::int64_t>(before, facts.due)) * facts.late_per_second;
    if (more == 0) return;
    result_.value += more;
    result_.argument = argument;
  }

  // No lane set lets the job aimed at complete before the result; at least `end`.
  std::int64_t by_lanes(const Tails& tails, std::int64_t end) {
    std::vector<Index> classes;
    for (const Index op : tails.needed()) {
      for (const Demand& demand : demands_.of(op)) {
        if (pieces_[demand.lanes].empty()) classes.push_back(demand.lanes);
        pieces_[demand.lanes].push_back({.head = demand.head,
                                         .tail = tails.of(op) + demand.rest,
                                         .work = demand.work,
                                         .setup_after = demand.setup_after});
      }
    }
    for (const Index set : sets_touched(classes)) {
      if (steps_left_ > 0) end = by_set(set, end);
    }
    for (const Index id : classes) pieces_[id].clear();
    return possible(end);
  }

  std::int64_t possible(std::int64_t end) {
    if (end > limit_) result_.impossible = true;
    return std::min(end, limit_);
  }

  // Spread loads: for jobs that need so much of everything that they can matter.
  std::int64_t by_loads(const Tails& tails, std::int64_t end) {
    const auto cost = kPriceSteps * static_cast<std::int64_t>(problem_.modes.size() + problem_.lanes.size());
    if (tails.needed().size() * 2 < problem_.operation_count || cost > steps_left_ || result_.impossible) return end;
    steps_left_ -= cost;
    return possible(fractional_load(relaxation_, heads_, tails, {.from = end, .limit = limit_}, kPriceSteps));
  }

  // Windows on single lanes: likewise, and while there are few enough operations for more than one round.
  std::int64_t by_propagation(const Tails& tails, std::int64_t end) {
    if (tails.needed().size() * 2 < problem_.operation_count || tails.needed().size() > kMostPropagated) return end;
    if (steps_left_ <= 0 || result_.impossible) return end;
    std::int64_t steps = std::min(steps_left_, kPropagationSteps);
    steps_left_ -= steps;
    return possible(disjunctive_bound({relaxation_, heads_, tails, demands_}, {.from = end, .limit = limit_}, steps));
  }

  // Notes what the job needs of each set. What several jobs need is the first one's.
  void share(const Tails& tails, Index job, std::int64_t end) {
    if (problem_.jobs.size() < 2) return;
    const Job& facts = problem_.jobs[job];
    for (const Index op : tails.needed()) {
      if (owner_[op] != kNone) continue;
      owner_[op] = job;
      for (const Demand& demand : demands_.of(op)) {
        const std::int64_t tail = tails.of(op) + demand.rest;
        for (const Index set : sets_of_class_[demand.lanes]) {
          if (steps_left_-- <= 0) return;
          if (shares_[set].empty() || shares_[set].back().job != job) {
            Share first{.head = demand.head, .tail = tail, .end = end};
            first.due = facts.due;
            first.weight = facts.late_per_second;
            shares_[set].push_back({.job = job, .share = first});
          }
          Share& share = shares_[set].back().share;
          share.work += demand.work;
          share.head = std::min<std::int64_t>(share.head, demand.head);
          share.tail = std::min(share.tail, tail);
        }
      }
    }
  }

  // The set on which jobs cost each other most.
  void compete() {
    Cost most = 0;
    for (Index set = 0; set < sets_.size(); ++set) {
      const auto count = static_cast<std::int64_t>(std::min<std::size_t>(shares_[set].size(), 200));
      if (count < 2 || count * count * count > steps_left_) continue;
      steps_left_ -= count * count * count;
      std::vector<Share> shares;
      Cost alone = 0;
      for (const JobShare& one : shares_[set]) {
        shares.push_back(one.share);
        alone += std::max<std::int64_t>(0, one.share.end - one.share.due) * one.share.weight;
      }
      most = std::max(most, position_tardiness(open_[set], shares) - alone);
    }
    if (most == 0) return;
    result_.value += most;
    result_.argument = Argument::competition;
  }

  [[nodiscard]] std::vector<Index> sets_touched(const std::vector<Index>& classes) const {
    std::vector<Index> sets;
    for (const Index id : classes) sets.insert(sets.end(), sets_of_class_[id].begin(), sets_of_class_[id].end());
    std::sort(sets.begin(), sets.end());
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    return sets;
  }

  std::int64_t by_set(Index set, std::int64_t end) {
    std::vector<Piece> pieces;
    for (const Index id : sets_[set].classes) pieces.insert(pieces.end(), pieces_[id].begin(), pieces_[id].end());
    if (pieces.size() < 2) return end;
    steps_left_ -= static_cast<std::int64_t>(pieces.size());
    return JacksonPreemptive(open_[set], std::move(pieces), sets_[set].lanes.size()).least(end, limit_);
  }

  void find_bottleneck() {
    std::vector<std::int64_t> load(demands_.classes.size(), 0);
    std::vector<std::int64_t> first(demands_.classes.size(), kNever);
    for (const Demand& demand : demands_.all) {
      load[demand.lanes] += demand.work;
      first[demand.lanes] = std::min<std::int64_t>(first[demand.lanes], demand.head);
    }
    std::int64_t most = 0;
    for (Index set = 0; set < sets_.size(); ++set) {
      std::int64_t work = 0;
      std::int64_t begin = kNever;
      for (const Index id : sets_[set].classes) {
        work += load[id];
        begin = std::min(begin, first[id]);
      }
      const std::int64_t offer = open_[set].before(last_) - open_[set].before(begin);
      const std::int64_t permille = offer <= 0 ? 0 : work * 1000 / offer;
      if (permille <= most) continue;
      most = permille;
      // More than all the time until the last proved end: then the lanes work on beyond it.
      result_.utilisation_permille = static_cast<std::int32_t>(std::min<std::int64_t>(permille, 1000));
      result_.bottleneck = sets_[set].lanes;
    }
  }

  const Problem& problem_;
  Relaxation relaxation_;
  Heads heads_;
  std::int64_t steps_left_;
  std::int64_t limit_;            // everything ends by then
  std::int64_t last_ = kLongAgo;  // the latest proved completion
  Demands demands_;
  std::vector<LaneSet> sets_;
  std::vector<OpenTime> open_;  // parallel to sets_
  std::vector<std::vector<Index>> sets_of_class_;
  struct JobShare {
    Index job = kNone;
    Share share;
  };
  std::vector<Index> owner_;                   // operation -> the job whose share it is
  std::vector<std::vector<JobShare>> shares_;  // parallel to sets_
  std::vector<std::vector<Piece>> pieces_;     // class -> pieces of the job looked at
  Bound result_;
};

}  // namespace

Bound lower_bound(const Problem& problem, const BoundOptions& options) { return Bounding(problem, options).run(); }

}  // namespace kilter::schedule
