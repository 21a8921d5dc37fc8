#include "schedule/large/rollout.hpp"

#include <algorithm>

#include "schedule/timing/objective.hpp"
#include "schedule/timing/prune.hpp"

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kEventsPerLook = 20'000;  // at whether to halt: about a millisecond

}  // namespace

Rollout::Rollout(const Network& network, const Shared& shared)
    : network_(network), shared_(shared), calendars_(network.problem()), book_(network.problem()) {
  start_again();
}

void Rollout::start_again() {
  past_ = make_state(network_);
  Dispatcher dispatcher(shared_, calendars_, past_, {});
  dispatcher.begin();
  progress_ = dispatcher.progress();
  book_ = dispatcher.book();
  moment_ = kLongAgo;
}

void Rollout::move_to(Tick to, std::span<const Piece> pieces) {
  if (to < moment_) start_again();
  for (std::size_t i = 0; i < pieces.size() && pieces[i].from < to; ++i) {
    const Tick until = i + 1 < pieces.size() ? std::min(to, pieces[i + 1].from) : to;
    if (until <= moment_) continue;
    Dispatcher dispatcher(shared_, calendars_, past_, pieces[i].policy);
    dispatcher.resume(progress_, book_);
    dispatcher.advance(until);
    progress_ = dispatcher.progress();
    book_ = dispatcher.book();
    moment_ = until;
  }
}

bool Rollout::run(std::span<const Piece> pieces, const Halt& halt) {
  state_ = past_;
  Dispatcher::Progress progress = progress_;
  LaneBook book = book_;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Tick until = i + 1 < pieces.size() ? pieces[i + 1].from : kNever;
    if (until <= moment_) continue;
    Dispatcher dispatcher(shared_, calendars_, state_, pieces[i].policy);
    dispatcher.resume(progress, book);
    while (!dispatcher.advance(until, kEventsPerLook)) {
      if (halt.asked()) return false;
    }
    if (until == kNever) {
      dispatcher.complete();
      break;
    }
    progress = dispatcher.progress();
    book = dispatcher.book();
  }
  link_in_order(network_, state_);
  const Timing timing(network_, calendars_);
  Propagation propagation(network_, timing);
  propagation.sweep(state_);
  prune_unplaced(network_, propagation, state_);
  score_ = score_of(network_, state_);
  return !halt.asked();
}

Solution Rollout::solution() const {
  Solution solution = to_solution(network_, state_);
  solution.score = score_;
  return solution;
}

}  // namespace kilter::schedule
