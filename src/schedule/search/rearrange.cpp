// How a trial puts whole parts of sequences in another order at once.
#include <algorithm>

#include "base/require.hpp"
#include "schedule/search/trial.hpp"

namespace kilter::schedule {

bool Trial::rearrange(const std::vector<Lineup>& lineups, const std::vector<ModeChange>& modes) {
  KILTER_REQUIRE(!network_.has_batches());
  for (const ModeChange& change : modes) {
    journal_.set(state_.mode[change.operation], change.mode);
    touched_.push_back(change.operation);
  }
  for (const Lineup& lineup : lineups) clear_part(lineup);
  for (const Lineup& lineup : lineups) {
    if (!link_part(lineup)) return false;
  }
  std::sort(touched_.begin(), touched_.end());
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  for (const Index op : touched_) forget_missing(op);
  return std::all_of(touched_.begin(), touched_.end(), [this](Index op) { return assign_hours(op); }) &&
         sort_around_touched();
}

void Trial::clear_part(const Lineup& lineup) {
  for (Index node = lineup.after == kNone ? state_.first[lineup.lane] : state_.next[lineup.after]; node != lineup.until;
       node = state_.next[node]) {
    journal_.set(state_.lane[node], kNone);
    touched_.push_back(network_.operation_of_node(node));
  }
  if (lineup.after != kNone) touched_.push_back(network_.operation_of_node(lineup.after));
}

// Nodes that no part took up again.
void Trial::forget_missing(Index op) {
  const auto forget = [this](Index node) {
    if (state_.lane[node] != kNone) return;
    journal_.set(state_.previous[node], kNone);
    journal_.set(state_.next[node], kNone);
  };
  forget(op);
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot)
    forget(network_.node_of_slot(slot));
}

bool Trial::link_part(const Lineup& lineup) {
  Index before = lineup.after;
  const auto link = [&](Index node) {
    journal_.set(before == kNone ? state_.first[lineup.lane] : state_.next[before], node);
    before = node;
  };
  for (const Index node : lineup.nodes) {
    const Index op = network_.operation_of_node(node);
    if (network_.row(op).fixed == Fixed::running && before != kNone &&
        network_.row(network_.operation_of_node(before)).fixed != Fixed::running)
      return false;
    journal_.set(state_.lane[node], lineup.lane);
    journal_.set(state_.previous[node], before);
    touched_.push_back(op);
    link(node);
  }
  if (lineup.until != kNone) {
    journal_.set(state_.previous[lineup.until], before);
    touched_.push_back(network_.operation_of_node(lineup.until));
  }
  const Index last = before;
  link(lineup.until);
  if (lineup.until == kNone) journal_.set(state_.last[lineup.lane], last);
  return true;
}

}  // namespace kilter::schedule
