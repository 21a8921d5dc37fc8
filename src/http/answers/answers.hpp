// Answers as JSON, and faults in the one form that all routes use:
//
//   {"error":{"code":"denied","message":"...","way_out":"...","issues":[
//     {"code":"denied","severity":"error","file":"","row":0,"field":"","value":"viewer","message":"...",
//      "way_out":"..."}]}}
#pragma once

#include <string>

#include "base/issue.hpp"
#include "codec/json/writer.hpp"
#include "http/server/message.hpp"
#include "service/desk/plant_desk.hpp"
#include "service/journal/journal.hpp"

namespace kilter::http {

Response json(const codec::JsonWriter& body, unsigned status = 200);
// The first issue stands for all.
Response fault(unsigned status, const base::Issues& issues);
Response fault(unsigned status, base::Issue issue);
Response fault(const service::Refusal& refusal);
Response fault(const service::JournalError& error);
Response not_found(const std::string& what);
// 204.
Response done();

// The members of an issue as an object.
void issue_object(const base::Issue& issue, codec::JsonWriter& json);

// {"sequence":17,"at":"2026-12-01T08:30:00Z","repeated":false}, and what the command notes.
Response receipt(const service::Answer& answer, unsigned status = 200);
void receipt_members(const service::Receipt& receipt, codec::JsonWriter& json);

}  // namespace kilter::http
