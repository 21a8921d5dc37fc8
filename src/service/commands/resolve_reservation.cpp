#include "service/commands/resolve_reservation.hpp"

#include <simdjson.h>

#include <string_view>

#include "codec/json/writer.hpp"
#include "service/commands/resolve_edits.hpp"
#include "service/plant/plant_clock.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using Resolution = base::Result<Resolved>;
using simdjson::SUCCESS;

std::string text_in(const simdjson::dom::element& json, const char* member) {
  std::string_view text;
  return json[member].get(text) == SUCCESS ? std::string(text) : std::string();
}

Resolution bad_body(const char* way_out) {
  return Resolution::failure({{.code = "bad-body", .message = "the command says nothing to do", .way_out = way_out}});
}

// The plant's rows must leave a plant, as those of an edit; with them the reservation's.
Resolution kept(const PlantState& state, const Command& asked, const base::Result<ReservationEdits>& edits,
                const std::string& note) {
  if (!edits) return Resolution::failure(edits.error());
  Command folder = asked;
  folder.body = R"({"edits":)" + edits_json(edits.value().orders) + "}";
  const Resolution resolved = resolve_edit(state, folder, 0);
  if (!resolved) return resolved;
  std::vector<RowEdit> all = edits.value().orders;
  all.insert(all.end(), edits.value().records.begin(), edits.value().records.end());
  std::string body = asked.body.substr(0, asked.body.rfind('}'));
  return Resolved{.body = body + R"(,"edits":)" + edits_json(all) + "}", .note = note};
}

std::string reservation_in(const Command& asked) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(asked.body);
  simdjson::dom::element json;
  return parser.parse(padded).get(json) == SUCCESS ? text_in(json, "reservation") : std::string();
}

}  // namespace

Resolution resolve_reserve(const PlantState& state, const Command& asked, std::int64_t at) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(asked.body);
  simdjson::dom::element json;
  if (parser.parse(padded)["reserve"].get(json) != SUCCESS)
    return bad_body(R"(Send {"reserve":{"item":"stool",...}}.)");
  const Reservation reservation{.item = text_in(json, "item"),
                                .site = text_in(json, "site"),
                                .quantity = text_in(json, "quantity"),
                                .requested = text_in(json, "requested"),
                                .customer = text_in(json, "customer"),
                                .priority = text_in(json, "priority"),
                                .until = text_in(json, "until")};
  const auto edits = reserve_edits(state.tables(), reservation, asked.author, plant_time(state.tables(), at));
  std::string note;
  if (edits) {
    codec::JsonWriter told;
    told.begin_object();
    told.key("order").text(edits.value().order);
    told.key("until").text(edits.value().until);
    told.end_object();
    note = told.str();
  }
  return kept(state, asked, edits, note);
}

Resolution resolve_confirm(const PlantState& state, const Command& asked, std::int64_t at) {
  return kept(state, asked, confirm_edits(state.tables(), reservation_in(asked), plant_time(state.tables(), at)), {});
}

Resolution resolve_drop(const PlantState& state, const Command& asked, std::int64_t) {
  return kept(state, asked, drop_edits(state.tables(), reservation_in(asked)), {});
}

std::string reserve_body(const Reservation& reservation) {
  codec::JsonWriter json;
  json.begin_object().key("reserve").begin_object();
  json.key("item").text(reservation.item);
  json.key("site").text(reservation.site);
  json.key("quantity").text(reservation.quantity);
  json.key("requested").text(reservation.requested);
  json.key("customer").text(reservation.customer);
  json.key("priority").text(reservation.priority);
  json.key("until").text(reservation.until);
  json.end_object().end_object();
  return json.str();
}

std::string reservation_body(const std::string& order) {
  codec::JsonWriter json;
  json.begin_object().key("reservation").text(order).end_object();
  return json.str();
}

}  // namespace kilter::service
