// A lamp as a person reads it (references.hpp has the form that is read back): "ready", "on Tue 24 Nov 14:30, purchase
// B-9", "blocked, customer approval, owner sales".
#pragma once

#include <string>

#include "codec/plan/table.hpp"

namespace kilter::codec {

std::string lamp_words(const PlanView& view, const kilter::plan::LampReading& lamp);

}  // namespace kilter::codec
