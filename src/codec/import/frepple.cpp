#include "codec/import/frepple.hpp"

#include <algorithm>
#include <utility>

#include "codec/import/frepple/calendars.hpp"
#include "codec/import/frepple/operations.hpp"
#include "codec/import/frepple/plant.hpp"
#include "codec/import/frepple/resources.hpp"
#include "codec/import/frepple/session.hpp"
#include "codec/import/frepple/supply.hpp"

namespace kilter::codec {
namespace {

// A cell may have been read more than once; its fault is one fault.
void drop_repeated(base::Issues& issues) {
  base::Issues once;
  for (base::Issue& issue : issues) {
    if (std::ranges::find(once, issue) == once.end()) once.push_back(std::move(issue));
  }
  issues = std::move(once);
}

}  // namespace

base::Result<Imported> import_frepple(const SourceFiles& files, const std::string& plant_name) {
  frepple::Session session;
  frepple::read_tables(files, session);
  for (const char* needed : {"item", "operation", "demand"}) {
    if (session.table(needed).present()) continue;
    session.issues.push_back({"import-table-missing",
                              base::Severity::error,
                              {std::string(needed) + ".csv", 0, "", ""},
                              "The table is missing.",
                              "Export it from frePPLe as CSV with field names."});
  }
  if (base::has_errors(session.issues)) return base::Result<Imported>::failure(std::move(session.issues));

  frepple::import_policy(plant_name, session);
  frepple::import_names(session);
  frepple::Calendars calendars(session);
  frepple::Resources resources(session, calendars);
  frepple::import_operations(resources, session);
  frepple::import_stock(session);
  frepple::import_suppliers(calendars, session);
  frepple::import_demands(session);
  frepple::import_open_orders(session);
  frepple::note_unread(session);
  drop_repeated(session.issues);
  if (base::has_errors(session.issues)) return base::Result<Imported>::failure(std::move(session.issues));
  return Imported{std::move(session.draft), std::move(session.notes)};
}

}  // namespace kilter::codec
