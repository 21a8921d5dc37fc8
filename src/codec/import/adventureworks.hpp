// From the tables of Microsoft's sample company AdventureWorks (tab-separated, without header lines) to a draft of the
// plant as it stood on one day.
//
//   products -> items (ids are product numbers)         locations with capacity -> work centres
//   bills of material in force -> boms                  production technicians -> people of their work centre and shift
//   booked work order operations -> operations          vendors and their products -> vendors and offers
//   sales lines of a period -> customer orders          inventory -> stock (only when asked for)
//
// What the data says about hours, and how it is read here: the hours booked on an operation do not grow with the size
// of its work order, and there is one work order per product and day. So the hours are fixed per work order, and the
// needs of one day are made together; with that, the booked hours of 2013 fill the technicians' shifts. Every such
// reading is one of the assumptions handed back.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "codec/import/imported.hpp"
#include "time/instant.hpp"

namespace kilter::codec {

// none: neither stock nor safety stock (the pure requirements); snapshot: the undated inventory and the safety stock
// levels.
enum class InventoryUse : std::uint8_t { none, snapshot };

struct AdventureWorksOptions {
  std::string plant_name;
  time::Instant from{};   // sales orders dated from this day ...
  time::Instant until{};  // ... to this day, both included (midnights, UTC)
  time::Instant today{};  // the plant's origin; what was valid then is carried over
  InventoryUse inventory = InventoryUse::none;
};

// `files` by name, compressed ones unpacked and without ".gz". The text up to the first dot names the table. Fails with
// every value that cannot be read, when a table is missing, or when the period has no sales.
base::Result<Imported> import_adventureworks(const SourceFiles& files, const AdventureWorksOptions& options);

}  // namespace kilter::codec
