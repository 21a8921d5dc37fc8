// The board of a plan for screens: operations on work units and people, closed hours, zones, load per week.
#pragma once

#include <string>

#include "codec/plan/table.hpp"

namespace kilter::codec {

// {"origin":"2026-11-23T06:00:00+01:00","board":{...},"strings":[...]}: the schema Board of api/openapi.yaml. Times are
// seconds of local wall time since the origin, texts are indices into strings. Every work unit, at most `most`
// operations, those that start first; board.cut is then the start of the first that is left out.
std::string board_json(const PlanView& view, std::size_t most);

}  // namespace kilter::codec
