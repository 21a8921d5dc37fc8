// A plan as a folder of CSV tables and plan.json. Together with the plant it reads back to an equal plan
// (codec/plan/read.hpp).
#pragma once

#include <cstdint>
#include <string>

#include "codec/plan/folder_sink.hpp"
#include "codec/plan/table.hpp"

namespace kilter::codec {

// How a plan was made, for plan.json; nothing that differs between two equal runs.
struct PlanOrigin {
  std::string version;
  double seconds = 0;
  std::uint64_t steps = 0;
  std::uint64_t seed = 1;
  unsigned threads = 1;
};

// One table as CSV: header and rows.
void write_table(const PlanView& view, const PlanTable& table, FolderSink& sink);

// All tables, then plan.json. 1.4 million operations with their pegs in about a second.
void write_plan(const PlanView& view, const PlanOrigin& origin, FolderSink& sink);

}  // namespace kilter::codec
