// A planning instance with the structure of the public ones in shared/benchmarks/planning (A100, B60), at any size.
//
//   Each end item is a chain of five make operations; the second takes one working day per unit on one unit of a shared
//   resource of size 5, the others a fixed number of working days without a resource. Four components are bought.
//
//   component --> I.4 --> I.3 --> I.2 --> [I.1 on R] --> I      quantities, dates and stocks as measured in A100:
//
//   quantity 1..5, priority 1 or 2, due after an exponential time of mean 30 days, fixed times 1..5 days, component
//   lead time normal(40, 13) days with stock for 1 to 3 times as many units as days, stock of a fifth of the
//   intermediate items.
#pragma once

#include <cstdint>
#include <filesystem>

namespace kilter::bench {

struct PlanningSize {
  std::uint32_t end_items = 100;
  std::uint32_t orders_per_item = 30;
  std::uint32_t load = 1;  // times the orders per item, with the same resources and dates
  std::uint64_t seed = 1;
};

// Writes the tables in frePPLe's layout into `folder`, which is made when missing. The same size gives the same bytes.
// False when a file cannot be written.
bool write_planning_instance(const PlanningSize& size, const std::filesystem::path& folder);

}  // namespace kilter::bench
