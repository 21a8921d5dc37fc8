// Why an operation stands where it does, and where else it could, as JSON.
#pragma once

#include <string>

#include "base/result.hpp"
#include "service/planning/today.hpp"

namespace kilter::service {

// {"operation":"MO-7/10","unit":"W-2","start":...,"end":...,"why":{"ready":...,"cause":"process","explanation":...,
//  "of":"MO-7/5","waits":[{"cause":"queue","explanation":...,"of":"MO-3/10","from":...,"until":...}],
//  "unit":"the cheapest that can do it","people":[{"person":"p07","skill":"welding","reason":...}]},
//  "alternatives":[{"kind":"other-unit","move":{...},"answer":{...}}]}: `move` is what to send to moves/proposals to
// have it, `answer` what moves says of it (moves.hpp). Cheapest first.
base::Result<std::string> alternatives_answer(const std::string& operation, Today& today);

}  // namespace kilter::service
