// Messages as rows of messages.csv: the inbox of everybody.
#pragma once

#include <cstdint>
#include <vector>

#include "service/messages/plan_news.hpp"
#include "service/planning/live_plan.hpp"
#include "service/planning/proposal.hpp"
#include "service/plant/plant_state.hpp"
#include "time/instant.hpp"

namespace kilter::service {

// The rows that publishing the proposal adds: one message for each whom it touches. `before` is the plan published
// until then, null when none is. `after` is the proposal as it will be read back.
std::vector<RowEdit> publication_messages(const PlantState& state, const LivePlan* before, const LivePlan& after,
                                          time::Instant now);

}  // namespace kilter::service
