// Checks a solution against its instance the obvious way, in plain numbers: nothing here is shared with the kernel that
// may have found it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "codec/benchmark/instance.hpp"
#include "codec/benchmark/solution/solution_rows.hpp"

namespace kilter::codec::benchmark {

struct Verdict {
  std::vector<std::string> violations;  // empty: the solution holds
  std::optional<std::int64_t> makespan;
  std::optional<std::int64_t> tardiness;  // total and weighted; of instances with due dates
  std::optional<std::int64_t> cost;       // of lot sizing
  unsigned cost_decimals = 0;             // how many of the digits of `cost` stand behind the point
};

// O(rows log rows).
Verdict verify_shop(const ShopInstance& shop, const std::vector<ShopRow>& rows);
// Every operation of a job is named by its machine; all machines must take the jobs in one order. O(rows log rows).
Verdict verify_flow(const schedule::PermutationShop& flow, const std::vector<ShopRow>& rows);
// Stocking and changeovers. O(rows + items x periods).
Verdict verify_lots(const schedule::DiscreteLotSizing& lots, const std::vector<LotRow>& rows);
// Setups and stock, in millionths, rounded up. O(rows + items x periods).
Verdict verify_quantities(const schedule::LotSizing& lots, const std::vector<QuantityRow>& rows);
// O(rows log rows x resources).
Verdict verify_project(const ProjectInstance& project, const std::vector<ProjectRow>& rows);

}  // namespace kilter::codec::benchmark
