#include "coordinate/model/people/hands.hpp"

#include <algorithm>
#include <numeric>

namespace kilter::coordinate {

using plan::AssignmentReason;
using schedule::Candidate;
using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

Hands::Hands(const model::Plant& plant, const plan::Plan& plan, const ScheduleModel& model,
             const schedule::Solution& solution)
    : plant_(plant),
      plan_(plan),
      model_(model),
      problem_(model.problem),
      solution_(solution),
      slot_lane_(solution.slot_lane),
      attendance_(plant, plan, model, solution, slot_lane_) {
  if (problem_.slots.empty()) return;
  occupy();
  std::vector<Index> by_start(problem_.operation_count);
  std::iota(by_start.begin(), by_start.end(), Index{0});
  std::stable_sort(by_start.begin(), by_start.end(),
                   [&](Index a, Index b) { return solution_.start[a] < solution_.start[b]; });
  for (bool moved = true; moved;) {  // every move saves money, so this ends
    moved = false;
    for (const Index operation : by_start) {
      for (Index slot = problem_.slot_begin[operation]; slot < problem_.slot_begin[operation + 1]; ++slot) {
        if (give_to_cheapest(slot, operation)) moved = true;
      }
    }
  }
}

void Hands::occupy() {
  busy_.resize(problem_.lanes.size());
  for (Index operation = 0; operation < problem_.operation_count; ++operation) {
    for (Index slot = problem_.slot_begin[operation]; slot < problem_.slot_begin[operation + 1]; ++slot) {
      const Tick start = solution_.start[operation];
      if (slot_lane_[slot] == kNone || start == kNever) continue;
      const Tick until = attendance_.until(slot, operation);
      if (start < until) busy_[slot_lane_[slot]][start] = until;
    }
  }
}

// A person's place for which the plant names nobody, and which several may fill.
bool Hands::is_open_to_all(Index slot, Index operation) const {
  return slot_lane_[slot] != kNone && solution_.end[operation] != kNever && problem_.fixed_slot_lane[slot] == kNone &&
         model_.slot_skill[slot].valid() && problem_.lane_sets[problem_.slots[slot].lanes].size() > 1;
}

bool Hands::give_to_cheapest(Index slot, Index operation) {
  if (!is_open_to_all(slot, operation)) return false;
  const Index before = slot_lane_[slot];
  Index best = before;
  base::Int128 least = price(slot, operation, before);
  for (const Candidate& who : problem_.lane_sets[problem_.slots[slot].lanes]) {
    const base::Int128 asked = price(slot, operation, who.lane);
    if (asked >= least || !available(slot, operation, who)) continue;
    best = who.lane;
    least = asked;
  }
  if (best == before) return false;
  const Tick start = solution_.start[operation];
  const Tick until = attendance_.until(slot, operation);
  if (start < until) {
    busy_[before].erase(start);
    busy_[best][start] = until;
  }
  slot_lane_[slot] = best;
  return true;
}

// Whether somebody else is free and could fill the slot without changing a time.
bool Hands::available(Index slot, Index operation, const Candidate& who) {
  for (Index other = problem_.slot_begin[operation]; other < problem_.slot_begin[operation + 1]; ++other) {
    if (slot_lane_[other] == who.lane) return false;
  }
  const Tick start = solution_.start[operation];
  const Tick until = attendance_.until(slot, operation);
  const auto& work = busy_[who.lane];
  const auto next = work.lower_bound(start);
  if (next != work.end() && next->first < until) return false;
  if (next != work.begin() && std::prev(next)->second > start) return false;
  return same_hours(slot, operation, who);
}

bool Hands::same_hours(Index slot, Index operation, const Candidate& who) {
  schedule::CalendarCache& hours = attendance_.hours();
  const Index others = attendance_.effective(operation, slot);
  const Index now = hours.combine(others, attendance_.hours_of(slot, slot_lane_[slot]));
  const Index then = hours.combine(others, who.calendar);
  if (now == then) return true;
  const Tick start = solution_.start[operation];
  const Tick end = solution_.end[operation];
  const Tick shared = hours[hours.combine(now, then)].work_between(start, end);
  return hours[now].work_between(start, end) == shared && hours[then].work_between(start, end) == shared;
}

const time::WorkingCalendar& Hands::regular_part(Index effective, model::CalendarId calendar) {
  const auto [found, is_new] = regular_parts_.try_emplace({effective, calendar.index()});
  if (is_new) {
    found->second =
        time::WorkingCalendar::intersect(attendance_.hours()[effective], plant_.calendars[calendar].regular);
  }
  return found->second;
}

// What a person's attendance costs, in millionths of the plant's currency per 3600: by the hour in regular time and in
// overtime.
base::Int128 Hands::price(Index slot, Index operation, Index lane) {
  const model::Person& person = plant_.people[model::PersonId(model_.owners[lane].index)];
  const Tick start = solution_.start[operation];
  const Tick until = attendance_.until(slot, operation);
  const Index effective = attendance_.effective(operation, kNone);
  const auto& hours = attendance_.hours()[effective];
  const Tick worked = hours.work_between(start, until);
  if (plan_.overtime.empty() || !person.calendar.valid()) return base::Int128(person.wage.raw()) * worked;
  const Tick regular = regular_part(effective, person.calendar).work_between(start, until);
  return base::Int128(person.wage.raw()) * regular + base::Int128(person.overtime_wage.raw()) * (worked - regular);
}

AssignmentReason Hands::reason(Index slot, Index operation) {
  const auto& candidates = problem_.lane_sets[problem_.slots[slot].lanes];
  const bool is_tool = !model_.slot_skill[slot].valid();
  const bool running = problem_.fixed[operation] == schedule::Fixed::running;
  // Whom the plant names for pinned work is as little our choice as whoever is already on it.
  if (problem_.fixed_slot_lane[slot] != kNone || (is_tool && running)) return AssignmentReason::already_started;
  if (candidates.size() == 1) return AssignmentReason::only_one;
  if (is_tool) return AssignmentReason::cheapest;  // the copies of a tool cost the same
  const base::Int128 own = price(slot, operation, slot_lane_[slot]);
  const bool cheapest = std::all_of(candidates.begin(), candidates.end(),
                                    [&](const Candidate& other) { return price(slot, operation, other.lane) >= own; });
  return cheapest ? AssignmentReason::cheapest : AssignmentReason::free_then;
}

}  // namespace kilter::coordinate
