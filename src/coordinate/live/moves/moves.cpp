#include "coordinate/live/moves/moves.hpp"

#include <algorithm>
#include <utility>

#include "coordinate/live/moves/fixed_wish.hpp"
#include "coordinate/live/told.hpp"
#include "coordinate/live/ways/candidates.hpp"
#include "coordinate/live/ways/kernel_ways.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::coordinate {
namespace {

std::size_t late_in(const plan::Plan& plan) {
  return static_cast<std::size_t>(
      std::count_if(plan.deliveries.begin(), plan.deliveries.end(),
                    [](const plan::Delivery& delivery) { return !delivery.planned() || delivery.late() > 0; }));
}

bool same_work(const Wish& a, const Wish& b) { return a.order == b.order && a.operation == b.operation; }

WishedPlace wished_twice() {
  WishedPlace place;
  place.hindrances.push_back({.obstacle = Obstacle::pinned, .words = "it is wished twice in the same question"});
  return place;
}

// The measure that is preferred, then the others as they stand. Whatever leaves fewer orders out goes first.
Measures preferred(const RepairPlan& way, Preference preference) {
  Measures measures = coordinate::measures(way);
  std::swap(measures[1], measures[1 + static_cast<std::size_t>(preference)]);
  return measures;
}

}  // namespace

struct Moves::Base {
  Situation today;
  plan::Plan nothing_done;
};

Moves::Moves(const model::Plant& now, const Published& published) : now_(now), published_(published) {
  Situation today = situation(now, published);
  schedule::Damage damage(today.damage.problem, today.damage.published);
  plan::Plan nothing_done = costed(now, today, schedule::shift_right(damage));
  base_ = std::make_unique<const Base>(Base{.today = std::move(today), .nothing_done = std::move(nothing_done)});
}

Moves::~Moves() = default;

const plan::Plan& Moves::nothing_done() const { return base_->nothing_done; }

bool MoveAnswer::has_places() const {
  return std::all_of(places.begin(), places.end(),
                     [](const WishedPlace& place) { return place.start != time::kNever; });
}

Situation Moves::opened(const std::vector<plan::OvertimeWindow>& extra) const {
  if (extra.empty()) return base_->today;
  std::vector<plan::OvertimeWindow> windows = base_->today.today.plan.overtime;
  windows.insert(windows.end(), extra.begin(), extra.end());
  return with_overtime(now_, published_, base_->today, windows);
}

MoveAnswer Moves::ask(std::span<const Wish> wishes, const MoveLimits& limits) const {
  MoveAnswer answer{.late_before = late_in(base_->nothing_done)};
  Situation wished = opened(limits.overtime);
  for (const Wish& wish : wishes) {
    const bool again = std::any_of(wishes.data(), &wish, [&](const Wish& other) { return same_work(wish, other); });
    answer.places.push_back(again ? wished_twice() : fix_wish(now_, wish, limits.over_frozen, wished));
  }
  answer.feasible =
      std::all_of(answer.places.begin(), answer.places.end(), [](const WishedPlace& place) { return place.feasible; });
  if (!answer.has_places()) return answer;
  answer.way = first_right(now_, around(wished, limits), answer.refused);
  if (!answer.way) return answer;
  answer.late_after = late_in(answer.way->plan);
  answer.way->name = repair_name(*answer.way);
  answer.way->words = repair_words(now_, *answer.way);
  return answer;
}

// What is preferred first.
std::vector<RepairPlan> Moves::around(const Situation& wished, const MoveLimits& limits) const {
  const KernelWays kernel(now_, published_, limits.search);
  std::vector<RepairPlan> found;
  const std::vector<schedule::Repair> ways = kernel.tried(wished.damage, 1);
  for (const schedule::Repair& way : ways) {
    if (way.schedule.score.unplaced > 0 || !is_first(ways, way)) continue;
    Candidate candidate = kernel.overtime(wished, limits.overtime, way.schedule, base_->nothing_done.objective);
    candidate.way.way = way_of(way);
    found.push_back(std::move(candidate.way));
    if (candidate.instead) found.push_back(std::move(*candidate.instead));
  }
  std::stable_sort(found.begin(), found.end(), [&](const RepairPlan& a, const RepairPlan& b) {
    return preferred(a, limits.prefer) < preferred(b, limits.prefer);
  });
  return found;
}

}  // namespace kilter::coordinate
