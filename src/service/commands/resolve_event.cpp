#include "service/commands/resolve_event.hpp"

#include <string>
#include <vector>

#include "codec/json/writer.hpp"
#include "service/floor/effect.hpp"
#include "service/floor/event_kinds.hpp"
#include "service/floor/read_events.hpp"
#include "service/plant/plant_clock.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using Resolution = base::Result<Resolved>;

Permission permission_of(EventKind kind) {
  switch (kind) {
    case EventKind::unit_down:
    case EventKind::unit_up:
      return Permission::units;
    case EventKind::maintenance_asked:
    case EventKind::maintenance_done:
      return Permission::maintain;
    case EventKind::person_absent:
    case EventKind::person_returned:
      return Permission::people;
    case EventKind::purchase_received:
    case EventKind::stock_counted:
    case EventKind::order_shipped:
      return Permission::receive;
    case EventKind::purchase_ordered:
    case EventKind::purchase_confirmed:
    case EventKind::purchase_moved:
    case EventKind::purchase_cancelled:
      return Permission::purchase;
    case EventKind::lot_held:
    case EventKind::lot_released:
    case EventKind::work_held:
    case EventKind::work_released:
    case EventKind::inspection_passed:
    case EventKind::inspection_failed:
      return Permission::inspect;
    case EventKind::andon_raised:
    case EventKind::andon_acknowledged:
    case EventKind::andon_working:
    case EventKind::andon_resolved:
      return Permission::call;
    case EventKind::order_new:
    case EventKind::order_changed:
    case EventKind::order_cancelled:
      return Permission::edit_orders;
    case EventKind::spend_posted:
      return Permission::spend;
    case EventKind::conflict_settled:
      return Permission::people;
    default:
      return Permission::work;
  }
}

std::string note_of(const std::vector<std::string>& conflicts) {
  if (conflicts.empty()) return {};
  codec::JsonWriter json;
  json.begin_object().key("conflicts").begin_array();
  for (const std::string& id : conflicts) json.text(id);
  json.end_array().end_object();
  return json.str();
}

}  // namespace

std::optional<Permission> permission_of_event(std::string_view kind) {
  const std::optional<EventKind> known = kind_named(kind);
  if (!known) return std::nullopt;
  return permission_of(*known);
}

Resolution resolve_event(const PlantState& state, const Command& asked, std::int64_t at) {
  const auto events = read_events(asked.body);
  if (!events) return Resolution::failure(events.error());
  const Event& event = events.value().front();
  const time::Zone zone = zone_of(state.tables());
  const auto effect = effect_of(event, state.tables(), {.at = plant_time(state.tables(), at), .zone = zone});
  if (!effect) return Resolution::failure(effect.error());
  std::string body = R"({"event":)" + event_json(event) + R"(,"edits":)" + edits_json(effect.value().edits) + "}";
  return Resolved{.body = std::move(body), .note = note_of(effect.value().conflicts)};
}

}  // namespace kilter::service
