#include "coordinate/live/moves/hindrances.hpp"

#include <algorithm>
#include <utility>

#include "coordinate/live/carry/last_supply.hpp"
#include "coordinate/live/told.hpp"
#include "plan/id_texts.hpp"
#include "schedule/timing/timing.hpp"

namespace kilter::coordinate {

using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

std::vector<Hindrance> Hindrances::at(Tick at, Index mode, Tick nearest) {
  if (at < problem_.origin) add(Obstacle::past, problem_.origin, "that has passed");
  const auto frozen_until = static_cast<Tick>(now_.policy.frozen.count());
  if (at < frozen_until) add(Obstacle::frozen, frozen_until, "nothing is moved into the frozen zone");
  look_outside(at);
  look_at_predecessors(at);
  look_at_unit(at, mode);
  look_at_people(at);
  if (found_.empty() && nearest == kNever) add(Obstacle::beyond_horizon, kNever, "there is no time left for it");
  if (found_.empty())
    add(Obstacle::no_room, nearest, "the hours that it needs are not open in one, or somebody leaves");
  return std::move(found_);
}

void Hindrances::add(Obstacle obstacle, Tick until, std::string words) {
  found_.push_back({.obstacle = obstacle, .until = until, .words = std::move(words)});
}

// The last thing that it waits for from outside; a clearance where that is not what it waits for.
void Hindrances::look_outside(Tick at) {
  const Tick release = problem_.release[op_];
  if (release <= at) return;
  const plan::PegIndex pegs(now_, today_.today.plan);
  const LastSupply last = last_supply(now_, today_.today.plan, pegs, today_.today.model.placement_of[op_]);
  if (last.at < release) return add(Obstacle::clearance, release, "it waits to be cleared, or for money");
  add(Obstacle::material, release, supply_words(now_, last.supply, last.blocker) + " is not there");
}

void Hindrances::look_at_predecessors(Tick at) {
  Index last = kNone;
  Tick over = at;
  for (const schedule::Arc& arc : problem_.predecessors_of(op_)) {
    const Tick end = standing_.state().end[arc.operation];
    const Tick from = arc.transfer == kNone ? schedule::later(end, arc.minimum_lag) : standing_.ready();
    if (from <= over) continue;
    over = from;
    last = arc.operation;
  }
  if (last == kNone) return;
  const bool never = standing_.state().end[last] == kNever;
  add(Obstacle::predecessor, over, operation_name(last) + (never ? " has no place" : " is not over"));
}

void Hindrances::look_at_unit(Tick at, Index mode) {
  const Index group = problem_.modes[mode].group;
  if (group == kNone) {
    const Index calendar = problem_.modes[mode].calendar;
    if (!problem_.calendars[calendar].is_open(at)) add(Obstacle::unit_closed, next_open(calendar, at), "it is closed");
    return;
  }
  const schedule::Group lanes = problem_.groups[group];
  const Index calendar = problem_.lanes[lanes.first_lane].calendar;
  if (!problem_.calendars[calendar].is_open(at)) {
    return add(Obstacle::unit_closed, next_open(calendar, at), lane_name(lanes.first_lane) + " is closed");
  }
  Tick free = kNever;
  Index behind = kNone;
  for (Index lane = lanes.first_lane; lane < lanes.first_lane + lanes.lane_count; ++lane) {
    const Index holder = standing_.holder(lane, at);
    if (holder == kNone) return;
    if (standing_.state().end[holder] >= free) continue;
    free = standing_.state().end[holder];
    behind = holder;
  }
  if (behind == kNone) return;
  add(Obstacle::unit_taken, free, lane_name(lanes.first_lane) + " is taken by " + operation_name(behind));
}

void Hindrances::look_at_people(Tick at) {
  for (Index slot = problem_.slot_begin[op_]; slot < problem_.slot_begin[op_ + 1]; ++slot) look_at_slot(at, slot);
}

void Hindrances::look_at_slot(Tick at, Index slot) {
  const Index only = problem_.fixed_slot_lane[slot];
  Tick until = kNever;
  bool anyone = false;
  for (const schedule::Candidate& who : problem_.lane_sets[problem_.slots[slot].lanes]) {
    if (only != kNone && who.lane != only) continue;
    const bool open = problem_.calendars[who.calendar].is_open(at);
    const Index holder = open ? standing_.holder(who.lane, at) : kNone;
    if (open && holder == kNone) return;
    const Tick free = open ? standing_.state().end[holder] : next_open(who.calendar, at);
    until = std::min(until, free);
    anyone = true;
    if (only == kNone) continue;
    if (open) {
      return add(Obstacle::person_taken, free, lane_name(who.lane) + " is at " + operation_name(holder) + ", fixed");
    }
    const bool at_work = problem_.calendars[problem_.lanes[who.lane].calendar].is_open(at);
    return add(at_work ? Obstacle::person_cannot : Obstacle::person_away, free,
               lane_name(who.lane) + (at_work ? " has no valid certificate then" : " is not at work"));
  }
  const model::SkillId skill = today_.today.model.slot_skill[slot];
  const std::string what = skill.valid() ? "certified for " + now_.skills[skill].id + " is free" : "tool is free";
  add(Obstacle::nobody_free, until, std::string(skill.valid() ? "nobody " : "no ") + what + (anyone ? "" : " ever"));
}

std::string Hindrances::operation_name(Index op) const {
  const plan::IdTexts ids(now_);
  return ids.operation(today_.today.plan, today_.today.model.placement_of[op]).str();
}

std::string Hindrances::lane_name(Index lane) const {
  const LaneOwner& owner = today_.today.model.owners[lane];
  switch (owner.kind) {
    case LaneKind::unit:
      return now_.work_units[model::WorkUnitId(owner.index)].id;
    case LaneKind::person:
      return now_.people[model::PersonId(owner.index)].id;
    case LaneKind::tool:
      return now_.tools[model::ToolId(owner.index)].id;
  }
  return {};
}

Tick Hindrances::next_open(Index calendar, Tick at) const { return problem_.calendars[calendar].next_open(at); }

}  // namespace kilter::coordinate
