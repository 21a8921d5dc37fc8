// Which placements a board shows, and the rows that they stand in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "codec/plan/table.hpp"
#include "time/instant.hpp"

namespace kilter::codec {

inline constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

struct BoardRow {
  std::string id;
  std::string name;
  int lanes = 0;           // 0: as many lines as overlap
  model::WorkUnitId unit;  // none: a vendor, or waiting
  std::size_t group = 0;   // index into BoardRows::groups
};

struct BoardGroup {
  std::string title;
  model::WorkCentreId centre;
};

struct BoardRows {
  std::vector<kilter::plan::PlacementId> shown;  // by start
  time::Tick cut = time::kNever;                 // what starts from then on is left out
  time::Tick from = 0;                           // first start or the origin
  time::Tick until = 0;                          // last end
  std::vector<BoardRow> rows;
  std::vector<std::size_t> row_of;  // per shown placement
  std::vector<BoardGroup> groups;
};

struct BoardScope {
  std::size_t most = 20'000;  // operations, those that start first
  bool idle_units = false;    // also units that have no work
};

// Work centres in the plant's order, each with its units; vendors and mere waiting come last.
BoardRows board_rows(const PlanView& view, const BoardScope& scope);

}  // namespace kilter::codec
