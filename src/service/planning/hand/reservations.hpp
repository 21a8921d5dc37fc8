// Orders that are held for a while: they take material and hours as firm ones do, until their time is up or somebody
// makes them firm.
//
//   orders.csv        R-3, school, stool, 12, ..., firm       reservations.csv   R-3, until 2026-12-03T11:00:00Z, ana
//
// A reservation whose time is up is read as a closed order by every plan, repair and quote from then on; no command is
// needed for it.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/draft.hpp"
#include "service/tables/plant_tables.hpp"
#include "time/instant.hpp"

namespace kilter::service {

// As they would be written in orders.csv, and how long it is held.
struct Reservation {
  std::string item;
  std::string site;  // empty: the only one
  std::string quantity;
  std::string requested;
  std::string customer;  // may be empty
  std::string priority;  // may be empty
  std::string until;
};

struct ReservationEdits {
  std::string order;             // "R-3"
  std::string until;             // UTC
  std::vector<RowEdit> orders;   // of the plant folder
  std::vector<RowEdit> records;  // of reservations.csv
};

// The rows by which it is held from `now` on. Faults name the field.
base::Result<ReservationEdits> reserve_edits(const PlantTables& tables, const Reservation& reservation,
                                             const std::string& author, time::Instant now);

// It becomes an order like others. Refused when its time is up.
base::Result<ReservationEdits> confirm_edits(const PlantTables& tables, const std::string& order, time::Instant now);

// It is given up: the order is closed.
base::Result<ReservationEdits> drop_edits(const PlantTables& tables, const std::string& order);

// Closes the orders whose time is up at the moment.
void close_expired(const PlantTables& tables, time::Instant at, model::PlantDraft& draft);

// The row of orders.csv for an order of that id.
RowEdit order_row(const std::string& id, const Reservation& reservation);

}  // namespace kilter::service
