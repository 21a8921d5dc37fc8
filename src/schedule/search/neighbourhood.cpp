#include "schedule/search/neighbourhood.hpp"

#include <algorithm>

#include "schedule/search/moves/adopt.hpp"
#include "schedule/search/moves/batch/join_batch.hpp"
#include "schedule/search/moves/batch/move_batch.hpp"
#include "schedule/search/moves/batch/swap_members.hpp"
#include "schedule/search/moves/exchange.hpp"
#include "schedule/search/moves/pull_forward.hpp"
#include "schedule/search/moves/push_back.hpp"
#include "schedule/search/moves/reassign.hpp"
#include "schedule/search/moves/replace_slot.hpp"

namespace kilter::schedule {
namespace {

constexpr double kAdoptShare = 0.25;  // of the moves while something is unplaced

bool has_choice_of_lane(const Problem& problem) {
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (problem.modes_of(op).size() > 1) return true;
  }
  return std::any_of(problem.groups.begin(), problem.groups.end(),
                     [](const Group& group) { return group.lane_count > 1; });
}

bool has_choice_of_person(const Problem& problem) {
  return std::any_of(problem.lane_sets.begin(), problem.lane_sets.end(),
                     [](const auto& set) { return set.size() > 1; });
}

// Costs beside tardiness that a sequence or an assignment decides.
bool has_other_costs(const Problem& problem) {
  const bool wages = std::any_of(problem.lanes.begin(), problem.lanes.end(),
                                 [](const Lane& lane) { return lane.cost_per_second > 0; });
  const bool setups =
      std::any_of(problem.setup_matrices.begin(), problem.setup_matrices.end(), [](const SetupMatrix& matrix) {
        return std::any_of(matrix.cost.begin(), matrix.cost.end(), [](Cost cost) { return cost > 0; });
      });
  return wages || setups;
}

}  // namespace

Neighbourhood::Neighbourhood(const Network& network) : adopt_(std::make_unique<Adopt>()) {
  const Problem& problem = network.problem();
  add(std::make_unique<PullForward>(1), 3);
  add(std::make_unique<PullForward>(6), 2);
  add(std::make_unique<PushBack>(6), 2);
  if (has_choice_of_lane(problem)) {
    add(std::make_unique<Reassign>(false), 2);
    add(std::make_unique<Reassign>(true), 1);
    add(std::make_unique<Exchange>(), 2);
  }
  if (has_choice_of_person(problem)) add(std::make_unique<ReplaceSlot>(), 2);
  if (network.has_batches()) {
    add(std::make_unique<JoinBatch>(), 4);
    add(std::make_unique<SwapMembers>(problem), 1);
    add(std::make_unique<MoveBatch>(), 2);
  }
  const double total = moves_.back().share;
  for (Entry& entry : moves_) entry.share /= total;
  anywhere_share_ = has_other_costs(problem) ? 0.3 : 0.1;
  if (network.has_timed_costs()) anywhere_share_ = 0.5;
}

void Neighbourhood::add(std::unique_ptr<Move> move, double share) {
  const double before = moves_.empty() ? 0 : moves_.back().share;
  moves_.push_back({.move = std::move(move), .share = before + share});
}

bool Neighbourhood::apply(Trial& trial, base::Random& random) {
  Blocked where;
  if (trial.worth().unplaced > 0 && random.chance(kAdoptShare)) return adopt_->apply(trial, where, random);
  const std::vector<Index>& tardy = trial.tardy_jobs();
  if (!tardy.empty() && !random.chance(anywhere_share_)) {
    where = blocked_on_path(trial, tardy[random.below(static_cast<std::uint32_t>(tardy.size()))], random);
  }
  if (where.node == kNone) where = anywhere(trial, random);
  const double draw = random.unit();
  const auto chosen =
      std::find_if(moves_.begin(), moves_.end(), [draw](const Entry& entry) { return draw < entry.share; });
  return (chosen == moves_.end() ? moves_.back() : *chosen).move->apply(trial, where, random);
}

}  // namespace kilter::schedule
