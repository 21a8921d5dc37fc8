#include "codec/import/frepple/plant.hpp"

#include <algorithm>
#include <chrono>

namespace kilter::codec::frepple {
namespace {

using std::chrono::days;
using time::Instant;

// What is late is planned as well: the horizon ends so long after the last due date.
constexpr days kRoomForLateness{3 * 365};
constexpr days kCompiledBefore{400};
constexpr days kLongestHorizon{20 * 365};

// Columns of the plant folder for which frePPLe has no field at all.
void leave_unknown_open(Session& session) {
  session.leave_open("plant.csv", {"currency", "time_zone", "frozen", "slushy", "default_penalty_per_day",
                                   "holding_per_year", "delivery_buffer"});
  session.leave_open("calendar_shifts.csv", {"class"});
  session.leave_open("items.csv", {"unit", "lot_policy", "yield"});
  session.leave_open("boms.csv", {"scrap"});
  session.leave_open("operations.csv", {"setup", "yield", "inspection", "interruptible"});
  session.leave_open("operation_skills.csv", {"level", "attendance"});
  session.leave_open("person_skills.csv", {"level"});
  session.leave_open("stock.csv", {"held"});
  session.leave_open("orders.csv", {"price"});
  session.leave_open("purchase_orders.csv", {"price"});
}

std::optional<Instant> current_date(const Session& session) {
  std::optional<Instant> date;
  for (const SourceRow row : session.table("parameter")) {
    const std::string_view value = row.text("value");
    if (row.text("name") == "currentdate" && value != "now" && value != "today") date = row.instant("value");
  }
  return date;
}

struct DueDates {
  std::optional<Instant> first;
  std::optional<Instant> last;
};

DueDates due_dates(const Session& session) {
  DueDates dates;
  for (const SourceRow row : session.table("demand")) {
    const std::optional<Instant> due = row.instant("due");
    if (!due) continue;
    dates.first = std::min(dates.first.value_or(*due), *due);
    dates.last = std::max(dates.last.value_or(*due), *due);
  }
  return dates;
}

void note_parameters(Session& session) {
  for (const SourceRow row : session.table("parameter")) {
    if (row.text("name") != "currentdate") session.not_carried(row.place("name"), "A setting of the other planner.");
  }
}

}  // namespace

void import_policy(const std::string& plant_name, Session& session) {
  const DueDates due = due_dates(session);
  session.issues.clear();  // unreadable due dates are reported with the orders
  const std::optional<Instant> now = current_date(session);
  session.origin = now.value_or(std::chrono::floor<days>(due.first.value_or(Instant{})));
  if (!now)
    session.assumed({"parameter.csv", 0, "currentdate", ""},
                    "No current date: planning starts with the first due date.");
  const Instant last_due = std::max(due.last.value_or(session.origin), session.origin);
  const Instant horizon = std::min(last_due + kRoomForLateness, session.origin + kLongestHorizon);
  session.span_begin = session.origin - kCompiledBefore;
  session.span_end = horizon + std::max<time::Duration>(horizon - session.origin, kCompiledBefore);
  session.draft.plant.name = session.draft.keep(plant_name);
  session.draft.plant.origin = session.origin;
  session.draft.plant.horizon = horizon;
  leave_unknown_open(session);
  session.assumed({"parameter.csv", 0, "", ""}, "All times are UTC.");
  session.assumed({"parameter.csv", 0, "", ""}, "All money is EUR: the source names no currency.");
  session.assumed({"parameter.csv", 0, "", ""},
                  "The horizon ends three years after the last due date, at most twenty years from now.");
  note_parameters(session);
}

void import_names(Session& session) {
  for (const SourceRow row : session.table("location"))
    session.draft.sites.push_back({.id = row.text("name"), .row = row.number()});
  // An item without a cost costs nothing in frePPLe: 0 is its own default.
  for (const SourceRow row : session.table("item")) {
    session.draft.items.push_back(
        {.id = row.text("name"), .whole = false, .cost = row.price("cost"), .row = row.number()});
  }
  session.assumed({"item.csv", 0, "", ""},
                  "Quantities need not be whole: the source does not say which items come in pieces.");
  for (const SourceRow row : session.table("customer")) {
    session.draft.customers.push_back({.id = row.text("name"), .row = row.number()});
  }
}

}  // namespace kilter::codec::frepple
