#include "schedule/bounds/relaxation/tails.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

constexpr std::int64_t kNoPath = std::numeric_limits<std::int64_t>::min() / 4;

}  // namespace

Tails::Tails(const Relaxation& relaxation)
    : relaxation_(relaxation),
      problem_(relaxation.network.problem()),
      place_(problem_.operation_count),
      span_(problem_.operation_count, 0),
      tail_(problem_.operation_count, kNoPath),
      job_(problem_.operation_count, kNone) {
  for (Index at = 0; at < relaxation.order.size(); ++at) place_[relaxation.order[at]] = at;
  for (Index op = 0; op < problem_.operation_count; ++op) {
    Tick least = kNever;
    for (const Mode& mode : problem_.modes_of(op)) {
      const Tick setup = problem_.fixed[op] == Fixed::free ? relaxation.setup_before(op, mode) : 0;
      least = std::min(least, mode.work + setup);
    }
    span_[op] = least == kNever ? 0 : least;
  }
}

void Tails::aim_at(Index job) {
  aim_ = job;
  needed_.clear();
  for (const Index op : problem_.closing_of(job)) reach(op, 0);
  collect();
  std::sort(needed_.begin(), needed_.end(), [this](Index a, Index b) { return place_[a] < place_[b]; });
  for (auto op = needed_.rbegin(); op != needed_.rend(); ++op) {
    if (problem_.fixed[*op] == Fixed::running) continue;  // waits for nobody
    for (const Arc& arc : problem_.predecessors_of(*op)) reach(arc.operation, before_arc(*op, arc));
  }
}

void Tails::reach(Index op, std::int64_t tail) {
  if (!is_needed(op)) {
    job_[op] = aim_;
    tail_[op] = kNoPath;
    needed_.push_back(op);
  }
  tail_[op] = std::max(tail_[op], tail);
}

void Tails::collect() {
  for (std::size_t at = 0; at < needed_.size(); ++at) {  // NOLINT(modernize-loop-convert): it grows meanwhile
    const Index op = needed_[at];
    if (problem_.fixed[op] == Fixed::running) continue;
    for (const Arc& arc : problem_.predecessors_of(op)) reach(arc.operation, kNoPath);
  }
}

// From the end of the arc's predecessor to the job's completion by way of `op`.
std::int64_t Tails::before_arc(Index op, const Arc& arc) const {
  const std::int64_t behind = tail_[op] + arc.minimum_lag;
  if (arc.transfer == kNone) return behind + span_[op];
  if (!relaxation_.batches_follow_start(arc.operation)) return kNoPath;
  if (problem_.transfers[arc.transfer].count() < 2) return behind + span_[op];
  if (problem_.fixed[op] != Fixed::free) return kNoPath;  // only the first batch need be there
  const Transfer& transfer = problem_.transfers[arc.transfer];
  Tick last = kNever;
  for (const Mode& mode : problem_.modes_of(op)) {
    const Tick run = mode.work - problem_.own_setup[op];
    last = std::min(last, run - transfer.before(run, transfer.count()));
  }
  return behind + last;
}

}  // namespace kilter::schedule
