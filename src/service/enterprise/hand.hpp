// What a coordinator does by hand on the published plan of a plant that is served.
#pragma once

#include <string>
#include <string_view>

#include "service/enterprise/enterprise.hpp"
#include "service/planning/hand/move_request.hpp"

namespace kilter::service {

// What comes of moves, as JSON (planning/hand/moves.hpp). Nothing is changed.
base::Result<std::string, Refusal> ask_move(Enterprise& enterprise, const Actor& actor, std::string_view plant,
                                            const MoveQuestion& question);

// Why an operation of the published plan stands where it does, and where else it could
// (planning/hand/alternatives.hpp).
base::Result<std::string, Refusal> ask_alternatives(Enterprise& enterprise, const Actor& actor, std::string_view plant,
                                                    const std::string& operation);

// Asks for a proposal with the moves; the job's id.
base::Result<std::string, Refusal> propose_moves(Enterprise& enterprise, const Actor& actor, std::string_view plant,
                                                 const MoveQuestion& question);

}  // namespace kilter::service
