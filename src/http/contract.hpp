// The contract of the API, api/openapi.yaml, as it is built into the program.
#pragma once

#include <string>
#include <string_view>

namespace kilter::http {

// OpenAPI 3.0, as written.
std::string_view contract_yaml();
// The same as JSON.
const std::string& contract_json();

}  // namespace kilter::http
