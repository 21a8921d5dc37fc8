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
    session.note_unread(0);
  }
  return session.finish();
}

}  // namespace kilter::codec
