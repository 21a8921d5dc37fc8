#include "codec/import/adventureworks/routes.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/fixed.hpp"

namespace kilter::codec::adventureworks {
namespace {

using base::kMicro;
using time::Duration;

struct Booked {
  std::string_view work_order;
  time::Instant start{};
  std::vector<SourceRow> operations;
};

Duration hours(const SourceRow& row, std::string_view column) {
  return Duration(base::mul_div_ceil(row.micros(column).value_or(0), 3600, kMicro));
}

// Per product the operations of its latest work order that began before today (of its first one when all are later).
std::map<std::string_view, Booked> latest_bookings(Session& session) {
  std::map<std::string_view, Booked> latest;
  for (const SourceRow row : session.table("WorkOrderRouting")) {
    const time::Instant start = row.instant("scheduledstartdate").value_or(session.options.today);
    Booked& booked = latest[row.text("productid")];
    const bool same = booked.work_order == row.text("workorderid");
    const bool later = start > booked.start && start <= session.options.today;
    if (!same && !booked.operations.empty() && !later) continue;
    if (!same) booked = {row.text("workorderid"), start, {}};
    booked.operations.push_back(row);
  }
  return latest;
}

// The number of the work centre that the text of an instruction names for a step, e.g. "40" in
// {"ProductModelID": 10, ... LocationID=\"4\">Work Center 40 - Paint. Empty when it names none.
std::string_view work_centre_in_text(std::string_view texts, std::string_view model, std::string_view location) {
  std::size_t at = texts.find("\"ProductModelID\": " + std::string(model) + ",");
  if (at == std::string_view::npos) return {};
  const std::string_view text = texts.substr(at, texts.substr(at).find('\n'));
  at = text.find("LocationID=\\\"" + std::string(location) + "\\\"");
  if (at == std::string_view::npos) return {};
  constexpr std::string_view kNamed = "Work Center ";
  at = text.find(kNamed, at);
  if (at == std::string_view::npos) return {};
  const std::string_view number = text.substr(at + kNamed.size());
  return number.substr(0, number.find_first_not_of("0123456789"));
}

class RouteImport {
 public:
  explicit RouteImport(Session& session) : session_(session), booked_(latest_bookings(session)) {
    for (const SourceRow row : session.table("ProductModel")) instructions_[row.text("productmodelid")].push_back(row);
  }

  void carry(const SourceRow& product) {
    const std::string_view item = session_.number_of.at(product.text("productid"));
    if (const auto booked = booked_.find(product.text("productid")); booked != booked_.end()) {
      for (const SourceRow& row : booked->second.operations) carry_booked(item, row);
    } else if (const auto steps = instructions_.find(product.text("productmodelid")); steps != instructions_.end()) {
      for (const SourceRow& row : steps->second) carry_instruction(item, row);
      by_instructions_.push_back(item);
    } else {
      session_.assumed(
          product.place("daystomanufacture"),
          "No work order books operations for it and its model has no instructions: it takes this many days "
          "and loads no work centre.");
    }
  }

  void note_readings() {
    session_.assumed({session_.table("WorkOrderRouting").file(), 0, "ActualResourceHrs", ""},
                     "Hours are per work order: those booked do not grow with the quantity.");
    if (by_instructions_.empty() || !session_.table("ProductModel").has_column("lotsize")) return;
    session_.assumed(
        {session_.table("ProductModel").file(), 0, "LotSize", ""},
        "Hours of the instructions are taken per work order, like the booked ones; read per lot of LotSize "
        "pieces they would be a multiple of what the technicians can work. Used for " +
            std::to_string(by_instructions_.size()) + " products without booked operations.");
  }

 private:
  void carry_booked(std::string_view item, const SourceRow& row) {
    session_.leave_next_open("operations.csv", "setup");
    add(item, row.text("operationsequence"), row, hours(row, "actualresourcehrs"), Duration(0));
  }

  // Setup, then the longer of machine and labour: both run at the same time.
  void carry_instruction(std::string_view item, const SourceRow& row) {
    if (!row.has("setuphours")) session_.leave_next_open("operations.csv", "setup");
    add(item, row.text("stepno"), row, std::max(hours(row, "machinehours"), hours(row, "laborhours")),
        hours(row, "setuphours"));
  }

  void add(std::string_view item, std::string_view operation, const SourceRow& row, Duration time, Duration setup) {
    model::OperationRow added{.item = item, .operation = operation, .setup = setup, .fixed_time = time};
    if (const std::string_view centre = centre_of(row); !centre.empty()) {
      added.name = centre;
      added.work_centre = centre;
      added.skill = centre;
    }
    session_.draft.operations.push_back(added);
  }

  // The work centre of a step; empty when its location has no capacity and its text names no other.
  std::string_view centre_of(const SourceRow& row) {
    const auto centre = session_.centre_of.find(row.text("locationid"));
    if (centre != session_.centre_of.end()) return centre->second;
    const auto named = session_.centre_of.find(
        work_centre_in_text(session_.instructions, row.text("productmodelid"), row.text("locationid")));
    const bool found = named != session_.centre_of.end();
    if (noted_.insert(row.number()).second) {
      session_.assumed(row.place("locationid"),
                       found ? "This location has no capacity; the text of the step names work centre '" +
                                   std::string(named->second) + "', where it is planned."
                             : "This location has no capacity: the operation takes its time but no station and no "
                               "technician.");
    }
    return found ? named->second : std::string_view();
  }

  Session& session_;
  std::map<std::string_view, Booked> booked_;
  std::map<std::string_view, std::vector<SourceRow>> instructions_;
  std::vector<std::string_view> by_instructions_;
  std::set<std::uint32_t> noted_;  // rows of locations without capacity
};

}  // namespace

void import_routes(Session& session) {
  RouteImport routes(session);
  for (const SourceRow product : session.table("Product")) {
    const bool carried = session.number_of.contains(product.text("productid"));
    if (carried && product.truth("makeflag").value_or(false)) routes.carry(product);
  }
  routes.note_readings();
}

}  // namespace kilter::codec::adventureworks
