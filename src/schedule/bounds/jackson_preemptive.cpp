#include "schedule/bounds/jackson_preemptive.hpp"

#include <algorithm>

namespace kilter::schedule {

JacksonPreemptive::JacksonPreemptive(const OpenTime& hours, std::vector<Piece> pieces, std::size_t lanes)
    : hours_(hours), pieces_(std::move(pieces)), speed_(static_cast<std::int64_t>(lanes)) {
  std::sort(pieces_.begin(), pieces_.end(),
            [](const Piece& a, const Piece& b) { return a.head != b.head ? a.head < b.head : a.tail > b.tail; });
  const bool with_setups = lanes == 1 || hours.unbroken();
  opens_.reserve(pieces_.size());
  for (Piece& piece : pieces_) {
    if (!with_setups) piece.setup_after = 0;
    opens_.push_back(hours_.before(piece.head));
  }
}

void JacksonPreemptive::wait(const Waiting& work) {
  heap_.push_back(work);
  std::push_heap(heap_.begin(), heap_.end(), [](const auto& a, const auto& b) { return a.deadline > b.deadline; });
}

// Works until `next`. False: a deadline was missed.
bool JacksonPreemptive::run_until(std::int64_t next, std::int64_t& now) {
  while (!heap_.empty() && now < next) {
    Waiting& first = heap_.front();
    if (now + first.left > next) {
      first.left -= next - now;
      now = next;
      return first.deadline > next;
    }
    now += first.left;
    if (now > first.deadline) return false;
    std::pop_heap(heap_.begin(), heap_.end(), [](const auto& a, const auto& b) { return a.deadline > b.deadline; });
    heap_.pop_back();
  }
  now = std::max(now, next);
  return true;
}

bool JacksonPreemptive::fits(std::int64_t until) {
  heap_.clear();
  std::int64_t now = opens_.empty() ? 0 : opens_.front();
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (!run_until(opens_[i], now)) return false;
    const Piece& piece = pieces_[i];
    // A piece of several lanes still fills only one, its setup too; the joint machine does `speed_` times as much.
    const std::int64_t deadline = hours_.before(until - piece.tail) + speed_ * piece.setup_after;
    wait({.deadline = deadline, .left = piece.work + piece.setup_after});
  }
  return run_until(std::numeric_limits<std::int64_t>::max() / 2, now);
}

std::int64_t JacksonPreemptive::least(std::int64_t from, std::int64_t limit) {
  if (from > limit || fits(from)) return from;
  std::int64_t no = from;
  std::int64_t yes = limit + 1;
  for (std::int64_t step = 1; no + step < yes; step *= 2) {
    if (fits(no + step)) {
      yes = no + step;
    } else {
      no += step;
    }
  }
  while (yes - no > 1) {
    const std::int64_t middle = no + (yes - no) / 2;
    (fits(middle) ? yes : no) = middle;
  }
  return yes;
}

}  // namespace kilter::schedule
