// What a proposal changes in the published plan, as JSON for screens and programs:
//
//   {"money":{"total":-412.5,"parts":{"penalty":-412.5}},"promises":[{"order":"SO-7","due":...,"published":...,
//    "delivered":...,"new":false}],"moved":[{"operation":"MO-7/10","from":...,"to":...,"unit_before":...,"unit":...}],
//    "reassigned":[{"operation":"MO-7/10","before":"p07","person":"p11"}],"overtime":[{"calendar":...,"from":...,
//    "until":...}],"best_in":["change","lateness","cost"]}
#pragma once

#include <string>

#include "coordinate/live/repairs.hpp"

namespace kilter::service {

// Moments are local with offset, as in plan folders; null: not planned whole. Money in plant currency, against nothing
// done.
std::string changes_json(const model::Plant& now, const coordinate::RepairPlan& way);

}  // namespace kilter::service
