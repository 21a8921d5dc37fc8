// Moves by hand: asked, answered as JSON, and made into proposals.
#pragma once

#include <string>

#include "base/result.hpp"
#include "service/planning/hand/move_request.hpp"
#include "service/planning/proposal.hpp"

namespace kilter::service {

// {"feasible":false,"late_before":1,"late_after":2,"moves":[{"operation":"MO-7/10","feasible":false,"published":...,
//  "wished":...,"start":...,"unit":"W-2","why_not":[{"code":"unit-closed","words":"W-2 is closed","until":...}]}],
//  "name":...,"words":...,"changes":{...},"refused":[]}: `start` is the nearest from the wished one on; `changes`
// (changes_json.hpp) are of all moves at their starts; null where some has no place.
std::string answer_json(const MoveQuestion& question, const Today& today, const coordinate::MoveAnswer& answer);
base::Result<std::string> move_answer(const MoveQuestion& question, Today& today);

// The body to ask with.
std::string question_json(const MoveQuestion& question);

// A plan with the operations where they are wished, to be published. Fails with what is in the way.
base::Result<Proposal> propose_move(const PlantState& state, Today& today, time::Instant now,
                                    const MoveQuestion& question);

}  // namespace kilter::service
