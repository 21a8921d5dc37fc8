// What a coordinator does by hand on the published plan of a plant that is served.
#pragma once

#include <string>
#include <string_view>

#include "service/enterprise/enterprise.hpp"
#include "service/planning/hand/move_request.hpp"
#include "service/planning/hand/reservations.hpp"

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

// Asks for what would make a late customer order on time (planning/hand/late_fixes.hpp); the job's id.
base::Result<std::string, Refusal> mend_order(Enterprise& enterprise, const Actor& actor, std::string_view plant,
                                              const std::string& order);

// Asks for what it would take to have a new order sooner (planning/hand/pull_ahead.hpp); the job's id.
base::Result<std::string, Refusal> pull_ahead(Enterprise& enterprise, const Actor& actor, std::string_view plant,
                                              const Reservation& order, const PlanningOptions& options);

// What a production order still waits for before it may begin, as JSON (planning/hand/release_gate.hpp).
base::Result<std::string, Refusal> ask_gate(Enterprise& enterprise, const Actor& actor, std::string_view plant,
                                            const std::string& order);

// Lets it begin on the floor. Refused with every lamp that is not ready, unless who may publish overrides that with a
// reason; what was not ready then is kept with the command.
struct Release {
  std::string order;
  bool override_lamps = false;
};
Answer release_order(Enterprise& enterprise, const Actor& actor, std::string_view plant, const Release& release,
                     Command command);

}  // namespace kilter::service
