#include "http/answers/body.hpp"

namespace kilter::http {

using simdjson::SUCCESS;

Body::Body(std::string_view bytes) : bytes_(bytes) {
  good_ = parser_.parse(bytes_).get(root_) == SUCCESS;
  if (good_) return;
  faults_.push_back({.code = "bad-json",
                     .message = "the body is not JSON",
                     .way_out = "Send what /api/v1/openapi.json says for this route."});
}

void Body::fault(std::string_view member, const char* what, const char* way_out) const {
  if (!good_) return;
  faults_.push_back({.code = "bad-member",
                     .where = {.column = std::string(member)},
                     .message = std::string(member) + " " + what,
                     .way_out = way_out});
}

std::string Body::text(std::string_view member) const {
  std::string_view value;
  if (good_ && root_[member].get(value) == SUCCESS) return std::string(value);
  fault(member, "is missing or not a text", "Put it in quotes.");
  return {};
}

service::Role Body::role(std::string_view member) const {
  std::string_view value;
  if (good_ && root_[member].get(value) != SUCCESS) value = {};
  const auto role = service::role_named(value);
  if (!role)
    fault(member, "is missing or no role",
          "Use coordinator, planner, supervisor, operator, buyer, stores, sales, finance, quality, maintenance, viewer "
          "or administrator.");
  return role.value_or(service::Role::viewer);
}

bool Body::flag(std::string_view member) const {
  bool value = false;
  if (!good_ || root_[member].get(value) != SUCCESS)
    fault(member, "is missing or not true or false", "Send true or false.");
  return value;
}

std::int64_t Body::count(std::string_view member, std::int64_t most) const {
  std::int64_t value = 0;
  const bool whole = good_ && root_[member].get(value) == SUCCESS && value >= 0 && value <= most;
  if (!whole) fault(member, "is missing, not a whole number or too large", "Send a whole number.");
  return whole ? value : 0;
}

double Body::number(std::string_view member, double most) const {
  double value = -1;
  const bool fits = good_ && root_[member].get(value) == SUCCESS && value >= 0 && value <= most;
  if (!fits) fault(member, "is missing, not a number or too large", "Send a number.");
  return fits ? value : 0;
}

std::vector<std::string> Body::words(std::string_view member) const {
  std::vector<std::string> words;
  simdjson::dom::array list;
  if (!good_ || root_[member].error() != SUCCESS) return words;
  if (root_[member].get(list) != SUCCESS) {
    fault(member, "is not a list", "Send a list of texts.");
    return words;
  }
  for (const simdjson::dom::element element : list) {
    std::string_view word;
    if (element.get(word) != SUCCESS) fault(member, "holds what is not a text", "Send a list of texts.");
    words.emplace_back(word);
  }
  return words;
}

bool Body::gives(std::string_view member) const { return good_ && root_[member].error() == SUCCESS; }

}  // namespace kilter::http
