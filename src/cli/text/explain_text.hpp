// One order in words: three dates, why it is late, what it is made of, whether all is ready, what it costs.
#pragma once

#include <ostream>

#include "codec/plan/table.hpp"

namespace kilter::cli {

// A customer order of the plan, by its place in Plan::deliveries.
void explain_order(const codec::PlanView& view, std::size_t delivery, std::ostream& out);

// The same as one JSON object.
void explain_order_json(const codec::PlanView& view, std::size_t delivery, std::ostream& out);

}  // namespace kilter::cli
