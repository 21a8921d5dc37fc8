// Planning jobs over HTTP: how they are asked for and shown.
#pragma once

#include <string>

#include "http/answers/body.hpp"
#include "http/api.hpp"
#include "http/route.hpp"

namespace kilter::http {

// What the body asks: seconds (else so many), steps, seed. Faults are the body's.
service::PlanningOptions planning_options(const Body& body, double seconds);

// A job with its proposals.
std::string job_json(const service::JobReport& report);
// {"id":...,"name":...,"words":...,"based_on":...,"figures":{...},"changes":{...}}
std::string proposal_json(const std::string& id, const service::Proposal& proposal);

// 202, and where to look.
Response job_answer(Api& api, const Call& call, const std::string& job);

}  // namespace kilter::http
