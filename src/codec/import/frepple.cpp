#include "codec/import/frepple.hpp"

#include "codec/import/frepple/calendars.hpp"
#include "codec/import/frepple/operations.hpp"
#include "codec/import/frepple/plant.hpp"
#include "codec/import/frepple/resources.hpp"
#include "codec/import/frepple/session.hpp"
#include "codec/import/frepple/setups.hpp"
#include "codec/import/frepple/supply.hpp"

namespace kilter::codec {
namespace {

// After so many rows of one column the rest is counted only.
constexpr std::size_t kRowsListed = 1'000;

}  // namespace

base::Result<Imported> import_frepple(const SourceFiles& files, const std::string& plant_name) {
  frepple::Session session;
  frepple::read_tables(files, session);
  for (const char* needed : {"item", "operation", "demand"}) {
    session.require_table(needed, "Export it from frePPLe as CSV with field names.");
  }
  if (base::has_errors(session.issues)) return base::Result<Imported>::failure(std::move(session.issues));

  frepple::import_policy(plant_name, session);
  frepple::import_names(session);
  frepple::Calendars calendars(session);
  frepple::Resources resources(session, calendars);
  frepple::import_operations(resources, session);
  resources.carry_unused();
  frepple::import_setups(session);
  frepple::import_stock(session);
  frepple::import_suppliers(calendars, session);
  frepple::import_demands(session);
  frepple::import_open_orders(session);
  session.note_unread(kRowsListed);
  return session.finish();
}

}  // namespace kilter::codec
