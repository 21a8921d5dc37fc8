#include <algorithm>
#include <array>

#include "schedule/repair/facts/divide_batches.hpp"
#include "schedule/repair/ways/insertion.hpp"
#include "schedule/repair/ways/repairs.hpp"
#include "schedule/search.hpp"

namespace kilter::schedule {
namespace {

constexpr std::array kPolicies = {DispatchPolicy{}, DispatchPolicy{.due_share = 1.0}};

// What is fixed goes before everything: a search may give it up for something else that is placed.
bool is_better(const Problem& problem, const Solution& a, const Solution& b) {
  const Index mine = fixed_without_place(problem, a);
  const Index other = fixed_without_place(problem, b);
  return mine != other ? mine < other : a.score.better_than(b.score);
}

// What is wished to be in one batch with `op` and can be put there now, itself too.
std::vector<Index> wished_with(const Insertion& insertion, const Solution& wish, const std::vector<Index>& batches,
                               Index op) {
  std::vector<Index> together;
  for (Index other = 0; other < batches.size(); ++other) {
    const bool is_open = batches[other] == batches[op] && !insertion.is_placed(other) && wish.start[other] != kNever;
    if (is_open && insertion.is_ready(other)) together.push_back(other);
  }
  return together;
}

// The same order and machines put around what is fixed: dispatch may have put something into its way.
Solution replay(Damage& damage, const Solution& wish) {
  State state = damage.fixed_only();
  Insertion insertion(damage.early().network, damage.calendars(), state);
  const std::vector<Index> batches = batches_in(wish.order, wish.joins);
  for (const Index op : wish.order) {
    if (insertion.is_placed(op) || wish.start[op] == kNever || !insertion.is_ready(op)) continue;
    if (damage.problem().is_fixed_with_others(op)) {
      insertion.rejoin_fixed(op);
      continue;
    }
    const std::vector<Index> together = wished_with(insertion, wish, batches, op);
    if (together.size() > 1) {
      const Choice all = insertion.consider_together(together, wish.mode, wish.lane[op]);
      if (all.possible()) {
        insertion.take_together(together, wish.mode, all);
        continue;
      }
    }
    const Choice choice = insertion.placer().consider(op, wish.mode[op], wish.lane[op], insertion.ready_at(op));
    if (choice.possible()) insertion.take(op, choice);
  }
  insertion.finish(damage.early().propagation);
  fill_gaps(damage.early().network, damage.calendars(), damage.early().propagation, state);
  return damage.solution(state);
}

}  // namespace

Solution plan_anew(Damage& damage, const Solution& kept, const RepairOptions& options, double seconds) {
  Solution best = replay(damage, kept);
  for (const DispatchPolicy& policy : kPolicies) {
    Solution found = dispatch(damage.problem(), policy);
    if (fixed_without_place(damage.problem(), found) > 0) found = replay(damage, found);
    if (is_better(damage.problem(), found, best)) best = std::move(found);
  }
  Solution improved = improve(damage.problem(), best,
                              {.seconds = seconds,
                               .steps = options.steps,
                               .seed = options.seed,
                               .threads = options.threads,
                               .cancel = options.cancel,
                               .progress = {}});
  return is_better(damage.problem(), improved, best) ? improved : best;
}

}  // namespace kilter::schedule
