// What it would take to have an order sooner than the gaps allow: whole plans with the order, as proposals, the price
// of pulling it ahead, and who would pay with their dates.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "service/planning/hand/reservations.hpp"
#include "service/planning/proposal.hpp"
#include "service/planning/today.hpp"

namespace kilter::service {

// Publishing one takes the order in as a firm one. `changes` of each says beside what changes_json.hpp does:
// {"order":"R-4","due":...,"delivered":...,"in_time":true,"cost":812.4,"payers":[{"order":"SO-9","before":...,
// "delivered":...}]}: cost against the published plan without the order, when nothing else is done. Sooner first.
base::Result<std::vector<Proposal>> propose_pull_ahead(const PlantState& state, Today& today, time::Instant now,
                                                       const Reservation& order, const PlanningOptions& options);

}  // namespace kilter::service
