// Solutions of benchmark instances as CSV, in the numbers of the instance file: machines count from 0, and so do jobs
// and operations unless the file numbers them itself.
//
//   job,operation,machine,start,end            shops
//   period,item                                discrete lot sizing; both from 0, idle periods left out
//   period,item,quantity                       capacitated lot sizing; both from 0, what is not made left out
//   activity,mode,start,end                    projects: modes from 1
//   activity,mode,start,end,resources          multi-skill: the workers, parted by blanks, those for the first skill
//   first
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace kilter::codec::benchmark {

struct ShopRow {
  std::int64_t job = 0;
  std::int64_t operation = 0;
  std::int64_t machine = 0;
  std::int64_t start = 0;
  std::int64_t end = 0;
};

struct LotRow {
  std::int64_t period = 0;
  std::int64_t item = 0;
};

struct QuantityRow {
  std::int64_t period = 0;
  std::int64_t item = 0;
  std::int64_t quantity = 0;  // millionths
};

struct ProjectRow {
  std::int64_t activity = 0;
  std::int64_t mode = 0;
  std::int64_t start = 0;
  std::int64_t end = 0;
  std::vector<std::int64_t> resources;
};

std::string shop_csv(const std::vector<ShopRow>& rows);
std::string lot_csv(const std::vector<LotRow>& rows);
std::string quantity_csv(const std::vector<QuantityRow>& rows);
// With the column of resources when `with_resources`.
std::string project_csv(const std::vector<ProjectRow>& rows, bool with_resources);

// The rows, or every fault by row and column. Columns may stand in any order; others are passed over.
base::Result<std::vector<ShopRow>> read_shop_csv(const std::string& file, std::string_view bytes);
base::Result<std::vector<LotRow>> read_lot_csv(const std::string& file, std::string_view bytes);
base::Result<std::vector<QuantityRow>> read_quantity_csv(const std::string& file, std::string_view bytes);
base::Result<std::vector<ProjectRow>> read_project_csv(const std::string& file, std::string_view bytes,
                                                       bool with_resources);

}  // namespace kilter::codec::benchmark
