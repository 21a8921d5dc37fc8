// Jobs of a schedule problem: whose lateness costs what.
#pragma once

#include "coordinate/model/schedule_model.hpp"

namespace kilter::coordinate {

// One job per firm customer order that production serves; where it may be shipped in parts, one more per production
// order that serves it, with its share of the penalty; closing operations; whom each operation serves. Needs what
// write_arcs needs.
void write_jobs(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model);

}  // namespace kilter::coordinate
