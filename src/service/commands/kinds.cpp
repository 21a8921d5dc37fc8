#include "service/commands/kinds.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>

#include "service/commands/resolve_edits.hpp"
#include "service/commands/resolve_event.hpp"
#include "service/commands/resolve_message.hpp"
#include "service/commands/resolve_pin.hpp"
#include "service/commands/resolve_release.hpp"
#include "service/commands/resolve_reservation.hpp"
#include "service/tables/desk_tables.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using Resolution = base::Result<Resolved>;

constexpr std::array kKinds{
    CommandKind{"import", Permission::edit_plant, resolve_import, "a plant folder in place of all tables"},
    CommandKind{"edit", Permission::edit_plant, resolve_edit, "rows of the plant folder's tables"},
    CommandKind{"undo", Permission::edit_plant, resolve_edit, "takes back an earlier command"},
    CommandKind{"pin", Permission::publish, resolve_pin, "fixes an operation's unit, start and people"},
    CommandKind{"unpin", Permission::publish, resolve_unpin, "lets go of an operation that was fixed"},
    CommandKind{"release", Permission::release, resolve_release, "lets a production order begin on the floor"},
    CommandKind{"reserve", Permission::edit_orders, resolve_reserve, "holds an order for a while"},
    CommandKind{"reservation.confirmed", Permission::edit_orders, resolve_confirm, "makes a reservation an order"},
    CommandKind{"reservation.dropped", Permission::edit_orders, resolve_drop, "gives a reservation up"},
    CommandKind{"message.read", Permission::read, resolve_read, "says that a message was read"},
    CommandKind{"message.sent", Permission::publish, resolve_read,
                "says that a draft to a vendor or customer was sent"},
    CommandKind{"publish", Permission::publish, resolve_as_it_is, "makes a plan the one that everybody works by"},
};

// Whether an edit touches nothing but customer orders.
bool is_of_orders(const std::string& body) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(body);
  simdjson::dom::element member;
  if (parser.parse(padded)["edits"].get(member) != simdjson::SUCCESS) return false;
  const auto edits = read_edits(member);
  return edits && std::all_of(edits.value().begin(), edits.value().end(), [](const RowEdit& edit) {
           return edit.table == "orders.csv" || edit.table == "customers.csv";
         });
}

}  // namespace

std::span<const CommandKind> command_kinds() { return kKinds; }

const CommandKind* find_command_kind(std::string_view name) {
  const auto at =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const CommandKind& kind) { return kind.name == name; });
  return at == kKinds.end() ? nullptr : &*at;
}

Permission permission_of(const Command& command) {
  if (const auto needed = permission_of_event(command.kind)) return *needed;
  const CommandKind* kind = find_command_kind(command.kind);
  if (kind == nullptr) return Permission::administer;
  if (kind->name == "edit" && is_of_orders(command.body)) return Permission::edit_orders;
  return kind->permission;
}

Resolution resolve(const PlantState& state, const Command& asked, std::int64_t at) {
  if (permission_of_event(asked.kind)) return resolve_event(state, asked, at);
  if (const CommandKind* kind = find_command_kind(asked.kind)) return kind->resolve(state, asked, at);
  return Resolution::failure({{.code = "unknown-command",
                               .where = {.value = asked.kind},
                               .message = "there is no command " + asked.kind,
                               .way_out = "Use import, edit, undo, publish, or the kind of an event."}});
}

}  // namespace kilter::service
