#include "service/commands/resolve_pin.hpp"

#include <simdjson.h>

#include <string_view>
#include <utility>

#include "codec/json/writer.hpp"
#include "service/commands/resolve_edits.hpp"
#include "service/planning/hand/pins.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using Resolution = base::Result<Resolved>;
using simdjson::SUCCESS;

std::string text_in(const simdjson::dom::element& json, const char* member) {
  std::string_view text;
  return json[member].get(text) == SUCCESS ? std::string(text) : std::string();
}

Pin pin_in(const simdjson::dom::element& json) {
  Pin pin{.operation = text_in(json, "operation"), .unit = text_in(json, "unit"), .start = text_in(json, "start")};
  simdjson::dom::array people;
  if (json["people"].get(people) != SUCCESS) return pin;
  for (const simdjson::dom::element element : people) {
    std::string_view person;
    if (element.get(person) == SUCCESS) pin.people.emplace_back(person);
  }
  return pin;
}

Resolution bad_body(const char* way_out) {
  return Resolution::failure({{.code = "bad-body", .message = "the command names no operation", .way_out = way_out}});
}

// Whether the rows leave a plant, as for an edit; kept with what was asked for.
Resolution with_edits(const PlantState& state, const Command& asked, const std::string& what,
                      const base::Result<std::vector<RowEdit>>& edits, std::int64_t at) {
  if (!edits) return Resolution::failure(edits.error());
  std::string body = what.substr(0, what.rfind('}'));
  body += R"(,"edits":)" + edits_json(edits.value()) + "}";
  Command command = asked;
  command.body = body;
  return resolve_edit(state, command, at);
}

}  // namespace

Resolution resolve_pin(const PlantState& state, const Command& asked, std::int64_t at) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(asked.body);
  simdjson::dom::element json;
  if (parser.parse(padded)["pin"].get(json) != SUCCESS) return bad_body(R"(Send {"pin":{"operation":"MO-7/10"}}.)");
  const Pin pin = pin_in(json);
  return with_edits(state, asked, pin_body(pin), pin_edits(state, pin), at);
}

Resolution resolve_unpin(const PlantState& state, const Command& asked, std::int64_t at) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(asked.body);
  simdjson::dom::element json;
  if (parser.parse(padded)["unpin"].get(json) != SUCCESS) return bad_body(R"(Send {"unpin":{"operation":"MO-7/10"}}.)");
  const std::string operation = text_in(json, "operation");
  return with_edits(state, asked, unpin_body(operation), unpin_edits(state.tables(), operation), at);
}

std::string pin_body(const Pin& pin) {
  codec::JsonWriter json;
  json.begin_object().key("pin").begin_object();
  json.key("operation").text(pin.operation);
  json.key("unit").text(pin.unit);
  json.key("start").text(pin.start);
  json.key("people").begin_array();
  for (const std::string& person : pin.people) json.text(person);
  json.end_array().end_object().end_object();
  return json.str();
}

std::string unpin_body(const std::string& operation) {
  codec::JsonWriter json;
  json.begin_object().key("unpin").begin_object();
  json.key("operation").text(operation);
  json.end_object().end_object();
  return json.str();
}

}  // namespace kilter::service
