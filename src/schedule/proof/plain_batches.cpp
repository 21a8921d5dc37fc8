#include "schedule/proof/plain_batches.hpp"

#include <algorithm>

namespace kilter::schedule {

std::vector<std::string> PlainBatches::read() {
  batch_.resize(problem_.operation_count);
  for (Index op = 0; op < problem_.operation_count; ++op) batch_[op] = op;
  for (Index at = 0; at < solution_.order.size(); ++at) {
    const Index op = solution_.order[at];
    if (op >= batch_.size() || !is_joined(op)) continue;
    if (at == 0) {
      report(op, "joins nothing");
    } else {
      batch_[op] = batch_[solution_.order[at - 1]];
      check_membership(op, solution_.order[at - 1]);
    }
  }
  check_capacities();
  check_fixed();
  return std::move(found_);
}

// Both free, or of one fixed batch.
bool PlainBatches::is_alike_fixed(Index a, Index b) const {
  if (problem_.fixed[a] == Fixed::free && problem_.fixed[b] == Fixed::free) return true;
  if (problem_.fixed_batch.empty() || problem_.fixed_batch[a] == kNone) return false;
  return problem_.fixed_batch[a] == problem_.fixed_batch[b];
}

void PlainBatches::check_membership(Index op, Index before) {
  const auto differ = [&](const auto& values) { return values[op] != values[before]; };
  if (!is_alike_fixed(op, before)) report(op, "fixed work in a batch");
  if (solution_.lane[op] == kNone || differ(solution_.lane)) return report(op, "joins a batch on another lane");
  if (problem_.batch_family[op] == kNone || differ(problem_.batch_family)) report(op, "joins another batch family");
  if (differ(solution_.start) || differ(solution_.end)) report(op, "not at the same time as its batch");
  if (differ(solution_.setup)) report(op, "not set up for with its batch");
}

void PlainBatches::check_capacities() {
  std::vector<std::int64_t> load(problem_.operation_count, 0);
  std::vector<int> members(problem_.operation_count, 0);
  for (Index op = 0; op < problem_.operation_count && problem_.has_batches(); ++op) {
    load[batch_[op]] += problem_.batch_size[op];
    if (++members[batch_[op]] < 2) continue;
    const Index lane = solution_.lane[batch_[op]];
    if (lane == kNone || load[batch_[op]] > problem_.batch_capacity[lane]) report(op, "its batch is overfull");
  }
}

// What runs or is pinned together stays together, as far as it has a place.
void PlainBatches::check_fixed() {
  for (Index op = 0; op < problem_.operation_count && !problem_.fixed_batch.empty(); ++op) {
    for (Index other = 0; other < op; ++other) {
      const bool together =
          problem_.fixed_batch[op] != kNone && problem_.fixed_batch[op] == problem_.fixed_batch[other];
      if (!together || solution_.start[op] == kNever || solution_.start[other] == kNever) continue;
      if (batch_[op] != batch_[other]) report(op, "not in one batch with operation " + std::to_string(other));
    }
  }
}

Tick PlainBatches::longest_work(Index op) const {
  Tick longest = problem_.modes[solution_.mode[op]].work;
  for (Index other = 0; other < problem_.operation_count && problem_.has_batches(); ++other) {
    if (batch_[other] == batch_[op]) longest = std::max(longest, problem_.modes[solution_.mode[other]].work);
  }
  return longest;
}

}  // namespace kilter::schedule
