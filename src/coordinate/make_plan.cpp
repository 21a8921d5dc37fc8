#include "coordinate/make_plan.hpp"

#include <algorithm>
#include <array>

#include "coordinate/cpu_clock.hpp"
#include "coordinate/decide/allocation_search.hpp"
#include "coordinate/decide/caps.hpp"
#include "coordinate/decide/expiry.hpp"
#include "coordinate/decide/lots/split_lots.hpp"
#include "coordinate/decide/make_or_buy.hpp"
#include "coordinate/decide/overtime.hpp"
#include "coordinate/finish.hpp"
#include "coordinate/proposal.hpp"
#include "plan/better.hpp"
#include "schedule/search.hpp"

namespace kilter::coordinate {
namespace {

using material::AllocationRule;
using time::Tick;

// Plants up to this many operations try every allocation rule; larger ones only the first.
constexpr std::size_t kTryAllRules = 20'000;
// The share of the search time that goes into who gets scarce supply; its steps count for this many of the schedule
// search's.
constexpr double kAllocationShare = 0.5;
constexpr std::uint64_t kStepsPerAllocation = 2'000;
// Overtime is decided by re-scheduling; only where that takes milliseconds.
constexpr std::size_t kDecideOvertime = 20'000;
constexpr int kOvertimeTrials = 24;
constexpr int kMakeOrBuyTrials = 24;
constexpr int kSplitTrials = 12;
// Plants up to this many operations cost several finished schedules and take the cheapest.
constexpr std::size_t kCompareFinishes = 50'000;

constexpr std::array kRules{AllocationRule::penalty_per_unit, AllocationRule::priority_then_small,
                            AllocationRule::priority_then_due};

class Conductor {
 public:
  Conductor(const model::Plant& plant, const PlanOptions& options)
      : plant_(plant), options_(options), started_(wall_seconds()), cpu_started_(cpu_seconds()) {}

  Outcome conduct() {
    Proposal start = choose_proposal();
    Outcome outcome;
    if (!searching() || cancelled()) {
      outcome.plan = finished(std::move(start), false);
    } else {
      Proposal searched = start;
      const bool other = search_allocation(
          plant_, options_.seed, [this](int tried) { return may_allocate(tried); }, options_.cancel, searched);
      outcome.plan = finished(std::move(searched), true);
      if (other && !cancelled()) keep_if_better(finished(std::move(start), false), outcome.plan);
    }
    report("explain");
    explain_plan(plant_, outcome.plan);
    outcome.plan_cpu_seconds = cpu_seconds() - cpu_started_;
    report("check");
    outcome.violations = check::verify(plant_, outcome.plan);
    outcome.check_cpu_seconds = cpu_seconds() - cpu_started_ - outcome.plan_cpu_seconds;
    outcome.plan.objective.violations = static_cast<std::uint32_t>(outcome.violations.size());
    return outcome;
  }

 private:
  [[nodiscard]] bool cancelled() const { return coordinate::cancelled(options_.cancel); }
  [[nodiscard]] bool searching() const { return options_.seconds > 0 || options_.steps > 0; }

  void report(const char* phase) const {
    if (options_.progress) options_.progress({.phase = phase, .seconds = wall_seconds() - started_});
  }
  void report(const char* phase, const Proposal& proposal) const {
    if (!options_.progress) return;
    options_.progress({.phase = phase,
                       .seconds = wall_seconds() - started_,
                       .late_cost = static_cast<double>(proposal.solution.score.tardiness) * 1e-8});
  }

  // Every allocation rule gives a different plan; the cheapest goes on.
  Proposal choose_proposal() {
    report("material");
    Proposal best = propose(plant_, {.ranks = material::allocation_ranks(plant_, kRules.front())}, Effort::one_policy);
    const std::size_t rules = best.plan.placements.size() <= kTryAllRules ? kRules.size() : 1;
    for (std::size_t rule = 1; rule < rules && !cancelled(); ++rule) {
      report("material", best);
      Proposal other = propose(plant_, {.ranks = material::allocation_ranks(plant_, kRules[rule])}, Effort::one_policy,
                               options_.cancel);
      if (better(plant_, other, best)) best = std::move(other);
    }
    if (best.plan.placements.size() <= kTryAllRules) {
      choose_make_or_buy(plant_, kMakeOrBuyTrials, options_.cancel, best);
    }
    return best;
  }

