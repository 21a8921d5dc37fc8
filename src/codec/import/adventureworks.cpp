#include "codec/import/adventureworks.hpp"

#include <algorithm>

#include "codec/import/adventureworks/products.hpp"
#include "codec/import/adventureworks/purchasing.hpp"
#include "codec/import/adventureworks/routes.hpp"
#include "codec/import/adventureworks/session.hpp"
#include "codec/import/adventureworks/workforce.hpp"

namespace kilter::codec {
namespace {

// Overloaded work centres are planned to the end: so long after the last due date.
constexpr std::chrono::days kRoomForLateness{365};

// Columns of the plant folder of which the company's tables say nothing.
void leave_unknown_open(adventureworks::Session& session) {
  session.leave_open(
      "plant.csv", {"time_zone", "frozen", "slushy", "default_penalty_per_day", "holding_per_year", "delivery_buffer"});
  session.leave_open("locations.csv", {"nettable"});
  session.leave_open("calendar_shifts.csv", {"class"});
  session.leave_open("items.csv", {"yield"});
  session.leave_open("boms.csv", {"scrap"});
  session.leave_open("operations.csv", {"yield", "inspection", "interruptible"});
  session.leave_open("work_units.csv", {"unlimited"});
  session.leave_open("person_skills.csv", {"level"});
  session.leave_open("stock.csv", {"held"});
  session.leave_open("orders.csv", {"priority", "partial", "status"});
}

void write_policy(adventureworks::Session& session) {
  time::Instant last = session.options.today;
  for (const model::OrderRow& order : session.draft.orders) last = std::max(last, order.requested);
  model::PlantRow& plant = session.draft.plant;
  plant.name = session.draft.keep(session.options.plant_name);
  plant.currency = "USD";
  plant.origin = session.options.today;
  plant.horizon = last + kRoomForLateness;
}

}  // namespace

base::Result<Imported> import_adventureworks(const SourceFiles& files, const AdventureWorksOptions& options) {
  adventureworks::Session session;
  session.options = options;
  adventureworks::read_tables(files, session);
  if (!base::has_errors(session.issues)) {
    adventureworks::import_sales(session);
    adventureworks::import_products(session);
    adventureworks::import_workforce(session);
    adventureworks::import_routes(session);
    adventureworks::import_vendors(session);
    adventureworks::import_inventory(session);
    write_policy(session);
    leave_unknown_open(session);
    session.note_unread(0);
  }
  return session.finish();
}

}  // namespace kilter::codec
