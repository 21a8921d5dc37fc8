// Arcs and releases of a schedule problem, from routings, pegs, purchases and clearances.
#pragma once

#include "coordinate/model/schedule_model.hpp"

namespace kilter::coordinate {

// Predecessor arcs inside production orders and along pegs between them; releases from stock, purchases and clearances.
// What is made with a shelf life: a maximum lag to the placements that consume it, and a release that keeps it from
// being made too long before the due date of the customer order that it is handed over to.
// Needs Problem's operations and `operation_of`.
void write_arcs(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model);

// Problem::latest_end by a backward pass with infinite capacity on each operation's first mode.
void write_latest_ends(schedule::Problem& problem);

// Offsets (in Item::operations) of the operations that no other operation of the item waits for.
std::vector<std::uint32_t> closing_operations(const model::Plant& plant, model::ItemId item);

}  // namespace kilter::coordinate
