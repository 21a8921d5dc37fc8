// Stock that comes and goes.
#pragma once

#include <string>
#include <vector>

#include "service/floor/effect/work/job.hpp"

namespace kilter::service {

// What to take: of an item at a site, usable at a time.
struct Want {
  std::string item;
  std::string site;
  Instant at;
};

// A part of it that was taken.
struct Taken {
  std::string item;
  std::string lot;
  std::string location;
  Quantity quantity;
};

// Takes up to `quantity` out of stock that may be used: not held, at a place that counts, not expired; what expires
// first goes first. Less comes back when there is less.
std::vector<Taken> take(Ledger& ledger, const Want& want, Quantity quantity);
Quantity sum(const std::vector<Taken>& taken);

// Nothing is left in a row of stock: it goes, unless it is the last that tells of the item.
void empty_stock(Ledger& ledger, RowNumber row);
// Something that could be had is not there any more: a plant must know of some, or of a source.
void keep_known(Ledger& ledger, const std::string& item, const std::string& site);

// What comes into stock.
struct Inflow {
  std::string item;
  std::string site;
  std::string location;  // may be empty
  std::string lot;
  std::string expiry;  // as a cell; empty: the item's shelf life from `at` on
  Quantity quantity;
};
void put(Ledger& ledger, const Inflow& inflow);

// The site of a row of stock.csv, production_orders.csv, orders.csv or purchase_orders.csv; where it is empty, the
// location's, else the only one.
std::string site_of(const Ledger& ledger, std::string_view table, RowNumber row);
// Where a production order makes its item.
std::string made_at(const Ledger& ledger, const Job& job);

// One line of a bill of material for an operation: what it needs, what was taken for it, and what is missing.
struct Component {
  std::string item;
  Quantity need;
  std::vector<Taken> taken;  // of the item, then of its substitutes
  Quantity missing;          // in units of the item
};

// Takes the components of the job's operation out of stock, substitutes where they are short.
std::vector<Component> take_components(Ledger& ledger, const Job& job);
// The same, told in consumption.csv, and what is missing as conflicts.
void consume_components(Ledger& ledger, const Job& job);

}  // namespace kilter::service