  // From what is made and bought to a whole plan: overtime, the policy grid, the hard caps, the search when `search`.
  plan::Plan finished(Proposal proposal, bool search) {
    const bool small = proposal.plan.placements.size() <= kDecideOvertime;
    if (small) open_for_unplanned(plant_, kOvertimeTrials, options_.cancel, proposal);
    report("schedule", proposal);
    schedule::Solution grid = schedule::construct(proposal.model.problem);
    if (grid.score.better_than(proposal.solution.score)) proposal.solution = std::move(grid);
    if (small) {
      report("lots", proposal);
      split_lots(plant_, kSplitTrials, options_.cancel, proposal);
      report("overtime", proposal);
      decide_overtime(plant_, kOvertimeTrials, options_.cancel, proposal);
    }
    keep_under_caps(plant_, options_.cancel, proposal);
    replan_spoiled(proposal);
    return finish(proposal, search);
  }

  // Should something be used spoiled whichever way the constructed schedule is finished, it is planned again with the
  // overtime that it has by now. Before the search, which then always has one sound schedule to fall back upon.
  void replan_spoiled(Proposal& proposal) const {
    if (!has_perishables(plant_)) return;
    const bool fresh = expired_pegs(plant_, costed_late(plant_, proposal)).empty() ||
                       expired_pegs(plant_, costed(plant_, proposal)).empty();
    if (fresh) return;
    AllocationOrder allocation = proposal.allocation;
    allocation.overtime = proposal.plan.overtime;
    proposal = propose(plant_, allocation, Effort::policy_grid);
    keep_under_caps(plant_, options_.cancel, proposal);
  }

  // Whether there is budget for another rank order: by steps, or by the share of the search time.
  bool may_allocate(int tried) {
    if (tried == 0) allocation_started_ = wall_seconds();
    if (cancelled()) return false;
    if (options_.steps > 0) {
      return static_cast<std::uint64_t>(tried + 1) * kStepsPerAllocation <= options_.steps;
    }
    allocation_seconds_ = wall_seconds() - allocation_started_;
    return allocation_seconds_ < kAllocationShare * options_.seconds;
  }

  // The kernel's score is not the plan's cost: the searched schedule and the constructed one, both as late as they may
  // be and as early as they can, are costed in full, and the cheapest of those that no lot expires in and that keep to
  // the caps is the plan. Large ones are costed as late as they may be only.
  plan::Plan finish(Proposal& proposal, bool search) const {
    const bool large = proposal.plan.placements.size() > kCompareFinishes;
    report("search", proposal);
    const schedule::Solution constructed = proposal.solution;
    const bool searched = search && !cancelled();
    if (searched) proposal.solution = schedule::improve(proposal.model.problem, constructed, search_options());
    report("money", proposal);
    plan::Plan best = costed(plant_, proposal, shifted(plant_, proposal, constructed));
    if (searched) keep_if_better(costed_late(plant_, proposal), best);
    if (large && is_sound(best)) return best;
    keep_if_better(costed(plant_, proposal, constructed), best);
    if (searched) keep_if_better(costed(plant_, proposal), best);
    return best;
  }

  // Sound ones first, then hard parts, then money.
  void keep_if_better(plan::Plan other, plan::Plan& best) const {
    const bool sound = is_sound(best);
    const bool other_sound = is_sound(other);
    if (other_sound != sound ? other_sound : plan::better(plant_, other, best)) best = std::move(other);
  }

  [[nodiscard]] bool is_sound(const plan::Plan& plan) const {
    return expired_pegs(plant_, plan).empty() && exceeded_caps(plant_, plan).empty();
  }

  [[nodiscard]] schedule::SearchOptions search_options() const {
    schedule::SearchOptions search;
    search.seconds = std::max(0.0, options_.seconds - allocation_seconds_);
    search.steps = options_.steps;
    search.seed = options_.seed;
    search.threads = options_.threads;
    search.cancel = options_.cancel;
    if (options_.progress) {
      search.progress = [this](const schedule::Score& score, double) {
        options_.progress({.phase = "search",
                           .seconds = wall_seconds() - started_,
                           .late_cost = static_cast<double>(score.tardiness) * 1e-8});
      };
    }
    return search;
  }

  const model::Plant& plant_;
  const PlanOptions& options_;
  double started_;
  double cpu_started_;
  double allocation_started_ = 0;
  double allocation_seconds_ = 0;
};

}  // namespace

Outcome make_plan(const model::Plant& plant, const PlanOptions& options) { return Conductor(plant, options).conduct(); }

}  // namespace kilter::coordinate
