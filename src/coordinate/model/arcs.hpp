// Arcs, releases and jobs of a schedule problem, from routings, pegs, purchases and clearances.
#pragma once

#include "coordinate/model/schedule_model.hpp"

namespace kilter::coordinate {

// Predecessor arcs inside production orders and along pegs between them; releases from stock, purchases and clearances.
// Needs Problem's operations and `operation_of`.
void write_arcs(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model);

// One job per firm customer order that production serves; closing operations; whom each operation serves.
void write_jobs(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model);

// Problem::latest_end by a backward pass with infinite capacity on each operation's first mode.
void write_latest_ends(schedule::Problem& problem);

// When a supply that is not made is there: stock at the origin, an open purchase on its current date, a purchase at its
// earliest receipt. Never before the origin.
time::Tick available_at(const model::Plant& plant, const plan::Plan& plan, const plan::Peg& peg);

// Offsets (in Item::operations) of the operations that no other operation of the item waits for.
std::vector<std::uint32_t> closing_operations(const model::Plant& plant, model::ItemId item);

}  // namespace kilter::coordinate
