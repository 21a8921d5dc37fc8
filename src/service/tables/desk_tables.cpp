#include "service/tables/desk_tables.hpp"

#include <algorithm>
#include <array>

#include "codec/plant/field.hpp"

namespace kilter::service {
namespace {

DeskTable actuals() {
  return {"actuals.csv",
          "What operations of production orders really took; stays when the order has left.",
          {{"production_order", "Production order."},
           {"operation", "Operation of its item."},
           {"item", "Item made."},
           {"work_unit", "Where."},
           {"people", "Who, `;` between them."},
           {"start", "Since when; empty when nobody reported it."},
           {"end", "Until when; empty while it goes on."},
           {"quantity", "What reached it."},
           {"good", "Counted good."},
           {"scrap", "Counted scrap."},
           {"rework", "To be reworked."},
           {"paused_since", "Since when it rests; empty while it goes on."},
           {"paused", "How long it has rested before."}}};
}

DeskTable work_log() {
  return {"work_log.csv",
          "Pauses and counts of operations, one row each, with their reasons.",
          {{"production_order", "Production order."},
           {"operation", "Operation of its item."},
           {"at", "When."},
           {"what", "paused, resumed, good, scrap or rework."},
           {"quantity", "How much; empty for a pause."},
           {"person", "Who said so."},
           {"reason", "Why."},
           {"event", "Id of the event."}}};
}

DeskTable consumption() {
  return {"consumption.csv",
          "Which lots went into which production order: the trace both ways.",
          {{"production_order", "Production order; its id is the lot of what it made."},
           {"operation", "Operation that took it."},
           {"item", "What was taken."},
           {"lot", "Of which lot; empty: of stock without one."},
           {"quantity", "How much."},
           {"at", "When."}}};
}

DeskTable clock() {
  return {"clock.csv",
          "The plant's own time and numbers; one row.",
          {{"offset_seconds", "How far its clock is ahead of the world's."},
           {"last_order", "The highest number that a publication gave to a production order."}}};
}

DeskTable users() {
  return {"users.csv",
          "Who may sign in.",
          {{"id", "Id of the user."},
           {"name", "Name shown."},
           {"role", "What they may do."},
           {"plants", "Plants that they see, `;` between them; empty: all."},
           {"password", "Argon2id of the password."},
           {"state", "active or inactive."}}};
}

DeskTable tokens() {
  return {"tokens.csv",
          "What programs, stations and signed-in browsers show.",
          {{"id", "Id of the token."},
           {"name", "What it is for."},
           {"role", "What it may do; of a session its user's role."},
           {"plants", "Plants that it sees, `;` between them; empty: all."},
           {"user", "Whose session."},
           {"digest", "BLAKE2b of the secret."},
           {"kind", "program, session, station, or kiosk: a person at a station."},
           {"created", "When, UTC."},
           {"expires", "When, UTC; empty: never."}}};
}

DeskTable stations() {
  return {"stations.csv",
          "Kiosk stations on the floor.",
          {{"id", "Id of the station."},
           {"name", "Name shown."},
           {"plant", "Plant that it stands in."},
           {"work_centre", "Area that it stands in."},
           {"work_units", "Work units that it serves, `;` between them; empty: all of the area."},
           {"token", "Id of the token that it shows."}}};
}

DeskTable badges() {
  return {"badges.csv",
          "Who may sign in at a station.",
          {{"badge", "What the reader reads."},
           {"plant", "Plant."},
           {"person", "Who it is, of the plant's people."},
           {"role", "What they may do."},
           {"pin", "Argon2id of the PIN."},
           {"state", "active or inactive."}}};
}

DeskTable downtimes() {
  return {"downtimes.csv",
          "Standstills of work units.",
          {{"work_unit", "Unit."},
           {"from", "Since when."},
           {"until", "Until when; empty while it lasts."},
           {"expected", "When it is to run again."},
           {"assumed", "yes: nobody said when, `expected` is assumed."},
           {"reason", "Why."},
           {"person", "Who said so."}}};
}

DeskTable andons() {
  return {"andons.csv",
          "Calls from the floor with their clocks.",
          {{"id", "Id of the event that raised it."},
           {"topic", "material, quality, machine, help or safety."},
           {"work_unit", "Where."},
           {"production_order", "At which order."},
           {"operation", "At which operation."},
           {"stop", "yes: the work stands still until it is resolved."},
           {"note", "What is the matter."},
           {"raised", "When it was raised."},
           {"raised_by", "By whom."},
           {"acknowledged", "When somebody took it."},
           {"acknowledged_by", "Who."},
           {"working", "When somebody was there."},
           {"resolved", "When it was over."},
           {"resolved_by", "Who said so."}}};
}

DeskTable receipts() {
  return {"receipts.csv",
          "What vendors delivered, and by when they should have.",
          {{"purchase_order", "Purchase order."},
           {"vendor", "From whom."},
           {"item", "What."},
           {"quantity", "Accepted into stock."},
           {"rejected", "Sent back."},
           {"at", "When."},
           {"requested", "When it was wanted."},
           {"first_confirmed", "What the vendor first promised."},
           {"current", "When it was expected last."},
           {"complete", "yes: nothing more comes."},
           {"reason", "Why short or rejected."}}};
}

DeskTable shipments() {
  return {"shipments.csv",
          "What customers got, and by when they should have.",
          {{"order", "Customer order."},
           {"item", "What."},
           {"quantity", "How much."},
           {"at", "When."},
           {"requested", "When it was wanted."},
           {"promised", "When it was promised."},
           {"complete", "yes: nothing more is due."}}};
}

DeskTable conflicts() {
  return {"conflicts.csv",
          "Reports that contradict what is known, for a person to settle.",
          {{"id", "Id."},
           {"code", "What kind of contradiction."},
           {"text", "What contradicts what."},
           {"way_out", "What to do."},
           {"at", "When it was so."},
           {"event", "Id of the event."},
           {"kind", "Kind of the event."},
           {"production_order", "Production order that it is about."},
           {"operation", "Operation."},
           {"work_unit", "Work unit."},
           {"item", "Item."},
           {"settled", "When it was settled; empty while open."},
           {"settled_by", "By whom."},
           {"decision", "How."}}};
}

DeskTable messages() {
  return {"messages.csv",
          "Who was told what by which publication, and whether it was read.",
          {{"id", "Id of the message."},
           {"publication", "Number of the command that published the plan."},
           {"at", "When, UTC."},
           {"to_kind", "person, role, vendor or customer."},
           {"to", "Whom."},
           {"subject", "What it is about."},
           {"lines", "What changed, a line each."},
           {"state", "unread or read; to vendors and customers draft or sent."},
           {"read_by", "Who read or sent it."},
           {"read_at", "When, UTC."}}};
}

DeskTable maintenance() {
  return {"maintenance.csv",
          "Maintenance asked for.",
          {{"id", "Id of the event that asked."},
           {"work_unit", "Unit."},
           {"reason", "What is to be done."},
           {"asked", "When."},
           {"asked_by", "By whom."},
           {"from", "When it is planned."},
           {"until", "Until when."},
           {"done", "When it was done; empty while it is not."},
           {"done_by", "Who did it."}}};
}

DeskTable inspections() {
  return {"inspections.csv",
          "Results of inspections.",
          {{"production_order", "Production order inspected; empty for a lot."},
           {"operation", "After which operation."},
           {"item", "Item."},
           {"lot", "Lot inspected."},
           {"result", "passed or failed."},
           {"quantity", "How much was looked at."},
           {"at", "When."},
           {"person", "By whom."},
           {"reason", "What was wrong."}}};
}

DeskTable reservations() {
  return {"reservations.csv",
          "Orders that are held for a while.",
          {{"order", "Id in orders.csv."},
           {"until", "Held until then, UTC; afterwards the order counts as closed."},
           {"by", "Who reserved it."},
           {"made", "When, UTC."}}};
}

struct MoreKeys {
  std::string_view table;
  std::vector<std::string_view> columns;
};

const std::vector<MoreKeys>& more_keys() {
  static const std::vector<MoreKeys> kKeys{{"work_units.csv", {"work_centre"}},
                                           {"progress.csv", {"work_unit", "status"}},
                                           {"clearances.csv", {"production_order", "order", "item"}},
                                           {"conflicts.csv", {"production_order"}},
                                           {"consumption.csv", {"lot"}}};
  return kKeys;
}

}  // namespace

std::span<const DeskTable> desk_tables() {
  static const std::array<DeskTable, 13> kTables{
      actuals(),     andons(),   clock(),    conflicts(),    consumption(), downtimes(), inspections(),
      maintenance(), messages(), receipts(), reservations(), shipments(),   work_log()};
  return kTables;
}

std::span<const DeskTable> access_tables() {
  static const std::array<DeskTable, 4> kTables{badges(), stations(), tokens(), users()};
  return kTables;
}

const DeskTable* find_desk_table(std::string_view name) {
  for (const std::span<const DeskTable> all : {desk_tables(), access_tables()}) {
    const auto at = std::find_if(all.begin(), all.end(), [name](const DeskTable& table) { return table.name == name; });
    if (at != all.end()) return &*at;
  }
  return nullptr;
}

std::vector<std::string_view> key_columns_of(std::string_view table) {
  std::vector<std::string_view> keys;
  if (const DeskTable* desk = find_desk_table(table); desk != nullptr) {
    keys.push_back(desk->columns.front().name);
  } else if (const codec::plant::Table* folder = codec::plant::find_table(table); folder != nullptr) {
    keys.emplace_back(folder->columns.front().name);
  }
  for (const MoreKeys& more : more_keys()) {
    if (more.table == table) keys.insert(keys.end(), more.columns.begin(), more.columns.end());
  }
  return keys;
}

}  // namespace kilter::service
