// A day of a plan for screens: what needs a person, what starts, what arrives, what is to be ordered and said.
#pragma once

#include <string>

#include "codec/plan/table.hpp"

namespace kilter::codec {

// The schema Brief of api/openapi.yaml, for the local day that holds `now`.
std::string brief_json(const PlanView& view, time::Tick now);

}  // namespace kilter::codec
